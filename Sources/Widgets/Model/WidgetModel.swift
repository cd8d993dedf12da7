internal import Comms
internal import JSON
import Synchronization

/// The kernel's half of a widget: its traits, the comm that frontends know it by, and who wants to hear of changes.
///
/// A value that a frontend sets is there at once, for a cell that runs as well; closures that observe it run later, on
/// the thread of the cells.
final class WidgetModel: Sendable {
    /// Takes what a frontend set a trait to, as the widget has it (within its bounds); nil refuses it.
    typealias Check = @Sendable (JSONValue) -> JSONValue?

    private enum Reference {
        case one(WidgetModel)
        case many([WidgetModel])
    }

    private struct State {
        var traits: JSONObject
        /// Traits that name other models, whose names are known once frontends know those.
        var references: [(key: String, models: Reference)] = []
        var comm: Comm?
        var observers: [@Sendable () throws -> Void] = []
        var handlers: [String: [@Sendable () throws -> Void]] = [:]
        var isNotified = false
    }

    private let state: Mutex<State>
    /// The traits that a frontend may set, and how.
    private let checks: [String: Check]

    init(_ kind: WidgetKind, traits own: [(String, JSONValue)] = [], checks: [String: Check] = [:]) {
        self.checks = checks
        let names: [(String, JSONValue)] = [
            ("_model_module", .string(kind.module)), ("_model_module_version", .string(kind.version)),
            ("_model_name", .string(kind.model)), ("_view_count", .null), ("_view_module", .string(kind.viewModule)),
            ("_view_module_version", .string(kind.version)), ("_view_name", .string(kind.view)),
        ]
        state = Mutex(State(traits: JSONObject(names + kind.traits + own)))
    }

    subscript(_ key: String) -> JSONValue {
        get { state.withLock { $0.traits[key] } ?? .null }
        set {
            let comm: Comm? = state.withLock { state in
                if state.traits[key] == newValue { return nil }
                state.traits[key] = newValue
                return state.comm
            }
            comm?.send(.widget("update", JSONObject([(key, newValue)])))
        }
    }

    /// Has a trait name another model.
    func refer(_ key: String, to model: WidgetModel) {
        state.withLock { $0.references.append((key, .one(model))) }
    }

    /// Has a trait name other models.
    func refer(_ key: String, toAll models: [WidgetModel]) {
        state.withLock { $0.references.append((key, .many(models))) }
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

// Frontends

extension WidgetModel {
    /// The name frontends know it by; nil before it is opened.
    var id: String? { state.withLock { $0.comm }?.id }

    /// The whole state, as frontends get it.
    var traits: JSONObject { state.withLock { $0.traits } }

    /// Makes it known to the frontends of the session whose cell runs, and first those that it names.
    func open() {
        guard let registry = CommRegistry.current, !(state.withLock { $0.comm }?.isOpen ?? false) else { return }
        let references = state.withLock { $0.references }
        for (key, reference) in references {
            let names: JSONValue
            switch reference {
            case .one(let model):
                model.open()
                names = model.name
            case .many(let models):
                for model in models { model.open() }
                names = .array(models.map(\.name))
            }
            state.withLock { $0.traits[key] = names }
        }
        let comm = registry.open(
            WidgetManager.target,
            CommPayload(["state": .object(traits), "buffer_paths": []], metadata: ["version": .string(WidgetManager.version)]))
        state.withLock { $0.comm = comm }
        WidgetManager.shared.add(comm, self)
        comm.onMessage { [self, registry] payload in hear(payload.data, registry) }
        comm.onClose { [self] _ in forget() }
    }

    func close() {
        state.withLock { $0.comm }?.close()
        forget()
    }

    private func forget() {
        let comm = state.withLock { state in
            defer { state.comm = nil }
            return state.comm
        }
        if let comm { WidgetManager.shared.remove(comm) }
    }

    private var name: JSONValue { .string("IPY_MODEL_" + (id ?? "")) }

    private func hear(_ data: JSONValue, _ registry: CommRegistry) {
        switch data["method"]?.string {
        case "update":
            guard let members = data["state"]?.object?.members else { return }
            take(members, registry)
        case "request_state":
            state.withLock { $0.comm }?.send(.widget("update", traits))
        case "custom":
            guard let event = data["content"]?["event"]?.string else { return }
            let handlers = state.withLock { $0.handlers[event] ?? [] }
            for handler in handlers { registry.onCells(handler) }
        default: break
        }
    }

    private func take(_ members: [JSONObject.Member], _ registry: CommRegistry) {
        let taken = members.compactMap { member in
            checks[member.key].flatMap { $0(member.value) }.map { (member.key, $0) }
        }
        let (comm, hasChanged, tells) = state.withLock { state in
            let changed = taken.filter { state.traits[$0.0] != $0.1 }
            for (key, value) in changed { state.traits[key] = value }
            let tells = !changed.isEmpty && !state.isNotified && !state.observers.isEmpty
            if tells { state.isNotified = true }
            return (state.comm, !changed.isEmpty, tells)
        }
        // Other views of the same model hear of it; the one that set it knows that its value has come.
        comm?.send(.widget("echo_update", JSONObject(members.map { ($0.key, $0.value) })))
        // Where the control does not take the value as it is, its views have to follow.
        let corrected = taken.filter { pair in members.contains { $0.key == pair.0 && !$0.value.isSameNumber(as: pair.1) } }
        if hasChanged, !corrected.isEmpty { comm?.send(.widget("update", JSONObject(corrected))) }
        if tells { registry.onCells { [self] in try notify() } }
    }

    private func notify() throws {
        let observers = state.withLock { state in
            state.isNotified = false
            return state.observers
        }
        for observer in observers { try observer() }
    }
}

extension CommPayload {
    static func widget(_ method: String, _ state: JSONObject) -> CommPayload {
        CommPayload(["method": .string(method), "state": .object(state), "buffer_paths": []])
    }
}

extension JSONValue {
    /// The number, whole or not.
    var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    /// A number that is neither infinite nor NaN.
    var finite: Double? { number.flatMap { $0.isFinite ? $0 : nil } }

    /// Whether it is the same; JavaScript writes 3 and 3.0 alike.
    fileprivate func isSameNumber(as other: JSONValue) -> Bool {
        if let number, let otherNumber = other.number { return number == otherNumber }
        return self == other
    }
}
