public import Tensors

/// A figure that `fit` and `evaluate` report beside the loss: `.accuracy`, `"accuracy"`.
public struct Metric: Sendable, ExpressibleByStringLiteral {
    package enum Kind: Sendable {
        case accuracy
        case topK(Int)
        case meanSquaredError
        case rootMeanSquaredError
        case meanAbsoluteError
        case r2
        case precision
        case recall
        case f1
        case meanIoU
        case auc
        case averagePrecision
        case custom(@Sendable (Tensor, Tensor) throws -> Tensor)
        case unknown
    }

    package let kind: Kind
    /// The name in logs and histories.
    public let name: String
    /// Whoever made it may note here how.
    package var origin: (any Sendable)?

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

    static let all: [Metric] = [
        .accuracy, .precision, .recall, .f1, .auc, .averagePrecision, .meanIoU,
        .meanSquaredError, .rootMeanSquaredError, .meanAbsoluteError, .r2,
    ]

    /// The part of the examples that are classified rightly: by the largest output for several
    /// classes, by a probability of at least ½ for a single output.
    public static let accuracy = Metric(.accuracy, "accuracy")
    /// The part of the examples whose class is among the `k` largest outputs.
    public static func topK(_ k: Int) -> Metric { Metric(.topK(k), "top\(k)Accuracy") }
    /// The mean of (predicted − expected)².
    public static let meanSquaredError = Metric(.meanSquaredError, "meanSquaredError")
    /// The mean of |predicted − expected|.
    public static let meanAbsoluteError = Metric(.meanAbsoluteError, "meanAbsoluteError")

    /// The square root of the mean of (predicted − expected)².
    public static let rootMeanSquaredError = Metric(
        .rootMeanSquaredError, "rootMeanSquaredError")
    /// 1 − Σ(y − p)² / Σ(y − ȳ)².
    public static let r2 = Metric(.r2, "r2")
    /// Of what was predicted as a class, the part that belongs to it: of class 1 where outputs are
    /// yes or no, the mean over the classes elsewhere.
    public static let precision = Metric(.precision, "precision")
    /// Of what belongs to a class, the part that was predicted as it: of class 1 where outputs are
    /// yes or no, the mean over the classes elsewhere.
    public static let recall = Metric(.recall, "recall")
    /// The harmonic mean of precision and recall: of class 1 where outputs are yes or no, the mean
    /// over the classes elsewhere.
    public static let f1 = Metric(.f1, "f1")
    /// The mean over the classes of intersection over union, for masks.
    public static let meanIoU = Metric(.meanIoU, "meanIoU")
    /// The area under the receiver operating characteristic, for outputs that are yes or no.
    public static let auc = Metric(.auc, "auc")
    /// The mean of the precision over the recall, for outputs that are yes or no.
    public static let averagePrecision = Metric(.averagePrecision, "averagePrecision")

    /// A metric of one's own: a function of (predicted, expected) whose value is a scalar; batches
    /// count by their size.
    public static func custom(
        _ name: String, _ function: @escaping @Sendable (Tensor, Tensor) throws -> Tensor
    ) -> Metric {
        Metric(.custom(function), name)
    }
}
