public import Tensors

/// A figure that `fit` and `evaluate` report beside the loss: `.accuracy`, `"accuracy"`.
public struct Metric: Sendable, ExpressibleByStringLiteral {
    package enum Kind: Sendable {
        case accuracy
        case topK(Int)
        case meanSquaredError
        case meanAbsoluteError
        case custom(@Sendable (Tensor, Tensor) throws -> Tensor)
        case unknown
    }

    package let kind: Kind
    /// The name in logs and histories.
    public let name: String

    package init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    public init(stringLiteral name: String) {
        self.init(name)
    }

    /// The metric with this name; that there is none is an error in `compile`.
    public init(_ name: String) {
        self = Metric.all.first { $0.name == name } ?? Metric(.unknown, name)
    }

    static let all: [Metric] = [.accuracy, .meanSquaredError, .meanAbsoluteError]

    /// The part of the examples that are classified rightly: by the largest output for several
    /// classes, by a probability of at least ½ for a single output.
    public static let accuracy = Metric(.accuracy, "accuracy")
    /// The part of the examples whose class is among the `k` largest outputs.
    public static func topK(_ k: Int) -> Metric { Metric(.topK(k), "top\(k)Accuracy") }
    /// The mean of (predicted − expected)².
    public static let meanSquaredError = Metric(.meanSquaredError, "meanSquaredError")
    /// The mean of |predicted − expected|.
    public static let meanAbsoluteError = Metric(.meanAbsoluteError, "meanAbsoluteError")

    /// A metric of one's own: a function of (predicted, expected) whose value is a scalar; batches
    /// count by their size.
    public static func custom(
        _ name: String, _ function: @escaping @Sendable (Tensor, Tensor) throws -> Tensor
    ) -> Metric {
        Metric(.custom(function), name)
    }
}
