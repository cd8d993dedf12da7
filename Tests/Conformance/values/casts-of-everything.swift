// type casting, Any, heterogenous, protocols with class constraint, optional protocols emulation, equality of existentials
protocol Entity: AnyObject { var id: Int { get }; var tags: Set<String> { get set } }
extension Entity { func tag(_ t: String...) -> Self { tags.formUnion(t); return self }; func has(_ t: String) -> Bool { tags.contains(t) } }
class Item: Entity, Hashable, CustomStringConvertible { let id: Int; var tags: Set<String> = []; init(_ id: Int) { self.id = id }
    static func == (a: Item, b: Item) -> Bool { a.id == b.id }
    func hash(into h: inout Hasher) { h.combine(id) }
    var description: String { "Item(\(id), \(tags.sorted()))" } }
final class Special: Item { var power = 9000; override var description: String { super.description + "*\(power)" } }
let items: [Item] = [Item(1).tag("a"), Special(2).tag("b", "c"), Item(1)]
print(items, Set(items).count, items[0] == items[2], items[0] === items[2], items.firstIndex(of: Item(2))!, items.contains(Item(9)))
let anything: [Any] = [1, "two", 3.0, items[1], [4, 5], ["k": 6], (7, "x"), Optional(8) as Any, { 9 }, Int.self, UInt8(10), true, Character("c"), 1...3]
for x in anything {
    switch x {
    case let i as Int where i > 5: print("big int", i)
    case let i as Int: print("int", i)
    case let s as String: print("string", s.count)
    case let d as Double: print("double", d)
    case let sp as Special: print("special", sp.power)
    case let it as Item: print("item", it.id)
    case let a as [Int]: print("ints", a.reduce(0, +))
    case let m as [String: Int]: print("dict", m["k"]!)
    case let (n, s) as (Int, String): print("tuple", n, s)
    case let f as () -> Int: print("func", f())
    case is Int.Type: print("type")
    case let u as UInt8: print("u8", u)
    case let b as Bool: print("bool", b)
    case let r as ClosedRange<Int>: print("range", r.count)
    default: print("other", x)
    }
}
print(anything.compactMap { $0 as? Int }, anything.filter { $0 is Item }.count, (anything[0] as? String) ?? "not a string", anything[4] as! [Int])
let a: Any = 5, n: Any? = nil, o: Any = Optional<Int>.none as Any
print(a as? Int == 5, n == nil, type(of: a), "\(a)", (a as? Double) as Any, o is Int)
func describe<T>(_ x: T) -> String { if let s = x as? CustomStringConvertible { return "csc:" + s.description }; return "\(T.self)" }
struct Plain {}
print(describe(3), describe(Plain()), describe("s"), describe([1]), describe(Optional(2) as Any))
let hashables: [AnyHashable] = [1, "a", 2.5, [1, 2]]
print(hashables.contains(1), hashables.contains("b"), hashables[1] == AnyHashable("a"), Set(hashables + [1]).count)
var dict: [AnyHashable: Any] = [1: "one", "two": 2]; dict[3.5] = [1]; print(dict[1] as? String ?? "", dict["two"] as? Int ?? 0, dict.count)
protocol Shape { func area() -> Double }
protocol Named { var name: String { get } }
struct Sq: Shape, Named, Equatable { var s: Double; var name: String { "sq\(s)" }; func area() -> Double { s * s } }
struct Ci: Shape { func area() -> Double { 3 } }
let shapes: [any Shape] = [Sq(s: 2), Ci()]
for s in shapes { if let n = s as? any Named { print(n.name) } else { print("anonymous", s.area()) } }
func both(_ x: any Shape & Named) -> String { "\(x.name) \(x.area())" }
print(both(Sq(s: 3)), shapes.compactMap { $0 as? Shape & Named }.map(both), (shapes[0] as? Sq) == Sq(s: 2), shapes.map { type(of: $0) })
class A { func who() -> String { "A" } }; class B: A { override func who() -> String { "B" }; func only() -> String { "onlyB" } }; class C: B {}
let objs: [A] = [A(), B(), C()]
print(objs.map { $0.who() }, objs.map { ($0 as? B)?.only() ?? "-" }, objs.map { $0 is B }, objs.map { type(of: $0) == B.self }, objs.map { "\(type(of: $0))" })
if let c = objs.last as? B, case let w = c.who(), w == "B" { print("downcast", w) }
let maybe: A? = B(); if let b = maybe as? B { print(b.only()) }; print((maybe as? C) == nil, maybe! is B)
switch objs[2] { case is C: print("C first"); case is B: print("B"); default: print("A") }
let values: [String: Any] = ["name": "Zoe", "age": 30, "tags": ["x", "y"], "nested": ["deep": [1, 2, 3]]]
if let name = values["name"] as? String, let age = values["age"] as? Int, let tags = values["tags"] as? [String] { print(name, age, tags) }
if let deep = (values["nested"] as? [String: [Int]])?["deep"]?.last { print(deep) }
print((values["missing"] as? Int) ?? -1, values["age"].map { "\($0)" } ?? "", values.keys.sorted())
