func swapTwo<T>(_ a: inout T, _ b: inout T) { let t = a; a = b; b = t }
var x = 1, y = 2
swapTwo(&x, &y)
print(x, y)
func firstIndex<T: Equatable>(of v: T, in a: [T]) -> Int? { for (i, e) in a.enumerated() where e == v { return i }; return nil }
print(firstIndex(of: "b", in: ["a", "b"]) as Any, firstIndex(of: 9, in: [1]) as Any)
func makePair<A, B>(_ a: A, _ b: B) -> (A, B) { (a, b) }
let p = makePair(1, "x")
print(p.0, p.1, type(of: p))
struct Pair<A, B> { var a: A; var b: B
    func swapped() -> Pair<B, A> { Pair<B, A>(a: b, b: a) }
    func map<C>(_ f: (A) -> C) -> Pair<C, B> { .init(a: f(a), b: b) } }
let q = Pair(a: 1, b: "one")
print(q, q.swapped(), q.map { Double($0) / 2 })
extension Pair where A == B { var both: [A] { [a, b] } }
print(Pair(a: 1, b: 2).both)
extension Pair: Equatable where A: Equatable, B: Equatable {}
extension Pair: Hashable where A: Hashable, B: Hashable {}
print(Pair(a: 1, b: 2) == Pair(a: 1, b: 2), Set([Pair(a: 1, b: 2), Pair(a: 1, b: 2)]).count)
class Cell<T> { var v: T; init(_ v: T) { self.v = v } }
let c = Cell([1, 2]); c.v.append(3); print(c.v)
func clamp<T: Comparable>(_ v: T, _ r: ClosedRange<T>) -> T { min(max(v, r.lowerBound), r.upperBound) }
print(clamp(15, 0...10), clamp(0.5, 1.0...2.0), clamp("m", "a"..."f"))
func sum<S: Sequence>(_ s: S) -> S.Element where S.Element: AdditiveArithmetic { s.reduce(.zero, +) }
print(sum([1, 2, 3]), sum([0.5, 0.25]), sum(1...4))
func describe<T>(_ t: T) -> String where T: CustomStringConvertible { "<" + t.description + ">" }
print(describe(1), describe("s"), describe([1, 2]))
func zeros<T: Numeric>(_ n: Int) -> [T] { Array(repeating: 0, count: n) }
let z: [Double] = zeros(2); print(z)
enum Tree<T: Comparable> { case leaf; indirect case node(Tree<T>, T, Tree<T>)
  func insert(_ v: T) -> Tree<T> { switch self { case .leaf: return .node(.leaf, v, .leaf); case let .node(l, x, r): return v < x ? .node(l.insert(v), x, r) : .node(l, x, r.insert(v)) } }
  func traverse(_ f: (T) -> Void) { if case let .node(l, x, r) = self { l.traverse(f); f(x); r.traverse(f) } } }
var tr = Tree<Int>.leaf
for v in [3, 1, 2] { tr = tr.insert(v) }
tr.traverse { print($0, terminator: " ") }
print()
