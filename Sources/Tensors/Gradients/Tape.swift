internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// The record of what was computed from the tensors that gradients are asked at.
///
/// One list for the thread; nested `gradient` calls are marks in it. A record names its inputs by
/// their positions, and a tensor names its record by position and serial number, so that neither
/// keeps the other alive and a record that is gone is never mistaken for another. Recording
/// allocates nothing once the list has grown to the size of a step.
package final class Tape {
    /// One operation that was recorded.
    struct Entry {
        /// The entry of the table; static, so it needs no counting.
        unowned(unsafe) let operation: Operation
        let serial: UInt64
        /// Which open scopes the value depends on, one bit each.
        let scopes: UInt64
        let shape: Shape
        let dtype: DType
        /// Whether it is a watched value, not something computed.
        var isLeaf = false
        /// Whether the gradient that has come back so far is 0 wherever the value is not above 0.
        var hasRectifiedGradient = false
        /// Positions of the inputs, −1 for what is not recorded.
        var inputs: (Int32, Int32, Int32)
        var saved: (Tensor?, Tensor?, Tensor?)
        var output: Tensor?
        var attributes: Attributes
        /// Inputs of operations that take any number of them.
        var list: [Int32]?
    }

    /// The records, in memory of the tape's own: reading one in place counts no references.
    @exclusivity(unchecked) private(set) var records: UnsafeMutablePointer<Entry>
    /// How many records there are.
    @exclusivity(unchecked) package private(set) var count = 0
    @exclusivity(unchecked) private var capacity = 64
    /// Scopes that are open and whose values are recorded now, one bit each.
    @exclusivity(unchecked) var live: UInt64 = 0
    /// Number of open scopes.
    @exclusivity(unchecked) var depth = 0
    @exclusivity(unchecked) private var nextSerial: UInt64
    /// Whether results are looked at for NaN and infinity, to tell who made the first.
    @exclusivity(unchecked) package var looksForNonFinite = false
    /// The first operation whose result was not finite, since ``looksForNonFinite`` was set.
    @exclusivity(unchecked) package var firstNonFinite: String?

    /// Values that open scopes watch, the innermost scope's last.
    @exclusivity(unchecked) private(set) var watched: [(storage: TensorStorage, position: Int)] = []
    /// Whether operations only note what they use, while a checkpoint runs.
    @exclusivity(unchecked) private var isSuspended = false
    /// Whether one of them used a value that was computed from watched ones.
    @exclusivity(unchecked) private var sawIntermediate = false
    /// Where the checkpoint's arguments were recorded.
    @exclusivity(unchecked) private var arguments: [Int] = []

    /// The thread's element-wise operations that wait.
    @exclusivity(unchecked) var chain: ElementChain?

    private static let tapes = Atomic<UInt64>(1)

    private init() {
        records = .allocate(capacity: capacity)
        // Serial numbers differ between threads, so a tensor recorded by another is not found here.
        nextSerial = Tape.tapes.wrappingAdd(1, ordering: .relaxed).oldValue << 40 | 1
    }

    deinit {
        records.deinitialize(count: count)
        records.deallocate()
    }

    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        pthread_key_create(&key) { pointer in
            #if canImport(Glibc)
                guard let pointer else { return }
            #endif
            Unmanaged<Tape>.fromOpaque(pointer).release()
        }
        return key
    }()

    /// This thread's tape.
    package static var current: Tape {
        @inline(__always)
        get {
            if let pointer = pthread_getspecific(key) {
                return Unmanaged<Tape>.fromOpaque(pointer).takeUnretainedValue()
            }
            return create()
        }
    }

    @inline(never)
    private static func create() -> Tape {
        let tape = Tape()
        pthread_setspecific(key, Unmanaged.passRetained(tape).toOpaque())
        return tape
    }

    /// The position of a tensor's record, or −1.
    @inline(__always)
    func position(of storage: TensorStorage) -> Int32 {
        guard storage.tapeSerial != 0 else { return -1 }
        let index = storage.tapeIndex
        guard index < count, records[index].serial == storage.tapeSerial else { return -1 }
        return Int32(truncatingIfNeeded: index)
    }

    @inline(__always)
    private func scopes(_ position: Int32) -> UInt64 {
        position < 0 ? 0 : records[Int(position)].scopes & live
    }

    /// Whether what is computed from this tensor now is recorded.
    package func isTracking(_ tensor: Tensor) -> Bool {
        scopes(position(of: tensor.storage)) != 0
    }

    /// Whether a tensor is what a rectifier gave whose gradient will not be recorded itself, because
    /// no other scope is open.
    func isRectified(_ tensor: Tensor) -> Bool {
        let position = position(of: tensor.storage)
        guard depth == 1, position >= 0 else { return false }
        return records[Int(position)].operation.isRectifier(records[Int(position)].attributes)
    }

    @inline(__always)
    private func append(_ entry: consuming Entry, _ storage: TensorStorage) {
        storage.tapeIndex = count
        storage.tapeSerial = nextSerial
        nextSerial += 1
        if count == capacity { grow(to: capacity * 2) }
        (records + count).initialize(to: entry)
        count += 1
    }

    @inline(never)
    private func grow(to newCapacity: Int) {
        let larger = UnsafeMutablePointer<Entry>.allocate(capacity: newCapacity)
        larger.moveInitialize(from: records, count: count)
        records.deallocate()
        records = larger
        capacity = newCapacity
    }

    /// Records an operation of up to three inputs, if any of them is tracked.
    @inline(never)
    func record(
        _ operation: Operation, _ a: Tensor?, _ b: Tensor?, _ c: Tensor?,
        output: TensorStorage, attributes: Attributes
    ) {
        guard live != 0 else { return }
        var pa: Int32 = -1
        var pb: Int32 = -1
        var pc: Int32 = -1
        if let a { pa = position(of: a.storage) }
        if let b { pb = position(of: b.storage) }
        if let c { pc = position(of: c.storage) }
        let depends = scopes(pa) | scopes(pb) | scopes(pc)
        guard depends != 0 else { return }
        if looksForNonFinite { look(at: output, of: operation) }
        if isSuspended { return note([pa, pb, pc]) }
        let keep = operation.saves.contains(.inputs)
        append(
            Entry(
                operation: operation, serial: nextSerial, scopes: depends, shape: output.shape,
                dtype: output.dtype, inputs: (pa, pb, pc),
                saved: keep ? (a, b, c) : (nil, nil, nil),
                output: operation.saves.contains(.output) ? Tensor(output) : nil,
                attributes: attributes, list: nil), output)
    }

    /// Records an operation of any number of inputs.
    @inline(never)
    func record(
        _ operation: Operation, list: [Tensor], output: TensorStorage, attributes: Attributes
    ) {
        guard live != 0 else { return }
        let positions = list.map { position(of: $0.storage) }
        let depends = positions.reduce(0 as UInt64) { $0 | scopes($1) }
        guard depends != 0 else { return }
        if looksForNonFinite { look(at: output, of: operation) }
        if isSuspended { return note(positions) }
        var attributes = attributes
        attributes.i1 = list.count
        append(
            Entry(
                operation: operation, serial: nextSerial, scopes: depends, shape: output.shape,
                dtype: output.dtype, inputs: (-1, -1, -1), saved: (nil, nil, nil), output: nil,
                attributes: attributes, list: positions), output)
    }

    /// Keeps the name of the first operation whose result is not finite.
    @inline(never)
    private func look(at output: TensorStorage, of operation: Operation) {
        guard firstNonFinite == nil, output.dtype.isFloatingPoint, output.isContiguous else { return }
        let isFinite: Bool
        if output.dtype == .float64 {
            let values = output.data.assumingMemoryBound(to: Double.self)
            isFinite = (0..<output.count).allSatisfy { values[$0].isFinite }
        } else {
            let values = output.data.assumingMemoryBound(to: Float.self)
            isFinite = (0..<output.count).allSatisfy { values[$0].isFinite }
        }
        if !isFinite { firstNonFinite = operation.name }
    }

    // MARK: Checkpoints

    /// Runs a body whose operations are not recorded; whether it used nothing that was computed
    /// from watched values but what aliases them.
    func suspended<Value>(
        arguments given: [Tensor], _ body: () throws -> Value
    ) rethrows -> (Value, isSelfContained: Bool) {
        let before = (isSuspended, sawIntermediate, arguments)
        isSuspended = true
        sawIntermediate = false
        arguments = given.map { Int(position(of: $0.storage)) }
        defer { (isSuspended, sawIntermediate, arguments) = before }
        let value = try body()
        return (value, !sawIntermediate)
    }

    @inline(never)
    private func note(_ positions: [Int32]) {
        for position in positions
        where position >= 0 && records[Int(position)].operation !== Operations.leaf
            && !arguments.contains(Int(position))
        {
            sawIntermediate = true
        }
    }

    /// Records an operation whether or not its inputs are tracked: what it runs again may be.
    func recordAlways(
        _ operation: Operation, list: [Tensor], output: TensorStorage, attributes: Attributes
    ) {
        var attributes = attributes
        attributes.i1 = list.count
        append(
            Entry(
                operation: operation, serial: nextSerial, scopes: live, shape: output.shape,
                dtype: output.dtype, inputs: (-1, -1, -1), saved: (nil, nil, nil), output: nil,
                attributes: attributes, list: list.map { position(of: $0.storage) }), output)
    }

    /// Forgets the watched values of a scope that closes.
    func forgetLeaves(_ count: Int) {
        for _ in 0..<Swift.min(count, watched.count) { watched.removeLast() }
    }

    /// Makes a value a leaf of the scope with the bit `scope`.
    func watch(_ storage: TensorStorage, scope: UInt64) {
        let outer = position(of: storage)
        watched.append((storage, count))
        append(
            Entry(
                operation: Operations.leaf, serial: nextSerial,
                scopes: scope | (outer < 0 ? 0 : records[Int(outer)].scopes),
                shape: storage.shape, dtype: storage.dtype, isLeaf: true, inputs: (outer, -1, -1),
                saved: (nil, nil, nil), output: nil, attributes: Attributes(), list: nil),
            storage)
    }

    /// Whether a record from `start` on depends on one of these scopes.
    func hasRecords(of scopes: UInt64, from start: Int) -> Bool {
        for position in start..<count where records[position].scopes & scopes != 0 { return true }
        return false
    }

    /// Forgets all records from `start` on.
    func truncate(to start: Int) {
        (records + start).deinitialize(count: count - start)
        count = start
        // A step of unusual size must not hold its memory for ever.
        if start == 0, capacity > 1 << 16 { grow(to: 64) }
    }
}

extension Operation {
    /// Records what this operation made of one tensor.
    @inline(__always)
    func record(_ a: Tensor, _ output: TensorStorage) {
        if a.storage.tapeSerial == 0 { return }
        Tape.current.record(self, a, nil, nil, output: output, attributes: Attributes())
    }

    /// Records what this operation made of one tensor and what it was told.
    @inline(__always)
    func record(
        _ a: Tensor, _ output: TensorStorage, _ attributes: @autoclosure () -> Attributes
    ) {
        if a.storage.tapeSerial == 0 { return }
        Tape.current.record(self, a, nil, nil, output: output, attributes: attributes())
    }

    /// Records what this operation made of two tensors.
    @inline(__always)
    func record(
        _ a: Tensor, _ b: Tensor, _ output: TensorStorage,
        _ attributes: @autoclosure () -> Attributes = Attributes()
    ) {
        if a.storage.tapeSerial | b.storage.tapeSerial == 0 { return }
        Tape.current.record(self, a, b, nil, output: output, attributes: attributes())
    }

    /// Records what this operation made of up to three tensors.
    @inline(__always)
    func record(
        _ a: Tensor, _ b: Tensor?, _ c: Tensor?, _ output: TensorStorage,
        _ attributes: @autoclosure () -> Attributes = Attributes()
    ) {
        let serials =
            a.storage.tapeSerial | (b?.storage.tapeSerial ?? 0) | (c?.storage.tapeSerial ?? 0)
        if serials == 0 { return }
        Tape.current.record(self, a, b, c, output: output, attributes: attributes())
    }
}
