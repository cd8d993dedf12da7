import Learning
import Tensors

/// A metric's sum over the batches of an epoch.
struct MetricAccumulator {
    let metric: Metric
    /// Outputs are logits, so that ½ lies at 0.
    let isLogits: Bool
    /// The loss is binary, so that each output is a yes or no of its own.
    let isBinary: Bool
    private var sum = 0.0
    private var weight = 0.0
    /// Sums of y and y², for figures that are relative to the values' spread.
    private var valueSum = 0.0
    private var squareSum = 0.0
    /// The examples of each class, counted.
    private var counts: [ClassificationMetrics.Counts] = []
    /// All outputs and labels of the epoch, for figures over all thresholds.
    private var scores: [Float] = []
    private var labels: [Float] = []
    private var isYesOrNo = false

    init(_ metric: Metric, _ loss: Loss) {
        self.metric = metric
        switch loss.kind {
        case .binaryCrossentropy(let fromLogits, _): (isBinary, isLogits) = (true, fromLogits)
        default: (isBinary, isLogits) = (false, false)
        }
    }

    /// The figure of all that was added; NaN of nothing, and where it is not defined.
    var value: Double {
        switch metric.kind {
        case .rootMeanSquaredError: return weight == 0 ? .nan : (sum / weight).squareRoot()
        case .r2:
            let spread = squareSum - valueSum * valueSum / max(weight, 1)
            return spread > 0 ? 1 - sum / spread : .nan
        case .precision, .recall, .f1:
            let average: Averaging = isYesOrNo ? .binary : .macro
            let figure = try? ClassificationMetrics.figure(of: counts, average) { counts in
                switch metric.kind {
                case .precision: (counts.hits, counts.predicted)
                case .recall: (counts.hits, counts.actual)
                default: (2 * counts.hits, counts.predicted + counts.actual)
                }
            }
            return figure ?? .nan
        case .meanIoU: return ClassificationMetrics.meanIoU(of: counts)
        case .auc, .averagePrecision:
            guard
                let scores = try? Checked.tensor(self.scores, shape: [self.scores.count]),
                let labels = try? Checked.tensor(self.labels, shape: [self.labels.count])
            else { return .nan }
            if case .auc = metric.kind {
                return (try? RankingMetrics.roc(scores, labels).area) ?? .nan
            }
            return (try? RankingMetrics.precisionRecall(scores, labels).averagePrecision) ?? .nan
        default: return weight == 0 ? .nan : sum / weight
        }
    }

    mutating func reset() {
        sum = 0
        weight = 0
        valueSum = 0
        squareSum = 0
        counts.removeAll(keepingCapacity: true)
        scores.removeAll(keepingCapacity: true)
        labels.removeAll(keepingCapacity: true)
    }

    /// Takes a batch; `areLogits` says that the outputs are what a final sigmoid or softmax would be
    /// applied to.
    mutating func add(outputs: Tensor, targets: Tensor, areLogits: Bool = false) throws {
        switch metric.kind {
        case .accuracy, .topK:
            let outputs = try floats(outputs)
            try addAccuracy(outputs, targets, areLogits || isLogits)
        case .meanSquaredError, .rootMeanSquaredError, .r2:
            try addErrors(outputs, targets) { $0 * $0 }
        case .meanAbsoluteError:
            try addErrors(outputs, targets) { abs($0) }
        case .precision, .recall, .f1, .meanIoU:
            try addCounts(floats(outputs), targets, areLogits || isLogits)
        case .auc, .averagePrecision:
            let expected = try floats(LossFunction.aligned(targets, with: outputs, metric.name))
            try floats(outputs).withElements(as: Float.self) { scores.append(contentsOf: $0) }
            try expected.withElements(as: Float.self) { labels.append(contentsOf: $0) }
        case .custom(let function):
            let rows = Double(outputs.shape.first ?? 1)
            sum += try Checked.item(function(outputs, targets)) * rows
            weight += rows
        case .unknown: break
        }
    }

    private mutating func count(predicted: Int, expected: Int) throws(TensorError) {
        guard expected >= 0, expected < 1 << 20 else {
            throw .label(operation: metric.name, label: expected, row: 0, classes: 1 << 20)
        }
        while counts.count <= max(predicted, expected) { counts.append((0, 0, 0)) }
        counts[predicted].predicted += 1
        counts[expected].actual += 1
        if predicted == expected { counts[expected].hits += 1 }
    }

    private mutating func addCounts(
        _ outputs: Tensor, _ targets: Tensor, _ areLogits: Bool
    ) throws {
        let classes = outputs.shape.last ?? 1
        isYesOrNo = isBinary || classes == 1
        if isYesOrNo {
            let expected = try floats(LossFunction.aligned(targets, with: outputs, metric.name))
            let threshold: Float = areLogits ? 0 : 0.5
            let p = try Checked.scalars(outputs, as: Float.self)
            let y = try Checked.scalars(expected, as: Float.self)
            for (p, y) in zip(p, y) {
                try count(predicted: p >= threshold ? 1 : 0, expected: y >= 0.5 ? 1 : 0)
            }
            return
        }
        let labels = try targets.shape == outputs.shape ? Checked.argmax(targets, axis: -1) : targets
        guard labels.count * classes == outputs.count else {
            throw TensorError.shape(
                operation: metric.name,
                expected: "one label for each row of the outputs \(outputs.shape)",
                given: targets.shape, help: nil)
        }
        let p = try Checked.scalars(Checked.argmax(outputs, axis: -1), as: Int.self)
        let y = try Checked.scalars(Checked.asType(labels, .int64), as: Int.self)
        for (p, y) in zip(p, y) { try count(predicted: p, expected: y) }
    }

    private func floats(_ x: Tensor) throws -> Tensor {
        x.dtype == .float32 ? x : try Checked.asType(x, .float32)
    }

    private mutating func addErrors(
        _ outputs: Tensor, _ targets: Tensor, _ measure: (Double) -> Double
    ) throws {
        let predicted = try floats(outputs)
        let expected = try floats(LossFunction.aligned(targets, with: outputs, metric.name))
        var (total, values, squares) = (0.0, 0.0, 0.0)
        try predicted.withElements(as: Float.self) { predicted throws(TensorError) in
            try expected.withElements(as: Float.self) { expected in
                for i in predicted.indices {
                    total += measure(Double(predicted[i]) - Double(expected[i]))
                    values += Double(expected[i])
                    squares += Double(expected[i]) * Double(expected[i])
                }
            }
        }
        sum += total
        valueSum += values
        squareSum += squares
        weight += Double(outputs.count)
    }

    private mutating func addAccuracy(
        _ outputs: Tensor, _ targets: Tensor, _ areLogits: Bool
    ) throws {
        let classes = outputs.shape.last ?? 1
        if isBinary || classes == 1 {
            let expected = try floats(LossFunction.aligned(targets, with: outputs, metric.name))
            let threshold: Float = areLogits ? 0 : 0.5
            var hits = 0
            try outputs.withElements(as: Float.self) { outputs throws(TensorError) in
                try expected.withElements(as: Float.self) { expected in
                    for i in outputs.indices where (outputs[i] >= threshold) == (expected[i] >= 0.5)
                    {
                        hits += 1
                    }
                }
            }
            sum += Double(hits)
            weight += Double(outputs.count)
            return
        }
        let rows = outputs.count / max(classes, 1)
        let isOneHot = targets.shape == outputs.shape
        guard isOneHot || targets.count == rows else {
            throw TensorError.shape(
                operation: metric.name,
                expected: "one label for each of \(rows) rows, or one-hot labels \(outputs.shape)",
                given: targets.shape, help: nil)
        }
        var labels = [Int](repeating: 0, count: rows)
        if isOneHot {
            try floats(targets).withElements(as: Float.self) { values in
                for row in 0..<rows {
                    labels[row] = Self.largest(values, row * classes, classes)
                }
            }
        } else {
            let integers = targets.dtype == .int64 ? targets : try Checked.asType(targets, .int64)
            try integers.withElements(as: Int64.self) { values in
                for row in 0..<rows { labels[row] = Int(values[row]) }
            }
        }
        var hits = 0
        let k: Int
        if case .topK(let count) = metric.kind { k = count } else { k = 1 }
        try outputs.withElements(as: Float.self) { values in
            for row in 0..<rows {
                if k == 1 {
                    if Self.largest(values, row * classes, classes) == labels[row] { hits += 1 }
                } else {
                    guard labels[row] >= 0, labels[row] < classes else { continue }
                    let mine = values[row * classes + labels[row]]
                    var above = 0
                    for c in 0..<classes where values[row * classes + c] > mine { above += 1 }
                    if above < k, !mine.isNaN { hits += 1 }
                }
            }
        }
        sum += Double(hits)
        weight += Double(rows)
    }

    /// The position of the first largest of some values.
    @inline(__always)
    private static func largest(
        _ values: UnsafeBufferPointer<Float>, _ start: Int, _ count: Int
    ) -> Int {
        var best = 0
        for c in 1..<max(count, 1) where values[start + c] > values[start + best] { best = c }
        return best
    }
}
