protocol Shape { var area: Double { get } ; var name: String { get } ; func describe() -> String }
extension Shape { func describe() -> String { "\(name): \(area)" } ; func twice() -> Double { area * 2 } }
struct Sq: Shape { let s: Double; var area: Double { s * s } ; var name: String { "Sq" } }
struct Ci: Shape { let r: Double; var area: Double { 3 * r * r } ; let name = "Ci" ; func describe() -> String { "circle " + name } }
class Poly: Shape { var n: Int; init(_ n: Int) { self.n = n } ; var area: Double { Double(n) } ; var name: String { "Poly" } }
class Tri: Poly { init() { super.init(3) } ; override var name: String { "Tri" } }
let shapes: [any Shape] = [Sq(s: 2), Ci(r: 1), Poly(6), Tri()]
for s in shapes { print(s.describe(), s.twice()) }
print(shapes.map { $0.area }.reduce(0, +))
func total(_ s: [any Shape]) -> Double { var t = 0.0; for x in s { t += x.area }; return t }
print(total(shapes))
func show<T: Shape>(_ x: T) -> String { x.describe() + "!" }
print(show(Sq(s: 1)), show(Tri()))
func show2(_ x: some Shape) -> Double { x.area }
print(show2(Ci(r: 2)))
for s in shapes { if let c = s as? Ci { print("circle", c.r) } else if s is Poly { print("poly") } }
protocol Container { associatedtype Item; mutating func append(_ item: Item); var count: Int { get } ; subscript(i: Int) -> Item { get } }
extension Container { var isEmpty: Bool { count == 0 } ; func all() -> [Item] { var r: [Item] = []; for i in 0..<count { r.append(self[i]) }; return r } }
struct IntStack: Container { var items: [Int] = []; mutating func append(_ item: Int) { items.append(item) } ; var count: Int { items.count } ; subscript(i: Int) -> Int { items[i] } }
struct Stack<Element>: Container { var items: [Element] = []; mutating func append(_ item: Element) { items.append(item) } ; var count: Int { items.count } ; subscript(i: Int) -> Element { items[i] } }
var st = IntStack(); st.append(3); st.append(4); print(st.all(), st.isEmpty)
var ss = Stack<String>(); ss.append("a"); print(ss.all(), ss.count)
func firstItem<C: Container>(_ c: C) -> C.Item? { c.isEmpty ? nil : c[0] }
print(firstItem(st)!, firstItem(ss)!)
func same<A: Container, B: Container>(_ a: A, _ b: B) -> Bool where A.Item == B.Item, A.Item: Equatable { a.all() == b.all() }
var s2 = Stack<Int>(); s2.append(3); s2.append(4)
print(same(st, s2))
extension Container where Item: Comparable { func largest() -> Item? { all().max() } }
print(st.largest()!, ss.largest()!)
extension Container where Item == Int { func sum() -> Int { all().reduce(0, +) } }
print(s2.sum())
protocol Named { var name: String { get set } } ; protocol Aged { var age: Int { get } }
struct Person: Named, Aged { var name: String; var age: Int }
func greet(_ p: any Named & Aged) { print("Hi \(p.name), \(p.age)") }
greet(Person(name: "Bo", age: 3))
var n: any Named = Person(name: "X", age: 1); n.name = "Y"; print(n.name, n)
protocol Initable { init(); static var tag: String { get } ; static func make() -> Self }
extension Initable { static func make() -> Self { Self() } }
struct A1: Initable { var v = 7; static var tag: String { "A1" } } ; final class B1: Initable { let w = 8; static let tag = "B1" }
func build<T: Initable>(_ t: T.Type) -> T { print(T.tag); return T.make() }
print(build(A1.self).v, build(B1.self).w)
protocol Counter { mutating func inc(); var value: Int { get } }
struct C1: Counter { var value = 0; mutating func inc() { value += 1 } }
var c: any Counter = C1(); c.inc(); c.inc(); print(c.value)
var cs: [any Counter] = [C1(), C1()]; cs[0].inc(); print(cs.map { $0.value })
protocol Del: AnyObject { func done(_ x: Int) }
class W { weak var d: (any Del)?; func run() { d?.done(5) } }
class H: Del { func done(_ x: Int) { print("done", x) } ; deinit { print("H deinit") } }
let w = W(); var h: H? = H(); w.d = h; w.run(); h = nil; w.run(); print(w.d == nil)
extension Int { func squared() -> Int { self * self } } ; extension Int: Aged { var age: Int { self } }
print(5.squared(), 7.age, (9 as any Aged).age)
let any: [Any] = [1, "two", 3.0, Sq(s: 1), [1, 2], (1, 2) , true]
for x in any { switch x { case let i as Int: print("Int", i); case let s as String: print("Str", s); case is Double: print("Double"); case let s as any Shape: print("shape", s.area); case let a as [Int]: print("arr", a); default: print("other") } }
