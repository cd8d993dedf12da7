public import Tensors

/// Figures of classifications, with errors.
package enum ClassificationMetrics {
    private static func pairs(
        _ predicted: Tensor, _ expected: Tensor, _ operation: String
    ) throws(TensorError) -> [(predicted: Int, expected: Int)] {
        let a = try LabelList(predicted, operation).values
        let b = try LabelList(expected, operation).values
        guard a.count == b.count else {
            throw .shape(
                operation: operation, expected: "one prediction for each of \(b.count) labels",
                given: predicted.shape, help: nil)
        }
        guard !a.isEmpty else { throw .empty(operation: operation, shape: predicted.shape) }
        return Array(zip(a, b)).map { (predicted: $0, expected: $1) }
    }

    package static func accuracy(
        _ predicted: Tensor, _ expected: Tensor
    ) throws(TensorError) -> Double {
        let pairs = try pairs(predicted, expected, "accuracy")
        return Double(pairs.filter { $0.predicted == $0.expected }.count) / Double(pairs.count)
    }

    package static func confusionMatrix(
        _ predicted: Tensor, _ expected: Tensor, classes: Int? = nil
    ) throws(TensorError) -> Tensor {
        let operation = "confusionMatrix"
        let pairs = try pairs(predicted, expected, operation)
        let most = pairs.reduce(0) { max($0, $1.predicted, $1.expected) }
        let count = classes ?? most + 1
        guard count > 0, count <= 10_000 else {
            throw .domain(
                operation: operation, problem: "\(count) classes", help: "labels are class numbers")
        }
        for (row, pair) in pairs.enumerated() {
            for label in [pair.predicted, pair.expected] where label < 0 || label >= count {
                throw .label(operation: operation, label: label, row: row, classes: count)
            }
        }
        return try Tensor.filled([count, count], as: Int64.self) { out in
            out.update(repeating: 0)
            for pair in pairs { out[pair.expected * count + pair.predicted] += 1 }
        }
    }

    /// True positives, predicted positives and actual positives of each class.
    private static func counts(
        _ matrix: Tensor
    ) throws(TensorError) -> [(hits: Double, predicted: Double, actual: Double)] {
        let count = matrix.shape[0]
        return try matrix.withElements(as: Int64.self) { cells in
            (0..<count).map { c in
                var predicted: Int64 = 0
                var actual: Int64 = 0
                for other in 0..<count {
                    predicted += cells[other * count + c]
                    actual += cells[c * count + other]
                }
                return (Double(cells[c * count + c]), Double(predicted), Double(actual))
            }
        }
    }

    /// The mean over the classes that occur of a figure; 0 where it is 0 / 0, as scikit-learn has
    /// it.
    package static func macro(
        _ predicted: Tensor, _ expected: Tensor,
        _ figure: ((hits: Double, predicted: Double, actual: Double)) -> (Double, Double)
    ) throws(TensorError) -> Double {
        let counts = try counts(confusionMatrix(predicted, expected))
            .filter { $0.predicted + $0.actual > 0 }
        var sum = 0.0
        for count in counts {
            let (numerator, denominator) = figure(count)
            sum += denominator == 0 ? 0 : numerator / denominator
        }
        return sum / Double(max(counts.count, 1))
    }
}

/// The part of the labels that are predicted rightly.
///
/// Predictions are labels `[n]` or scores `[n, classes]`, of which the largest counts.
public func accuracy(predicted: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.accuracy(predicted, expected)
    }
}

/// How often each class was taken for each: row i, column j counts examples of class i that were
/// predicted as j. int64 `[classes, classes]`, as scikit-learn's.
public func confusionMatrix(predicted: Tensor, expected: Tensor, classes: Int? = nil) -> Tensor {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.confusionMatrix(predicted, expected, classes: classes)
    }
}

/// Of what was predicted as a class, the part that belongs to it: the mean over the classes.
public func precision(predicted: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.macro(predicted, expected) { ($0.hits, $0.predicted) }
    }
}

/// Of what belongs to a class, the part that was predicted as it: the mean over the classes.
public func recall(predicted: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.macro(predicted, expected) { ($0.hits, $0.actual) }
    }
}

/// The harmonic mean of precision and recall: the mean over the classes.
public func f1Score(predicted: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.macro(predicted, expected) {
            (2 * $0.hits, $0.predicted + $0.actual)
        }
    }
}
