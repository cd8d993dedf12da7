// A type inside a generic one: what the outer type's arguments are is written, or found.
struct Outer<X> { 
  struct Inner { var x: X; static var label: String { "Inner" }; func show() -> String { "\(x)" } }
  struct Two<Y> { var x: X; var y: Y; static func make(_ x: X, _ y: Y) -> Two { Two(x: x, y: y) } }
  enum E { case a(X), b; static var all: Int { 2 } }
  class N { var v: X; var next: N?; init(_ v: X) { self.v = v } }
  typealias Pair = (X, X)
  var inner: Inner
  func make(_ x: X) -> Inner { Inner(x: x) }
  static func of(_ x: X) -> Outer { Outer(inner: Inner(x: x)) }
}
let a = Outer<Int>.Inner(x: 3)
print(a, a.show(), Outer<Int>.Inner.label, type(of: a))
let b: Outer<String>.Inner = .init(x: "s")
print(b, b.show())
let c = Outer<Int>.Two<String>(x: 1, y: "t")
print(c, type(of: c))
let d = Outer<Int>.Two(x: 1, y: 2.5)
print(d)
print(Outer<Int>.Two.make(1, "q"))
let e: Outer<Int>.E = .a(4)
print(e, Outer<Int>.E.b, Outer<Int>.E.all)
let n = Outer<Double>.N(2.5); n.next = Outer<Double>.N(3.5); n.next = .init(4.5)
print(n.next!.v)
let p: Outer<Int>.Pair = (1, 2)
print(p)
let o = Outer(inner: .init(x: 5))
print(o.inner.x, o.make(6).x, Outer.of("x").inner.x)
let i2 = Outer.Inner(x: 7)
print(i2, type(of: i2))
let t2 = Outer.Two(x: 7, y: "u")
print(t2, type(of: t2))
let e2 = Outer.E.a(3)
print(e2, type(of: e2))
let n2 = Outer.N("z")
print(n2.v, type(of: n2))
func take<T>(_ x: Outer<T>.Inner) -> T { x.x }
print(take(a), take(b), take(Outer.Inner(x: true)))
func mk<T>(_ x: T) -> Outer<T>.Inner { .init(x: x) }
print(mk(3).x)
let arr: [Outer<Int>.Inner] = [.init(x: 1), Outer.Inner(x: 2), Outer<Int>.Inner(x: 3)]
print(arr.map(\.x), arr.map { $0.x })
extension Outer.Inner { var doubled: [X] { [x, x] } }
print(a.doubled)
extension Outer.Inner where X == Int { func plus(_ n: Int) -> Int { x + n } }
print(a.plus(1))
print([1,2].map(Outer.Inner.init).map(\.x), [1,2].map(Outer<Int>.Inner.init(x:)).count)
extension Outer { struct Late { var v: X; static func two(_ v: X) -> [Late] { [Late(v: v), Late(v: v)] } } }
print(Outer<Int>.Late.two(1).count, Outer.Late(v: "l").v, Outer.Late.two(3.5)[1].v)
switch e2 { case .a(let v): print(v); case .b: print("b") }
print(a is Outer<Int>.Inner, (a as Any) is Outer<String>.Inner)
struct Graph<Node: Hashable> { struct Edge { let from: Node, to: Node; init(_ f: Node, _ t: Node) { from = f; to = t } }
  var edges: [Edge] = []
  mutating func add(_ e: Edge) { edges.append(e) } }
var g = Graph<String>()
g.add(.init("a", "b")); g.add(Graph.Edge("c", "d")); g.add(Graph<String>.Edge("e", "f"))
print(g.edges.map { $0.from + $0.to })
