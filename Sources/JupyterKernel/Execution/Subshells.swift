internal import JupyterMessaging

/// The subshells of a kernel: each a queue of cells with a thread of its own.
final class Subshells: Sendable {
    private struct State {
        var queues: [(id: String, queue: CellQueue)] = []
        var count = 0
    }

    private let state = Monitor(State())
    private let executor: Executor

    init(_ executor: Executor) { self.executor = executor }

    var identifiers: [String] { state.withLock { $0.queues.map(\.id) } }

    /// Makes a subshell; nil where the system has no thread left.
    func create() -> String? {
        let queue = CellQueue()
        let executor = executor
        guard Thread.start(stackSize: 1 << 20, { executor.run(queue, isSubshell: true) }) != nil else { return nil }
        return state.withLock { state in
            state.count += 1
            let id = "subshell-\(state.count)"
            state.queues.append((id, queue))
            return id
        }
    }

    subscript(id: String) -> CellQueue? {
        state.withLock { state in state.queues.first { $0.id == id }?.queue }
    }

    /// Ends a subshell after the cell that it runs. Cells that wait are answered. False where there is none of that name.
    func delete(_ id: String) -> Bool {
        let queue = state.withLock { state -> CellQueue? in
            guard let index = state.queues.firstIndex(where: { $0.id == id }) else { return nil }
            return state.queues.remove(at: index).queue
        }
        guard let queue else { return false }
        for cell in queue.stop() { executor.abort(cell, because: "not run because its subshell was deleted") }
        return true
    }

    func stop() {
        for (_, queue) in state.withLock({ $0.queues }) { queue.stop() }
    }
}
