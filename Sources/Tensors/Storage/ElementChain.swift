internal import CKernels
internal import Synchronization

/// Element-wise operations on large tensors that wait until somebody looks at a result, or a cell
/// ends, and then run in one pass, block by block, instead of one pass over memory each.
///
///     tanh(1.5 * x + 0.5) * 2        // four operations, one pass
///
/// A thread has at most one chain that waits: an operation that does not go on from it computes it
/// first, so that no more than one expression's operands are kept alive. Results have their memory
/// from the beginning, which is when a limit is noticed; computing them cannot fail. Values that
/// gradients may be asked of never wait, nor do small tensors or very large ones. The bits are those
/// of the operations one by one.
final class ElementChain: @unchecked Sendable {
    /// From so many elements on a pass over memory costs more than the processor's caches hold.
    static let least = 1 << 16
    /// Up to so many elements the pass is over soon enough not to be interrupted.
    static let most = 1 << 26
    /// Steps of a chain, whose blocks then fit where nothing need be allocated.
    static let longest = 8

    /// What an operation works on.
    enum Operand: Sendable {
        case tensor(TensorStorage)
        case number(Scalar)
    }

    /// What a step works on: an input of the chain, or the result of an earlier step.
    private enum Place: Sendable {
        case input(Int)
        case step(Int)
    }

    private struct Step: Sendable {
        let kind: vj_chain_kind
        let op: Int32
        let a: Place
        let b: Place
        let p0: Double
        let p1: Double
    }

    /// A result that somebody holds, without keeping it alive.
    private struct Result {
        let step: Int
        let storage: Unmanaged<TensorStorage>
        let memory: UnsafeMutableRawPointer
    }

    private struct State {
        var inputs: [Operand] = []
        var steps: [Step] = []
        var results: [Result] = []
        /// Whether nothing more is added: it was computed, or nobody wants it.
        var isOver = false
    }

    private let count: Int
    private let dtype: DType
    private let state = Mutex(State())

    private init(count: Int, dtype: DType) {
        self.count = count
        self.dtype = dtype
    }

    // MARK: Adding

    /// Whether an operation on these elements may wait.
    @inline(__always)
    static func takes(_ storage: TensorStorage) -> Bool {
        storage.count >= least && storage.count <= most && storage.isContiguous
            && storage.dtype.isFloatingPoint && storage.tapeSerial == 0
    }

    /// The result of an operation that waits; all tensors have the shape and type of the result.
    @inline(never)
    static func unary(
        _ op: vj_unary_op, _ x: TensorStorage, _ p0: Double, _ p1: Double
    ) throws(TensorError) -> TensorStorage {
        try waiting(
            VJ_CHAIN_UNARY, Int32(op.rawValue), .tensor(x), nil, p0, p1, x.shape, x.dtype)
    }

    /// The result of an operation on two operands, of which one may be a number.
    @inline(never)
    static func binary(
        _ op: vj_binary_op, _ a: Operand, _ b: Operand, _ shape: Shape, _ dtype: DType
    ) throws(TensorError) -> TensorStorage {
        try waiting(VJ_CHAIN_BINARY, Int32(op.rawValue), a, b, 0, 0, shape, dtype)
    }

    private static func waiting(
        _ kind: vj_chain_kind, _ op: Int32, _ a: Operand, _ b: Operand?, _ p0: Double,
        _ p1: Double, _ shape: Shape, _ dtype: DType
    ) throws(TensorError) -> TensorStorage {
        try Interruption.check()
        let tape = Tape.current
        let count = shape.product
        if let chain = tape.chain {
            if chain.goesOn(with: a, b, count, dtype) {
                let result = try TensorStorage.allocate(shape, dtype, waitingFor: chain)
                if chain.append(kind, op, a, b, p0, p1, result) { return result }
                // Another thread has computed it in between; then this is a chain of its own.
            }
            chain.compute()
        }
        let chain = ElementChain(count: count, dtype: dtype)
        let result = try TensorStorage.allocate(shape, dtype, waitingFor: chain)
        _ = chain.append(kind, op, a, b, p0, p1, result)
        tape.chain = chain
        return result
    }

    /// Whether an operation on these operands belongs here.
    private func goesOn(with a: Operand, _ b: Operand?, _ count: Int, _ dtype: DType) -> Bool {
        guard count == self.count, dtype == self.dtype else { return false }
        return state.withLock { state in
            !state.isOver && state.steps.count < ElementChain.longest
                && (Self.step(of: a, state) != nil || Self.step(of: b, state) != nil)
        }
    }

    private static func step(of operand: Operand?, _ state: State) -> Int? {
        guard case .tensor(let storage) = operand else { return nil }
        return state.results.first { $0.storage.toOpaque() == address(storage) }?.step
    }

    private static func address(_ storage: TensorStorage) -> UnsafeMutableRawPointer {
        Unmanaged.passUnretained(storage).toOpaque()
    }

    /// Adds a step; false when the chain is over.
    private func append(
        _ kind: vj_chain_kind, _ op: Int32, _ a: Operand, _ b: Operand?, _ p0: Double,
        _ p1: Double, _ result: TensorStorage
    ) -> Bool {
        // What waits for another chain is computed before this one's lock is taken.
        for operand in [a, b] {
            if case .tensor(let storage) = operand, storage.chain !== self { _ = storage.data }
        }
        return state.withLock { state in
            guard !state.isOver else { return false }
            func place(_ operand: Operand) -> Place {
                if let step = Self.step(of: operand, state) { return .step(step) }
                state.inputs.append(operand)
                return .input(state.inputs.count - 1)
            }
            let first = place(a)
            let second = b.map(place) ?? first
            state.steps.append(Step(kind: kind, op: op, a: first, b: second, p0: p0, p1: p1))
            state.results.append(
                Result(
                    step: state.steps.count - 1, storage: .passUnretained(result),
                    memory: result.memory))
            return true
        }
    }

    // MARK: Computing

    /// Nobody holds this result any more: it need not be written while others are wanted. The last
    /// one is computed none the less, so that work takes its time where it was asked for.
    func forget(_ storage: TensorStorage) {
        finish { state in
            guard let place = state.results.firstIndex(where: {
                $0.storage.toOpaque() == Self.address(storage)
            }) else { return false }
            if state.results.count > 1 {
                state.results.remove(at: place)
                return false
            }
            return true
        }
    }

    /// Writes the results that somebody holds.
    func compute() { finish { _ in true } }

    private func finish(_ isWanted: (inout State) -> Bool) {
        let inputs = state.withLock { state in
            guard !state.isOver, isWanted(&state) else { return [] as [Operand] }
            run(state)
            state.isOver = true
            for result in state.results {
                result.storage._withUnsafeGuaranteedRef { $0.isComputed() }
            }
            state.results = []
            state.steps = []
            defer { state.inputs = [] }
            return state.inputs
        }
        // Freed outside of the lock: the last reference to an operand may end here.
        withExtendedLifetime(inputs) {}
    }

    private func run(_ state: State) {
        // Numbers lie here, one in 8 bytes.
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: state.inputs.count + 1) { numbers in
            var inputs: [vj_chain_input] = []
            for (index, input) in state.inputs.enumerated() {
                switch input {
                case .tensor(let storage):
                    inputs.append(vj_chain_input(x: storage.memory, period: count))
                case .number(let scalar):
                    let slot = UnsafeMutableRawPointer(numbers.baseAddress.unsafelyUnwrapped + index)
                    scalar.withBytes(as: dtype) {
                        slot.copyMemory(from: $0, byteCount: dtype.byteCount)
                    }
                    inputs.append(vj_chain_input(x: slot, period: 1))
                }
            }
            func number(_ place: Place) -> UInt32 {
                switch place {
                case .input(let index): UInt32(index)
                case .step(let index): UInt32(state.inputs.count + index)
                }
            }
            let steps = state.steps.map {
                vj_chain_step(
                    kind: $0.kind, op: $0.op, a: number($0.a), b: number($0.b), p0: $0.p0, p1: $0.p1)
            }
            let outputs = state.results.map {
                vj_chain_output(operand: number(.step($0.step)), out: $0.memory)
            }
            let status = vj_chain_finish(
                dtype.c, count, inputs.count, inputs, steps.count, steps, outputs.count, outputs)
            assert(status == VJ_OK)
        }
    }
}
