public import Tensors

/// Figures of scores, over all thresholds.
package enum RankingMetrics {
    /// Scores in descending order with their labels.
    private static func ordered(
        _ scores: Tensor, _ expected: Tensor, _ operation: String
    ) throws(TensorError) -> [(score: Double, positive: Bool)] {
        guard scores.count == expected.count else {
            throw .shape(
                operation: operation, expected: "one score for each of \(expected.count) labels",
                given: scores.shape, help: nil)
        }
        let values = try Checked.scalars(Checked.asType(scores, .float64), as: Double.self)
        let labels = try Checked.scalars(Checked.asType(expected, .float64), as: Double.self)
        for (row, label) in labels.enumerated() where label != 0 && label != 1 {
            throw .label(operation: operation, label: abs(label) < 1e15 ? Int(label) : -1, row: row, classes: 2)
        }
        if values.contains(where: \.isNaN) {
            throw .domain(operation: operation, problem: "a score is NaN", help: nil)
        }
        return zip(values, labels).map { (score: $0, positive: $1 == 1) }
            .sorted { $0.score > $1.score }
    }

    /// After each distinct score: true and false positives so far, and the score.
    private static func steps(
        _ ordered: [(score: Double, positive: Bool)]
    ) -> [(hits: Double, alarms: Double, threshold: Double)] {
        var result: [(hits: Double, alarms: Double, threshold: Double)] = []
        var (hits, alarms) = (0.0, 0.0)
        for (index, item) in ordered.enumerated() {
            if item.positive { hits += 1 } else { alarms += 1 }
            if index + 1 == ordered.count || ordered[index + 1].score != item.score {
                result.append((hits, alarms, item.score))
            }
        }
        return result
    }

    package static func roc(
        _ scores: Tensor, _ expected: Tensor
    ) throws(TensorError) -> ROCCurve {
        let ordered = try ordered(scores, expected, "rocCurve")
        let positives = Double(ordered.count(where: \.positive))
        let negatives = Double(ordered.count) - positives
        guard positives > 0, negatives > 0 else {
            throw .domain(
                operation: "rocCurve", problem: "all labels are \(positives > 0 ? 1 : 0)",
                help: "a curve needs examples of both classes")
        }
        let steps = [(hits: 0.0, alarms: 0.0, threshold: Double.infinity)] + steps(ordered)
        var area = 0.0
        for (a, b) in zip(steps, steps.dropFirst()) {
            area += (b.alarms - a.alarms) * (a.hits + b.hits) / 2
        }
        return ROCCurve(
            falsePositiveRate: try tensor(steps.map { $0.alarms / negatives }),
            truePositiveRate: try tensor(steps.map { $0.hits / positives }),
            thresholds: try tensor(steps.map(\.threshold)), area: area / (positives * negatives))
    }

    package static func precisionRecall(
        _ scores: Tensor, _ expected: Tensor
    ) throws(TensorError) -> PrecisionRecallCurve {
        let ordered = try ordered(scores, expected, "precisionRecallCurve")
        let positives = Double(ordered.count(where: \.positive))
        guard positives > 0 else {
            throw .domain(
                operation: "precisionRecallCurve", problem: "no label is 1", help: nil)
        }
        let steps = steps(ordered)
        var (precision, recall, thresholds) = ([Double](), [Double](), [Double]())
        var average = 0.0
        var before = 0.0
        for step in steps {
            let p = step.hits / (step.hits + step.alarms)
            let r = step.hits / positives
            average += p * (r - before)
            before = r
            precision.append(p)
            recall.append(r)
            thresholds.append(step.threshold)
        }
        return PrecisionRecallCurve(
            precision: try tensor(precision.reversed() + [1]),
            recall: try tensor(recall.reversed() + [0]),
            thresholds: try tensor(thresholds.reversed()), averagePrecision: average)
    }

    /// The mean over the classes of a figure of scores [n, classes], each class against all others; the figure itself of
    /// scores of class 1. Of two classes' scores those of class 1 count.
    private static func oneAgainstRest(
        _ scores: Tensor, _ expected: Tensor, _ operation: String,
        _ figure: (Tensor, Tensor) throws(TensorError) -> Double
    ) throws(TensorError) -> Double {
        guard scores.rank == 2, scores.shape[1] > 1, scores.shape[0] == expected.count else {
            return try figure(scores, expected)
        }
        let classes = scores.shape[1]
        func column(_ c: Int) throws(TensorError) -> Tensor { try Checked.subscript(scores, [.rest, .at(c)]) }
        if classes == 2 { return try figure(column(1), expected) }
        let labels = try LabelList(Checked.flattened(expected), operation).values
        for (row, label) in labels.enumerated() where label < 0 || label >= classes {
            throw .label(operation: operation, label: label, row: row, classes: classes)
        }
        var sum = 0.0
        for c in 0..<classes {
            let own = labels.map { $0 == c ? 1 : 0 }
            guard own.contains(1), own.contains(0) else {
                throw .domain(
                    operation: operation, problem: "\(own.contains(1) ? "all labels are" : "no label is") \(c)",
                    help: "the mean over the classes needs examples of each of the \(classes)")
            }
            sum += try figure(column(c), Checked.tensor(own, shape: [own.count]))
        }
        return sum / Double(classes)
    }

    /// The area under the curve; of several classes the mean (scikit-learn's `roc_auc_score`, one against the rest).
    package static func area(_ scores: Tensor, _ expected: Tensor) throws(TensorError) -> Double {
        try oneAgainstRest(scores, expected, "rocAUC") { (s, y) throws(TensorError) in try roc(s, y).area }
    }

    /// The mean of the precision over the recall; of several classes the mean.
    package static func averagePrecision(_ scores: Tensor, _ expected: Tensor) throws(TensorError) -> Double {
        try oneAgainstRest(scores, expected, "averagePrecision") { (s, y) throws(TensorError) in
            try precisionRecall(s, y).averagePrecision
        }
    }

    private static func tensor(_ values: [Double]) throws(TensorError) -> Tensor {
        try Checked.tensor(values, shape: [values.count], dtype: .float64)
    }

    /// −mean log p of the right class, p kept off 0 and 1 by
    /// the smallest step of float64, as scikit-learn keeps it.
    package static func logLoss(
        _ probabilities: Tensor, _ expected: Tensor
    ) throws(TensorError) -> Double {
        let labels = try LabelList(
            expected.rank == 1 ? expected : Checked.flattened(expected), "logLoss").values
        let values = try Checked.scalars(Checked.asType(probabilities, .float64), as: Double.self)
        let isBinary = values.count == labels.count
        let classes = isBinary ? 2 : labels.isEmpty ? 0 : values.count / labels.count
        guard !labels.isEmpty, isBinary || classes * labels.count == values.count else {
            throw .shape(
                operation: "logLoss",
                expected: "probabilities [\(labels.count)] or [\(labels.count), classes]",
                given: probabilities.shape, help: nil)
        }
        var sum = 0.0
        for (row, label) in labels.enumerated() {
            guard label >= 0, label < classes else {
                throw .label(operation: "logLoss", label: label, row: row, classes: classes)
            }
            let p =
                isBinary
                ? (label == 1 ? values[row] : 1 - values[row]) : values[row * classes + label]
            sum -= logarithm(min(max(p, Double.ulpOfOne), 1 - Double.ulpOfOne))
        }
        return sum / Double(labels.count)
    }
}

/// The receiver operating characteristic: how many of the positive are found for how many false
/// alarms, over all thresholds.
public struct ROCCurve: Sendable {
    /// False alarms as a part of the negative, from 0 to 1.
    public let falsePositiveRate: Tensor
    /// Found as a part of the positive, from 0 to 1.
    public let truePositiveRate: Tensor
    /// The score from which on an example counts as positive; the first is infinite.
    public let thresholds: Tensor
    /// The area under the curve.
    public let area: Double
}

/// How much of what is found is right, for how much is found, over all thresholds.
public struct PrecisionRecallCurve: Sendable {
    public let precision: Tensor
    public let recall: Tensor
    public let thresholds: Tensor
    /// The mean of the precision over the recall, in steps.
    public let averagePrecision: Double
}

/// The receiver operating characteristic of scores and labels 0 and 1; all thresholds, as
/// scikit-learn's `roc_curve` without leaving any out.
public func rocCurve(scores: Tensor, expected: Tensor) -> ROCCurve {
    orEnd { () throws(TensorError) in try RankingMetrics.roc(scores, expected) }
}

/// The area under the receiver operating characteristic of scores `[n]` and labels 0 and 1; of scores `[n, classes]` the
/// mean over the classes, each against all others (scikit-learn's `roc_auc_score`).
public func rocAUC(scores: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in try RankingMetrics.area(scores, expected) }
}

/// Precision and recall over all thresholds (scikit-learn's `precision_recall_curve`).
public func precisionRecallCurve(scores: Tensor, expected: Tensor) -> PrecisionRecallCurve {
    orEnd { () throws(TensorError) in try RankingMetrics.precisionRecall(scores, expected) }
}

/// Σ (Rᵢ − Rᵢ₋₁)·Pᵢ over the thresholds; of scores `[n, classes]` the mean over the classes (scikit-learn's
/// `average_precision_score`).
public func averagePrecision(scores: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in try RankingMetrics.averagePrecision(scores, expected) }
}

/// −mean log p of the right class, of probabilities `[n]` of class 1 or `[n, classes]`
/// (scikit-learn's `log_loss`).
public func logLoss(probabilities: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in try RankingMetrics.logLoss(probabilities, expected) }
}
