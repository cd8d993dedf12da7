final class Observable<Value: Equatable> {
    typealias Handler = (_ old: Value, _ new: Value) -> Void
    private var handlers: [(id: Int, call: Handler)] = [], nextID = 0
    var value: Value { didSet { if oldValue != value { handlers.forEach { $0.call(oldValue, value) } } } }
    init(_ v: Value) { value = v }
    @discardableResult func observe(_ h: @escaping Handler) -> Int { nextID += 1; handlers.append((nextID, h)); return nextID }
    func stop(_ id: Int) { handlers.removeAll { $0.id == id } }
    func map<T: Equatable>(_ f: @escaping (Value) -> T) -> Observable<T> {
        let out = Observable<T>(f(value))
        observe { [weak out] _, new in out?.value = f(new) }
        return out
    }
}
let celsius = Observable(20.0)
let fahrenheit = celsius.map { $0 * 9 / 5 + 32 }
let label = fahrenheit.map { $0 > 85 ? "hot" : "fine" }
let id = celsius.observe { print("from \($0) to \($1)") }
label.observe { print("label \($0) -> \($1)") }
celsius.value = 25
celsius.value = 25
celsius.value = 35
celsius.stop(id)
celsius.value = 10
print(fahrenheit.value, label.value)
struct Undo<State> { private(set) var history: [State]; init(_ s: State) { history = [s] }; var current: State { get { history[history.count - 1] } set { history.append(newValue) } }; mutating func undo() -> Bool { guard history.count > 1 else { return false }; history.removeLast(); return true } }
var doc = Undo(["a"])
doc.current.append("b")
doc.current += ["c"]
print(doc.current, doc.undo(), doc.current, doc.undo(), doc.undo(), doc.history)
