// Trie, BST generic with inorder Sequence, heap sort, interval merging, polynomial, rational, complex, bigint
struct Rational: Hashable, Comparable, CustomStringConvertible, ExpressibleByIntegerLiteral, SignedNumeric {
    let n: Int, d: Int
    init(_ n: Int, _ d: Int = 1) { precondition(d != 0); func g(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : g(b, a % b) }; let k = g(n, d) * (d < 0 ? -1 : 1); self.n = n / k; self.d = d / k }
    init(integerLiteral v: Int) { self.init(v) }
    init?<T>(exactly v: T) where T: BinaryInteger { self.init(Int(v)) }
    var magnitude: Rational { Rational(abs(n), d) }
    static func + (a: Self, b: Self) -> Self { .init(a.n * b.d + b.n * a.d, a.d * b.d) }
    static func - (a: Self, b: Self) -> Self { .init(a.n * b.d - b.n * a.d, a.d * b.d) }
    static func * (a: Self, b: Self) -> Self { .init(a.n * b.n, a.d * b.d) }
    static func / (a: Self, b: Self) -> Self { .init(a.n * b.d, a.d * b.n) }
    static func *= (a: inout Self, b: Self) { a = a * b }
    static func < (a: Self, b: Self) -> Bool { a.n * b.d < b.n * a.d }
    var description: String { d == 1 ? "\(n)" : "\(n)/\(d)" }
}
let half = Rational(1, 2), third: Rational = 1 / 3
print(half + third, half - third, half * third, half / third, -half, third < half, [half, third, 2].max()!, [half, third].reduce(0, +), Rational(4, -8), half == Rational(2, 4), abs(-half))
func sumAll<T: Numeric>(_ xs: [T]) -> T { xs.reduce(0, +) }
print(sumAll([1, 2, 3]), sumAll([0.5, 1]), sumAll([half, half]), sumAll([UInt8(3), 4]))
struct Polynomial: CustomStringConvertible {
    var c: [Double]
    subscript(x: Double) -> Double { c.reversed().reduce(0) { $0 * x + $1 } }
    var derivative: Polynomial { Polynomial(c: c.enumerated().dropFirst().map { Double($0.offset) * $0.element }) }
    static func * (a: Self, b: Self) -> Self { var r = [Double](repeating: 0, count: a.c.count + b.c.count - 1); for (i, x) in a.c.enumerated() { for (j, y) in b.c.enumerated() { r[i + j] += x * y } }; return .init(c: r) }
    var description: String { c.enumerated().reversed().filter { $0.element != 0 }.map { i, k in switch i { case 0: "\(k)"; case 1: "\(k)x"; default: "\(k)x^\(i)" } }.joined(separator: " + ") }
}
let p = Polynomial(c: [1, 2, 0, 3]); print(p, "|", p.derivative, "|", p[2], p * Polynomial(c: [0, 1]))
final class BST<Key: Comparable, Value> {
    private final class Node { let key: Key; var value: Value; var left: Node?, right: Node?; init(_ k: Key, _ v: Value) { key = k; value = v } }
    private var root: Node?
    private(set) var count = 0
    subscript(key: Key) -> Value? {
        get { var n = root; while let x = n { if key == x.key { return x.value }; n = key < x.key ? x.left : x.right }; return nil }
        set { if let v = newValue { insert(key, v) } }
    }
    private func insert(_ k: Key, _ v: Value) {
        func go(_ n: Node?) -> Node { guard let n else { count += 1; return Node(k, v) }; if k < n.key { n.left = go(n.left) } else if k > n.key { n.right = go(n.right) } else { n.value = v }; return n }
        root = go(root)
    }
    var height: Int { func h(_ n: Node?) -> Int { n.map { 1 + Swift.max(h($0.left), h($0.right)) } ?? 0 }; return h(root) }
}
extension BST: Sequence {
    func makeIterator() -> AnyIterator<(key: Key, value: Value)> {
        var stack: [Node] = []
        func push(_ n: Node?) { var n = n; while let x = n { stack.append(x); n = x.left } }
        push(root)
        return AnyIterator { guard let n = stack.popLast() else { return nil }; push(n.right); return (n.key, n.value) }
    }
}
let bst = BST<String, Int>()
for (i, w) in "the quick brown fox jumps over the lazy dog".split(separator: " ").enumerated() { bst[String(w)] = i }
print(bst.count, bst.height, bst["fox"]!, bst["cat"] as Any, bst.map(\.key), bst.first { $0.value > 5 }!.key, bst.reduce(0) { $0 + $1.value })
for (k, v) in bst.prefix(2) { print(k, v, terminator: " ") }
print()
final class Trie { private var kids: [Character: Trie] = [:]; private var end = false
    func insert<S: StringProtocol>(_ s: S) { guard let f = s.first else { end = true; return }; let t = kids[f] ?? Trie(); kids[f] = t; t.insert(s.dropFirst()) }
    func words(_ prefix: String = "") -> [String] { (end ? [prefix] : []) + kids.keys.sorted().flatMap { kids[$0]!.words(prefix + String($0)) } }
    func find(_ prefix: String) -> Trie? { prefix.reduce(Optional(self)) { $0?.kids[$1] } } }
let trie = Trie(); ["car", "cart", "cat", "dog", "do"].forEach(trie.insert)
print(trie.words(), trie.find("ca")?.words("ca") ?? [], trie.find("x") == nil)
func merge(_ xs: [ClosedRange<Int>]) -> [ClosedRange<Int>] { xs.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { acc, r in if let l = acc.last, l.upperBound >= r.lowerBound { acc[acc.count - 1] = l.lowerBound...max(l.upperBound, r.upperBound) } else { acc.append(r) } } }
print(merge([5...7, 1...3, 2...4, 9...9]))
struct BigUInt: CustomStringConvertible { var digits: [UInt32] = []
    init(_ v: Int) { var v = v; while v > 0 { digits.append(UInt32(v % 1_000_000_000)); v /= 1_000_000_000 } }
    static func * (a: Self, k: Int) -> Self { var r = a, carry = 0; for i in r.digits.indices { let t = Int(r.digits[i]) * k + carry; r.digits[i] = UInt32(t % 1_000_000_000); carry = t / 1_000_000_000 }; while carry > 0 { r.digits.append(UInt32(carry % 1_000_000_000)); carry /= 1_000_000_000 }; return r }
    var description: String { digits.reversed().enumerated().map { i, d in i == 0 ? String(d) : String(repeating: "0", count: 9 - String(d).count) + String(d) }.joined() } }
print((1...30).reduce(BigUInt(1)) { $0 * $1 }, BigUInt(123) * 1000)
