protocol Shape { var name: String { get }; func area() -> Double; mutating func grow(_ k: Double) }
extension Shape { var label: String { "\(name):\(area())" } }
struct Circle: Shape, Equatable { var r: Double; var name: String { "circle" }; func area() -> Double { 3 * r * r }; mutating func grow(_ k: Double) { r *= k } }
struct Square: Shape { var s: Double; let name = "square"; func area() -> Double { s * s }; mutating func grow(_ k: Double) { s *= k } }
var shapes: [any Shape] = [Circle(r: 1), Square(s: 2)]
for i in shapes.indices { shapes[i].grow(2) }
print(shapes.map(\.label), shapes.map { $0.area() }.max()!, shapes.first { $0.area() > 13 }?.name as Any)
func largest(_ s: [any Shape]) -> (any Shape)? { s.max { $0.area() < $1.area() } }
print(largest(shapes)!.name, largest([]) == nil)
func pick<S: Shape>(_ s: S) -> String { "generic \(s.name) \(type(of: s))" }
for s in shapes { print(pick(s)) }
let byName: [String: any Shape] = ["c": shapes[0], "s": shapes[1]]
print(byName["c"]!.area(), byName["s"]?.label ?? "-", byName["x"]?.name as Any)
if let c = shapes[0] as? Circle { print(c.r, c == Circle(r: 2)) }
switch shapes[1] { case let c as Circle: print("c", c.r); case let s as Square where s.s > 3: print("big square", s.s); default: print("?") }
let things: [Any] = [1, 2.5, "s", [1, 2], ["k": 1], (1, 2), Circle(r: 1), Optional<Int>.none as Any, { 5 } as () -> Int]
for t in things {
    switch t {
    case let n as Int: print("int", n)
    case let d as Double: print("double", d)
    case let s as String: print("string", s)
    case let a as [Int]: print("array", a.count)
    case let d as [String: Int]: print("dict", d["k"]!)
    case let (x, y) as (Int, Int): print("pair", x, y)
    case let s as any Shape: print("shape", s.name)
    case let f as () -> Int: print("func", f())
    default: print("other")
    }
}
var anys: [Any] = []; anys.append(3); anys.append("x"); print(anys.count, anys[0] as! Int + 1, (anys[1] as? String)?.count ?? 0, anys.compactMap { $0 as? Int })
func sum(_ xs: [Any]) -> Double { xs.reduce(0) { acc, x in if let i = x as? Int { return acc + Double(i) }; if let d = x as? Double { return acc + d }; return acc } }
print(sum([1, 2.5, "no", 3])); let h: AnyHashable = 5; print(h == AnyHashable(5), h == AnyHashable("5"), h); let dict: [AnyHashable: String] = [1: "int", "a": "str"]; print(dict[1]!, dict["a"]!)
let seqs: [any Sequence<Int>] = [[1, 2], Set([3]), 4...5]; for s in seqs { for x in s { print(x, terminator: " ") } }; print(seqs.map { $0.reduce(0, +) })
let col: any Collection<String> = ["a", "b"]; print(col.count, col.first!, col.map { $0 + "!" })
protocol Visitor { associatedtype R; func visit(_ n: Int) -> R }; struct Dbl: Visitor { func visit(_ n: Int) -> Int { n * 2 } }; struct Str: Visitor { func visit(_ n: Int) -> String { "<\(n)>" } }; func run<V: Visitor>(_ v: V, _ ns: [Int]) -> [V.R] { ns.map(v.visit) }; print(run(Dbl(), [1, 2]), run(Str(), [3]))
let eq: any Equatable = 3; print((eq as? Int) == 3, type(of: eq)); let metas: [Any.Type] = [Int.self, String.self, Circle.self]; print(metas, metas[0] == Int.self, "\(metas[2])")
class A { func f() -> String { "A" } }; class B: A { override func f() -> String { "B" } }; let objs: [AnyObject] = [A(), B()]; print(objs.map { ($0 as! A).f() }, objs[0] is B, (objs[1] as? B)?.f() ?? "-")
