// Protocol-oriented: associated types, default implementations, static requirements, existential collections, extension typealias.
protocol Store {
    associatedtype Key: Hashable
    associatedtype Value
    typealias Pair = (key: Key, value: Value)
    static var name: String { get }
    var count: Int { get }
    subscript(key: Key) -> Value? { get set }
    mutating func removeAll()
    init()
}
extension Store {
    static var name: String { "Store<\(Key.self), \(Value.self)>" }
    var isEmpty: Bool { count == 0 }
    init(_ pairs: [Pair]) { self.init(); for (k, v) in pairs { self[k] = v } }
    mutating func take(_ key: Key) -> Value? { defer { self[key] = nil }; return self[key] }
}
struct Memory<K: Hashable, V>: Store {
    private var items: [K: V] = [:]
    init() {}
    var count: Int { items.count }
    subscript(key: K) -> V? { get { items[key] } set { items[key] = newValue } }
    mutating func removeAll() { items.removeAll() }
}
final class Counted<Base: Store>: Store where Base.Value: CustomStringConvertible {
    typealias Key = Base.Key
    typealias Value = Base.Value
    static var name: String { "Counted(" + Base.name + ")" }
    private var base = Base()
    private(set) var reads = 0
    init() {}
    var count: Int { base.count }
    subscript(key: Base.Key) -> Base.Value? {
        get { reads += 1; return base[key] }
        set { base[key] = newValue; print("set", key, newValue?.description ?? "nil") }
    }
    func removeAll() { base.removeAll() }
}
var m = Memory([("a", 1), ("b", 2)])
print(m.count, m.take("a") as Any, m.take("a") as Any, m.isEmpty, type(of: m).name)
var c = Counted<Memory<Int, Double>>([(1, 2.5)])
c[2] = 3
print(c[1]!, c.reads, c.count, Counted<Memory<Int, Double>>.name)
func fill<S: Store>(_ s: inout S, _ keys: [S.Key], _ make: (S.Key) -> S.Value) -> S where S.Key: Comparable { for k in keys.sorted() { s[k] = make(k) }; return s }
print(fill(&m, ["z", "y"]) { Int($0.unicodeScalars.first!.value) }.count, m["y"]!)
protocol Animal: AnyObject { var name: String { get set }; func speak() -> String }
extension Animal { func speak() -> String { "\(name) is silent" }; func twice() -> String { speak() + "; " + speak() } }
class Dog: Animal { var name = "Rex"; func speak() -> String { "\(name): wau" } }
class Fish: Animal { var name = "Wanda" }
class Puppy: Dog { override func speak() -> String { super.speak().lowercased() } }
let animals: [any Animal] = [Dog(), Fish(), Puppy()]
animals.last?.name = "Bit"
for a in animals { print(a.twice(), a is Dog, (a as? Puppy) != nil) }
protocol Visitor { associatedtype Result; func visit(_ n: Int) -> Result; func visit(_ s: String) -> Result }
struct Lengths: Visitor { func visit(_ n: Int) -> Int { n }; func visit(_ s: String) -> Int { s.count } }
struct Show: Visitor { func visit(_ n: Int) -> String { "#\(n)" }; func visit(_ s: String) -> String { "'\(s)'" } }
enum Item { case number(Int), text(String); func accept<V: Visitor>(_ v: V) -> V.Result { switch self { case .number(let n): v.visit(n); case .text(let s): v.visit(s) } } }
let items: [Item] = [.number(4), .text("abc")]
print(items.map { $0.accept(Lengths()) }, items.map { $0.accept(Show()) })
protocol Describable { var text: String { get } }
extension Int: Describable { var text: String { "i\(self)" } }
extension Array: Describable where Element: Describable { var text: String { "[" + map(\.text).joined(separator: " ") + "]" } }
extension Dictionary: Describable where Key == String, Value: Describable { var text: String { keys.sorted().map { "\($0):\(self[$0]!.text)" }.joined(separator: ",") } }
print([[1, 2], [3]].text, ["k": [1]].text)
func describe(_ xs: any Describable...) -> String { xs.map { $0.text }.joined(separator: "/") }
print(describe(1, [2, 3], ["a": 4]))
func first<T: Describable & Equatable>(_ a: T, _ b: T) -> String { a == b ? a.text : "\(a.text)≠\(b.text)" }
print(first(1, 2), first([1], [1]))
