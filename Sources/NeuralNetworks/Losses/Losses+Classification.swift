public import Tensors

/// Losses of classifications.
extension Losses {
    private static func checkSmoothing(_ smoothing: Double) throws(TensorError) {
        guard smoothing >= 0, smoothing < 1 else {
            throw .domain(
                operation: "labelSmoothing",
                problem: "the part must lie in 0..<1, given \(smoothing)", help: nil)
        }
    }

    /// The weights of classes as floats, one for each class.
    private static func checkedWeights(
        _ weights: Tensor, classes: Int, like logits: Tensor
    ) throws(TensorError) -> Tensor {
        guard weights.shape == [classes] else {
            throw .shape(
                operation: "classWeights", expected: "one weight for each of \(classes) classes",
                given: weights.shape, help: nil)
        }
        return weights.dtype == logits.dtype ? weights : try Checked.asType(weights, logits.dtype)
    }

    /// PyTorch's `cross_entropy`: smoothing mixes the label with all classes alike; with class
    /// weights the mean divides by the sum of the labels' weights.
    package static func softmaxCrossEntropy(
        logits: Tensor, labels: Tensor, smoothing: Double, classWeights: Tensor?,
        reduction: Reduction
    ) throws(TensorError) -> Tensor {
        let plain = try Checked.softmaxCrossEntropy(
            logits: logits, labels: labels, reduction: .none)
        guard smoothing != 0 || classWeights != nil else {
            return try Checked.reduced(plain, reduction)
        }
        try checkSmoothing(smoothing)
        let classes = logits.shape[logits.rank - 1]
        guard let classWeights else {
            // (1 − ε)·(−log p[y]) + ε/C·Σ(−log p)
            let spread = try Term(Checked.logSoftmax(logits)).sum([-1]) * (-smoothing / Double(classes))
            return try Checked.reduced((Term(plain) * (1 - smoothing) + spread).tensor, reduction)
        }
        let weights = try checkedWeights(classWeights, classes: classes, like: logits)
        let rows = try Checked.gathered(weights, Checked.reshaped(labels, Array(plain.shape)))
        let spread =
            try (Term(Checked.logSoftmax(logits)) * Term(weights)).sum([-1])
            * (-smoothing / Double(classes))
        let each = try Term(plain) * Term(rows) * (1 - smoothing) + spread
        guard reduction == .mean else { return try Checked.reduced(each.tensor, reduction) }
        return try (each.sum() / Term(rows).sum()).tensor
    }

    package static func softmaxCrossEntropy(
        logits: Tensor, probabilities: Tensor, smoothing: Double, classWeights: Tensor?,
        reduction: Reduction
    ) throws(TensorError) -> Tensor {
        var target = probabilities
        if smoothing != 0 {
            try checkSmoothing(smoothing)
            let classes = Double(max(logits.shape.last ?? 1, 1))
            target = try (Term(probabilities) * (1 - smoothing) + smoothing / classes).tensor
        }
        guard let classWeights else {
            return try Checked.softmaxCrossEntropy(
                logits: logits, probabilities: target, reduction: reduction)
        }
        guard logits.shape == probabilities.shape, let classes = logits.shape.last else {
            throw .shape(
                operation: "softmaxCrossEntropy",
                expected: "probabilities of the logits' shape \(logits.shape)",
                given: probabilities.shape, help: nil)
        }
        let weights = try checkedWeights(classWeights, classes: classes, like: logits)
        let each = try -(Term(Checked.logSoftmax(logits)) * Term(target) * Term(weights)).sum([-1])
        return try Checked.reduced(each.tensor, reduction)
    }

    /// PyTorch's `binary_cross_entropy_with_logits`; `positiveWeight` is its `pos_weight`, smoothing
    /// draws the labels to ½ as Keras' does.
    package static func sigmoidCrossEntropy(
        logits: Tensor, labels: Tensor, smoothing: Double, positiveWeight: Double,
        reduction: Reduction
    ) throws(TensorError) -> Tensor {
        var labels = labels
        if smoothing != 0 {
            try checkSmoothing(smoothing)
            labels = try (Term(labels) * (1 - smoothing) + smoothing / 2).tensor
        }
        let each = try Checked.sigmoidCrossEntropy(
            logits: logits, labels: labels, reduction: positiveWeight == 1 ? reduction : .none)
        guard positiveWeight != 1 else { return each }
        // The part of the positive answers again: (w − 1)·y·(−log p).
        let more = try (positiveWeight - 1) * (Term(labels) * (-Term(logits)).softplus())
        return try Checked.reduced((Term(each) + more).tensor, reduction)
    }

    /// log(p / (1 − p)) of probabilities, kept 1e-7 away from 0 and 1.
    static func logits(of probabilities: Tensor) throws(TensorError) -> Tensor {
        let p = try Term(probabilities).clipped(min: 1e-7, max: 1 - 1e-7)
        return try (p.log() - (1 - p).log()).tensor
    }

    /// Labels as ±1: those of 0 and 1 are made so.
    private static func signs(_ y: Tensor, _ operation: String) throws(TensorError) -> Term {
        let values = try Checked.asType(y, .float32)
        let (hasNegative, bad) = try values.withElements(as: Float.self) { elements in
            (elements.contains { $0 == -1 }, elements.first { $0 != -1 && $0 != 0 && $0 != 1 })
        }
        if let bad {
            throw .domain(
                operation: operation, problem: "labels are −1 and 1, or 0 and 1, given \(bad)",
                help: nil)
        }
        return hasNegative ? Term(values) : try Term(values) * 2 - 1
    }

    static func hinges(_ p: Tensor, _ y: Tensor) throws(TensorError) -> Term {
        try (1 - signs(y, "hingeLoss") * Term(p)).relu()
    }

    static func categoricalHinges(_ p: Tensor, _ y: Tensor) throws(TensorError) -> Term {
        let right = try (Term(y) * Term(p)).sum([-1])
        let wrong = try ((1 - Term(y)) * Term(p)).max([-1])
        return try (wrong - right + 1).relu()
    }

    /// Σ y·log(y/p), of values kept above 1e-7 as Keras keeps them.
    static func divergences(_ p: Tensor, _ y: Tensor) throws(TensorError) -> Term {
        let p = try Term(p).clipped(min: 1e-7, max: 1)
        let y = try Term(y).clipped(min: 1e-7, max: 1)
        return try (y * (y.log() - p.log())).sum([-1])
    }

    /// α_t·(1 − p_t)^γ·(−log p_t), from logits so that it is exact far out.
    static func focals(
        _ logits: Tensor, _ y: Tensor, _ gamma: Double, _ alpha: Double
    ) throws(TensorError) -> Term {
        let (x, y) = (Term(logits), Term(y))
        let loss = Term(
            try Checked.sigmoidCrossEntropy(
                logits: logits, labels: y.tensor, reduction: .none))
        let p = try x.sigmoid()
        // 1 − p of the right answer.
        let miss = try p + y - (p * y) * 2
        let focus = try loss * miss.pow(gamma)
        guard alpha >= 0 else { return focus }
        return try focus * (y * (2 * alpha - 1) + (1 - alpha))
    }

    /// 1 − (2Σpy + s) / (Σp + Σy + s), the sums over all but the first axis.
    static func dices(_ p: Tensor, _ y: Tensor, smooth: Double) throws(TensorError) -> Term {
        let axes = Array(min(1, max(p.rank - 1, 0))..<max(p.rank, 1))
        let (p, y) = (Term(p), Term(y))
        let both = try (p * y).sum(axes) * 2 + smooth
        return try 1 - both / (p.sum(axes) + y.sum(axes) + smooth)
    }

    package static func hinge(
        predicted: Tensor, expected: Tensor, squared: Bool, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try check("hingeLoss", predicted, expected)
        let each = try hinges(predicted, expected)
        return try Checked.reduced((squared ? each.squared() : each).tensor, reduction)
    }

    package static func kullbackLeibler(
        predicted: Tensor, expected: Tensor, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try check("kullbackLeiblerDivergence", predicted, expected)
        return try Checked.reduced(divergences(predicted, expected).tensor, reduction)
    }

    package static func focal(
        logits: Tensor, labels: Tensor, gamma: Double, alpha: Double, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try check("focalLoss", logits, labels)
        let labels = try asType(labels, like: logits)
        return try Checked.reduced(focals(logits, labels, gamma, alpha).tensor, reduction)
    }

    package static func dice(
        predicted: Tensor, expected: Tensor, smooth: Double, reduction: Reduction
    ) throws(TensorError) -> Tensor {
        try check("diceLoss", predicted, expected)
        let expected = try asType(expected, like: predicted)
        return try Checked.reduced(dices(predicted, expected, smooth: smooth).tensor, reduction)
    }

    private static func asType(_ y: Tensor, like x: Tensor) throws(TensorError) -> Tensor {
        y.dtype == x.dtype || !x.dtype.isFloatingPoint ? y : try Checked.asType(y, x.dtype)
    }
}

/// Cross-entropy of logits `[…, classes]` with integer labels, smoothed or weighted by class
/// (Szegedy et al. 2016; PyTorch's `cross_entropy`).
///
/// `labelSmoothing` gives that part of the probability to all classes alike. With `classWeights`
/// `[classes]` the mean divides by the sum of the labels' weights.
public func softmaxCrossEntropy(
    logits: Tensor, labels: Tensor, labelSmoothing: Double, classWeights: Tensor? = nil,
    reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.softmaxCrossEntropy(
            logits: logits, labels: labels, smoothing: labelSmoothing, classWeights: classWeights,
            reduction: reduction)
    }
}

/// Cross-entropy of logits `[…, classes]` with integer labels, weighted by class.
public func softmaxCrossEntropy(
    logits: Tensor, labels: Tensor, classWeights: Tensor, reduction: Reduction = .mean
) -> Tensor {
    softmaxCrossEntropy(
        logits: logits, labels: labels, labelSmoothing: 0, classWeights: classWeights,
        reduction: reduction)
}

/// Cross-entropy of logits with a probability for each class, smoothed or weighted by class.
public func softmaxCrossEntropy(
    logits: Tensor, probabilities: Tensor, labelSmoothing: Double, classWeights: Tensor? = nil,
    reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.softmaxCrossEntropy(
            logits: logits, probabilities: probabilities, smoothing: labelSmoothing,
            classWeights: classWeights, reduction: reduction)
    }
}

/// Binary cross-entropy of logits, the positive answers weighted (PyTorch's `pos_weight`) or the
/// labels drawn to ½ by `labelSmoothing`.
public func sigmoidCrossEntropy(
    logits: Tensor, labels: Tensor, positiveWeight: Double, labelSmoothing: Double = 0,
    reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.sigmoidCrossEntropy(
            logits: logits, labels: labels, smoothing: labelSmoothing,
            positiveWeight: positiveWeight, reduction: reduction)
    }
}

/// max(0, 1 − y·predicted) for labels ±1, or 0 and 1 (Keras' `Hinge`); squared if wanted.
public func hingeLoss(
    predicted: Tensor, expected: Tensor, squared: Bool = false, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.hinge(
            predicted: predicted, expected: expected, squared: squared, reduction: reduction)
    }
}

/// Σ y·log(y/p) along the last axis, of probabilities; the mean is over the rows, as Keras' is.
public func kullbackLeiblerDivergence(
    predicted: Tensor, expected: Tensor, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.kullbackLeibler(
            predicted: predicted, expected: expected, reduction: reduction)
    }
}

/// α(1 − p)^γ·(−log p) of the right answer's probability p, from logits and labels 0 and 1 (Lin et
/// al. 2017; torchvision's `sigmoid_focal_loss`). A negative `alpha` leaves the factor out.
public func focalLoss(
    logits: Tensor, labels: Tensor, gamma: Double = 2, alpha: Double = 0.25,
    reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.focal(
            logits: logits, labels: labels, gamma: gamma, alpha: alpha, reduction: reduction)
    }
}

/// 1 − (2Σpy + smooth) / (Σp + Σy + smooth) for each example, of probabilities and masks (Milletari
/// et al. 2016).
public func diceLoss(
    predicted: Tensor, expected: Tensor, smooth: Double = 1, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Losses.dice(
            predicted: predicted, expected: expected, smooth: smooth, reduction: reduction)
    }
}
