internal import CKernels

/// What is applied to the values of a layer on their way out, in the product's own pass.
package enum FusedActivation: Sendable, Equatable {
    case none
    case relu
    case sigmoid
    case tanh
    case gelu
    case silu
    case leakyRelu(Double)
    case elu(Double)
    case softplus

    var operation: UnaryOperation? {
        switch self {
        case .none: nil
        case .relu: Operations.relu
        case .sigmoid: Operations.sigmoid
        case .tanh: Operations.tanh
        case .gelu: Operations.gelu
        case .silu: Operations.silu
        case .leakyRelu: Operations.leakyRelu
        case .elu: Operations.elu
        case .softplus: Operations.softplus
        }
    }

    /// The functions whose derivative needs what they were applied to.
    static let kept: [UnaryOperation] = [Operations.gelu, Operations.silu]

    /// The function's number, as `slope` or `alpha`.
    var parameter: Double {
        switch self {
        case .leakyRelu(let slope): slope
        case .elu(let alpha): alpha
        default: 0
        }
    }

    /// Whether the derivative follows from the output, so that the product need not be kept.
    var isRecoverable: Bool {
        operation.map { vj_unary_gradient_uses_output($0.kernel) } ?? true
    }
}

extension Operations {
    package static let matmul: Operation = Operation(
        "matmul", "matrix product; vectors and batches as NumPy's @, integers wrap", saves: .inputs,
        samples: [
            Operation.Sample([2, 3], [3, 4]), Operation.Sample([3], [3, 2]),
            Operation.Sample([2, 3], [3]), Operation.Sample([3], [3]),
            Operation.Sample([2, 2, 3], [3, 2]), Operation.Sample([2, 1, 2, 3], [3, 3, 2]),
        ],
        run: { (x, _) throws(TensorError) in try Checked.matmul(x[0], x[1]) },
        gradient: { (c) throws(TensorError) in try Operations.matmulGradient(&c) })

    /// attributes: i0 the activation's kernel, p0 its number, tensor what it was applied to where the
    /// derivative does not follow from the output; inputs x, weight, bias.
    package static let linear: Operation = Operation(
        "linear", "activation(x·weight + bias) in one pass, x [..., in], weight [in, out]",
        saves: [.inputs, .output],
        samples: [
            Operation.Sample([2, 3], [3, 2], [2]),
            Operation.Sample(
                [2, 3], [3, 2], [2], attributes: Attributes(i0: activationIndex(.tanh))),
            Operation.Sample(
                [2, 2, 3], [3, 2], [2], attributes: Attributes(i0: activationIndex(.sigmoid))),
            Operation.Sample(
                [2, 2, 3], [3, 2], [2], attributes: Attributes(i0: activationIndex(.gelu))),
        ],
        run: { (x, a) throws(TensorError) in
            let activation: FusedActivation =
                [FusedActivation.tanh, .sigmoid, .gelu].first { a.i0 == activationIndex($0) }
                ?? .none
            return try Checked.linear(x[0], x[1], x[2], activation)
        },
        gradient: { (c) throws(TensorError) in try Operations.linearGradient(&c) })

    private static func activationIndex(_ activation: FusedActivation) -> Int {
        Int(activation.operation?.kernel.rawValue ?? 0)
    }

    private static func matmulGradient(_ c: inout Backward) throws(TensorError) {
        let (a, b) = (c[0], c[1])
        var g = c.upstream
        // Vectors take part as one row or one column.
        var left = a
        var right = b
        if a.rank == 1 {
            left = try Checked.expandedDimensions(a, axis: 0)
            g = try Checked.expandedDimensions(g, axis: b.rank == 1 ? -1 : -2)
        }
        if b.rank == 1 {
            right = try Checked.expandedDimensions(b, axis: 1)
            g = try Checked.expandedDimensions(g, axis: -1)
        }
        if c.needs(0) {
            var share = try Checked.matmul(g, Checked.matrixTransposed(right))
            if a.rank == 1 { share = try Checked.sum(share, to: Shape(1, a.count)) }
            try c.give(0, try a.rank == 1 ? Checked.reshaped(share, a.shape) : share)
        }
        if c.needs(1) {
            // One product over all rows when the weights are one matrix under a batch.
            if right.rank == 2, left.rank > 2 {
                let rows = try Checked.reshaped(left, [-1, left.shape[left.rank - 1]])
                let upstream = try Checked.reshaped(g, [-1, g.shape[g.rank - 1]])
                let share = try Checked.matmul(Checked.transposed(rows), upstream)
                try c.give(1, try b.rank == 1 ? Checked.reshaped(share, b.shape) : share)
                return
            }
            let share = try Checked.matmul(Checked.matrixTransposed(left), g)
            try c.give(1, try b.rank == 1 ? Checked.reshaped(share, b.shape) : share)
        }
    }

    private static func linearGradient(_ c: inout Backward) throws(TensorError) {
        let (x, weight) = (c[0], c[1])
        let kernel = vj_unary_op(UInt32(c.attributes.i0))
        var g = c.upstream
        var biasGradient: Tensor?
        if kernel != VJ_IDENTITY {
            if c.isRecorded {
                g = try Checked.multiply(g, recordedSlope(c, kernel))
            } else {
                (g, biasGradient) = try c.upstream(
                    through: kernel, saved: c.attributes.tensor ?? c.output,
                    parameter: c.attributes.p0, bias: c.needs(2))
            }
        }
        if !c.isRecorded {
            return try giveLinear(&c, x.storage, weight.storage, g, biasGradient)
        }
        if x.rank != 2 {
            g = try Checked.reshaped(g, [-1, weight.shape[1]])
        }
        if c.needs(0) {
            let share = try Checked.matmul(g, Checked.transposed(weight))
            try c.give(0, try x.rank == 2 ? share : Checked.reshaped(share, x.shape))
        }
        if c.needs(1) {
            let rows = try x.rank == 2 ? x : Checked.reshaped(x, [-1, weight.shape[0]])
            try c.give(1, try Checked.matmul(Checked.transposed(rows), g))
        }
        if c.needs(2) { try c.give(2, try Operations.sum.apply(g, axes: 1, keepDims: false)) }
    }

    /// The derivative of the activation, in operations that are recorded.
    private static func recordedSlope(
        _ c: Backward, _ kernel: vj_unary_op
    ) throws(TensorError) -> Tensor {
        guard c.attributes.tensor != nil,
            let operation = FusedActivation.kept.first(where: { $0.kernel == kernel })
        else { return try recoveredSlope(kernel, c.output, c.attributes.p0) }
        let before = try Checked.linear(c[0], c[1], c.has(2) ? c[2] : nil)
        return try operation.slope(at: before, p0: c.attributes.p0)
    }

    /// The three shares of a layer's gradient straight from the kernels: transposes are steps.
    private static func giveLinear(
        _ c: inout Backward, _ x: TensorStorage, _ weight: TensorStorage, _ upstream: Tensor,
        _ biasGradient: Tensor?
    ) throws(TensorError) {
        let inputs = weight.shape[0]
        let outputs = weight.shape[1]
        let rows = inputs == 0 ? upstream.count / Swift.max(outputs, 1) : x.count / inputs
        let g = try upstream.contiguousStorage()
        if c.needs(0) {
            let share = try TensorStorage.allocate(x.shape, x.dtype)
            try product(
                (rows, inputs, outputs), (g, outputs, 1),
                (weight, weight.strides[1], weight.strides[0]), share)
            try c.give(0, Tensor(share))
        }
        if c.needs(1) {
            let flat = x.shape.count == 2 ? x : try Tensor(x).contiguousStorage()
            let step = x.shape.count == 2 ? (flat.strides[1], flat.strides[0]) : (1, inputs)
            let share = try TensorStorage.allocate(weight.shape, x.dtype)
            try product(
                (inputs, outputs, rows), (flat, step.0, step.1), (g, outputs, 1), share)
            try c.give(1, Tensor(share))
        }
        if c.needs(2), let biasGradient {
            try c.give(2, biasGradient)
        } else if c.needs(2) {
            let share = try TensorStorage.allocate(Shape(outputs), x.dtype)
            try check(
                vj_reduce(VJ_SUM, x.dtype.c, 1, rows, outputs, g.data, share.data), "linear")
            try c.give(2, Tensor(share))
        }
        withExtendedLifetime(g) {}
    }

    /// c = a·b for operands given with the steps between rows and columns.
    private static func product(
        _ size: (m: Int, n: Int, k: Int), _ a: (TensorStorage, Int, Int),
        _ b: (TensorStorage, Int, Int), _ c: TensorStorage
    ) throws(TensorError) {
        var args = vj_matmul_args()
        args.dtype = c.dtype.c
        args.m = size.m
        args.n = size.n
        args.k = size.k
        args.alpha = 1
        args.a = UnsafeRawPointer(a.0.data)
        args.a_row = a.1
        args.a_col = a.2
        args.b = UnsafeRawPointer(b.0.data)
        args.b_row = b.1
        args.b_col = b.2
        args.c = c.data
        args.c_row = size.n
        try check(vj_matmul(&args), "linear")
    }

    /// The derivative of an activation from its output, in operations that are recorded.
    static func recoveredSlope(
        _ kernel: vj_unary_op, _ y: Tensor, _ p0: Double
    ) throws(TensorError) -> Tensor {
        switch kernel {
        case VJ_TANH: return try Checked.subtract(.real(1), Checked.square(y))
        case VJ_SIGMOID: return try Checked.multiply(y, Checked.subtract(.real(1), y))
        case VJ_LEAKY_RELU:
            return try Checked.where(
                Checked.compare(.greater, y, .integer(0)), Checked.full(like: y, value: 1),
                .real(p0))
        case VJ_ELU:
            return try Checked.where(
                Checked.compare(.greater, y, .integer(0)), .integer(1),
                Checked.add(y, .real(p0)))
        case VJ_SOFTPLUS:
            return try Checked.subtract(.real(1), Checked.exp(Checked.negate(y)))
        default:
            return try Checked.asType(Checked.compare(.greater, y, .integer(0)), y.dtype)
        }
    }
}

extension Checked {
    package static func matmul(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        let result = try product(a, b)
        Operations.matmul.record(a, b, result)
        return Tensor(result)
    }

    private static func product(_ a: Tensor, _ b: Tensor) throws(TensorError) -> TensorStorage {
        let x = a.storage
        let y = b.storage
        let xr = x.shape.count
        let yr = y.shape.count
        guard xr > 0, yr > 0 else {
            throw .matmul(operation: "matmul", x.shape, y.shape)
        }
        let k = x.shape[xr - 1]
        guard y.shape[yr == 1 ? 0 : yr - 2] == k else {
            throw .matmul(operation: "matmul", x.shape, y.shape)
        }
        var type = Broadcasting.dtype(x, y)
        // Small integers are multiplied as int64, so that their sums do not overflow.
        let narrow = type == .uint8 || type == .bool
        let wanted = type == .bool ? DType.int64 : type
        if narrow { type = .int64 }
        let left = try cast(x, type)
        let right = try cast(y, type)
        let m = xr == 1 ? 1 : x.shape[xr - 2]
        let n = yr == 1 ? 1 : y.shape[yr - 1]

        var args = vj_matmul_args()
        args.dtype = type.c
        args.m = m
        args.n = n
        args.k = k
        args.alpha = 1
        args.a = UnsafeRawPointer(left.data)
        args.a_row = xr == 1 ? 0 : left.strides[xr - 2]
        args.a_col = left.strides[xr - 1]
        args.b = UnsafeRawPointer(right.data)
        args.b_row = right.strides[yr == 1 ? 0 : yr - 2]
        args.b_col = yr == 1 ? 1 : right.strides[yr - 1]
        args.c_row = n

        if xr <= 2, yr <= 2 {
            var shape = Shape()
            if xr == 2 { shape.append(m) }
            if yr == 2 { shape.append(n) }
            let result = try TensorStorage.allocate(shape, type)
            args.c = result.data
            try check(vj_matmul(&args), "matmul")
            return narrow ? try cast(result, wanted) : result
        }

        // Batches: the axes before the last two broadcast.
        let xBatch = leading(x.shape, xr - 2)
        let yBatch = leading(y.shape, yr - 2)
        guard let batch = try? Broadcasting.shape(xBatch, yBatch, "matmul") else {
            throw .broadcast(
                operation: "matmul", xBatch, yBatch, axis: disagreeing(xBatch, yBatch))
        }
        var shape = batch
        if xr >= 2 { shape.append(m) }
        if yr >= 2 { shape.append(n) }
        guard shape.count <= Shape.maximumRank else { throw .rank(shape.count) }
        let result = try TensorStorage.allocate(shape, type)
        args.c = result.data
        let a = batchStrides(left, xr - 2, over: batch)
        let b = batchStrides(right, yr - 2, over: batch)
        var c = batch.rowMajorStrides
        for axis in 0..<c.count { c[axis] *= m * n }
        args.batch_rank = batch.count
        let status = batch.withPointer { extents in
            a.withPointer { ap in
                b.withPointer { bp in
                    c.withPointer { cp in
                        args.batch_shape = extents
                        args.a_batch = ap
                        args.b_batch = bp
                        args.c_batch = cp
                        return vj_matmul(&args)
                    }
                }
            }
        }
        try check(status, "matmul")
        return narrow ? try cast(result, wanted) : result
    }

    private static func leading(_ shape: Shape, _ count: Int) -> Shape {
        var result = Shape()
        for axis in 0..<Swift.max(count, 0) { result.append(shape[axis]) }
        return result
    }

    private static func disagreeing(_ a: Shape, _ b: Shape) -> Int {
        var axis = -1
        while a[a.count + axis] == b[b.count + axis] || a[a.count + axis] == 1
            || b[b.count + axis] == 1
        {
            axis -= 1
        }
        return axis
    }

    private static func batchStrides(
        _ x: TensorStorage, _ count: Int, over batch: Shape
    ) -> Strides {
        var result = batch
        let missing = batch.count - Swift.max(count, 0)
        for axis in 0..<batch.count {
            result[axis] =
                axis < missing || x.shape[axis - missing] == 1 ? 0 : x.strides[axis - missing]
        }
        return result
    }

    /// activation(x·weight + bias) for x [..., in], weight [in, out] and bias [out].
    ///
    /// One pass over the output for product, bias and activation, one record on the tape.
    package static func linear(
        _ x: Tensor, _ weight: Tensor, _ bias: Tensor? = nil,
        _ activation: FusedActivation = .none
    ) throws(TensorError) -> Tensor {
        guard weight.rank == 2 else {
            throw .shape(
                operation: "linear", expected: "weights with two axes", given: weight.shape,
                help: nil)
        }
        let outputs = weight.shape[1]
        if let bias, bias.shape != Shape(outputs) {
            throw .shape(
                operation: "linear", expected: "a bias of shape [\(outputs)]", given: bias.shape,
                help: nil)
        }
        let isPlain =
            x.rank >= 1 && x.dtype == weight.dtype && (bias?.dtype ?? x.dtype) == x.dtype
            && x.dtype.isFloatingPoint
        guard isPlain else {
            var y = try matmul(x, weight)
            if let bias { y = try add(y, bias) }
            guard let operation = activation.operation else { return y }
            return try operation.apply(y, p0: activation.parameter)
        }
        let inputs = x.shape[x.rank - 1]
        guard inputs == weight.shape[0] else {
            throw .matmul(operation: "linear", x.shape, weight.shape)
        }
        var source = x.storage
        if x.rank != 2 { source = try x.contiguousStorage() }
        let rows = inputs == 0 ? leading(x.shape, x.rank - 1).product : x.count / inputs
        var shape = leading(x.shape, x.rank - 1)
        shape.append(outputs)
        let result = try TensorStorage.allocate(shape, x.dtype)
        let flatBias = try bias?.contiguousStorage()

        var args = vj_matmul_args()
        args.dtype = x.dtype.c
        args.m = rows
        args.n = outputs
        args.k = inputs
        args.alpha = 1
        args.a = UnsafeRawPointer(source.data)
        args.a_row = x.rank == 2 ? source.strides[0] : inputs
        args.a_col = x.rank == 2 ? source.strides[1] : 1
        args.b = UnsafeRawPointer(weight.storage.data)
        args.b_row = weight.storage.strides[0]
        args.b_col = weight.storage.strides[1]
        args.c = result.data
        args.c_row = outputs
        if let flatBias { args.bias = UnsafeRawPointer(flatBias.data) }
        let kernel = activation.operation?.kernel ?? VJ_IDENTITY
        args.activation = kernel
        args.activation_p0 = activation.parameter
        var before: TensorStorage?
        if !activation.isRecoverable, Tape.current.live != 0 {
            before = try TensorStorage.allocate(shape, x.dtype)
            args.before = before?.data
        }
        try check(vj_matmul(&args), "linear")
        Operations.linear.record(
            x, weight, bias, result,
            Attributes(
                i0: Int(kernel.rawValue), p0: activation.parameter, tensor: before.map { Tensor($0) }))
        withExtendedLifetime((source, flatBias)) {}
        return Tensor(result)
    }
}
