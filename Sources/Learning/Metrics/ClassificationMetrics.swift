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

    /// What the figures of a class are made of.
    package typealias Counts = (hits: Double, predicted: Double, actual: Double)

    /// True positives, predicted positives and actual positives of each class.
    private static func counts(
        _ matrix: Tensor
    ) throws(TensorError) -> [Counts] {
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

    /// The same of the labels that occur, whatever numbers they are (−1 and 1, say), with the labels in order.
    static func counts(
        _ predicted: Tensor, _ expected: Tensor, _ operation: String
    ) throws(TensorError) -> (labels: [Int], counts: [Counts]) {
        let pairs = try pairs(predicted, expected, operation)
        var all: [Int: Counts] = [:]
        for pair in pairs {
            if pair.predicted == pair.expected { all[pair.expected, default: (0, 0, 0)].hits += 1 }
            all[pair.predicted, default: (0, 0, 0)].predicted += 1
            all[pair.expected, default: (0, 0, 0)].actual += 1
        }
        let labels = all.keys.sorted()
        return (labels, labels.map { all[$0] ?? (0, 0, 0) })
    }

    /// A figure of each class put together; 0 where it is 0 / 0, as scikit-learn has it.
    package static func figure(
        _ predicted: Tensor, _ expected: Tensor, _ average: Averaging, _ operation: String,
        _ figure: (Counts) -> (Double, Double)
    ) throws(TensorError) -> Double {
        var (labels, counts) = try counts(predicted, expected, operation)
        if average == .binary, labels.count < 2 || labels.last == 1 {
            // Class 1 stands second, also where only one of the classes occurs.
            if labels == [1] { counts.insert((0, 0, 0), at: 0) }
        } else if average == .binary, labels.count == 2 {
            throw .domain(
                operation: operation, problem: "'.binary' of the classes \(labels[0]) and \(labels[1])",
                help: "its positive class is 1; use .macro, .micro or .weighted")
        }
        return try self.figure(of: counts, average, figure)
    }

    /// A figure of classes whose examples have been counted.
    package static func figure(
        of all: [Counts], _ average: Averaging, _ figure: (Counts) -> (Double, Double)
    ) throws(TensorError) -> Double {
        func ratio(_ counts: Counts) -> Double {
            let (numerator, denominator) = figure(counts)
            return denominator == 0 ? 0 : numerator / denominator
        }
        let present = all.filter { $0.predicted + $0.actual > 0 }
        switch average {
        case .macro:
            return present.reduce(0) { $0 + ratio($1) } / Double(max(present.count, 1))
        case .weighted:
            let total = present.reduce(0) { $0 + $1.actual }
            return present.reduce(0) { $0 + ratio($1) * $1.actual } / max(total, 1)
        case .micro:
            return ratio(
                present.reduce((0, 0, 0)) {
                    ($0.hits + $1.hits, $0.predicted + $1.predicted, $0.actual + $1.actual)
                })
        case .binary:
            guard all.count <= 2 else {
                throw .domain(
                    operation: "average", problem: "'.binary' of \(all.count) classes",
                    help: "use .macro, .micro or .weighted")
            }
            return all.count == 2 ? ratio(all[1]) : 0
        }
    }

    package static func precision(
        _ predicted: Tensor, _ expected: Tensor, _ average: Averaging
    ) throws(TensorError) -> Double {
        try figure(predicted, expected, average, "precision") { ($0.hits, $0.predicted) }
    }

    package static func recall(
        _ predicted: Tensor, _ expected: Tensor, _ average: Averaging
    ) throws(TensorError) -> Double {
        try figure(predicted, expected, average, "recall") { ($0.hits, $0.actual) }
    }

    package static func f1Score(
        _ predicted: Tensor, _ expected: Tensor, _ average: Averaging
    ) throws(TensorError) -> Double {
        try figure(predicted, expected, average, "f1Score") { (2 * $0.hits, $0.predicted + $0.actual) }
    }

    /// The mean of the classes' recalls, of classes that occur.
    package static func balancedAccuracy(
        _ predicted: Tensor, _ expected: Tensor
    ) throws(TensorError) -> Double {
        let present = try counts(predicted, expected, "balancedAccuracy").counts.filter { $0.actual > 0 }
        return present.reduce(0) { $0 + $1.hits / $1.actual } / Double(max(present.count, 1))
    }

    package static func matthewsCorrelation(
        _ predicted: Tensor, _ expected: Tensor
    ) throws(TensorError) -> Double {
        let counts = try counts(predicted, expected, "matthewsCorrelation").counts
        let hits = counts.reduce(0) { $0 + $1.hits }
        let total = counts.reduce(0) { $0 + $1.actual }
        let both = counts.reduce(0) { $0 + $1.predicted * $1.actual }
        let p = counts.reduce(0) { $0 + $1.predicted * $1.predicted }
        let a = counts.reduce(0) { $0 + $1.actual * $1.actual }
        let scale = ((total * total - p) * (total * total - a)).squareRoot()
        return scale == 0 ? 0 : (hits * total - both) / scale
    }

    package static func cohensKappa(
        _ predicted: Tensor, _ expected: Tensor
    ) throws(TensorError) -> Double {
        let counts = try counts(predicted, expected, "cohensKappa").counts
        let total = counts.reduce(0) { $0 + $1.actual }
        let observed = counts.reduce(0) { $0 + $1.hits } / total
        let chance = counts.reduce(0) { $0 + $1.predicted * $1.actual } / (total * total)
        return chance == 1 ? .nan : (observed - chance) / (1 - chance)
    }

    /// The mean over the classes of intersection over union; classes that occur nowhere do not
    /// count.
    package static func meanIoU(
        _ predicted: Tensor, _ expected: Tensor, classes: Int?
    ) throws(TensorError) -> Double {
        let (p, y) = try masks(predicted, expected)
        return meanIoU(of: try counts(confusionMatrix(p, y, classes: classes)))
    }

    /// The same of classes whose examples have been counted.
    package static func meanIoU(of all: [Counts]) -> Double {
        let present = all.filter { $0.predicted + $0.actual > 0 }
        let sum = present.reduce(0) { $0 + $1.hits / ($1.predicted + $1.actual - $1.hits) }
        return sum / Double(max(present.count, 1))
    }

    /// Masks of any shape as lists of labels; scores along a last axis become their largest.
    private static func masks(
        _ predicted: Tensor, _ expected: Tensor
    ) throws(TensorError) -> (Tensor, Tensor) {
        var p = predicted
        if p.rank == expected.rank + 1 { p = try Checked.argmax(p, axis: -1) }
        guard p.shape == expected.shape else {
            throw .shape(
                operation: "meanIoU", expected: "masks of the labels' shape \(expected.shape)",
                given: predicted.shape, help: nil)
        }
        return (try Checked.flattened(p), try Checked.flattened(expected))
    }

    package static func topKAccuracy(
        _ scores: Tensor, _ expected: Tensor, k: Int
    ) throws(TensorError) -> Double {
        let labels = try LabelList(expected, "topKAccuracy").values
        guard scores.rank == 2, scores.shape[0] == labels.count, scores.shape[1] > 0 else {
            throw .shape(
                operation: "topKAccuracy",
                expected: "scores [\(labels.count), classes], a row for each label",
                given: scores.shape, help: nil)
        }
        guard k > 0 else {
            throw .domain(
                operation: "topKAccuracy", problem: "k must be at least 1, given \(k)", help: nil)
        }
        let classes = scores.shape[1]
        for (row, label) in labels.enumerated() where label < 0 || label >= classes {
            throw .label(operation: "topKAccuracy", label: label, row: row, classes: classes)
        }
        let values = try Checked.scalars(Checked.asType(scores, .float64), as: Double.self)
        var hits = 0
        for (row, label) in labels.enumerated() {
            let own = values[row * classes + label]
            // As scikit-learn breaks ties: of equal scores the later class comes first.
            var above = 0
            for c in 0..<classes where c != label {
                let other = values[row * classes + c]
                if other > own || (other == own && c > label) { above += 1 }
            }
            if above < k { hits += 1 }
        }
        return Double(hits) / Double(max(labels.count, 1))
    }
}

/// How the figures of several classes become one.
public enum Averaging: String, Sendable, CaseIterable {
    /// The mean over the classes.
    case macro
    /// All examples counted together.
    case micro
    /// The mean over the classes by their numbers of examples.
    case weighted
    /// Class 1 of the classes 0 and 1.
    case binary
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

/// Of what was predicted as a class, the part that belongs to it.
public func precision(
    predicted: Tensor, expected: Tensor, average: Averaging = .macro
) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.precision(predicted, expected, average)
    }
}

/// Of what belongs to a class, the part that was predicted as it.
public func recall(predicted: Tensor, expected: Tensor, average: Averaging = .macro) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.recall(predicted, expected, average)
    }
}

/// The harmonic mean of precision and recall.
public func f1Score(predicted: Tensor, expected: Tensor, average: Averaging = .macro) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.f1Score(predicted, expected, average)
    }
}

/// The mean of the classes' recalls.
public func balancedAccuracy(predicted: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.balancedAccuracy(predicted, expected)
    }
}

/// The correlation between prediction and truth, −1 to 1 (Matthews 1975).
public func matthewsCorrelation(predicted: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.matthewsCorrelation(predicted, expected)
    }
}

/// Agreement beyond chance (Cohen 1960).
public func cohensKappa(predicted: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.cohensKappa(predicted, expected)
    }
}

/// The part of the examples whose class is among the `k` greatest scores `[n, classes]`.
public func topKAccuracy(scores: Tensor, expected: Tensor, k: Int = 5) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.topKAccuracy(scores, expected, k: k)
    }
}

/// The mean over the classes of intersection over union, of masks of one shape, or of scores along
/// one axis more.
public func meanIoU(predicted: Tensor, expected: Tensor, classes: Int? = nil) -> Double {
    orEnd { () throws(TensorError) in
        try ClassificationMetrics.meanIoU(predicted, expected, classes: classes)
    }
}
