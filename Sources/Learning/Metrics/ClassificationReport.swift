public import Tensors

/// How well each class is predicted: precision, recall, F1 score and number of examples, and their means.
///
/// Printed as a table in scikit-learn's form:
///
///     print(classificationReport(predicted: model.predict(x), expected: y))
///
/// A figure that is 0 / 0 is 0.
public struct ClassificationReport: Sendable, Equatable, CustomStringConvertible {
    /// The labels that occur among predictions and truth, in order.
    public let labels: [Int]
    /// What the labels are called in the table.
    public let names: [String]
    /// Of what was predicted as a class, the part that belongs to it; one for each of ``labels``.
    public let precision: [Double]
    /// Of what belongs to a class, the part that was predicted as it.
    public let recall: [Double]
    /// The harmonic means of precision and recall.
    public let f1Score: [Double]
    /// How many examples belong to each class.
    public let support: [Int]
    /// The part of all examples that is predicted rightly.
    public let accuracy: Double

    package init(
        checking predicted: Tensor, expected: Tensor, names: [String]? = nil
    ) throws(TensorError) {
        let operation = "classificationReport"
        let (labels, counts) = try ClassificationMetrics.counts(predicted, expected, operation)
        if let names, names.count != labels.count {
            throw .domain(
                operation: operation, problem: "\(names.count) names for \(labels.count) classes",
                help: "the labels that occur are \(labels.map(String.init).joined(separator: ", "))")
        }
        func ratio(_ part: Double, _ whole: Double) -> Double { whole == 0 ? 0 : part / whole }
        self.labels = labels
        self.names = names ?? labels.map(String.init)
        precision = counts.map { ratio($0.hits, $0.predicted) }
        recall = counts.map { ratio($0.hits, $0.actual) }
        f1Score = counts.map { ratio(2 * $0.hits, $0.predicted + $0.actual) }
        support = counts.map { Int($0.actual) }
        accuracy = ratio(counts.reduce(0) { $0 + $1.hits }, counts.reduce(0) { $0 + $1.actual })
    }

    /// The table: a row for each class, then accuracy and the means.
    public var description: String {
        let total = support.reduce(0, +)
        let width = max(12, names.map(\.count).max() ?? 0)
        func right(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        func line(_ name: String, _ cells: [String]) -> String {
            right(name, width) + " " + cells.map { right($0, 10) }.joined()
        }
        func row(_ name: String, _ figures: [Double?], _ support: Int) -> String {
            line(name, figures.map { $0.map(Self.rounded) ?? "" } + [String(support)])
        }
        func means(_ weights: [Double]) -> [Double?] {
            let sum = weights.reduce(0, +)
            return [precision, recall, f1Score].map { figures in
                sum == 0 ? 0 : zip(figures, weights).reduce(0) { $0 + $1.0 * $1.1 } / sum
            }
        }
        var lines = [
            line("", ["precision", "recall", "f1-score", "support"]), "",
        ]
        lines += labels.indices.map { row(names[$0], [precision[$0], recall[$0], f1Score[$0]], support[$0]) }
        lines += [
            "", row("accuracy", [nil, nil, accuracy], total),
            row("macro avg", means(labels.map { _ in 1 }), total),
            row("weighted avg", means(support.map(Double.init)), total),
        ]
        return lines.joined(separator: "\n")
    }

    /// Two decimals, rounded as C does: what the multiplication lost decides where it gave a half.
    private static func rounded(_ figure: Double) -> String {
        let scaled = figure * 100
        let lost = (-scaled).addingProduct(figure, 100)
        let isHalf = scaled - scaled.rounded(.down) == 0.5
        let rule: FloatingPointRoundingRule = !isHalf || lost == 0 ? .toNearestOrEven : lost > 0 ? .up : .down
        let hundredths = Int(scaled.rounded(rule))
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

/// Precision, recall, F1 score and number of examples of each class, with their means.
///
/// Predictions are labels `[n]` or scores `[n, classes]`, of which the largest counts; `names` are those of the
/// labels that occur, in order. The figures and the table are scikit-learn's `classification_report`.
public func classificationReport(
    predicted: Tensor, expected: Tensor, names: [String]? = nil
) -> ClassificationReport {
    orEnd { () throws(TensorError) in
        try ClassificationReport(checking: predicted, expected: expected, names: names)
    }
}
