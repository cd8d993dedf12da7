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

    init(_ metric: Metric, _ loss: Loss) {
        self.metric = metric
        switch loss.kind {
        case .binaryCrossentropy(let fromLogits): (isBinary, isLogits) = (true, fromLogits)
        default: (isBinary, isLogits) = (false, false)
        }
    }

    var value: Double { weight == 0 ? .nan : sum / weight }

    mutating func reset() {
        sum = 0
        weight = 0
    }

    /// Takes a batch; `areLogits` says that the outputs are what a final sigmoid or softmax would be
    /// applied to.
    mutating func add(outputs: Tensor, targets: Tensor, areLogits: Bool = false) throws {
        switch metric.kind {
        case .accuracy, .topK:
            let outputs = try floats(outputs)
            try addAccuracy(outputs, targets, areLogits || isLogits)
        case .meanSquaredError:
            try addErrors(outputs, targets) { $0 * $0 }
        case .meanAbsoluteError:
            try addErrors(outputs, targets) { abs($0) }
        case .custom(let function):
            let rows = Double(outputs.shape.first ?? 1)
            sum += try Checked.item(function(outputs, targets)) * rows
            weight += rows
        case .unknown: break
        }
    }

    private func floats(_ x: Tensor) throws -> Tensor {
        x.dtype == .float32 ? x : try Checked.asType(x, .float32)
    }

    private mutating func addErrors(
        _ outputs: Tensor, _ targets: Tensor, _ measure: (Double) -> Double
    ) throws {
        let predicted = try floats(outputs)
        let expected = try floats(LossFunction.aligned(targets, with: outputs, metric.name))
        var total = 0.0
        try predicted.withElements(as: Float.self) { predicted throws(TensorError) in
            try expected.withElements(as: Float.self) { expected in
                for i in predicted.indices {
                    total += measure(Double(predicted[i]) - Double(expected[i]))
                }
            }
        }
        sum += total
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
