public import Tensors

/// Losses and their gradients for own loops, beside those of the tensors' module.
package enum Losses {
    /// Both tensors in one shape.
    ///
    /// - Throws: with both shapes where they differ: a broadcast would hide a mistake.
    static func check(
        _ operation: String, _ predicted: Tensor, _ expected: Tensor
    ) throws(TensorError) {
        guard predicted.shape == expected.shape else {
            throw .shape(
                operation: operation,
                expected: "expected values of the predictions' shape \(predicted.shape)",
                given: expected.shape, help: nil)
        }
    }

    package static func meanAbsoluteError(
        predicted: Tensor, expected: Tensor, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try check("meanAbsoluteError", predicted, expected)
        return try Checked.reduced(
            RegressionLosses.absoluteError(predicted: predicted, expected: expected), reduction)
    }

    package static func huber(
        predicted: Tensor, expected: Tensor, delta: Double, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try check("huberLoss", predicted, expected)
        return try Checked.reduced(
            RegressionLosses.huber(predicted: predicted, expected: expected, delta: delta),
            reduction)
    }

    package static func gaussianKL(
        mean: Tensor, logVariance: Tensor, reduction: Reduction = .mean
    ) throws(TensorError) -> Tensor {
        try check("gaussianKL", mean, logVariance)
        // −½ Σ(1 + log σ² − μ² − σ²)
        let inner = try Checked.subtract(
            Checked.subtract(Checked.add(logVariance, .real(1)), Checked.square(mean)),
            Checked.exp(logVariance))
        let rows = try Checked.sum(inner, axes: [-1])
        return try Checked.reduced(Checked.multiply(rows, .real(-0.5)), reduction)
    }
}

/// The mean of |predicted − expected|, of tensors of one shape (PyTorch's `l1_loss`).
public func meanAbsoluteError(
    predicted: Tensor, expected: Tensor, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.meanAbsoluteError(
            predicted: predicted, expected: expected, reduction: reduction)
    }
}

/// ½d² where |d| ≤ delta, delta·(|d| − ½delta) beyond, d = predicted − expected (Huber 1964;
/// PyTorch's `huber_loss`).
public func huberLoss(
    predicted: Tensor, expected: Tensor, delta: Double = 1, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.huber(
            predicted: predicted, expected: expected, delta: delta, reduction: reduction)
    }
}

/// The divergence of a normal distribution from the standard one: −½ Σ(1 + log σ² − μ² − σ²), summed
/// over the last axis, averaged over the others (Kingma and Welling 2014).
public func gaussianKL(
    mean: Tensor, logVariance: Tensor, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.gaussianKL(mean: mean, logVariance: logVariance, reduction: reduction)
    }
}
