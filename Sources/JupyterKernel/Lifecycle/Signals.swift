import Glibc
internal import JupyterMessaging
import Synchronization

/// The signals a kernel listens to: SIGINT interrupts, SIGTERM and SIGHUP end it.
enum Signals {
    private static let interrupted = Atomic<Bool>(false)
    private static let terminated = Atomic<Bool>(false)
    // A handler may only touch what exists already and takes no lock.
    private static let wakeUp = Mutex<WakeUp?>(nil)
    nonisolated(unsafe) private static var wake: Unmanaged<WakeUp>?

    /// Handles the signals from now on; `wakeUp` is signalled when one has come.
    static func install(_ wakeUp: WakeUp) {
        _ = interrupted.load(ordering: .relaxed)
        _ = terminated.load(ordering: .relaxed)
        Self.wakeUp.withLock { $0 = wakeUp }
        wake = Unmanaged.passUnretained(wakeUp)
        // A client that goes away while something is written to it is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGINT) { _ in
            Signals.interrupted.store(true, ordering: .relaxed)
            Signals.wake?._withUnsafeGuaranteedRef { $0.signal() }
        }
        for number in [SIGTERM, SIGHUP] {
            signal(number) { _ in
                Signals.terminated.store(true, ordering: .relaxed)
                Signals.wake?._withUnsafeGuaranteedRef { $0.signal() }
            }
        }
    }

    /// Whether SIGINT came since the last call.
    static func takeInterrupt() -> Bool {
        interrupted.exchange(false, ordering: .relaxed)
    }

    /// Whether the process was asked to end.
    static var isTerminated: Bool {
        terminated.load(ordering: .relaxed)
    }
}
