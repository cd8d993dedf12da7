// Event system, undo/redo, dependency resolution, generic observer, KeyPath-based sorting, memento
protocol Command { mutating func execute(on doc: inout Document); func undo(on doc: inout Document) }
struct Document: Equatable { var lines: [String] = []; var title = "Untitled" }
struct AppendLine: Command {
    let text: String
    func execute(on doc: inout Document) { doc.lines.append(text) }
    func undo(on doc: inout Document) { doc.lines.removeLast() }
}
struct SetField<V>: Command {
    let path: WritableKeyPath<Document, V>; let value: V; private var old: V?
    init(_ path: WritableKeyPath<Document, V>, _ value: V) { self.path = path; self.value = value }
    mutating func execute(on doc: inout Document) { old = doc[keyPath: path]; doc[keyPath: path] = value }
    func undo(on doc: inout Document) { if let old { doc[keyPath: path] = old } }
}
struct Editor {
    private(set) var doc = Document()
    private var done: [any Command] = [], undone: [any Command] = []
    var canUndo: Bool { !done.isEmpty }
    mutating func run(_ c: any Command) { var c = c; c.execute(on: &doc); done.append(c); undone.removeAll() }
    mutating func undo() { guard let c = done.popLast() else { return }; c.undo(on: &doc); undone.append(c) }
    mutating func redo() { guard var c = undone.popLast() else { return }; c.execute(on: &doc); done.append(c) }
}
var ed = Editor()
ed.run(AppendLine(text: "one")); ed.run(SetField(\.title, "Doc")); ed.run(AppendLine(text: "two")); ed.run(SetField(\.lines, ["x"]))
print(ed.doc); ed.undo(); ed.undo(); print(ed.doc, ed.canUndo); ed.redo(); print(ed.doc.lines); ed.undo(); ed.undo(); ed.undo(); ed.undo(); print(ed.doc == Document(), ed.canUndo)
enum Event: Hashable { case login(user: String), logout, message(String, priority: Int)
    enum Kind: CaseIterable { case login, logout, message }
    var kind: Kind { switch self { case .login: .login; case .logout: .logout; case .message: .message } } }
final class Bus {
    typealias Handler = (Event) -> Bool
    private var handlers: [Event.Kind: [(id: Int, handler: Handler)]] = [:]
    private var counter = 0
    @discardableResult func on(_ kinds: Event.Kind..., do handler: @escaping Handler) -> Int {
        counter += 1
        for k in kinds { handlers[k, default: []].append((counter, handler)) }
        return counter
    }
    func off(_ id: Int) { for k in Event.Kind.allCases { handlers[k]?.removeAll { $0.id == id } } }
    func post(_ e: Event) -> Int { var n = 0; for h in handlers[e.kind] ?? [] { n += 1; if h.handler(e) { break } }; return n }
}
let bus = Bus()
var log: [String] = []
let id = bus.on(.login, .logout) { log.append("A:\($0.kind)"); return false }
bus.on(.login) { e in if case .login(let u) = e { log.append("B:\(u)") }; return true }
bus.on(.login, .message) { if case let .message(m, p) = $0, p > 1 { log.append(m) }; return false }
print(bus.post(.login(user: "ann")), bus.post(.message("hi", priority: 2)), bus.post(.message("lo", priority: 0)), bus.post(.logout))
bus.off(id); print(bus.post(.login(user: "bob")), bus.post(.logout), log)
print(Set([Event.logout, .logout, .login(user: "a"), .message("m", priority: 1)]).count, Event.message("q", priority: 3))
func resolve(_ deps: [String: [String]]) throws -> [String] {
    enum Failure: Error { case cycle(String) }
    var order: [String] = [], state: [String: Bool] = [:]
    func visit(_ n: String) throws {
        if let s = state[n] { if s { return }; throw Failure.cycle(n) }
        state[n] = false
        try deps[n]?.sorted().forEach(visit)
        state[n] = true; order.append(n)
    }
    try deps.keys.sorted().forEach(visit)
    return order
}
print(try resolve(["app": ["ui", "net"], "ui": ["core"], "net": ["core"], "core": []]))
do { _ = try resolve(["a": ["b"], "b": ["a"]]) } catch { print("error: \(error)") }
struct Person { var name: String; var age: Int; var city: String? }
let people = [Person(name: "Bo", age: 30, city: "X"), Person(name: "Al", age: 25), Person(name: "Cy", age: 30, city: "A")]
struct SortKey<T> { let less: (T, T) -> Bool?
    static func by<V: Comparable>(_ p: KeyPath<T, V>, descending: Bool = false) -> SortKey { SortKey { a, b in let (x, y) = (a[keyPath: p], b[keyPath: p]); return x == y ? nil : (x < y) != descending } } }
extension Array { func sorted(using first: SortKey<Element>, _ rest: SortKey<Element>...) -> [Element] { sorted { a, b in for k in [first] + rest { if let r = k.less(a, b) { return r } }; return false } } }
print(people.sorted(using: .by(\.age, descending: true), .by(\.name)).map(\.name), people.map(\.city?.count), people.compactMap(\.city).sorted())
print(Dictionary(grouping: people, by: \.age).mapValues { $0.map(\.name).sorted() }.sorted { $0.key < $1.key }, people.reduce(into: [:]) { $0[$1.city ?? "?", default: 0] += $1.age }.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })
