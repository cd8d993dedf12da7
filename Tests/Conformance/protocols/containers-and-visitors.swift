protocol Container {
    associatedtype Item
    init()
    var count: Int { get }
    subscript(i: Int) -> Item { get }
    mutating func add(_ i: Item)
    static var label: String { get }
}
extension Container {
    static var label: String { "container" }
    init(_ items: Item...) {
        self.init()
        for i in items { add(i) }
    }
    var isEmpty: Bool { count == 0 }
    var all: [Item] { (0..<count).map { self[$0] } }
    func each(_ f: (Int, Item) -> Void) { for i in 0..<count { f(i, self[i]) } }
}
extension Container where Item: Comparable {
    var largest: Item? { all.max() }
    func sorted() -> [Item] { all.sorted() }
}
extension Container where Item == String { var joined: String { all.joined(separator: "+") } }
struct Stack<E>: Container {
    private var a: [E] = []
    init() {}
    var count: Int { a.count }
    subscript(i: Int) -> E { a[a.count - 1 - i] }
    mutating func add(_ e: E) { a.append(e) }
}
struct Bits: Container {
    var v = 0, n = 0
    init() {}
    var count: Int { n }
    subscript(i: Int) -> Bool { v >> i & 1 == 1 }
    mutating func add(_ b: Bool) {
        if b { v |= 1 << n }
        n += 1
    }
    static let label = "bits"
}
final class Bag<T: Hashable>: Container {
    var d: [T: Int] = [:]
    var keys: [T] = []
    required init() {}
    var count: Int { keys.count }
    subscript(i: Int) -> T { keys[i] }
    func add(_ t: T) { if d.updateValue((d[t] ?? 0) + 1, forKey: t) == nil { keys.append(t) } }
}
extension Stack: Equatable where E: Equatable {}
extension Stack: ExpressibleByArrayLiteral {
    init(arrayLiteral e: E...) {
        self.init()
        for x in e { add(x) }
    }
}
extension Stack: CustomStringConvertible {
    var description: String { "Stack(\(all.map { "\($0)" }.joined(separator: " ")))" }
}
func fill<C: Container>(_ t: C.Type = C.self, with items: [C.Item]) -> C {
    var c = C()
    items.forEach { c.add($0) }
    return c
}
func merge<A: Container, B: Container>(_ a: A, _ b: B) -> [A.Item] where A.Item == B.Item {
    a.all + b.all
}
func describe(_ c: some Container) -> String { "\(type(of: c).label):\(c.count)" }
func describeAll(_ cs: [any Container]) -> [String] { cs.map { describe($0) } }
let s: Stack = [1, 2, 3]
let b = Bits(true, false, true)
let bag = Bag("x", "y", "x")
print(
    s, b.all, bag.d["x"]!, bag.joined, s.largest!, Stack(2.5, 1).sorted(), s == [1, 2, 3],
    s == Stack(3))
print(
    fill(Stack<Int>.self, with: [9, 8]), (fill(with: [true, true]) as Bits).v,
    fill(Bag<Int>.self, with: [1, 1, 2]).keys)
print(merge(s, Stack(7)), merge(Stack("q"), bag), describeAll([s, b, bag]))
s.each { print($0, $1, terminator: " ") }
print()
let anyc: any Container = bag
print(anyc.count, anyc[0], type(of: anyc), anyc is Bits, (anyc as? Bag<String>)?.d.count as Any)
protocol Shape: CustomStringConvertible {
    var area: Double { get }
    func scaled(_ k: Double) -> Self
}
protocol Named { var name: String { get set } }
extension Shape {
    var description: String { "\(Self.self)[\(area)]" }
    func bigger() -> Self { scaled(2) }
}
struct Sq: Shape, Named, Hashable {
    var name = "sq"
    var s: Double
    var area: Double { s * s }
    func scaled(_ k: Double) -> Sq { Sq(name: name, s: s * k) }
}
struct Ci: Shape, Named {
    var name: String
    let r: Double
    var area: Double { 3 * r * r }
    func scaled(_ k: Double) -> Self { .init(name: name + "'", r: r * k) }
}
var shapes: [any Shape & Named] = [Sq(s: 2), Ci(name: "c", r: 1)]
for i in shapes.indices { shapes[i].name += "#\(i)" }
print(shapes.map(\.name), shapes, shapes.map { $0.bigger() }, shapes.map(\.area).reduce(0, +))
func biggest(_ s: [any Shape]) -> (any Shape)? { s.max { $0.area < $1.area } }
print(biggest(shapes)!, biggest([]) == nil, (biggest(shapes) as? Sq)?.s ?? 0)
func makeShape(_ round: Bool) -> any Shape { round ? Ci(name: "r", r: 2) : Sq(s: 1) }
func opaque() -> some Shape & Named { Sq(name: "op", s: 3) }
print(makeShape(true).scaled(2), opaque().bigger(), opaque().name)
switch makeShape(false) {
case let q as Sq where q.s > 5: print("big", q)
case let q as Sq: print("small", q.s)
case is Ci: print("ci")
default: print("?")
}
protocol Zeroable {
    static var zero: Self { get }
    static func + (a: Self, b: Self) -> Self
}
extension Int: Zeroable {}
extension Double: Zeroable {}
struct V2: Zeroable, Equatable {
    var x, y: Double
    static let zero = V2(x: 0, y: 0)
    static func + (a: V2, b: V2) -> V2 { V2(x: a.x + b.x, y: a.y + b.y) }
    static func * (k: Double, v: V2) -> V2 { V2(x: k * v.x, y: k * v.y) }
    static prefix func - (v: V2) -> V2 { -1 * v }
    static func += (a: inout V2, b: V2) { a = a + b }
}
func total<T: Zeroable>(_ xs: T...) -> T { xs.reduce(.zero, +) }
print(total(1, 2, 3), total(1.5, 2), total(V2(x: 1, y: 2), -V2(x: 3, y: 1)), total() as Int)
var v = V2.zero
v += V2(x: 1, y: 1)
v += 2 * v
print(v, v == V2(x: 3, y: 3))
protocol Visitor {
    associatedtype R
    func num(_ n: Int) -> R
    func add(_ a: R, _ b: R) -> R
}
indirect enum E {
    case n(Int)
    case plus(E, E)
    func accept<V: Visitor>(_ v: V) -> V.R {
        switch self {
        case .n(let n): v.num(n)
        case .plus(let a, let b): v.add(a.accept(v), b.accept(v))
        }
    }
}
struct Show: Visitor {
    func num(_ n: Int) -> String { "\(n)" }
    func add(_ a: String, _ b: String) -> String { "(\(a)+\(b))" }
}
struct Eval: Visitor {
    typealias R = Int
    func num(_ n: Int) -> Int { n }
    func add(_ a: Int, _ b: Int) -> Int { a + b }
}
let e = E.plus(.n(1), .plus(.n(2), .n(3)))
print(e.accept(Show()), e.accept(Eval()), e)
