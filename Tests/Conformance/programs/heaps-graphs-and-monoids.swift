struct Heap<T> {
    private var a: [T] = []
    let before: (T, T) -> Bool
    init<S: Sequence>(_ s: S, by before: @escaping (T, T) -> Bool) where S.Element == T {
        self.before = before
        for x in s { push(x) }
    }
    mutating func push(_ x: T) {
        a.append(x)
        var i = a.count - 1
        while i > 0, before(a[i], a[(i - 1) / 2]) {
            a.swapAt(i, (i - 1) / 2)
            i = (i - 1) / 2
        }
    }
    mutating func pop() -> T? {
        guard let top = a.first else { return nil }
        let last = a.removeLast()
        if !a.isEmpty {
            a[0] = last
            var i = 0
            while true {
                var m = i
                for c in [2 * i + 1, 2 * i + 2] where c < a.count && before(a[c], a[m]) { m = c }
                if m == i { break }
                a.swapAt(i, m)
                i = m
            }
        }
        return top
    }
    var isEmpty: Bool { a.isEmpty }
}
extension Heap where T: Comparable {
    init<S: Sequence>(_ s: S) where S.Element == T { self.init(s, by: <) }
}
extension Heap: IteratorProtocol, Sequence { mutating func next() -> T? { pop() } }
print(
    Array(Heap([5, 2, 8, 1, 9])),
    Array(Heap(["pear", "fig", "banana"], by: { $0.count < $1.count })))
struct Graph<V: Hashable> {
    var edges: [V: [(to: V, w: Int)]] = [:]
    mutating func connect(_ a: V, _ b: V, _ w: Int) {
        edges[a, default: []].append((b, w))
        edges[b, default: []].append((to: a, w: w))
    }
    func shortest(_ s: V, _ t: V) -> (cost: Int, path: [V])? {
        var dist = [s: 0]
        var prev: [V: V] = [:]
        var q = Heap([(s, 0)]) { $0.1 < $1.1 }
        while let (u, d) = q.pop() {
            if u == t { return (d, Array(sequence(first: t) { prev[$0] }).reversed()) }
            if d > dist[u, default: .max] { continue }
            for (v, w) in edges[u] ?? [] where d + w < dist[v, default: .max] {
                dist[v] = d + w
                prev[v] = u
                q.push((v, d + w))
            }
        }
        return nil
    }
}
var g = Graph<String>()
for (a, b, w) in [("A", "B", 4), ("A", "C", 1), ("C", "B", 2), ("B", "D", 5), ("X", "Y", 1)] {
    g.connect(a, b, w)
}
if let (c, p) = g.shortest("A", "D") { print(c, p) }
print(g.shortest("A", "X") == nil, g.shortest("A", "A")!)
protocol Monoid {
    static var empty: Self { get }
    static func | (l: Self, r: Self) -> Self
}

extension Int: Monoid {
    static var empty: Int { 0 }
    static func | (l: Int, r: Int) -> Int { l + r }
}
extension String: Monoid {
    static let empty = ""
    static func | (l: String, r: String) -> String { l + r }
}
extension Array: Monoid {
    static var empty: [Element] { [] }
    static func | (l: Self, r: Self) -> Self { l + r }
}
extension Optional: Monoid where Wrapped: Monoid {
    static var empty: Wrapped? { nil }
    static func | (l: Self, r: Self) -> Self {
        switch (l, r) {
        case (let a?, let b?): a | b
        case (let a, nil): a
        case (nil, let b): b
        }
    }
}
extension Dictionary: Monoid where Value: Monoid {
    static var empty: Self { [:] }
    static func | (l: Self, r: Self) -> Self { l.merging(r, uniquingKeysWith: |) }
}
extension Sequence where Element: Monoid { func fold() -> Element { reduce(.empty, |) } }
print(
    [1, 2, 3].fold(), ["a", "b"].fold(), [[1], [2, 3]].fold(), [Optional(3), nil, 4].fold() as Any,
    [["k": 1, "j": 5], ["k": 2]].fold().sorted { $0.key < $1.key })
func memo<K: Hashable, V>(_ f: @escaping ((K) -> V, K) -> V) -> (K) -> V {
    var cache: [K: V] = [:]
    func go(_ k: K) -> V {
        if let v = cache[k] { return v }
        let v = f(go, k)
        cache[k] = v
        return v
    }
    return go
}
let fib = memo { (f: (Int) -> Int, n: Int) in n < 2 ? n : f(n - 1) + f(n - 2) }
print(fib(80), (0...10).map(fib))
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
print(
    compose(Int.init as (String) -> Int?, { $0.map { $0 * 2 } })("21") as Any, curry(+)(3)(4),
    [1, 2, 3].map(curry(*)(10)))
struct Matrix<Scalar: Numeric & Comparable>: Equatable {
    var rows: [[Scalar]]
    subscript(r: Int, c: Int) -> Scalar {
        get { rows[r][c] }
        set { rows[r][c] = newValue }
    }
    static func * (l: Matrix, r: Matrix) -> Matrix {
        Matrix(
            rows: l.rows.map { row in
                r.rows[0].indices.map { j in zip(row, r.rows).reduce(0) { $0 + $1.0 * $1.1[j] } }
            })
    }
    func map<U>(_ f: (Scalar) -> U) -> Matrix<U> { .init(rows: rows.map { $0.map(f) }) }
    var maximum: Scalar? { rows.joined().max() }
}
var m = Matrix(rows: [[1, 2], [3, 4]])
m[0, 1] *= 5
print(m * m, m.map(Double.init).rows, m.maximum ?? -1, m == m * Matrix(rows: [[1, 0], [0, 1]]))
func quick<T: Comparable>(_ a: [T]) -> [T] {
    guard let (p, rest) = a.first.map({ ($0, a.dropFirst()) }) else { return [] }
    return quick(rest.filter { $0 < p }) + [p] + quick(rest.filter { $0 >= p })
}
print(quick([3, 1, 4, 1, 5, 9, 2, 6]), quick(["b", "a"]), quick([Double]()))
func binarySearch<C: RandomAccessCollection>(_ c: C, _ x: C.Element) -> C.Index?
where C.Element: Comparable {
    var lo = c.startIndex
    var hi = c.endIndex
    while lo < hi {
        let mid = c.index(lo, offsetBy: c.distance(from: lo, to: hi) / 2)
        if c[mid] == x { return mid }
        if c[mid] < x { lo = c.index(after: mid) } else { hi = mid }
    }
    return nil
}
print(
    binarySearch([1, 3, 5, 7], 5) as Any, binarySearch(10..<20, 13) as Any,
    binarySearch(Array("aeiou"), "x") as Any, binarySearch([1, 2, 3, 4][1...], 4)!)
