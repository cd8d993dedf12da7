func pipe<A, B>(_ a: A, _ f: (A) -> B) -> B { f(a) }
func id<T>(_ t: T) -> T { t }
func const<A, B>(_ a: A) -> (B) -> A { { _ in a } }
func flip<A, B, C>(_ f: @escaping (A, B) -> C) -> (B, A) -> C { { f($1, $0) } }
func uncurry<A, B, C>(_ f: @escaping (A) -> (B) -> C) -> (A, B) -> C { { f($0)($1) } }
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { f(a, $0) } } }
print(pipe(3) { $0 + 1 }, id("x"), const(5)("ignored"), flip(-)(1, 10), uncurry(curry(+))(2, 3))
extension Array {
    func scan<R>(_ start: R, _ f: (R, Element) -> R) -> [R] { var r = start; return map { r = f(r, $0); return r } }
    func windows(_ n: Int) -> [ArraySlice<Element>] { count < n ? [] : (0...count - n).map { self[$0..<$0 + n] } }
    func grouped<K: Hashable>(by f: (Element) -> K) -> [(K, [Element])] { var order: [K] = [], d: [K: [Element]] = [:]; for x in self { let k = f(x); if d[k] == nil { order.append(k) }; d[k, default: []].append(x) }; return order.map { ($0, d[$0]!) } }
    func foldRight<R>(_ r: R, _ f: (Element, R) -> R) -> R { reversed().reduce(r) { f($1, $0) } }
    func interleaved(with o: [Element]) -> [Element] { zip(self, o).flatMap { [$0, $1] } }
}
print([1, 2, 3].scan(0, +), [1, 2, 3, 4].windows(2).map { $0.reduce(0, +) }, ["a", "bb", "c"].grouped { $0.count })
print([1, 2, 3].foldRight([]) { [$0 * 2] + $1 } as [Int], [1, 3].interleaved(with: [2, 4]), [Int]().windows(3).isEmpty)
func compose<T>(_ fs: ((T) -> T)...) -> (T) -> T { { x in fs.reduce(x) { $1($0) } } }
print(compose({ $0 + 1 }, { $0 * 10 })(4), compose()("same"), compose({ (s: String) in s + "!" })("hi"))
func unfold<S, T>(_ s: S, _ f: (S) -> (T, S)?) -> [T] { var s = s, out: [T] = []; while let (t, n) = f(s) { out.append(t); s = n }; return out }
print(unfold(10) { $0 > 0 ? ($0 % 4, $0 - 3) : nil }, unfold((0, 1)) { $0.0 > 30 ? nil : ($0.0, ($0.1, $0.0 + $0.1)) })
func memo<K: Hashable, V>(_ f: @escaping ((K) -> V, K) -> V) -> (K) -> V { var table: [K: V] = [:]; func g(_ k: K) -> V { if let v = table[k] { return v }; let v = f(g, k); table[k] = v; return v }; return g }
let fib = memo { (me: (Int) -> Int, n: Int) in n < 2 ? n : me(n - 1) + me(n - 2) }
print(fib(80))
