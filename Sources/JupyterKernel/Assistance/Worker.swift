internal import JupyterMessaging

/// Does jobs one after the other, on the thread that calls `run`.
final class Worker: Sendable {
    private struct State {
        var jobs: [@Sendable () -> Void] = []
        var isStopped = false
    }

    private let state = Monitor(State())

    func add(_ job: @escaping @Sendable () -> Void) {
        state.update { $0.jobs.append(job) }
    }

    /// Does jobs until `stop`.
    func run() {
        while let job = next() { job() }
    }

    /// Ends `run` after the job that is being done.
    func stop() {
        state.update { state in
            state.isStopped = true
            state.jobs = []
        }
    }

    private func next() -> (@Sendable () -> Void)? {
        state.wait { state -> (@Sendable () -> Void)?? in
            if state.isStopped { return .some(nil) }
            guard !state.jobs.isEmpty else { return nil }
            return .some(state.jobs.removeFirst())
        }
    }
}
