import CMachine
import Glibc
import Synchronization

/// Runs compiled functions: registers of eight bytes on a stack of its own, without native recursion.
///
/// A machine belongs to one thread at a time. Another thread may set the interrupt flag.
package final class Machine {
    /// Frames of cell functions that may be active at once.
    package var recursionLimit: Int {
        get { state.pointee.recursionLimit }
        set { state.pointee.recursionLimit = newValue }
    }
    /// Runs within runs (cell → library → cell) that may be active at once; each takes native stack.
    package var nativeRecursionLimit: Int {
        get { state.pointee.nativeRecursionLimit }
        set { state.pointee.nativeRecursionLimit = newValue }
    }
    /// Hands a value of a cell's type to the library as one of its protocols: type, slots, protocol → reference.
    package var bridge: ((Type, UnsafePointer<UInt64>, NominalType) throws -> Reference)?
    /// Answers for types at run time.
    package weak var resolver: (any DynamicResolver)?
    /// A `deinit` failed; whoever runs next passes it on.
    var finalizerFault: RuntimeFault?
    /// Asked before so many bytes are taken for one value; throws when the session may not have them.
    package var approveAllocation: ((Int) throws -> Void)?

    /// The error that a handler took last, and where it came from.
    var lastCaught: (reference: UInt64, frames: [RuntimeFault.Frame])?

    /// Slots of the largest frame a function can have, with room to spare.
    static let largestFrame = 70_000

    let table = CodeTable()
    let interruptFlag: UnsafeMutablePointer<Atomic<Int32>>
    let stack: Slots
    let stackSlots: Int
    /// What changes with every native call lies in plain memory: a class's variables are checked for overlapping
    /// accesses each time.
    let state: UnsafeMutablePointer<MachineState>
    /// One `halt`: where the outermost frame of a run returns to.
    let haltCode: UnsafeMutablePointer<UInt64>

    /// - Parameters:
    ///   - interruptFlag: 0 while code may run; read at every backward jump and call. Its bits are `Attention`'s.
    ///   - stackBytes: address space for frames; memory is taken as it is used.
    package init(
        interruptFlag: UnsafePointer<Int32>, recursionLimit: Int = 10_000,
        stackBytes: Int = 256 << 20
    ) throws(RuntimeFault) {
        self.interruptFlag = UnsafeMutableRawPointer(mutating: interruptFlag)
            .assumingMemoryBound(to: Atomic<Int32>.self)
        guard
            let memory = mmap(
                nil, stackBytes, PROT_READ | PROT_WRITE,
                MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0), memory != MAP_FAILED
        else {
            throw RuntimeFault(.outOfMemory, "no address space for a stack of \(stackBytes) bytes")
        }
        stack = memory.assumingMemoryBound(to: UInt64.self)
        stackSlots = stackBytes / 8
        state = .allocate(capacity: 1)
        state.initialize(to: MachineState(top: stack, recursionLimit: recursionLimit))
        haltCode = .allocate(capacity: 1)
        haltCode.initialize(to: Word.encode(.halt))
        table.machine = self
        debugger.machine = self
    }

    deinit {
        table.breakCycles()
        munmap(stack, stackSlots * 8)
        haltCode.deallocate()
        state.deallocate()
    }

    /// The machine whose code a closure runs.
    static func owner(ofClosure reference: Reference) -> Machine? {
        let block = HeapObject.block(reference)
        guard HeapObject.kind(block) == HeapObject.Kind.closure.rawValue else { return nil }
        return compiled(ofClosure: block).table.machine
    }

    static func compiled(ofClosure block: Slots) -> CompiledFunction {
        Unmanaged<CompiledFunction>.fromOpaque(HeapObject.pointer(block[4])).takeUnretainedValue()
    }

    /// An interrupt was asked for: what waits gives up.
    var isInterrupted: Bool { interruptFlag.pointee.load(ordering: .relaxed) & Attention.interrupt != 0 }

    /// Called on the machine's thread where running code can be held, after `Attention.visit` was set: others may then
    /// run code and look at values.
    package var onVisit: (() -> Void)?
    var isVisited = false
    /// The top levels that run, outermost first.
    var activations: [Activation] = []
    /// Where a debugger stops code.
    package let debugger = Debugger()

    // MARK: Running

    /// Runs a cell's top level; gives its last value when it has one.
    package func run(_ main: Function) throws(RuntimeFault) -> CellResult? {
        compileMain(main)
        return try runCompiled(main)
    }

    /// Compiles a cell's top level.
    package func compileMain(_ main: Function) { _ = compile(main, isMain: true) }

    /// Runs a cell's top level, which has been compiled; it can be run again.
    package func runCompiled(_ main: Function) throws(RuntimeFault) -> CellResult? {
        let compiled = reference(main)
        let frame = state.pointee.top + max(2, main.result.layout.count)
        let entry = compiled.entry
        let type = compiled.resultType
        do {
            guard frame < stack + (stackSlots - Self.largestFrame) else { throw stackFault }
            for pinned in compiled.pinnedGlobals {
                (frame + pinned.register).update(
                    from: pinned.global.slots, count: pinned.global.type.layout.count)
            }
            // Whatever happens, what the cell made of its variables stays.
            defer {
                for pinned in compiled.pinnedGlobals {
                    pinned.global.slots.update(
                        from: frame + pinned.register, count: pinned.global.type.layout.count)
                }
            }
            let wasRunning = state.pointee.isRunning
            state.pointee.isRunning = true
            activations.append(Activation(frame: frame, compiled: compiled))
            defer {
                activations.removeLast()
                state.pointee.isRunning = wasRunning
            }
            try execute(entry, frame: frame)
        } catch let error as CellError {
            throw uncaught(error)
        } catch {
            throw RuntimeFault(error)
        }
        return type.isVoid ? nil : CellResult(type: type, taking: frame - max(2, type.layout.count))
    }

    /// Runs a closure for library code. The arguments' slots are borrowed, the result's owned by the caller.
    package func call(
        _ closure: Reference, arguments: UnsafePointer<UInt64>, argumentCount: Int, result: Slots,
        resultCount: Int
    ) throws {
        let block = HeapObject.block(closure)
        guard let entry = UnsafeMutablePointer<CodeEntry>(bitPattern: UInt(block[3])) else {
            throw RuntimeFault(.internal, "a closure has no code")
        }
        try enter(entry, closure: closure, arguments, argumentCount, result, resultCount)
    }

    /// Runs a function for library code or for the machine itself: a method of a cell's type. An inout parameter's slot
    /// is an address.
    package func call(
        _ function: Function, arguments: UnsafePointer<UInt64>, argumentCount: Int, result: Slots,
        resultCount: Int
    ) throws {
        let compiled = compile(function, isMain: false)
        try enter(compiled.entry, closure: 0, arguments, argumentCount, result, resultCount)
    }

    func enter(
        _ entry: UnsafeMutablePointer<CodeEntry>, closure: Reference,
        _ arguments: UnsafePointer<UInt64>, _ argumentCount: Int, _ result: Slots,
        _ resultCount: Int, limit: Int? = nil
    ) throws {
        guard state.pointee.nativeDepth < limit ?? state.pointee.nativeRecursionLimit,
            state.pointee.depth < state.pointee.recursionLimit
        else {
            throw recursionFault
        }
        let start = state.pointee.top
        let frame = start + max(2, resultCount)
        guard frame < stack + (stackSlots - Self.largestFrame) else { throw stackFault }
        frame.update(from: arguments, count: argumentCount)
        if entry.pointee.closureRegister >= 0 { frame[entry.pointee.closureRegister] = closure }
        state.pointee.nativeDepth &+= 1
        let wasRunning = state.pointee.isRunning
        state.pointee.isRunning = true
        defer {
            state.pointee.nativeDepth &-= 1
            state.pointee.top = start
            state.pointee.isRunning = wasRunning
        }
        try execute(entry, frame: frame)
        result.update(from: start, count: resultCount)
    }

    var recursionFault: RuntimeFault {
        RuntimeFault(
            .recursionLimit, "functions call each other more than \(recursionLimit) deep",
            help: "does the recursion have an end that is reached?")
    }

    var stackFault: RuntimeFault {
        RuntimeFault(
            .recursionLimit, "the stack of \(stackSlots * 8 >> 20) MB for active functions is full",
            help: "does the recursion have an end that is reached?")
    }

    private func uncaught(_ error: CellError) -> RuntimeFault {
        var fault: RuntimeFault
        do {
            var reference = error.value.reference
            let (type, slots) = HeapObject.existential(at: &reference)
            let help = type === Self.libraryError ? Self.libraryFault(Reference(slots[0]))?.help : nil
            fault = RuntimeFault(.uncaught, try describe(slots, type, debug: true), help: help)
        } catch {
            fault = RuntimeFault(error)
        }
        fault.frames = error.frames
        return fault
    }
}

/// What a machine keeps between its runs.
struct MachineState {
    /// Where the next run's frames may start.
    var top: Slots
    /// Frames of cell functions that are active.
    var depth = 0
    var nativeDepth = 0
    var recursionLimit: Int
    var nativeRecursionLimit = 400
    /// Code of a cell runs: only then does a `deinit`.
    var isRunning = false
}

/// An error that a cell threw, on its way through library code or out of the cell.
package struct CellError: Error {
    package final class Value: @unchecked Sendable {
        /// An existential, owned.
        package let reference: Reference

        init(taking reference: Reference) { self.reference = reference }

        deinit { HeapObject.release(reference) }
    }

    package let value: Value
    package var frames: [RuntimeFault.Frame]
}
