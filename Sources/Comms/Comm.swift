import Synchronization

/// One open channel between library code and its counterpart in the frontends: a widget's model, say.
///
/// Either end sends messages; each message reaches all frontends. It is safe to use from any thread.
package final class Comm: Sendable {
    private struct State {
        var isOpen = true
        var onMessage: (@Sendable (CommPayload) -> Void)?
        var onClose: (@Sendable (CommPayload) -> Void)?
    }

    package let id: String
    package let target: String
    private let registry: CommRegistry
    private let state = Mutex(State())

    init(id: String, target: String, registry: CommRegistry) {
        self.id = id
        self.target = target
        self.registry = registry
    }

    /// Whether neither end has closed it.
    package var isOpen: Bool { state.withLock { $0.isOpen } }

    /// Calls `handler` with each message of a frontend.
    ///
    /// It is called on the thread of the comms, also while a cell runs, and must not wait. What touches values of
    /// cells belongs in `CommRegistry.onCells`.
    package func onMessage(_ handler: @escaping @Sendable (CommPayload) -> Void) {
        state.withLock { $0.onMessage = handler }
    }

    /// Calls `handler` when a frontend has closed it.
    package func onClose(_ handler: @escaping @Sendable (CommPayload) -> Void) {
        state.withLock { $0.onClose = handler }
    }

    /// Sends a message to the frontends; nothing happens once it is closed.
    package func send(_ payload: CommPayload) {
        guard isOpen else { return }
        registry.send(.message(id: id, payload))
    }

    /// Ends it and tells the frontends.
    package func close(_ payload: CommPayload = CommPayload()) {
        guard end() else { return }
        registry.remove(self)
        registry.send(.close(id: id, payload))
    }

    /// Whether it was open before.
    func end() -> Bool {
        state.withLock { state in
            defer { state.isOpen = false }
            return state.isOpen
        }
    }

    func received(_ payload: CommPayload) {
        state.withLock { $0.onMessage }?(payload)
    }

    func closed(_ payload: CommPayload) {
        let handler = state.withLock { state in
            // Handlers hold what the comm belongs to; with its end they are not needed.
            defer {
                state.onMessage = nil
                state.onClose = nil
            }
            return state.onClose
        }
        handler?(payload)
    }
}
