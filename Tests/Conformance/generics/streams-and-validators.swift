// Generics deep: associated type constraints, where on methods, recursive protocols, opaque, primary associated types, existential any P<T>
protocol Stream<Element> { associatedtype Element; mutating func next() -> Element? }
extension Stream {
    mutating func collect(_ n: Int = .max) -> [Element] { var out: [Element] = []; while out.count < n, let x = next() { out.append(x) }; return out }
    func mapped<U>(_ f: @escaping (Element) -> U) -> MapStream<Self, U> { MapStream(base: self, f: f) }
    func filtered(_ p: @escaping (Element) -> Bool) -> some Stream<Element> { FilterStream(base: self, p: p) }
}
struct MapStream<B: Stream, U>: Stream { var base: B; let f: (B.Element) -> U; mutating func next() -> U? { base.next().map(f) } }
struct FilterStream<B: Stream>: Stream { var base: B; let p: (B.Element) -> Bool; mutating func next() -> B.Element? { while let x = base.next() { if p(x) { return x } }; return nil } }
struct Naturals: Stream { var n = 0; mutating func next() -> Int? { defer { n += 1 }; return n } }
struct ListStream<T>: Stream { var items: ArraySlice<T>; init(_ a: [T]) { items = a[...] }; mutating func next() -> T? { items.popFirst() } }
var evens = Naturals().filtered { $0 % 2 == 0 }
print(evens.collect(4), evens.collect(2))
var strs = ListStream(["a", "b"]).mapped { $0 + "!" }.mapped(\.count)
print(strs.collect())
func sum(_ s: some Stream<Int>, _ n: Int) -> Int { var s = s; return s.collect(n).reduce(0, +) }
print(sum(Naturals(), 5), sum(ListStream([5, 6]), 9))
let streams: [any Stream<Int>] = [Naturals(n: 10), ListStream([1, 2, 3])]
for var s in streams { print(s.next() as Any, terminator: " ") }
print()
protocol TreeNode { associatedtype Value: Comparable; var value: Value { get }; var children: [Self] { get } }
extension TreeNode {
    var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }
    var all: [Value] { [value] + children.flatMap(\.all) }
    var largest: Value { all.max()! }
    func find(where p: (Self) -> Bool) -> Self? { if p(self) { return self }; for c in children { if let f = c.find(where: p) { return f } }; return nil }
}
struct File: TreeNode { var value: Int; var name: String; var children: [File] = [] }
let root = File(value: 1, name: "/", children: [File(value: 5, name: "a", children: [File(value: 9, name: "b")]), File(value: 2, name: "c")])
print(root.depth, root.all, root.largest, root.find { $0.name == "b" }?.value ?? 0, root.find { $0.value > 100 } == nil)
struct Graph<N: Hashable, E: Numeric & Comparable> { var adj: [N: [(N, E)]] = [:]
    mutating func add(_ a: N, _ b: N, _ w: E) { adj[a, default: []].append((b, w)) }
    func heaviest() -> (N, N, E)? { adj.flatMap { n, es in es.map { (n, $0.0, $0.1) } }.max { $0.2 < $1.2 } }
    func total() -> E { adj.values.joined().reduce(.zero) { $0 + $1.1 } } }
var g = Graph<String, Double>(); g.add("a", "b", 1.5); g.add("b", "c", 2.5)
print(g.heaviest()!, g.total(), Graph<Int, Int>().heaviest() == nil)
extension Graph where N == String { var names: String { adj.keys.sorted().joined() } }
print(g.names)
struct Validator<T> { let check: (T) -> [String]
    static func && (a: Self, b: Self) -> Self { Self { a.check($0) + b.check($0) } }
    func callAsFunction(_ t: T) -> Result<T, ValidationError> { let e = check(t); return e.isEmpty ? .success(t) : .failure(ValidationError(messages: e)) } }
struct ValidationError: Error { let messages: [String] }
extension Validator where T: Collection { static func longer(than n: Int) -> Self { Self { $0.count > n ? [] : ["too short: \($0.count)"] } } }
extension Validator where T == String { static var capitalized: Self { .init { $0.first?.isUppercase == true ? [] : ["not capitalized"] } } }
let v: Validator<String> = .longer(than: 3) && .capitalized
for s in ["Hello", "hi", "Hey"] { switch v(s) { case .success(let x): print("ok", x); case .failure(let e): print(e.messages) } }
enum Either<L, R> { case left(L), right(R)
    func fold<T>(_ l: (L) throws -> T, _ r: (R) throws -> T) rethrows -> T { switch self { case .left(let x): try l(x); case .right(let x): try r(x) } }
    func map<T>(_ f: (R) -> T) -> Either<L, T> { fold(Either<L, T>.left) { .right(f($0)) } } }
extension Either: Equatable where L: Equatable, R: Equatable {}
let es: [Either<String, Int>] = [.left("bad"), .right(4)]
print(es.map { $0.map { $0 * 2 } }, es.map { $0.fold(\.count) { $0 } }, es[0] == .left("bad"), es.compactMap { if case .right(let n) = $0 { n } else { nil } })
func zipWith<A, B, C>(_ a: some Sequence<A>, _ b: some Sequence<B>, _ f: (A, B) -> C) -> [C] { zip(a, b).map { f($0, $1) } }
print(zipWith(1...3, "abc") { "\($0)\($1)" })
final class Cache<Key: Hashable, Value> { private var d: [Key: Value] = [:]; private let make: (Key) throws -> Value; private(set) var misses = 0; init(_ make: @escaping (Key) throws -> Value) { self.make = make }
    subscript(k: Key) -> Value { get throws { if let v = d[k] { return v }; misses += 1; let v = try make(k); d[k] = v; return v } } }
let squares = Cache<Int, Int> { if $0 < 0 { throw ValidationError(messages: ["neg"]) }; return $0 * $0 }
print(try squares[4], try squares[4], squares.misses, (try? squares[-1]) as Any)
func maxBy<T, K: Comparable>(_ xs: T..., key: (T) -> K) -> T? { xs.max { key($0) < key($1) } }
print(maxBy("aaa", "b", "cc") { $0.count }!, maxBy(3, -5, 2, key: abs)!)
