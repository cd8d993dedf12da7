struct Stack<Element> {
    private var items: [Element] = []
    init() {}
    init<S: Sequence>(_ s: S) where S.Element == Element { items = Array(s) }
    mutating func push(_ item: Element) { items.append(item) }
    mutating func pop() -> Element? { items.popLast() }
    var top: Element? { items.last }
    var count: Int { items.count }
    func map<T>(_ f: (Element) -> T) -> Stack<T> { Stack<T>(items.map(f)) }
}
extension Stack: CustomStringConvertible { var description: String { "Stack\(items)" } }
extension Stack where Element: Equatable { func contains(_ e: Element) -> Bool { items.contains(e) } }
extension Stack: Equatable where Element: Equatable {}
var s = Stack<Int>()
s.push(1); s.push(2)
print(s, s.top as Any, s.pop() as Any, s.count, s.contains(1), s == Stack([1]))
print(Stack("abc"), Stack(1...3).map { "n\($0)" }, Stack([1.5]).map { Int($0) })
struct Queue<T> {
    private var inbox: [T] = [], outbox: [T] = []
    mutating func enqueue(_ t: T) { inbox.append(t) }
    mutating func dequeue() -> T? {
        if outbox.isEmpty { outbox = inbox.reversed(); inbox.removeAll() }
        return outbox.popLast()
    }
    var isEmpty: Bool { inbox.isEmpty && outbox.isEmpty }
}
var q = Queue<String>()
for w in ["a", "b", "c"] { q.enqueue(w) }
print(q.dequeue()!, q.dequeue()!)
q.enqueue("d")
while let w = q.dequeue() { print(w, terminator: " ") }
print(q.isEmpty)
struct Pair<A, B> { var first: A; var second: B; var swapped: Pair<B, A> { Pair<B, A>(first: second, second: first) } }
let p = Pair(first: 1, second: "one")
print(p, p.swapped, type(of: p), Pair<Double, [Int]>(first: 1, second: []))
class Cache<Key: Hashable, Value> { private var store: [Key: Value] = [:]; private(set) var misses = 0
    func value(_ k: Key, or make: (Key) -> Value) -> Value { if let v = store[k] { return v }; misses += 1; let v = make(k); store[k] = v; return v } }
let cache = Cache<Int, String>()
print(cache.value(3) { String(repeating: "x", count: $0) }, cache.value(3) { _ in "never" }, cache.misses)
