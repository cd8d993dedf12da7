internal import CKernels

/// How the losses of a batch become one number.
public enum Reduction: String, Sendable, CaseIterable, ExpressibleByStringLiteral {
    case mean
    case sum
    case none

    /// The reduction of that name; an unknown name ends the program.
    public init(stringLiteral value: String) {
        guard let reduction = Reduction(rawValue: value) else {
            end(
                with: .domain(
                    operation: "reduction", problem: "'\(value)' is unknown",
                    help: "use 'mean', 'sum' or 'none'"))
        }
        self = reduction
    }
}

// Losses in one pass: the kernel gives the row losses, and in the gradient their derivative from
// the inputs again, so that a record keeps only the inputs.
extension Operations {
    package static let softmaxCrossEntropy: Operation = Operation(
        "softmaxCrossEntropy(labels)", "logSumExp(logits) − logits[label] for each row (PyTorch)",
        saves: .inputs,
        samples: [Operation.Sample([3, 4], constants: [Tensor([2, 0, 3])])],
        run: { (x, _) throws(TensorError) in
            try Checked.softmaxCrossEntropy(logits: x[0], labels: x[1], reduction: .none)
        },
        gradient: { (c) throws(TensorError) in
            let (x, labels, g) = (c[0], c[1], c.upstream)
            if c.isRecorded {
                let target = try Checked.oneHot(
                    labels, classes: x.shape[x.rank - 1], dtype: x.dtype)
                let slope = try Checked.subtract(Checked.softmax(x), target)
                try c.give(
                    0, try Checked.multiply(slope, Checked.expandedDimensions(g, axis: -1)))
                return
            }
            let rows = try LossRows(x)
            let target = try LossRows.labels(labels)
            let slope = try TensorStorage.allocate(x.shape, rows.source.dtype)
            try check(
                vj_softmax_cross_entropy(
                    slope.dtype.c, rows.count, rows.width, rows.source.data, target.dtype.c,
                    target.data, nil, slope.data, rows.scale(of: g), nil), "softmaxCrossEntropy")
            withExtendedLifetime((rows.source, target)) {}
            try c.give(0, try rows.scaled(slope, by: g))
        })

    package static let softmaxCrossEntropyProbabilities: Operation = Operation(
        "softmaxCrossEntropy(probabilities)",
        "−Σ p·log softmax(logits) for each row (PyTorch with class probabilities)",
        saves: .inputs, samples: [Operation.Sample([3, 4], [3, 4], range: 0.1...1)],
        run: { (x, _) throws(TensorError) in
            try Checked.softmaxCrossEntropy(logits: x[0], probabilities: x[1], reduction: .none)
        },
        gradient: { (c) throws(TensorError) in
            let (x, p, g) = (c[0], c[1], c.upstream)
            let upstream = try Checked.expandedDimensions(g, axis: -1)
            if c.needs(1) {
                try c.give(
                    1, try Checked.negate(Checked.multiply(upstream, Checked.logSoftmax(x))))
            }
            guard c.needs(0) else { return }
            if c.isRecorded {
                let total = try Checked.sum(p, axes: [-1], keepDims: true)
                let slope = try Checked.subtract(
                    Checked.multiply(Checked.softmax(x), total), p)
                try c.give(0, try Checked.multiply(slope, upstream))
                return
            }
            let rows = try LossRows(x)
            let target = try Tensor(Checked.cast(p.storage, rows.source.dtype)).contiguousStorage()
            let slope = try TensorStorage.allocate(x.shape, rows.source.dtype)
            try check(
                vj_softmax_cross_entropy_probabilities(
                    slope.dtype.c, rows.count, rows.width, rows.source.data, target.data, nil,
                    slope.data, rows.scale(of: g)), "softmaxCrossEntropy")
            withExtendedLifetime((rows.source, target)) {}
            try c.give(0, try rows.scaled(slope, by: g))
        })

    package static let sigmoidCrossEntropy: Operation = Operation(
        "sigmoidCrossEntropy",
        "max(x, 0) − x·z + log(1 + e^−|x|) for logits x and labels z (PyTorch's BCEWithLogits)",
        saves: .inputs, samples: [Operation.Sample([2, 3], [2, 3], range: 0.1...0.9)],
        run: { (x, _) throws(TensorError) in
            try Checked.sigmoidCrossEntropy(logits: x[0], labels: x[1], reduction: .none)
        },
        gradient: { (c) throws(TensorError) in
            let (x, z, g) = (c[0], c[1], c.upstream)
            if let slope = try fusedSlope(
                c, "sigmoidCrossEntropy",
                { vj_sigmoid_cross_entropy($0, $1, $2, $3, nil, $4, $5) })
            {
                try c.give(0, slope)
            } else if c.needs(0) {
                try c.give(
                    0, try Checked.multiply(g, Checked.subtract(Checked.sigmoid(x), z)))
            }
            if c.needs(1) { try c.give(1, try Checked.negate(Checked.multiply(g, x))) }
        })

    package static let squaredError: Operation = Operation(
        "squaredError", "(predicted − expected)² (PyTorch's MSE)", saves: .inputs,
        samples: [Operation.Sample([2, 3], [2, 3])],
        run: { (x, _) throws(TensorError) in
            try Checked.meanSquaredError(predicted: x[0], expected: x[1], reduction: .none)
        },
        gradient: { (c) throws(TensorError) in
            let (x, y, g) = (c[0], c[1], c.upstream)
            if let slope = try fusedSlope(
                c, "meanSquaredError", { vj_squared_error($0, $1, $2, $3, nil, $4, $5) })
            {
                return try c.give(0, slope)
            }
            let share = try Checked.multiply(
                g, Checked.multiply(Checked.subtract(x, y), .integer(2)))
            try c.give(0, share)
            if c.needs(1) { try c.give(1, try Checked.negate(share)) }
        })

    /// The gradient of a loss of single elements at its first input in one pass; nil where the
    /// second one's is wanted too, the rule is recorded, or the elements' upstream gradients differ.
    private static func fusedSlope(
        _ c: Backward, _ name: String,
        _ kernel: (
            vj_dtype, Int, UnsafeRawPointer, UnsafeRawPointer, UnsafeMutableRawPointer, Double
        ) -> vj_status
    ) throws(TensorError) -> Tensor? {
        guard !c.isRecorded, c.needs(0), !c.needs(1), let scale = c.upstream.uniformValue else {
            return nil
        }
        let x = try c[0].contiguousStorage()
        let y = try Tensor(Checked.cast(c[1].storage, x.dtype)).contiguousStorage()
        let slope = try TensorStorage.allocate(x.shape, x.dtype)
        try check(kernel(x.dtype.c, x.count, x.data, y.data, slope.data, scale), name)
        withExtendedLifetime((x, y)) {}
        return Tensor(slope)
    }
}

extension Tensor {
    /// The one number that all elements are, where the layout alone says that there is one: under a
    /// sum or a mean all elements have one gradient.
    fileprivate var uniformValue: Double? {
        guard count > 0 else { return nil }
        let shape = storage.shape
        for axis in shape.indices where storage.strides[axis] != 0 && shape[axis] != 1 {
            return nil
        }
        switch storage.dtype {
        case .float32: return Double(storage.data.load(as: Float.self))
        case .float64: return storage.data.load(as: Double.self)
        default: return nil
        }
    }
}

/// Logits as rows of classes.
struct LossRows {
    let source: TensorStorage
    let count: Int
    let width: Int

    init(_ logits: Tensor) throws(TensorError) {
        source = try Tensor(Checked.cast(logits.storage, logits.dtype.floating))
            .contiguousStorage()
        width = logits.rank == 0 ? 1 : logits.shape[logits.rank - 1]
        count = width == 0 ? 0 : logits.count / width
    }

    /// Labels as kernels take them.
    static func labels(_ labels: Tensor) throws(TensorError) -> TensorStorage {
        guard labels.dtype.isInteger else {
            throw .dtype(
                operation: "softmaxCrossEntropy", expected: "integer labels", given: labels.dtype)
        }
        return try labels.contiguousStorage()
    }

    /// The upstream gradient, where it is one number for all rows; otherwise 1.
    func scale(of upstream: Tensor) -> Double { upstream.uniformValue ?? 1 }

    /// The slopes times the gradient of their rows, if that was not done by `scale`.
    func scaled(_ slope: TensorStorage, by upstream: Tensor) throws(TensorError) -> Tensor {
        if upstream.uniformValue != nil { return Tensor(slope) }
        let rows = try Tensor(Checked.cast(upstream.storage, slope.dtype)).contiguousStorage()
        let result = try TensorStorage.allocate(slope.shape, slope.dtype)
        try check(
            vj_scale_rows(slope.dtype.c, count, width, slope.data, rows.data, result.data),
            "softmaxCrossEntropy")
        withExtendedLifetime(rows) {}
        return Tensor(result)
    }
}

extension Checked {
    /// Losses of each example reduced to one number, or left as they are.
    package static func reduced(
        _ losses: Tensor, _ reduction: Reduction
    ) throws(TensorError) -> Tensor {
        switch reduction {
        case .mean: return try mean(losses)
        case .sum: return try sum(losses)
        case .none: return losses
        }
    }

    /// Cross-entropy of the softmax of logits [..., classes] with integer labels [...].
    package static func softmaxCrossEntropy(
        logits: Tensor, labels: Tensor, reduction: Reduction = .mean
    ) throws(TensorError) -> Tensor {
        guard logits.rank >= 1 else {
            throw .shape(
                operation: "softmaxCrossEntropy", expected: "logits with an axis of classes",
                given: logits.shape, help: nil)
        }
        var shape = logits.shape
        shape.remove(at: shape.count - 1)
        var labels = labels
        if labels.shape != shape, labels.rank == logits.rank, labels.shape[labels.rank - 1] == 1 {
            labels = try squeezed(labels, axis: -1)
        }
        guard labels.shape == shape else {
            throw .shape(
                operation: "softmaxCrossEntropy",
                expected:
                    "one label for each row of logits \(logits.shape), that is shape \(shape)",
                given: labels.shape,
                help: labels.shape == logits.shape
                    ? "one-hot rows are given as 'softmaxCrossEntropy(logits:probabilities:)'" : nil
            )
        }
        let rows = try LossRows(logits)
        let target = try LossRows.labels(labels)
        let result = try TensorStorage.allocate(shape, rows.source.dtype)
        var bad = 0
        let status = vj_softmax_cross_entropy(
            result.dtype.c, rows.count, rows.width, rows.source.data, target.dtype.c, target.data,
            result.data, nil, 1, &bad)
        if status == VJ_OUT_OF_RANGE {
            let label = try scalars(Tensor(target), as: Int.self)[bad]
            throw .label(
                operation: "softmaxCrossEntropy", label: label, row: bad, classes: rows.width)
        }
        try check(status, "softmaxCrossEntropy")
        Operations.softmaxCrossEntropy.record(logits, labels, result)
        withExtendedLifetime((rows.source, target)) {}
        return try reduced(Tensor(result), reduction)
    }

    /// Cross-entropy of the softmax of logits with a probability for each class.
    package static func softmaxCrossEntropy(
        logits: Tensor, probabilities: Tensor, reduction: Reduction = .mean
    ) throws(TensorError) -> Tensor {
        guard logits.rank >= 1, logits.shape == probabilities.shape else {
            throw .shape(
                operation: "softmaxCrossEntropy",
                expected: "probabilities of the logits' shape \(logits.shape)",
                given: probabilities.shape,
                help: probabilities.rank == logits.rank - 1
                    ? "integer labels are given as 'softmaxCrossEntropy(logits:labels:)'" : nil)
        }
        let rows = try LossRows(logits)
        let target = try Tensor(cast(probabilities.storage, rows.source.dtype))
            .contiguousStorage()
        var shape = logits.shape
        shape.remove(at: shape.count - 1)
        let result = try TensorStorage.allocate(shape, rows.source.dtype)
        try check(
            vj_softmax_cross_entropy_probabilities(
                result.dtype.c, rows.count, rows.width, rows.source.data, target.data,
                result.data, nil, 1), "softmaxCrossEntropy")
        Operations.softmaxCrossEntropyProbabilities.record(logits, probabilities, result)
        withExtendedLifetime((rows.source, target)) {}
        return try reduced(Tensor(result), reduction)
    }

    /// Binary cross-entropy of logits with labels between 0 and 1, of one shape.
    package static func sigmoidCrossEntropy(
        logits: Tensor, labels: Tensor, reduction: Reduction = .mean
    ) throws(TensorError) -> Tensor {
        try elementwiseLoss(
            "sigmoidCrossEntropy", Operations.sigmoidCrossEntropy, logits, labels, reduction
        ) { vj_sigmoid_cross_entropy($0, $1, $2, $3, $4, nil, 1) }
    }

    /// Squared differences of two tensors of one shape.
    package static func meanSquaredError(
        predicted: Tensor, expected: Tensor, reduction: Reduction = .mean
    ) throws(TensorError) -> Tensor {
        try elementwiseLoss(
            "meanSquaredError", Operations.squaredError, predicted, expected, reduction
        ) { vj_squared_error($0, $1, $2, $3, $4, nil, 1) }
    }

    private static func elementwiseLoss(
        _ name: String, _ operation: Operation, _ a: Tensor, _ b: Tensor, _ reduction: Reduction,
        _ kernel: (
            vj_dtype, Int, UnsafeRawPointer, UnsafeRawPointer, UnsafeMutableRawPointer
        ) -> vj_status
    ) throws(TensorError) -> Tensor {
        guard a.shape == b.shape else {
            // A missing axis of 1 would broadcast to a table of all pairs: never what is meant.
            throw .shape(
                operation: name, expected: "both operands of one shape, the first is \(a.shape)",
                given: b.shape, help: "'reshaped' or 'expandedDimensions' makes them agree")
        }
        let type = DType.promoted(a.dtype, b.dtype).floating
        let left = try Tensor(cast(a.storage, a.dtype.isFloatingPoint ? a.dtype : type))
        let x = try Tensor(cast(left.storage, left.dtype)).contiguousStorage()
        let y = try Tensor(cast(b.storage, x.dtype)).contiguousStorage()
        let result = try TensorStorage.allocate(a.shape, x.dtype)
        try check(kernel(x.dtype.c, x.count, x.data, y.data, result.data), name)
        operation.record(a, b, result)
        withExtendedLifetime((x, y)) {}
        return try reduced(Tensor(result), reduction)
    }
}
