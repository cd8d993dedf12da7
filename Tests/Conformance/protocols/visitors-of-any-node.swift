protocol Observer: AnyObject { func notify(_ e: String) }
final class Subject { private struct Weak { weak var o: (any Observer)? }; private var os: [Weak] = []
  func add(_ o: some Observer) { os.append(Weak(o: o)) }
  func fire(_ s: String) { os.removeAll { $0.o == nil }; os.forEach { $0.o?.notify(s) }; print(os.count) } }
class Logger: Observer { let p: String; init(_ p: String) { self.p = p }; func notify(_ e: String) { print(p, e) }; deinit { print("deinit", p) } }
let s = Subject(); let a = Logger("A"); do { let b = Logger("B"); s.add(a); s.add(b); s.fire("x") }; s.fire("y")
protocol Visitor { associatedtype R; func visit(_ n: Num) -> R; func visit(_ n: Add) -> R }
protocol Node { func accept<V: Visitor>(_ v: V) -> V.R }
struct Num: Node { let v: Int; func accept<V: Visitor>(_ vis: V) -> V.R { vis.visit(self) } }
struct Add: Node { let l, r: any Node; func accept<V: Visitor>(_ vis: V) -> V.R { vis.visit(self) } }
struct Eval: Visitor { func visit(_ n: Num) -> Int { n.v }; func visit(_ n: Add) -> Int { n.l.accept(self) + n.r.accept(self) } }
struct Show: Visitor { func visit(_ n: Num) -> String { "\(n.v)" }; func visit(_ n: Add) -> String { "(\(n.l.accept(self)) + \(n.r.accept(self)))" } }
let e = Add(l: Num(v: 1), r: Add(l: Num(v: 2), r: Num(v: 3))); print(e.accept(Eval()), e.accept(Show()))
protocol Shape { var area: Double { get }; func scaled(_ k: Double) -> Self }
extension Shape { func doubled() -> Self { scaled(2) }; var label: String { "\(Self.self) \(area)" } }
struct Sq: Shape { var s: Double; var area: Double { s * s }; func scaled(_ k: Double) -> Sq { Sq(s: s * k) } }
struct Ci: Shape { var r: Double; var area: Double { 3 * r * r }; func scaled(_ k: Double) -> Self { .init(r: r * k) } }
let shapes: [any Shape] = [Sq(s: 1), Ci(r: 2)]; print(shapes.map { $0.doubled().label }, shapes.map(\.area).reduce(0, +), shapes.max { $0.area < $1.area }!.label)
func largest<S: Shape>(_ xs: [S]) -> S? { xs.max(by: { $0.area < $1.area }) }; print(largest([Sq(s: 1), Sq(s: 3)])!.s)
func mk(_ b: Bool) -> any Shape { b ? Sq(s: 2) : Ci(r: 1) }; if let q = mk(true) as? Sq { print(q.s) }; print(mk(false) is Sq)
