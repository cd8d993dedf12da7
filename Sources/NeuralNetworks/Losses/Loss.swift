public import Tensors

/// What `fit` makes small, as `compile` takes it: `.meanSquaredError`, `"meanSquaredError"`, or a
/// function of one's own.
///
/// The cross-entropies take probabilities, as Keras' do, or logits with `(fromLogits: true)`. Where
/// the probabilities come from a final softmax or sigmoid layer the loss is computed from what went
/// into it, which is exact where a probability rounds to 0 or 1.
public struct Loss: Sendable, ExpressibleByStringLiteral {
    package enum Kind: Sendable {
        case sparseCategoricalCrossentropy(fromLogits: Bool)
        case categoricalCrossentropy(fromLogits: Bool)
        case binaryCrossentropy(fromLogits: Bool)
        case meanSquaredError
        case meanAbsoluteError
        case huber(delta: Double)
        case custom(@Sendable (Tensor, Tensor) throws -> Tensor)
        case unknown(String)
    }

    package let kind: Kind
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
        .meanSquaredError, .meanAbsoluteError, .huber,
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

    /// −log p[label], for integer labels.
    public static func sparseCategoricalCrossentropy(fromLogits: Bool) -> Loss {
        Loss(
            .sparseCategoricalCrossentropy(fromLogits: fromLogits), "sparseCategoricalCrossentropy")
    }

    /// −Σ y·log p, for one-hot labels.
    public static func categoricalCrossentropy(fromLogits: Bool) -> Loss {
        Loss(.categoricalCrossentropy(fromLogits: fromLogits), "categoricalCrossentropy")
    }

    /// −y·log p − (1 − y)·log(1 − p).
    public static func binaryCrossentropy(fromLogits: Bool) -> Loss {
        Loss(.binaryCrossentropy(fromLogits: fromLogits), "binaryCrossentropy")
    }

    /// ½d² for |d| ≤ delta, delta·(|d| − ½delta) beyond (Huber 1964; PyTorch's `HuberLoss`).
    public static func huber(delta: Double) -> Loss {
        Loss(.huber(delta: delta), "huber")
    }

    /// A loss of one's own: a function of (predicted, expected) whose value is a scalar.
    public static func custom(
        _ name: String = "custom", _ function: @escaping @Sendable (Tensor, Tensor) throws -> Tensor
    ) -> Loss {
        Loss(.custom(function), name)
    }
}
