struct Stack<Element> { private var items: [Element] = []
  mutating func push(_ x: Element) { items.append(x) }
  mutating func pop() -> Element? { items.isEmpty ? nil : items.removeLast() }
  var top: Element? { items.last }
  var count: Int { items.count }
  func map<U>(_ f: (Element) -> U) -> Stack<U> { var r = Stack<U>(); for x in items { r.push(f(x)) }; return r }
}
var s = Stack<Int>(); s.push(1); s.push(2); print(s, s.pop() as Any, s.count)
let t = s.map { "\($0)!" }; print(t, t.top ?? "")
indirect enum Tree<T: Comparable> { case leaf, node(Tree<T>, T, Tree<T>)
  func insert(_ v: T) -> Tree<T> { switch self { case .leaf: return .node(.leaf, v, .leaf)
    case .node(let l, let x, let r): if v < x { return .node(l.insert(v), x, r) } else { return .node(l, x, r.insert(v)) } } }
  var sorted: [T] { switch self { case .leaf: return []; case .node(let l, let x, let r): return l.sorted + [x] + r.sorted } }
}
var tree = Tree<Int>.leaf
for x in [5, 2, 8, 1] { tree = tree.insert(x) }
print(tree.sorted)
struct Pair<A, B> { var a: A; var b: B; func swapped() -> Pair<B, A> { Pair<B, A>(a: b, b: a) } }
let pr = Pair(a: 1, b: "x"); print(pr, pr.swapped(), [pr])
extension Pair: Equatable where A: Equatable, B: Equatable {}
print(pr == Pair(a: 1, b: "x"))
extension Pair: CustomStringConvertible { var description: String { "<\(a),\(b)>" } }
print(pr, [pr])
struct Outer { enum Kind { case x, y(Int) }; struct In { var k = Kind.x; var n = 1 }; var i = In()
  typealias Num = Int
  static func make(_ n: Num) -> Outer { Outer(i: In(k: .y(n), n: n)) } }
print(Outer(), Outer.make(4), Outer.In(), [Outer.Kind.y(3)])
typealias Point = (x: Int, y: Int)
typealias Two<T> = (T, T)
let q: Point = (1, 2); let w: Two<Int> = (3, 4); print(q.x + w.1)
struct Counter { static var total = 0; static let name = "c"; var n = 0 { didSet { print("was", oldValue, "now", n); Counter.total += 1 } willSet { print("will", newValue) } }
  lazy var big: Int = { print("computing"); return n * 100 }()
  subscript(i: Int, j: Int) -> Int { get { i * 10 + j } set { n = newValue + i } } }
var c = Counter(); c.n = 3; c.n += 1; print(c.big, c.big, Counter.total, Counter.name, c[1, 2]); c[1, 1] = 5; print(c.n)
func outer() -> [Int] { struct L { var v: Int }; enum M { case a, b }
  func fact(_ n: Int) -> Int { n < 2 ? 1 : n * fact(n - 1) }
  func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
  func isOdd(_ n: Int) -> Bool { n == 0 ? false : isEven(n - 1) }
  let m = M.b; switch m { case .a: return []; case .b: return [L(v: fact(5)).v, isEven(10) ? 1 : 0] } }
print(outer())
struct Temp { var c: Double; init(c: Double) { self.c = c }; init(f: Double) { self.init(c: (f - 32) / 1.8) }
  init?(text: String) { guard let v = Double(text) else { return nil }; c = v } }
print(Temp(f: 212), Temp(text: "x") as Any, Temp(text: "3")!)
