internal import Glibc
internal import Notebooks
internal import Synchronization

/// Runs notebooks in processes of their own, several at a time, and ends those that take too long or too much memory.
struct JobPool {
    struct Limits {
        /// Time for a whole notebook, in seconds.
        var seconds: Double?
        /// Memory of its process, in bytes.
        var bytes: Int?
    }

    let executable: String
    let count: Int
    let limits: Limits
    /// Hears what a notebook's process tells, by the notebook's place.
    let tell: (Int, RunMessage) -> Void

    /// What a process gets to end after it was asked to.
    private static let grace = 12.0
    /// Set by Ctrl-C, or by a request to end.
    private static let signalled = Atomic<Int32>(0)

    private final class Worker {
        let index: Int
        let process: pid_t
        let pipe: Int32
        let started = ContinuousClock.now
        var line: [UInt8] = []
        /// Why it was asked to end, and when.
        var reason: NotebookResult.Status?
        var asked: ContinuousClock.Instant?

        init(_ index: Int, _ process: pid_t, _ pipe: Int32) {
            self.index = index
            self.process = process
            self.pipe = pipe
        }
    }

    /// Runs all; the results have the order of the notebooks.
    ///
    /// - Parameter arguments: the command line of each notebook's process.
    func run(_ arguments: [[String]], paths: [String]) throws -> (results: [NotebookResult], status: Int32) {
        var results = paths.map(NotebookResult.init)
        var waiting = Array(paths.indices)
        var workers: [Worker] = []
        var worst: Int32 = 0
        Self.signalled.store(0, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] { signal(number) { JobPool.signalled.store($0, ordering: .relaxed) } }
        defer { for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) } }
        while !waiting.isEmpty || !workers.isEmpty {
            while workers.count < count, !waiting.isEmpty, Self.signalled.load(ordering: .relaxed) == 0 {
                let index = waiting.removeFirst()
                workers.append(try start(index, arguments[index]))
            }
            if Self.signalled.load(ordering: .relaxed) != 0 {
                waiting = []
                for worker in workers { ask(worker, .interrupted) }
            }
            listen(workers, &results)
            for worker in workers { check(worker) }
            for worker in workers {
                var status: Int32 = 0
                guard waitpid(worker.process, &status, WNOHANG) == worker.process else { continue }
                listen([worker], &results, untilEnd: true)
                close(worker.pipe)
                end(worker, status, &results[worker.index])
                if status & 0x7f == 0, status >> 8 & 0xff == 2 { worst = 2 }
                workers.removeAll { $0 === worker }
            }
        }
        return (results, worst)
    }

    private func start(_ index: Int, _ arguments: [String]) throws -> Worker {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw CommandFailure.failed("no pipe can be made: \(String(cString: strerror(errno)))") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], 3)
        var pointers: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments + ["--report-to", "3"]).map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        var process: pid_t = 0
        let failure = posix_spawn(&process, executable, &actions, nil, pointers, environ)
        close(ends[1])
        guard failure == 0 else {
            close(ends[0])
            throw CommandFailure.failed("no process can be started: \(String(cString: strerror(failure)))")
        }
        return Worker(index, process, ends[0])
    }

    /// Takes what processes tell; waits a moment for it.
    private func listen(_ workers: [Worker], _ results: inout [NotebookResult], untilEnd: Bool = false) {
        var descriptors = workers.map { pollfd(fd: $0.pipe, events: Int16(POLLIN), revents: 0) }
        let ready = poll(&descriptors, nfds_t(descriptors.count), untilEnd ? 0 : 50)
        guard ready > 0 else { return }
        var hasEnded = false
        for (worker, descriptor) in zip(workers, descriptors) where descriptor.revents != 0 {
            var piece = [UInt8](repeating: 0, count: 1 << 16)
            repeat {
                let count = read(worker.pipe, &piece, piece.count)
                guard count > 0 else {
                    hasEnded = true
                    break
                }
                for byte in piece[..<count] {
                    if byte == 0x0A {
                        if let message = RunMessage(line: worker.line) { note(message, worker.index, &results) }
                        worker.line = []
                    } else {
                        worker.line.append(byte)
                    }
                }
            } while untilEnd
        }
        // A pipe whose writer is gone is ready all the time.
        if hasEnded, !untilEnd { usleep(10_000) }
    }

    private func note(_ message: RunMessage, _ index: Int, _ results: inout [NotebookResult]) {
        switch message {
        case .started(_, let count, _): results[index].count = count
        case .finished(let cell, let count):
            results[index].count = count
            results[index].cells.append(cell)
        case .ended(let status, let text):
            results[index].status = status
            results[index].message = text
        }
        tell(index, message)
    }

    // MARK: Limits

    private func check(_ worker: Worker) {
        if let asked = worker.asked {
            if ContinuousClock.now - asked > .seconds(Self.grace) { kill(worker.process, SIGKILL) }
            return
        }
        if let seconds = limits.seconds, ContinuousClock.now - worker.started > .seconds(seconds) { ask(worker, .timedOut) }
        if let bytes = limits.bytes, ProcessMemory.resident(of: worker.process) > bytes { ask(worker, .outOfMemory) }
    }

    private func ask(_ worker: Worker, _ reason: NotebookResult.Status) {
        guard worker.asked == nil else { return }
        worker.reason = reason
        worker.asked = ContinuousClock.now
        kill(worker.process, SIGTERM)
    }

    /// What is to be said of a notebook whose process has ended.
    private func end(_ worker: Worker, _ status: Int32, _ result: inout NotebookResult) {
        let signal = status & 0x7f
        switch worker.reason {
        case .timedOut? where result.status != .passed:
            result.status = .timedOut
            result.message = "the notebook took longer than \(RunText.duration(limits.seconds ?? 0))"
        case .outOfMemory? where result.status != .passed:
            result.status = .outOfMemory
            result.message = "the notebook's process had more than \(RunText.memory(limits.bytes ?? 0)) of memory"
        case .interrupted? where result.status != .passed:
            result.status = .interrupted
        default:
            guard result.status == .notRun || signal != 0 else { return }
            result.status = signal == 0 ? .failed : .crashed
            result.message = signal == 0 ? "the notebook could not be run" : "its process was ended by signal \(signal)"
        }
        if let message = result.message { tell(worker.index, .ended(result.status, message: message)) }
    }
}
