import Synchronization

/// The kernel's half of a widget: its traits, and who wants to know of their changes.
package final class WidgetModel: Sendable {
    /// Takes what a frontend set a trait to, as the widget has it (within its bounds); nil refuses it.
    typealias Check = @Sendable (TraitValue) -> TraitValue?

    private struct State {
        var traits: [TraitValue.Member]
        var observers: [@Sendable () throws -> Void] = []
        var handlers: [String: [@Sendable () throws -> Void]] = [:]
        var isNotified = false
    }

    let id: String
    private let state: Mutex<State>
    /// The traits that a frontend may set, and how.
    private let checks: [String: Check]

    init(_ kind: WidgetKind, traits own: [TraitValue.Member], checks: [String: Check]) {
        id = WidgetRegistry.shared.makeIdentifier()
        self.checks = checks
        var traits: [TraitValue.Member] = [
            .init("_model_module", .string(kind.module)), .init("_model_module_version", .string(kind.version)),
            .init("_model_name", .string(kind.model)), .init("_view_count", .null),
            .init("_view_module", .string(kind.viewModule)), .init("_view_module_version", .string(kind.version)),
            .init("_view_name", .string(kind.view)),
        ]
        traits += kind.traits
        for member in own {
            if let place = traits.firstIndex(where: { $0.key == member.key }) { traits[place] = member } else { traits.append(member) }
        }
        state = Mutex(State(traits: traits))
    }

    /// The whole state.
    package var traits: [TraitValue.Member] {
        state.withLock { $0.traits }
    }

    subscript(_ key: String) -> TraitValue {
        get { state.withLock { state in state.traits.first { $0.key == key }?.value } ?? .null }
        set { set([.init(key, newValue)]) }
    }

    /// Sets traits and tells the frontends of those that have changed.
    func set(_ members: [TraitValue.Member]) {
        let changed = change(members)
        if !changed.isEmpty { WidgetRegistry.shared.send(id, changed) }
    }

    private func change(_ members: [TraitValue.Member]) -> [TraitValue.Member] {
        state.withLock { state in
            members.filter { member in
                guard let place = state.traits.firstIndex(where: { $0.key == member.key }) else {
                    state.traits.append(member)
                    return true
                }
                if state.traits[place].value == member.value { return false }
                state.traits[place] = member
                return true
            }
        }
    }

    /// Calls `body` after a frontend has set a trait. Changes that follow each other faster than it runs are one call.
    func observe(_ body: @escaping @Sendable () throws -> Void) {
        state.withLock { $0.observers.append(body) }
    }

    /// Calls `body` on an event of the frontend.
    func on(_ event: String, _ body: @escaping @Sendable () throws -> Void) {
        state.withLock { $0.handlers[event, default: []].append(body) }
    }

    func removeObservers() {
        state.withLock { state in
            state.observers = []
            state.handlers = [:]
        }
    }
}

// What a frontend says

extension WidgetModel {
    func receive(_ members: [TraitValue.Member]) -> [TraitValue.Member] {
        let taken = members.compactMap { member in
            checks[member.key].flatMap { $0(member.value) }.map { TraitValue.Member(member.key, $0) }
        }
        let changed = change(taken)
        guard !changed.isEmpty else { return taken }
        let isWaiting = state.withLock { state in
            defer { state.isNotified = true }
            return state.isNotified
        }
        if !isWaiting { WidgetRegistry.shared.post { [self] in try notify() } }
        return taken
    }

    private func notify() throws {
        let observers = state.withLock { state in
            state.isNotified = false
            return state.observers
        }
        for observer in observers { try observer() }
    }

    func receive(event content: TraitValue) {
        guard let name = content["event"]?.string else { return }
        for handler in state.withLock({ $0.handlers[name] ?? [] }) { WidgetRegistry.shared.post(handler) }
    }
}
