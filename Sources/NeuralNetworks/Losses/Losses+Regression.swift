public import Tensors

/// Regression losses of each element: (predicted, expected).
extension Losses {
    /// 100·|expected − predicted| / max(|expected|, 1e-7).
    static func percentageErrors(_ p: Tensor, _ y: Tensor) throws(TensorError) -> Term {
        try 100 * ((Term(y) - Term(p)).abs() / Term(y).abs().clipped(min: 1e-7))
    }

    /// (log(1 + predicted) − log(1 + expected))², of values kept above 0.
    static func logarithmicErrors(_ p: Tensor, _ y: Tensor) throws(TensorError) -> Term {
        try (Term(p).clipped(min: 1e-7).log1p() - Term(y).clipped(min: 1e-7).log1p()).squared()
    }

    /// log cosh d = d + softplus(−2d) − log 2, without overflow.
    static func logCoshes(_ p: Tensor, _ y: Tensor) throws(TensorError) -> Term {
        let d = try Term(p) - Term(y)
        return try d + (d * -2).softplus() - 0.6931471805599453
    }

    /// predicted − expected·log(predicted), or of the logarithm of what is predicted.
    static func poissons(_ p: Tensor, _ y: Tensor, log: Bool) throws(TensorError) -> Term {
        if log { return try Term(p).exp() - Term(y) * Term(p) }
        return try Term(p) - Term(y) * (Term(p) + 1e-7).log()
    }

    /// max(q·d, (q − 1)·d), d = expected − predicted.
    static func quantiles(_ p: Tensor, _ y: Tensor, _ q: Double) throws(TensorError) -> Term {
        guard q > 0, q < 1 else {
            throw .domain(
                operation: "quantile", problem: "a quantile lies between 0 and 1, given \(q)",
                help: nil)
        }
        let d = try Term(y) - Term(p)
        return try d.relu() * q + (-d).relu() * (1 - q)
    }

    package static func logCosh(
        predicted: Tensor, expected: Tensor, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try check("logCosh", predicted, expected)
        return try Checked.reduced(logCoshes(predicted, expected).tensor, reduction)
    }

    package static func poisson(
        predicted: Tensor, expected: Tensor, fromLog: Bool, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try check("poissonLoss", predicted, expected)
        return try Checked.reduced(poissons(predicted, expected, log: fromLog).tensor, reduction)
    }

    package static func quantile(
        predicted: Tensor, expected: Tensor, quantile: Double, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try check("quantileLoss", predicted, expected)
        return try Checked.reduced(quantiles(predicted, expected, quantile).tensor, reduction)
    }
}

/// log cosh(predicted − expected): ½d² near 0, |d| − log 2 far out.
public func logCosh(predicted: Tensor, expected: Tensor, reduction: Reduction = .mean) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.logCosh(predicted: predicted, expected: expected, reduction: reduction)
    }
}

/// The loss of counts: predicted − expected·log(predicted), or e^predicted − expected·predicted with
/// `fromLog` (PyTorch's `PoissonNLLLoss`).
public func poissonLoss(
    predicted: Tensor, expected: Tensor, fromLog: Bool = false, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.poisson(
            predicted: predicted, expected: expected, fromLog: fromLog, reduction: reduction)
    }
}

/// The loss whose minimum is a quantile: max(q·d, (q − 1)·d), d = expected − predicted.
public func quantileLoss(
    predicted: Tensor, expected: Tensor, quantile: Double, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.quantile(
            predicted: predicted, expected: expected, quantile: quantile, reduction: reduction)
    }
}
