internal import Glibc
internal import Session
internal import Synchronization

/// Runs cells on a thread of its own and watches them: a cell that takes too long, or a person who presses Ctrl-C,
/// interrupts the session; a cell that then does not end is left behind.
final class Supervisor: Sendable {
    /// How one cell ended.
    struct End {
        var error: CellError?
        /// The error is what the cell did, not a limit or an interrupt.
        var isCellsOwn = true
        var isUnresponsive = false
    }

    /// What a cell gets to end after an interrupt.
    private static let grace = 10.0
    private static let pause = 0.02

    private enum Wake: UInt8 {
        case cellEnded, interruptedByUser
    }

    private let executor: any CellExecutor
    /// The pipe that wakes the supervisor: reading end, writing end.
    private let pipe: (reading: Int32, writing: Int32)
    /// The writing end for the signal handler, which can look at nothing else.
    private static let signalPipe = Atomic<Int32>(-1)
    private let outcome = Mutex<CellOutcome?>(nil)

    init(_ executor: any CellExecutor) {
        self.executor = executor
        var ends: [Int32] = [-1, -1]
        _ = Glibc.pipe(&ends)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        pipe = (ends[0], ends[1])
        Self.signalPipe.store(ends[1], ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            signal(number) { _ in
                var wake = Supervisor.Wake.interruptedByUser.rawValue
                write(Supervisor.signalPipe.load(ordering: .relaxed), &wake, 1)
            }
        }
    }

    /// Gives Ctrl-C and the request to end back their usual meaning.
    func end() {
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
        Self.signalPipe.store(-1, ordering: .relaxed)
    }

    func run(
        _ source: String, name: String, host: any CellHost, timeout: Double?
    ) -> End {
        outcome.withLock { $0 = nil }
        let job = Job { [self] in
            let end = executor.execute(source, name: name, silent: false, host: host)
            outcome.withLock { $0 = end }
            var wake = Wake.cellEnded.rawValue
            write(pipe.writing, &wake, 1)
        }
        guard job.start() else {
            return End(
                error: CellError(
                    name: "SystemError", message: "no thread could be started",
                    traceback: ["SystemError: no thread could be started"]),
                isCellsOwn: false)
        }
        var limit: CellError?
        var deadline = timeout.map { Self.now + $0 }
        while true {
            // A cell that has been told to end is told again: the first time may have come before it began.
            let again = limit == nil ? nil : Self.now + Self.pause
            switch wait(until: again.map { min($0, deadline ?? $0) } ?? deadline) {
            case .cellEnded:
                if let limit { return End(error: limit, isCellsOwn: false) }
                return End(error: outcome.withLock { $0?.error })
            case .interruptedByUser:
                limit = Self.error("Interrupted", "the run was interrupted in \(name)", help: nil)
                executor.interrupt()
                deadline = Self.now + Self.grace
            case nil where limit == nil:
                let seconds = Self.spelled(timeout ?? 0)
                limit = Self.error(
                    "TimeoutError", "\(name) took longer than \(seconds) s",
                    help: "give cells more time with --timeout SECONDS")
                executor.interrupt()
                deadline = Self.now + Self.grace
            case nil:
                if let deadline, Self.now >= deadline {
                    return End(error: limit, isCellsOwn: false, isUnresponsive: true)
                }
                executor.interrupt()
            }
        }
    }

    /// What woke the supervisor; nil when the time is up.
    private func wait(until deadline: Double?) -> Wake? {
        while true {
            var descriptor = pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0)
            let rest = deadline.map { max(0, min(1e6, ($0 - Self.now) * 1000)) }
            let ready = poll(&descriptor, 1, rest.map { Int32($0.rounded(.up)) } ?? -1)
            if ready > 0 {
                var byte: UInt8 = 0
                if read(pipe.reading, &byte, 1) == 1, let wake = Wake(rawValue: byte) {
                    return wake
                }
            } else if let deadline, Self.now >= deadline {
                return nil
            }
        }
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    private static func spelled(_ seconds: Double) -> String {
        seconds == seconds.rounded() && abs(seconds) < 1e15 ? String(Int(seconds)) : String(seconds)
    }

    private static func error(_ name: String, _ message: String, help: String?) -> CellError {
        CellError(
            name: name, message: message,
            traceback: ["\(name): \(message)"] + (help.map { ["help: \($0)"] } ?? []))
    }

    deinit {
        // A cell that never ended may still write to the pipe: its ends are left open then.
        if outcome.withLock({ $0 != nil }) {
            close(pipe.reading)
            close(pipe.writing)
        }
    }
}

/// One piece of work on a thread of its own.
private final class Job: Sendable {
    private let work: @Sendable () -> Void

    init(_ work: @escaping @Sendable () -> Void) {
        self.work = work
    }

    /// Starts the thread; false when the system has none to give.
    func start() -> Bool {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(self)
        let status = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Job>.fromOpaque(context).takeRetainedValue().work() }
                return nil
            }, context.toOpaque())
        guard status == 0 else {
            context.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}
