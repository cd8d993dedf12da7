protocol Store { associatedtype Key: Hashable; associatedtype Value; init(); subscript(key: Key) -> Value? { get set } }
extension Store { typealias Pair = (key: Key, value: Value);  mutating func add(_ pairs: [Pair]) { for (k, v) in pairs { self[k] = v } }; func one(_ p: Pair) -> Pair { p } }
struct Memory<K: Hashable, V>: Store { private var items: [K: V] = [:]; init() {}; subscript(key: K) -> V? { get { items[key] } set { items[key] = newValue } } ; func two() -> Pair? { items.first.map { ($0.key, $0.value) } } }
var m = Memory<String, Int>()
m.add([("a", 1)])
print(m["a"]!, m.one(("x", 3)), m.two()!)
let p: Memory<Int, Int>.Pair = (1, 2); print(p)
