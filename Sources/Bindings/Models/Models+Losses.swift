internal import Language
internal import NeuralNetworks
internal import Tensors

/// Losses as `compile` takes them, and as functions for own loops.
func declareLosses(_ table: DeclarationTable) {
    let loss = Binder.type(table, Loss.self, "struct Loss", "What `fit` makes small, as `compile` takes it.", "print(Loss.meanSquaredError)", describe: { $0.name })
    let constants: [(Loss, String)] = [
        (.sparseCategoricalCrossentropy, "−log p[label], for integer labels"), (.categoricalCrossentropy, "−Σ y log p, for one-hot labels"), (.binaryCrossentropy, "−y log p − (1 − y) log(1 − p)"),
        (.meanSquaredError, "(predicted − expected)²"), (.meanAbsoluteError, "|predicted − expected|"), (.huber, "½d² for |d| ≤ 1, |d| − ½ beyond"), (.meanAbsolutePercentageError, "100 |expected − predicted| / |expected|"),
        (.meanSquaredLogarithmicError, "(log(1 + predicted) − log(1 + expected))²"), (.logCosh, "log cosh(predicted − expected)"), (.poisson, "predicted − expected log(predicted), for counts"), (.hinge, "max(0, 1 − y·predicted), for labels ±1 or 0 and 1"),
        (.squaredHinge, "max(0, 1 − y·predicted)²"), (.categoricalHinge, "max(0, 1 + the greatest wrong score − the right one), for one-hot labels"), (.kullbackLeiblerDivergence, "Σ y log(y / p)"), (.cosineSimilarity, "−cos of the angle between predicted and expected"),
        (.focal, "α(1 − p)^γ (−log p), of binary probabilities"), (.dice, "1 − the Dice coefficient of probabilities and masks"),
    ]
    for (value, words) in constants {
        loss("static var \(value.name): Loss { get }", "\(words).", "print(Loss.\(value.name))") { () -> Loss in value }
    }
    loss("static func sparseCategoricalCrossentropy(fromLogits: Bool = false, labelSmoothing: Double = 0) -> Loss", "−log p[label] of logits or probabilities; `labelSmoothing` gives that part of the probability to all classes alike.", "print(Loss.sparseCategoricalCrossentropy(fromLogits: true))") { (logits: Bool, smoothing: Double) -> Loss in .sparseCategoricalCrossentropy(fromLogits: logits, labelSmoothing: smoothing) }
    loss("static func categoricalCrossentropy(fromLogits: Bool = false, labelSmoothing: Double = 0) -> Loss", "−Σ y log p of logits or probabilities; `labelSmoothing` gives that part of the probability to all classes alike.", "print(Loss.categoricalCrossentropy(fromLogits: true, labelSmoothing: 0.1))") { (logits: Bool, smoothing: Double) -> Loss in .categoricalCrossentropy(fromLogits: logits, labelSmoothing: smoothing) }
    loss("static func binaryCrossentropy(fromLogits: Bool = false, labelSmoothing: Double = 0) -> Loss", "Binary cross-entropy of logits or probabilities; `labelSmoothing` draws the labels that far to ½.", "print(Loss.binaryCrossentropy(fromLogits: true))") { (logits: Bool, smoothing: Double) -> Loss in .binaryCrossentropy(fromLogits: logits, labelSmoothing: smoothing) }
    loss("static func huber(delta: Double) -> Loss", "½d² for |d| ≤ δ, linear beyond.", "print(Loss.huber(delta: 2))") { (delta: Double) -> Loss in .huber(delta: delta) }
    loss("static func focal(gamma: Double = 2, alpha: Double = 0.25, fromLogits: Bool = false) -> Loss", "α(1 − p)^γ (−log p) of the right answer's probability (Lin et al. 2017).", "print(Loss.focal(gamma: 2, fromLogits: true))") { (gamma: Double, alpha: Double, logits: Bool) -> Loss in .focal(gamma: gamma, alpha: alpha, fromLogits: logits) }
    loss("static func dice(smooth: Double = 1, fromLogits: Bool = false) -> Loss", "1 − (2Σpy + smooth) / (Σp + Σy + smooth) for each example.", "print(Loss.dice(fromLogits: true))") { (smooth: Double, logits: Bool) -> Loss in .dice(smooth: smooth, fromLogits: logits) }
    loss("static func quantile(_ quantile: Double) -> Loss", "The loss whose minimum is a quantile.", "print(Loss.quantile(0.9))") { (quantile: Double) -> Loss in .quantile(quantile) }
    loss("static func custom(_ name: String = \"custom\", _ function: @escaping (Tensor, Tensor) throws -> Tensor) -> Loss", "A loss of one's own: a function of (predicted, expected) whose value is a scalar, or one number for each example.", "print(Loss.custom(\"mine\") { predicted, expected in abs(predicted - expected).mean() })") { (name: String, function: CellClosure<Tensor, Tensor, Tensor>) -> Loss in
        let body = UncheckedClosure(function)
        return .custom(name) { try body.closure($0, $1) }
    }
    loss("init(stringLiteral name: String)", "The loss of that name.", "let loss: Loss = \"meanSquaredError\"\nprint(loss)") { (name: String) -> Loss in Loss(name) }
    declareLossFunctions(table)
    declareEmbeddingLosses(table)
}

/// A cell's closure where the library asks for a sendable one: cells and the library share one thread.
struct UncheckedClosure<Closure>: @unchecked Sendable {
    let closure: Closure
    init(_ closure: Closure) { self.closure = closure }
}

private func declareLossFunctions(_ table: DeclarationTable) {
    let free = Binder(table)
    free("func softmaxCrossEntropy(logits: Tensor, labels: Tensor, labelSmoothing: Double = 0, classWeights: Tensor? = nil, reduction: Reduction = .mean) -> Tensor", "−log softmax(logits) at the integer labels; smoothed, or weighted by class, as PyTorch's.", "print(softmaxCrossEntropy(logits: Tensor([[2.0, 1]]), labels: Tensor([0])))") { (logits: Tensor, labels: Tensor, smoothing: Double, weights: Tensor?, reduction: Reduction) in
        try Losses.softmaxCrossEntropy(logits: logits, labels: labels, smoothing: smoothing, classWeights: weights, reduction: reduction)
    }
    free("func softmaxCrossEntropy(logits: Tensor, probabilities: Tensor, labelSmoothing: Double = 0, classWeights: Tensor? = nil, reduction: Reduction = .mean) -> Tensor", "−Σ p log softmax(logits); smoothed, or weighted by class.", "print(softmaxCrossEntropy(logits: Tensor([[2.0, 1]]), probabilities: Tensor([[1.0, 0]])))") { (logits: Tensor, p: Tensor, smoothing: Double, weights: Tensor?, reduction: Reduction) in
        try Losses.softmaxCrossEntropy(logits: logits, probabilities: p, smoothing: smoothing, classWeights: weights, reduction: reduction)
    }
    free("func sigmoidCrossEntropy(logits: Tensor, labels: Tensor, positiveWeight: Double = 1, labelSmoothing: Double = 0, reduction: Reduction = .mean) -> Tensor", "Binary cross-entropy of logits, stable; the positive answers weighted, or the labels smoothed.", "print(sigmoidCrossEntropy(logits: Tensor([2.0]), labels: Tensor([1.0])))") { (logits: Tensor, labels: Tensor, weight: Double, smoothing: Double, reduction: Reduction) in
        try Losses.sigmoidCrossEntropy(logits: logits, labels: labels, smoothing: smoothing, positiveWeight: weight, reduction: reduction)
    }
    func pair(_ name: String, _ words: String, _ extra: String = "", _ body: @escaping (Tensor, Tensor, Reduction) throws -> Tensor) {
        free("func \(name)(predicted: Tensor, expected: Tensor, reduction: Reduction = .mean) -> Tensor", words, "print(\(name)(predicted: Tensor([[0.25, 0.75]]), expected: Tensor([[0.5, 0.5]])))") { (p: Tensor, y: Tensor, reduction: Reduction) in try body(p, y, reduction) }
    }
    pair("meanAbsoluteError", "|predicted − expected|.") { try Losses.meanAbsoluteError(predicted: $0, expected: $1, reduction: $2) }
    pair("logCosh", "log cosh(predicted − expected): ½d² near 0, |d| − log 2 far out.") { try Losses.logCosh(predicted: $0, expected: $1, reduction: $2) }
    pair("kullbackLeiblerDivergence", "Σ y log(y / p) along the last axis, of probabilities.") { try Losses.kullbackLeibler(predicted: $0, expected: $1, reduction: $2) }
    free("func huberLoss(predicted: Tensor, expected: Tensor, delta: Double = 1, reduction: Reduction = .mean) -> Tensor", "½d² where |d| ≤ δ, δ(|d| − ½δ) beyond.", "print(huberLoss(predicted: Tensor([3.0]), expected: Tensor([0.0])))") { (p: Tensor, y: Tensor, delta: Double, reduction: Reduction) in try Losses.huber(predicted: p, expected: y, delta: delta, reduction: reduction) }
    free("func poissonLoss(predicted: Tensor, expected: Tensor, fromLog: Bool = false, reduction: Reduction = .mean) -> Tensor", "The loss of counts: predicted − expected log(predicted).", "print(poissonLoss(predicted: Tensor([2.0]), expected: Tensor([2.0])))") { (p: Tensor, y: Tensor, log: Bool, reduction: Reduction) in try Losses.poisson(predicted: p, expected: y, fromLog: log, reduction: reduction) }
    free("func quantileLoss(predicted: Tensor, expected: Tensor, quantile: Double, reduction: Reduction = .mean) -> Tensor", "The loss whose minimum is a quantile.", "print(quantileLoss(predicted: Tensor([1.0]), expected: Tensor([2.0]), quantile: 0.9))") { (p: Tensor, y: Tensor, quantile: Double, reduction: Reduction) in try Losses.quantile(predicted: p, expected: y, quantile: quantile, reduction: reduction) }
    free("func hingeLoss(predicted: Tensor, expected: Tensor, squared: Bool = false, reduction: Reduction = .mean) -> Tensor", "max(0, 1 − y·predicted) for labels ±1, or 0 and 1.", "print(hingeLoss(predicted: Tensor([0.5]), expected: Tensor([1.0])))") { (p: Tensor, y: Tensor, squared: Bool, reduction: Reduction) in try Losses.hinge(predicted: p, expected: y, squared: squared, reduction: reduction) }
    free("func focalLoss(logits: Tensor, labels: Tensor, gamma: Double = 2, alpha: Double = 0.25, reduction: Reduction = .mean) -> Tensor", "α(1 − p)^γ (−log p) of the right answer's probability (Lin et al. 2017).", "print(focalLoss(logits: Tensor([2.0]), labels: Tensor([1.0])))") { (x: Tensor, y: Tensor, gamma: Double, alpha: Double, reduction: Reduction) in try Losses.focal(logits: x, labels: y, gamma: gamma, alpha: alpha, reduction: reduction) }
    free("func diceLoss(predicted: Tensor, expected: Tensor, smooth: Double = 1, reduction: Reduction = .mean) -> Tensor", "1 − (2Σpy + smooth) / (Σp + Σy + smooth) for each example, of probabilities and masks.", "print(diceLoss(predicted: Tensor([[0.9, 0.1]]), expected: Tensor([[1.0, 0]])))") { (p: Tensor, y: Tensor, smooth: Double, reduction: Reduction) in try Losses.dice(predicted: p, expected: y, smooth: smooth, reduction: reduction) }
    free("func gaussianKL(mean: Tensor, logVariance: Tensor, reduction: Reduction = .mean) -> Tensor", "−½ Σ(1 + log σ² − μ² − σ²), summed over the latent axis, averaged over the batch (Kingma and Welling 2014).", "print(gaussianKL(mean: Tensor([[1.0, 0]]), logVariance: Tensor([[0.0, 0]])))") { (mean: Tensor, variance: Tensor, reduction: Reduction) in try Losses.gaussianKL(mean: mean, logVariance: variance, reduction: reduction) }
    free("func ctcLoss(logits: Tensor, labels: Tensor, logitLengths: [Int]? = nil, labelLengths: [Int]? = nil, blank: Int = 0, reduction: Reduction = .mean) -> Tensor", "The loss of unsegmented sequences: logits [batch, frames, classes], labels [batch, length] (Graves et al. 2006; PyTorch's ctc_loss).", "print(ctcLoss(logits: Tensor.zeros(1, 4, 3), labels: Tensor([[1, 2]])))") { (logits: Tensor, labels: Tensor, inputs: [Int]?, outputs: [Int]?, blank: Int, reduction: Reduction) in
        try ConnectionistTemporalClassification.loss(logits: logits, labels: labels, logitLengths: inputs, labelLengths: outputs, blank: blank, reduction: reduction)
    }
}

private func declareEmbeddingLosses(_ table: DeclarationTable) {
    let free = Binder(table)
    let rows = "let a = Tensor([[1.0, 0], [0, 1]])\nlet b = Tensor([[1.0, 1], [0, 2]])\n"
    free("func cosineDistance(_ a: Tensor, _ b: Tensor, reduction: Reduction = .mean) -> Tensor", "1 − the cosine of the angle between rows.", rows + "print(cosineDistance(a, b, reduction: .none))") { (a: Tensor, b: Tensor, reduction: Reduction) in try Losses.cosineDistance(a, b, reduction: reduction) }
    free("func cosineEmbeddingLoss(_ a: Tensor, _ b: Tensor, labels: Tensor, margin: Double = 0, reduction: Reduction = .mean) -> Tensor", "1 − cos for pairs that belong together (label 1), max(0, cos − margin) for others (−1 or 0).", rows + "print(cosineEmbeddingLoss(a, b, labels: Tensor([1, -1])))") { (a: Tensor, b: Tensor, labels: Tensor, margin: Double, reduction: Reduction) in try Losses.cosineEmbedding(a, b, labels: labels, margin: margin, reduction: reduction) }
    free("func contrastiveLoss(_ a: Tensor, _ b: Tensor, labels: Tensor, margin: Double = 1, reduction: Reduction = .mean) -> Tensor", "½d² for pairs that belong together (label 1), ½max(0, margin − d)² for others (0) (Hadsell et al. 2006).", rows + "print(contrastiveLoss(a, b, labels: Tensor([1, 0])))") { (a: Tensor, b: Tensor, labels: Tensor, margin: Double, reduction: Reduction) in try Losses.contrastive(a, b, labels: labels, margin: margin, reduction: reduction) }
    free("func tripletLoss(anchor: Tensor, positive: Tensor, negative: Tensor, margin: Double = 1, reduction: Reduction = .mean) -> Tensor", "max(0, d(anchor, positive) − d(anchor, negative) + margin) (Schroff et al. 2015).", rows + "print(tripletLoss(anchor: a, positive: a, negative: b))") { (a: Tensor, p: Tensor, n: Tensor, margin: Double, reduction: Reduction) in try Losses.triplet(anchor: a, positive: p, negative: n, margin: margin, reduction: reduction) }
    free("func ntXent(_ z1: Tensor, _ z2: Tensor, temperature: Double = 0.5) -> Tensor", "SimCLR's loss of two views [batch, dimensions] of the same examples (Chen et al. 2020).", rows + "print(ntXent(a, b))") { (a: Tensor, b: Tensor, temperature: Double) in try Losses.ntXent(a, b, temperature: temperature) }
    free("func barlowTwins(_ z1: Tensor, _ z2: Tensor, lambda: Double = 5e-3) -> Tensor", "Σ(1 − Cᵢᵢ)² + λ Σ Cᵢⱼ² of the correlations between the features of two views (Zbontar et al. 2021).", rows + "print(barlowTwins(a, b))") { (a: Tensor, b: Tensor, lambda: Double) in try Losses.barlowTwins(a, b, lambda: lambda) }
    free("func clipLoss(image: Tensor, text: Tensor, temperature: Double = 0.07) -> Tensor", "Pictures that are to find their texts, and texts their pictures: the mean of both directions (Radford et al. 2021).", rows + "print(clipLoss(image: a, text: b))") { (a: Tensor, b: Tensor, temperature: Double) in try Losses.clip(image: a, text: b, temperature: temperature) }
}

/// Figures that `fit` reports.
func declareMetrics(_ table: DeclarationTable) {
    let metric = Binder.type(table, Metric.self, "struct Metric", "A figure that `fit` and `evaluate` report beside the loss.", "print(Metric.accuracy)", describe: { $0.name })
    for (value, words) in [
        (Metric.accuracy, "The part of the examples that are classified rightly."), (.precision, "Of what was predicted as a class, the part that belongs to it."), (.recall, "Of what belongs to a class, the part that was predicted as it."), (.f1, "The harmonic mean of precision and recall."),
        (.auc, "The area under the receiver operating characteristic."), (.averagePrecision, "The mean of the precision over the recall."), (.meanIoU, "The mean over the classes of intersection over union, for masks."), (.meanSquaredError, "(predicted − expected)²."),
        (.rootMeanSquaredError, "The square root of the mean of (predicted − expected)²."), (.meanAbsoluteError, "|predicted − expected|."), (.r2, "1 − Σ(y − p)² / Σ(y − ȳ)²."),
    ] {
        metric("static var \(value.name): Metric { get }", words, "print(Metric.\(value.name))") { () -> Metric in value }
    }
    metric("static func topK(_ k: Int) -> Metric", "The part of the examples whose class is among the k largest outputs.", "print(Metric.topK(5))") { (k: Int) -> Metric in .topK(k) }
    metric("static func custom(_ name: String, _ function: @escaping (Tensor, Tensor) throws -> Tensor) -> Metric", "A metric of one's own: a function of (predicted, expected) whose value is a scalar.", "print(Metric.custom(\"error\") { p, y in abs(p - y).max() })") { (name: String, function: CellClosure<Tensor, Tensor, Tensor>) -> Metric in
        let body = UncheckedClosure(function)
        return .custom(name) { try body.closure($0, $1) }
    }
    metric("init(stringLiteral name: String)", "The metric of that name.", "let metric: Metric = \"accuracy\"\nprint(metric)") { (name: String) -> Metric in Metric(name) }
}
