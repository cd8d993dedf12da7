public import Tensors

/// What `fit` makes small, as `compile` takes it: `.meanSquaredError`, `"meanSquaredError"`, or a
/// function of one's own.
///
/// The cross-entropies take probabilities, as Keras' do, or logits with `(fromLogits: true)`. Where
/// the probabilities come from a final softmax or sigmoid layer the loss is computed from what went
/// into it, which is exact where a probability rounds to 0 or 1.
public struct Loss: Sendable, ExpressibleByStringLiteral {
    package enum Kind: Sendable {
        case sparseCategoricalCrossentropy(fromLogits: Bool, smoothing: Double)
        case categoricalCrossentropy(fromLogits: Bool, smoothing: Double)
        case binaryCrossentropy(fromLogits: Bool, smoothing: Double)
        case meanSquaredError
        case meanAbsoluteError
        case huber(delta: Double)
        /// A value for each element or each row, of outputs and targets of one shape.
        case each(@Sendable (Tensor, Tensor) throws -> Tensor)
        case custom(@Sendable (Tensor, Tensor) throws -> Tensor)
        case unknown(String)
    }

    package let kind: Kind
    /// Whoever made it may note here how.
    package var origin: (any Sendable)?
    /// The loss's name, as it is spelled after the dot.
    public let name: String

    package init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// The loss with this name, as it is spelled after the dot.
    public init(stringLiteral name: String) {
        self.init(name)
    }

    /// The loss with this name; that there is none is an error in `compile`.
    public init(_ name: String) {
        self = Loss.all.first { $0.name == name } ?? Loss(.unknown(name), name)
    }

    static let all: [Loss] = [
        .sparseCategoricalCrossentropy, .categoricalCrossentropy, .binaryCrossentropy,
        .meanSquaredError, .meanAbsoluteError, .huber, .meanAbsolutePercentageError,
        .meanSquaredLogarithmicError, .logCosh, .poisson, .hinge, .squaredHinge,
        .categoricalHinge, .kullbackLeiblerDivergence, .cosineSimilarity, .focal, .dice,
    ]

    /// −log p[label], for integer labels.
    public static let sparseCategoricalCrossentropy = sparseCategoricalCrossentropy(
        fromLogits: false)
    /// −Σ y·log p, for one-hot labels.
    public static let categoricalCrossentropy = categoricalCrossentropy(fromLogits: false)
    /// −y·log p − (1 − y)·log(1 − p).
    public static let binaryCrossentropy = binaryCrossentropy(fromLogits: false)
    /// (predicted − expected)²
    public static let meanSquaredError = Loss(.meanSquaredError, "meanSquaredError")
    /// |predicted − expected|
    public static let meanAbsoluteError = Loss(.meanAbsoluteError, "meanAbsoluteError")
    /// ½d² for |d| ≤ 1, |d| − ½ beyond.
    public static let huber = huber(delta: 1)
    /// 100·|expected − predicted| / |expected|, as Keras has it.
    public static let meanAbsolutePercentageError = Loss(
        .each { try Losses.percentageErrors($0, $1).tensor }, "meanAbsolutePercentageError")
    /// (log(1 + predicted) − log(1 + expected))², as Keras has it.
    public static let meanSquaredLogarithmicError = Loss(
        .each { try Losses.logarithmicErrors($0, $1).tensor }, "meanSquaredLogarithmicError")
    /// log cosh(predicted − expected).
    public static let logCosh = Loss(.each { try Losses.logCoshes($0, $1).tensor }, "logCosh")
    /// predicted − expected·log(predicted), as Keras has it.
    public static let poisson = Loss(
        .each { try Losses.poissons($0, $1, log: false).tensor }, "poisson")
    /// max(0, 1 − y·predicted) for labels ±1, or 0 and 1.
    public static let hinge = Loss(.each { try Losses.hinges($0, $1).tensor }, "hinge")
    /// max(0, 1 − y·predicted)² for labels ±1, or 0 and 1.
    public static let squaredHinge = Loss(
        .each { try Losses.hinges($0, $1).squared().tensor }, "squaredHinge")
    /// max(0, 1 + the greatest score of a wrong class − the right class's), for one-hot labels.
    public static let categoricalHinge = Loss(
        .each { try Losses.categoricalHinges($0, $1).tensor }, "categoricalHinge")
    /// Σ y·log(y / p) along the last axis.
    public static let kullbackLeiblerDivergence = Loss(
        .each { try Losses.divergences($0, $1).tensor }, "kullbackLeiblerDivergence")
    /// −cos of the angle between predicted and expected along the last axis, as Keras has it.
    public static let cosineSimilarity = Loss(
        .each { try (-Losses.cosines($0, $1)).tensor }, "cosineSimilarity")
    /// The focal loss of binary probabilities, γ = 2, α = 0.25.
    public static let focal = focal()
    /// 1 − the Dice coefficient of probabilities.
    public static let dice = dice()

    /// −log p[label], for integer labels. `labelSmoothing` gives that part of the probability to all
    /// classes alike.
    public static func sparseCategoricalCrossentropy(
        fromLogits: Bool = false, labelSmoothing: Double = 0
    ) -> Loss {
        Loss(
            .sparseCategoricalCrossentropy(fromLogits: fromLogits, smoothing: labelSmoothing),
            "sparseCategoricalCrossentropy")
    }

    /// −Σ y·log p, for one-hot labels. `labelSmoothing` gives that part of the probability to all
    /// classes alike.
    public static func categoricalCrossentropy(
        fromLogits: Bool = false, labelSmoothing: Double = 0
    ) -> Loss {
        Loss(
            .categoricalCrossentropy(fromLogits: fromLogits, smoothing: labelSmoothing),
            "categoricalCrossentropy")
    }

    /// −y·log p − (1 − y)·log(1 − p). `labelSmoothing` draws the labels that far to ½.
    public static func binaryCrossentropy(
        fromLogits: Bool = false, labelSmoothing: Double = 0
    ) -> Loss {
        Loss(
            .binaryCrossentropy(fromLogits: fromLogits, smoothing: labelSmoothing),
            "binaryCrossentropy")
    }

    /// ½d² for |d| ≤ delta, delta·(|d| − ½delta) beyond (Huber 1964; PyTorch's `HuberLoss`).
    public static func huber(delta: Double) -> Loss {
        Loss(.huber(delta: delta), "huber")
    }

    /// α(1 − p)^γ·(−log p) of the right answer's probability (Lin et al. 2017); of probabilities, or
    /// of logits.
    public static func focal(
        gamma: Double = 2, alpha: Double = 0.25, fromLogits: Bool = false
    ) -> Loss {
        Loss(
            .each { outputs, targets in
                try Losses.focals(
                    fromLogits ? outputs : Losses.logits(of: outputs), targets, gamma, alpha
                ).tensor
            }, "focal")
    }

    /// 1 − (2Σpy + smooth) / (Σp + Σy + smooth) for each example, of probabilities (Milletari et al.
    /// 2016), or of logits.
    public static func dice(smooth: Double = 1, fromLogits: Bool = false) -> Loss {
        Loss(
            .each {
                try Losses.dices(
                    fromLogits ? Checked.sigmoid($0) : $0, $1, smooth: smooth
                ).tensor
            }, "dice")
    }

    /// The part `quantile` of the errors is to lie above: max(q·d, (q − 1)·d), d = expected −
    /// predicted (Koenker and Bassett 1978).
    public static func quantile(_ quantile: Double) -> Loss {
        Loss(.each { try Losses.quantiles($0, $1, quantile).tensor }, "quantile")
    }

    /// A loss of one's own: a function of (predicted, expected) whose value is a scalar, or one number
    /// for each example where they are to be weighted.
    public static func custom(
        _ name: String = "custom", _ function: @escaping @Sendable (Tensor, Tensor) throws -> Tensor
    ) -> Loss {
        Loss(.custom(function), name)
    }
}
