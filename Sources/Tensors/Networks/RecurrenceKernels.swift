internal import CKernels

/// Recurrent networks over whole sequences, forward and backward.
enum RecurrenceKernels {
    /// What the kernels work on, time first.
    private struct Sizes {
        let kind: Recurrence
        let batch: Int
        let steps: Int
        let features: Int
        let units: Int
        let type: DType

        init(_ kind: Recurrence, _ arguments: [Tensor]) {
            self.kind = kind
            let x = arguments[0].shape
            (batch, steps, features) = (x[0], x[1], x[2])
            units = arguments[2].shape[0]
            type = arguments[0].dtype
        }

        var rows: Int { batch * steps }
        var wide: Int { kind.gates * units }
        /// Bytes of a state.
        var stateBytes: Int { batch * units * type.byteCount }
        /// States before the first c: h of all steps and of the beginning, and the copy of the
        /// last c that is part of the result.
        var statesOfH: Int { steps + kind.states }
    }

    /// Arguments of one floating-point type that fit each other.
    static func checked(
        _ kind: Recurrence, _ given: [Tensor]
    ) throws(TensorError) -> [Tensor] {
        guard given.count == kind.argumentCount else {
            throw .domain(
                operation: kind.name,
                problem: "\(given.count) tensors instead of \(kind.argumentCount)", help: nil)
        }
        let x = given[0].shape
        guard x.count == 3, x[1] > 0 else {
            throw .shape(
                operation: kind.name, expected: "sequences [batch, steps, features] of at least "
                    + "one step", given: x, help: nil)
        }
        let units = given[2].rank == 2 ? given[2].shape[0] : 0
        let wide = kind.gates * units
        var expected: [Shape] = [x, Shape(x[2], wide), Shape(units, wide), Shape(wide)]
        if kind == .gru { expected.append(Shape(wide)) }
        while expected.count < given.count { expected.append(Shape(x[0], units)) }
        var type = DType.float32
        for (tensor, shape) in zip(given, expected) {
            guard tensor.shape == shape else {
                throw .shape(
                    operation: kind.name, expected: "\(shape) for sequences \(x)",
                    given: tensor.shape, help: nil)
            }
            type = DType.promoted(type, tensor.dtype.floating)
        }
        var result: [Tensor] = []
        for tensor in given { result.append(try Checked.asType(tensor, type)) }
        return result
    }

    /// The result, a view of the states; the activated gates (a GRU's h·U behind them); and all
    /// states, for the way back.
    static func forward(
        _ kind: Recurrence, _ arguments: [Tensor], backwards: Bool
    ) throws(TensorError) -> (result: TensorStorage, gates: Tensor, states: Tensor) {
        let sizes = Sizes(kind, arguments)
        let (steps, batch, units, type) = (sizes.steps, sizes.batch, sizes.units, sizes.type)
        let gates = try TensorStorage.allocate(
            Shape(kind == .gru ? 2 : 1, steps, batch, sizes.wide), type)
        let input = try timeFirst(arguments[0].storage, backwards: backwards)
        let weight = arguments[1].storage
        let recurrent = try arguments[2].contiguousStorage()
        let bias = try arguments[3].contiguousStorage()
        try product(
            (sizes.rows, sizes.wide, sizes.features), (input, sizes.features, 1),
            (weight, weight.strides[0], weight.strides[1]), into: gates.data, type, bias: bias)

        let cells = kind == .lstm ? steps + 1 : 0
        let states = try TensorStorage.allocate(
            Shape(sizes.statesOfH + cells, batch, units), type)
        let (h, c) = (states.data, states.data + sizes.statesOfH * sizes.stateBytes)
        try copy(arguments[kind == .gru ? 5 : 4], to: h)
        let status: vj_status
        switch kind {
        case .plain:
            status = vj_rnn_sequence(
                type.c, steps, batch, units, recurrent.data, gates.data, h)
        case .lstm:
            try copy(arguments[5], to: c)
            status = vj_lstm_sequence(
                type.c, steps, batch, units, recurrent.data, gates.data, h, c)
            (h + (steps + 1) * sizes.stateBytes).copyMemory(
                from: c + steps * sizes.stateBytes, byteCount: sizes.stateBytes)
        case .gru:
            let own = try arguments[4].contiguousStorage()
            status = vj_gru_sequence(
                type.c, steps, batch, units, recurrent.data, own.data, gates.data,
                gates.data + sizes.rows * sizes.wide * type.byteCount, h)
            withExtendedLifetime(own) {}
        }
        try check(status, kind.name)
        withExtendedLifetime((input, recurrent, bias, weight)) {}
        let shape = Shape(steps + kind.states - 1, batch, units)
        let result = TensorStorage(
            viewing: states, offset: batch * units, shape: shape, strides: shape.rowMajorStrides)
        return (result, Tensor(gates), Tensor(states))
    }

    /// Gives the gradients of everything that went in.
    static func gradient(_ c: inout Backward, _ arguments: [Tensor]) throws(TensorError) {
        guard let gates = c.attributes.tensor?.storage,
            let states = c.attributes.second?.storage,
            let kind = Recurrence(rawValue: c.attributes.i0 / 2)
        else { return }
        let backwards = c.attributes.i0 % 2 == 1
        let sizes = Sizes(kind, arguments)
        let (steps, batch, units, type) = (sizes.steps, sizes.batch, sizes.units, sizes.type)
        let upstream = try c.upstream.contiguousStorage()
        let recurrent = try arguments[2].contiguousStorage()
        // Of the gates' sums; of a GRU's h·U behind them.
        let slopes = try TensorStorage.allocate(gates.shape, type)
        let atH = try TensorStorage.allocate(Shape(batch, units), type)
        let atRecurrent = try TensorStorage.allocate(Shape(units, sizes.wide), type)
        let own = slopes.data + (kind == .gru ? sizes.rows * sizes.wide * type.byteCount : 0)
        let h = states.data
        let status: vj_status
        switch kind {
        case .plain:
            status = vj_rnn_sequence_backward(
                type.c, steps, batch, units, recurrent.data, h, upstream.data, slopes.data,
                atH.data, atRecurrent.data)
        case .lstm:
            let atC = try TensorStorage.allocate(Shape(batch, units), type)
            status = vj_lstm_sequence_backward(
                type.c, steps, batch, units, recurrent.data, gates.data, h,
                h + sizes.statesOfH * sizes.stateBytes, upstream.data,
                upstream.data + steps * sizes.stateBytes, slopes.data, atH.data, atC.data,
                atRecurrent.data)
            try c.give(5, Tensor(atC))
        case .gru:
            status = vj_gru_sequence_backward(
                type.c, steps, batch, units, recurrent.data, gates.data,
                gates.data + sizes.rows * sizes.wide * type.byteCount, h, upstream.data,
                slopes.data, own, atH.data, atRecurrent.data)
        }
        try check(status, kind.name)
        try c.give(kind == .gru ? 5 : 4, Tensor(atH))
        try c.give(2, Tensor(atRecurrent))
        try giveInputs(&c, sizes, arguments, slopes, backwards: backwards)
        if c.needs(3) { try c.give(3, columnSums(slopes.data, sizes)) }
        if kind == .gru, c.needs(4) { try c.give(4, columnSums(own, sizes)) }
        withExtendedLifetime((gates, states, upstream, recurrent, slopes)) {}
    }

    /// The shares of x and W, from the gradient of x·W of all steps.
    private static func giveInputs(
        _ c: inout Backward, _ sizes: Sizes, _ arguments: [Tensor], _ slopes: TensorStorage,
        backwards: Bool
    ) throws(TensorError) {
        let (features, wide, rows) = (sizes.features, sizes.wide, sizes.rows)
        let weight = arguments[1].storage
        if c.needs(0) {
            let share = try TensorStorage.allocate(
                Shape(sizes.steps, sizes.batch, features), sizes.type)
            try product(
                (rows, features, wide), (slopes, wide, 1),
                (weight, weight.strides[1], weight.strides[0]), into: share.data, sizes.type)
            try c.give(0, Tensor(batchFirst(share, backwards: backwards)))
        }
        if c.needs(1) {
            let input = try timeFirst(arguments[0].storage, backwards: backwards)
            let share = try TensorStorage.allocate(Shape(features, wide), sizes.type)
            try product(
                (features, wide, rows), (input, 1, features), (slopes, wide, 1),
                into: share.data, sizes.type)
            try c.give(1, Tensor(share))
        }
    }

    private static func columnSums(
        _ slopes: UnsafeMutableRawPointer, _ sizes: Sizes
    ) throws(TensorError) -> Tensor {
        let share = try TensorStorage.allocate(Shape(sizes.wide), sizes.type)
        try check(
            vj_reduce(VJ_SUM, sizes.type.c, 1, sizes.rows, sizes.wide, slopes, share.data),
            sizes.kind.name)
        return Tensor(share)
    }

    private static func copy(
        _ x: Tensor, to target: UnsafeMutableRawPointer
    ) throws(TensorError) {
        try x.storage.copy(to: target, strides: x.shape.rowMajorStrides)
    }

    /// [batch, steps, features] as [steps, batch, features] in the order of reading.
    private static func timeFirst(
        _ x: TensorStorage, backwards: Bool
    ) throws(TensorError) -> TensorStorage {
        let shape = Shape(x.shape[1], x.shape[0], x.shape[2])
        let view = TensorStorage(
            viewing: x, offset: backwards ? (shape[0] - 1) * x.strides[1] : 0, shape: shape,
            strides: Strides(
                backwards ? -x.strides[1] : x.strides[1], x.strides[0], x.strides[2]))
        return try Tensor(view).contiguousStorage()
    }

    /// The way back from ``timeFirst(_:backwards:)``.
    private static func batchFirst(
        _ x: TensorStorage, backwards: Bool
    ) throws(TensorError) -> TensorStorage {
        let shape = Shape(x.shape[1], x.shape[0], x.shape[2])
        let view = TensorStorage(
            viewing: x, offset: backwards ? (shape[1] - 1) * x.strides[0] : 0, shape: shape,
            strides: Strides(
                x.strides[1], backwards ? -x.strides[0] : x.strides[0], x.strides[2]))
        return try Tensor(view).contiguousStorage()
    }

    /// c = a·b (+ bias), operands with the steps between rows and columns.
    private static func product(
        _ size: (m: Int, n: Int, k: Int), _ a: (TensorStorage, Int, Int),
        _ b: (TensorStorage, Int, Int), into c: UnsafeMutableRawPointer, _ type: DType,
        bias: TensorStorage? = nil
    ) throws(TensorError) {
        var args = vj_matmul_args()
        args.dtype = type.c
        (args.m, args.n, args.k) = size
        args.alpha = 1
        args.a = UnsafeRawPointer(a.0.data)
        (args.a_row, args.a_col) = (a.1, a.2)
        args.b = UnsafeRawPointer(b.0.data)
        (args.b_row, args.b_col) = (b.1, b.2)
        args.c = c
        args.c_row = size.n
        if let bias { args.bias = UnsafeRawPointer(bias.data) }
        try check(vj_matmul(&args), "recurrence")
    }
}
