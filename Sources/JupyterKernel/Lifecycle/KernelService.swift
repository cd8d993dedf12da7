internal import JupyterMessaging
internal import Logging

/// A kernel in a process: its threads, the process's signals and its parent.
final class KernelService: SocketHandler, @unchecked Sendable {
    private let kernel: Kernel
    private let source: EvaluatorSource
    private let failure = Monitor<(any Error)?>(nil)
    private let parentWatch = ParentWatch()
    private var nextLook: Int64 = 0

    init(kernel: Kernel, source: EvaluatorSource) {
        self.kernel = kernel
        self.source = source
    }

    /// Starts the threads for cells and for questions; the first one makes the evaluator.
    func start(_ makeEvaluator: @escaping @Sendable () throws -> any Evaluator) throws {
        let cells = Thread.start(stackSize: 16 << 20) {
            do {
                let evaluator = try makeEvaluator()
                self.kernel.adopt(evaluator)
                self.source.provide(evaluator)
                ProgramCode.release()
                self.kernel.runCells()
            } catch {
                self.kernel.logger.critical("\(error)")
                self.failure.withLock { $0 = error }
                self.kernel.stop()
            }
        }
        let assistant = Thread.start(stackSize: 16 << 20) { self.kernel.runAssistant() }
        let comms = Thread.start(stackSize: 1 << 20) { self.kernel.runComms() }
        let debugger = Thread.start(stackSize: 1 << 20) { self.kernel.runDebugger() }
        let historian = Thread.start(stackSize: 1 << 20) { self.kernel.runHistorian() }
        guard cells != nil, assistant != nil, comms != nil, debugger != nil, historian != nil else { throw KernelError.noThread }
    }

    /// Ends the evaluator, waiting a moment for it, and throws what kept it from being made.
    func finish() throws {
        if let error = failure.withLock({ $0 }) { throw error }
        guard let evaluator = source.current else { return }
        let isDone = Monitor(false)
        let thread = Thread.start {
            evaluator.shutDown()
            isDone.update { $0 = true }
        }
        if thread != nil { isDone.wait(nanoseconds: 20_000_000) { $0 ? () : nil } }
    }

    var acceptsRequests: Bool { kernel.acceptsRequests }

    func received(_ frames: [[UInt8]], on channel: Channel) {
        kernel.received(frames, on: channel)
    }

    func subscribed(to topic: [UInt8]) {
        kernel.subscribed(to: topic)
    }

    func turn(now: Int64) -> Int64? {
        if Signals.takeInterrupt() { kernel.interrupt() }
        if Signals.isTerminated { kernel.stop() }
        var due = kernel.turn(now: now)
        if let parentWatch {
            if now >= nextLook {
                if parentWatch.isOrphaned {
                    kernel.logger.notice("the process that started this kernel has gone")
                    kernel.stop()
                }
                nextLook = now + ParentWatch.interval
            }
            due = min(due ?? .max, nextLook)
        }
        return due
    }
}
