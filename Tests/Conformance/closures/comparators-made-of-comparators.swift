// closures escaping, capture, recursion, sorting by multiple keys
typealias Comparator<T> = (T, T) -> Bool
func by<T, K: Comparable>(_ k: @escaping (T) -> K, desc: Bool = false) -> Comparator<T> { { desc ? k($0) > k($1) : k($0) < k($1) } }
func then<T>(_ a: @escaping Comparator<T>, _ b: @escaping Comparator<T>) -> Comparator<T> { { x, y in if a(x, y) { return true }; if a(y, x) { return false }; return b(x, y) } }
struct P { let n: String; let a: Int }
let ps = [P(n: "b", a: 2), P(n: "a", a: 2), P(n: "c", a: 1)]
print(ps.sorted(by: then(by { $0.a }, by { $0.n })).map(\.n), ps.sorted(by: by(\.a, desc: true)).map(\.n), ps.sorted(by: then(by(\P.a, desc: true), by(\P.n))).map(\.n))
