internal import JupyterMessaging

/// Cells that wait for one thread.
final class CellQueue: Sendable {
    private struct State {
        var cells: [PendingCell] = []
        var isStopped = false
    }

    private let state = Monitor(State())

    var count: Int { state.withLock { $0.cells.count } }

    /// Adds a cell. False where nothing is run any more.
    func add(_ cell: PendingCell) -> Bool {
        state.update { state in
            if !state.isStopped { state.cells.append(cell) }
            return !state.isStopped
        }
    }

    /// Waits for a cell; nil after `stop`.
    func next() -> PendingCell? {
        state.wait { state -> PendingCell?? in
            if state.isStopped { return .some(nil) }
            guard !state.cells.isEmpty else { return nil }
            return .some(state.cells.removeFirst())
        }
    }

    /// Takes all that wait.
    func takeAll() -> [PendingCell] {
        state.withLock { state in
            defer { state.cells = [] }
            return state.cells
        }
    }

    /// Ends `next`. Returns what was waiting.
    @discardableResult
    func stop() -> [PendingCell] {
        state.update { state in
            state.isStopped = true
            defer { state.cells = [] }
            return state.cells
        }
    }
}
