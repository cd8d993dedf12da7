// Subscripts with generic parameters of their own, read, assigned and changed in place, of structs and classes.
struct Bag { private var things: [String: Any] = [:]
    subscript<T>(key: String, as type: T.Type) -> T? { get { things[key] as? T } set { things[key] = newValue } }
    subscript<T: Numeric>(sum key: String, plus extra: T) -> T { get { (things[key] as? T ?? 0) + extra } set { things[key] = newValue } } }
var bag = Bag()
bag["n", as: Int.self] = 3
bag["s", as: String.self] = "text"
bag["n", as: Int.self]? += 4
bag["s", as: String.self]?.append("!")
bag[sum: "d", plus: 0.5] += 1
print(bag["n", as: Int.self] as Any, bag["n", as: String.self] as Any, bag["s", as: String.self]!, bag[sum: "d", plus: 1.0])
class Store { var count = 0; var name = "store"
    subscript<V>(path: ReferenceWritableKeyPath<Store, V>) -> V { get { self[keyPath: path] } set { count += 1; self[keyPath: path] = newValue } }
    subscript<T>(tag: T) -> String { get { "\(name) \(tag)" } set { name = "\(newValue)/\(tag)" } }
    subscript<T: Equatable>(pair a: T, _ b: T) -> Bool { get { a == b } set { count = newValue ? 1 : 0 } } }
final class Sub: Store { override subscript<T>(tag: T) -> String { get { "sub " + name + " \(tag)" } set { name = "[\(newValue)]" } } }
for s in [Store(), Sub()] {
    s[3] = "three"; s[true] += "?"
    print(s.name, s["x"], s[pair: 1, 1], s[pair: "a", "b"])
    s[pair: 2.5, 2.5] = true
    s[\.name] = "new"; s[\.name] += "er"; s[\.count] += 10
    print(s.name, s.count, s[\.name].count)
}
