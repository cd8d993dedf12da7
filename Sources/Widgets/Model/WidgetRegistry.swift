import Synchronization

/// Carries what widgets say to the frontends.
package protocol WidgetChannel: AnyObject, Sendable {
    /// A model with its whole state is made known.
    func open(_ id: String, state: [TraitValue.Member])
    /// Traits that have changed.
    func update(_ id: String, state: [TraitValue.Member])
    /// A model is gone.
    func close(_ id: String)
}

/// The models of a session: those that frontends know, and what frontends have said to them that code has yet to hear.
///
/// A value that a frontend sets is there at once, for a cell that runs as well; closures that observe it run later, on
/// the thread of the cells.
package final class WidgetRegistry: Sendable {
    package static let shared = WidgetRegistry()

    private struct State {
        var count = 0
        /// Models that frontends know, in the order in which they were opened. They live as long as a frontend can show them.
        var models: [(id: String, model: WidgetModel)] = []
        var positions: [String: Int] = [:]
        var channel: (any WidgetChannel)?
        var events: [@Sendable () throws -> Void] = []
    }

    private let state = Mutex(State())

    /// Sends what widgets say to `channel` from now on.
    package func use(_ channel: (any WidgetChannel)?) {
        state.withLock { $0.channel = channel }
    }

    /// Forgets all models; identifiers start again.
    package func reset() {
        let (channel, models) = state.withLock { state in
            defer { state = State(channel: state.channel) }
            return (state.channel, state.models)
        }
        for (id, _) in models { channel?.close(id) }
    }

    /// An identifier that no other model of the session has, the same in every run.
    func makeIdentifier() -> String {
        let count = state.withLock { state in
            state.count += 1
            return state.count
        }
        let digits = String(count, radix: 16)
        return String(repeating: "0", count: max(0, 32 - digits.count)) + digits
    }

    /// Makes a model known to the frontends, once.
    func open(_ model: WidgetModel) {
        let channel: (any WidgetChannel)?? = state.withLock { state in
            guard state.positions[model.id] == nil else { return nil }
            state.positions[model.id] = state.models.count
            state.models.append((model.id, model))
            return .some(state.channel)
        }
        if let channel { channel?.open(model.id, state: model.traits) }
    }

    func isOpen(_ id: String) -> Bool {
        state.withLock { $0.positions[id] != nil }
    }

    func send(_ id: String, _ changes: [TraitValue.Member]) {
        let channel = state.withLock { $0.positions[id] == nil ? nil : $0.channel }
        channel?.update(id, state: changes)
    }

    func close(_ id: String) {
        let channel: (any WidgetChannel)? = state.withLock { state in
            guard let place = state.positions.removeValue(forKey: id) else { return nil }
            state.models.remove(at: place)
            for (position, entry) in state.models.enumerated() { state.positions[entry.id] = position }
            return state.channel
        }
        channel?.close(id)
    }

    func post(_ event: @escaping @Sendable () throws -> Void) {
        state.withLock { $0.events.append(event) }
    }
}

// What a frontend says

extension WidgetRegistry {
    /// Models that frontends know, with their whole state.
    package var openModels: [(id: String, state: [TraitValue.Member])] {
        state.withLock { $0.models }.map { ($0.id, $0.model.traits) }
    }

    /// The whole state of one model; nil where it is not known.
    package func state(of id: String) -> [TraitValue.Member]? {
        model(id)?.traits
    }

    /// Takes what a frontend has set. Returns the traits that it took, or nil for a model that is not known.
    package func receive(_ id: String, state: [TraitValue.Member]) -> [TraitValue.Member]? {
        model(id)?.receive(state)
    }

    /// Takes an event, such as a click on a button.
    package func receive(_ id: String, event content: TraitValue) {
        model(id)?.receive(event: content)
    }

    /// Whether closures wait that observe what has changed.
    package var hasEvents: Bool {
        state.withLock { !$0.events.isEmpty }
    }

    /// Runs the closures that observe what has changed, in order. For the thread of the cells.
    package func runEvents() throws {
        while let event = state.withLock({ $0.events.isEmpty ? nil : $0.events.removeFirst() }) {
            try event()
        }
    }

    /// Drops what waits, after an error in a closure.
    package func dropEvents() {
        state.withLock { $0.events = [] }
    }

    private func model(_ id: String) -> WidgetModel? {
        state.withLock { state in state.positions[id].map { state.models[$0].model } }
    }
}
