internal import CKernels

/// What a session sets and reads of the engine: the request to stop, the memory limit, threads.
package enum NumericRuntime {
    // MARK: Interrupts

    /// The flag that long kernels look at: nonzero stops the work in progress with `interrupted`.
    /// The address never changes; a virtual machine may look at it too.
    package static var interruptFlag: UnsafeMutablePointer<Int32> {
        UnsafeMutablePointer(mutating: vj_interrupt_flag())
    }

    /// Asks running work to stop. Safe from any thread and in a signal handler.
    package static func interrupt() { vj_interrupt() }

    /// Takes the request back, before new work starts.
    package static func clearInterrupt() { vj_interrupt_clear() }

    /// Whether a request is pending.
    package static var isInterrupted: Bool { vj_interrupt_pending() }

    // MARK: Memory

    /// The limit on bytes that tensors hold; 0 means none. Small tensors (up to 128 bytes) are not
    /// counted.
    package static var memoryLimit: Int {
        get { vj_memory_limit() }
        set { vj_memory_set_limit(Swift.max(0, newValue)) }
    }

    /// Bytes that tensors hold now.
    package static var memoryInUse: Int { vj_memory_in_use() }

    /// The most bytes that tensors have held at once.
    package static var memoryPeak: Int { vj_memory_peak() }

    /// Bytes that may still be taken before the machine, or the container, runs short; `Int.max` where the system does
    /// not tell.
    package static var memoryAvailable: Int { Int(clamping: vj_memory_available()) }

    /// Bytes of the machine's memory that this process alone has.
    package static var memoryResident: Int { Int(clamping: vj_memory_resident()) }

    /// Gives memory that is kept for reuse back to the system.
    package static func trimMemory() { vj_memory_give_back() }

    // MARK: Element-wise operations that wait

    /// Computes what this thread has asked for and nobody has looked at yet.
    package static func finishWaiting() {
        let tape = Tape.current
        tape.chain?.compute()
        tape.chain = nil
    }

    // MARK: Processors

    /// Threads that kernels use; 0 restores the default. Results do not depend on it.
    package static var threadCount: Int {
        get { vj_threads() }
        set { vj_set_threads(Swift.max(0, newValue)) }
    }

    /// The instruction set in use: `avx512`, `avx2` or `portable`.
    package static var instructionSet: String { String(cString: vj_isa_name(vj_isa_current())) }
}
