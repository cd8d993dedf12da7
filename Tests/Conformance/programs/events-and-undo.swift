protocol Event { var name: String { get } }
struct Click: Event { let x, y: Int; var name: String { "click" } }
struct Key: Event { let code: Character; let name = "key" }
final class EventBus {
    typealias Handler<E> = (E) -> Void
    private var handlers: [ObjectIdentifier: [(Any) -> Void]] = [:]
    func on<E: Event>(_ type: E.Type, _ handler: @escaping Handler<E>) { handlers[ObjectIdentifier(type), default: []].append { handler($0 as! E) } }
    func emit<E: Event>(_ e: E) { handlers[ObjectIdentifier(E.self)]?.forEach { $0(e) } }
}
let bus = EventBus(); var log: [String] = []
bus.on(Click.self) { log.append("at \($0.x),\($0.y)") }
bus.on(Click.self) { [prefix = "again "] c in log.append(prefix + c.name) }
bus.on(Key.self) { log.append("pressed \($0.code)") }
bus.emit(Click(x: 1, y: 2)); bus.emit(Key(code: "q"))
print(log)
class Counter { private var observers: [(Int) -> Bool] = []; var value = 0 { didSet { observers = observers.filter { $0(value) } } }
  func observe(_ f: @escaping (Int) -> Bool) { observers.append(f) }; var count: Int { observers.count } }
let c = Counter(); var seen: [Int] = []; c.observe { seen.append($0); return $0 < 2 }; c.observe { _ in true }
for i in 1...3 { c.value = i }; print(seen, c.count)
class Undoable<T> { private var past: [T] = [], future: [T] = []; private(set) var now: T; init(_ v: T) { now = v }
  func set(_ v: T) { past.append(now); now = v; future.removeAll() }
  @discardableResult func undo() -> Bool { guard let p = past.popLast() else { return false }; future.append(now); now = p; return true }
  @discardableResult func redo() -> Bool { guard let f = future.popLast() else { return false }; past.append(now); now = f; return true } }
let u = Undoable("a"); u.set("b"); u.set("c"); u.undo(); print(u.now, u.undo(), u.now, u.undo(), u.redo(), u.now); u.set("z"); print(u.redo(), u.now)
func debounce<T: Equatable>(_ f: @escaping (T) -> Void) -> (T) -> Void { var last: T?; return { if $0 != last { last = $0; f($0) } } }
var out: [Int] = []; let d = debounce { out.append($0) }; [1, 1, 2, 2, 1].forEach(d); print(out)
func memoize<A: Hashable, R>(_ f: @escaping (A) -> R) -> (A) -> R { var cache: [A: R] = [:]; return { a in if let r = cache[a] { return r }; let r = f(a); cache[a] = r; return r } }
var calls = 0; let sq = memoize { (n: Int) -> Int in calls += 1; return n * n }; print(sq(4), sq(4), sq(5), calls)
