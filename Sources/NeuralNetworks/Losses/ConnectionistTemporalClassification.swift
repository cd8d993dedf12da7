public import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The probability that a sequence of labels comes out of a longer sequence of frames, over all
/// alignments with blanks and repetitions between them (Graves et al. 2006).
package enum ConnectionistTemporalClassification {
    /// −log p of one sequence, and its gradient at the log-probabilities [frames, classes].
    private static func sequence(
        _ logProbabilities: UnsafePointer<Double>, frames: Int, classes: Int, labels: [Int],
        blank: Int, gradient: UnsafeMutablePointer<Double>
    ) -> Double {
        // Labels with blanks around them.
        var states = [blank]
        for label in labels { states += [label, blank] }
        let count = states.count
        let none = -Double.infinity
        func add(_ a: Double, _ b: Double) -> Double {
            if a == none { return b }
            if b == none { return a }
            return max(a, b) + log1p(exp(-abs(a - b)))
        }
        func p(_ frame: Int, _ state: Int) -> Double {
            logProbabilities[frame * classes + states[state]]
        }
        func skips(_ state: Int) -> Bool {
            state >= 2 && states[state] != blank && states[state] != states[state - 2]
        }
        var forward = [[Double]](repeating: Array(repeating: none, count: count), count: frames)
        var backward = forward
        forward[0][0] = p(0, 0)
        if count > 1 { forward[0][1] = p(0, 1) }
        for t in 1..<max(frames, 1) {
            for s in 0..<count {
                var sum = forward[t - 1][s]
                if s >= 1 { sum = add(sum, forward[t - 1][s - 1]) }
                if skips(s) { sum = add(sum, forward[t - 1][s - 2]) }
                forward[t][s] = sum == none ? none : sum + p(t, s)
            }
        }
        backward[frames - 1][count - 1] = 0
        if count > 1 { backward[frames - 1][count - 2] = 0 }
        for t in stride(from: frames - 2, through: 0, by: -1) {
            for s in 0..<count {
                var sum = backward[t + 1][s] + p(t + 1, s)
                if s + 1 < count { sum = add(sum, backward[t + 1][s + 1] + p(t + 1, s + 1)) }
                if s + 2 < count, skips(s + 2) {
                    sum = add(sum, backward[t + 1][s + 2] + p(t + 1, s + 2))
                }
                backward[t][s] = sum
            }
        }
        var total = forward[frames - 1][count - 1]
        if count > 1 { total = add(total, forward[frames - 1][count - 2]) }
        guard total != none else { return .infinity }
        for t in 0..<frames {
            for s in 0..<count {
                let share = forward[t][s] + backward[t][s] - total
                if share > -80 { gradient[t * classes + states[s]] -= exp(share) }
            }
        }
        return -total
    }

    /// - Throws: when shapes, lengths or labels do not fit.
    package static func loss(
        logits: Tensor, labels: Tensor, logitLengths: [Int]?, labelLengths: [Int]?, blank: Int,
        reduction: Reduction
    ) throws(TensorError) -> Tensor {
        let operation = "ctcLoss"
        guard logits.rank == 3, logits.shape[1] > 0, logits.shape[2] > 1 else {
            throw .shape(
                operation: operation, expected: "logits [batch, frames, classes]",
                given: logits.shape, help: nil)
        }
        let (batch, frames, classes) = (logits.shape[0], logits.shape[1], logits.shape[2])
        guard labels.rank == 2, labels.shape[0] == batch else {
            throw .shape(
                operation: operation, expected: "labels [\(batch), length]", given: labels.shape,
                help: nil)
        }
        guard blank >= 0, blank < classes else {
            throw .label(operation: operation, label: blank, row: 0, classes: classes)
        }
        let length = labels.shape[1]
        func lengths(_ given: [Int]?, _ most: Int, _ what: String) throws(TensorError) -> [Int] {
            let result = given ?? Array(repeating: most, count: batch)
            guard result.count == batch, result.allSatisfy({ $0 >= 0 && $0 <= most }) else {
                throw .domain(
                    operation: operation,
                    problem: "\(what) must be \(batch) numbers from 0 to \(most), given \(result)",
                    help: nil)
            }
            return result
        }
        let inputs = try lengths(logitLengths, frames, "logitLengths")
        let outputs = try lengths(labelLengths, length, "labelLengths")
        if let row = inputs.firstIndex(of: 0) {
            throw .domain(
                operation: operation, problem: "sequence \(row) has no frames", help: nil)
        }
        // Sums over all alignments are made in double precision; the result has the logits' own.
        let probabilities = try Checked.logSoftmax(Checked.asType(logits, .float64))
        let classNumbers = try Checked.scalars(Checked.asType(labels, .int64), as: Int.self)
        for (position, label) in classNumbers.enumerated()
        where position % max(length, 1) < outputs[position / max(length, 1)] {
            guard label >= 0, label < classes, label != blank else {
                throw .label(
                    operation: operation, label: label, row: position / max(length, 1),
                    classes: classes)
            }
        }
        var losses = [Double](repeating: 0, count: batch)
        let gradient = try probabilities.withElements(as: Double.self) { p throws(TensorError) in
            try Tensor.filled(probabilities.shape, as: Double.self) { out throws(TensorError) in
                out.update(repeating: 0)
                guard let p = p.baseAddress, let out = out.baseAddress else { return }
                for row in 0..<batch {
                    try Interruption.check()
                    let own = Array(classNumbers[(row * length)..<(row * length + outputs[row])])
                    let start = row * frames * classes
                    losses[row] = sequence(
                        p + start, frames: inputs[row], classes: classes, labels: own,
                        blank: blank, gradient: out + start)
                }
            }
        }
        let value = try Checked.tensor(losses, shape: [batch], dtype: .float64)
        // The loss's own value, with the gradient computed above at the log-probabilities.
        let product = try (Term(probabilities) * Term(gradient)).sum([1, 2])
        let each = try Term(value) + (product - Term(Checked.stopGradient(product.tensor)))
        let dtype = logits.dtype.floating
        guard reduction == .mean else { return try Checked.asType(Checked.reduced(each.tensor, reduction), dtype) }
        // As PyTorch's: each loss over its number of labels, then the mean.
        let scale = try Checked.tensor(outputs.map { 1 / Double(max($0, 1)) }, shape: [batch], dtype: .float64)
        return try Checked.asType((each * Term(scale)).mean().tensor, dtype)
    }
}

/// The loss of unsegmented sequences: logits `[batch, frames, classes]`, labels `[batch, length]`
/// (Graves et al. 2006; PyTorch's `ctc_loss`).
///
/// Lengths say how much of each row counts; all of it without them. The mean divides each loss by
/// its number of labels first. A sequence that does not fit its frames has an infinite loss.
public func ctcLoss(
    logits: Tensor, labels: Tensor, logitLengths: [Int]? = nil, labelLengths: [Int]? = nil,
    blank: Int = 0, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try ConnectionistTemporalClassification.loss(
            logits: logits, labels: labels, logitLengths: logitLengths, labelLengths: labelLengths,
            blank: blank, reduction: reduction)
    }
}
