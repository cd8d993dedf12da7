let a = [1, 2.5, 3]
let b: [Float] = [1, 2]
let c = [1: "a", 2: "b"]
let d: Set = ["x", "y"]
let e: (Int, Double) = (1, 2)
let f: [Double?] = [1, nil, 2.5]
let g: [[Double]] = [[1], [2, 3.5]]
let h: [String: [Int]] = ["k": []]
let i = [nil, 3, 4]
let j: Character = "q"
let k: [Character] = ["a", "b"]
let l: UInt8 = 0xFF
let m = -5 % 3
let n = 7 / 2 * 2.0.rounded() == 6 ? "x" : "y"
print(a, b, c.count, d.count, e, f, g, h, i, j, k, l, m)
let mixed: [Any] = [1, 2.0, "s", [1], nil as Int? as Any]
print(mixed.count, mixed[1])
let o = true ? 1 : 2.5
let p = [1, 2].isEmpty ? nil : "full"
let q = (1...3).map { $0 % 2 == 0 ? nil : $0 }
print(o, p as Any, q, type(of: o), type(of: q))
let r = 1_000 * 60 * 60 * 24
let s = 0.1 + 0.2 == 0.3
let t = 1 << 4 | 3 & 2 ^ 1
let u = 10 - 4 - 3 * 2 / 4 % 3
let v = !true || false && true
let w = 5 > 3 && 2 < 1 || 4 >= 4
let x = -2 * -3 + +4
let y = ~0 & 0xF
let z = 1...3 ~= 2
print(r, s, t, u, v, w, x, y, z)
func id<T>(_ t: T) -> T { t }
func pair<A, B>(_ a: A, _ b: B) -> (A, B) { (a, b) }
func pick<T>(_ a: T, _ b: T, _ f: (T, T) -> Bool) -> T { f(a, b) ? a : b }
func arr<T>(_ t: T..., sep: String = ",") -> String { t.map { "\($0)" }.joined(separator: sep) }
print(
    id(3), id(2.5), id([1, nil]), pair(1, "a"), pair([1], nil as Int?), pick(1, 2.5, <),
    pick("a", "b", >), arr(1, 2), arr("x", sep: "-"), arr(1.5, 2),
    pick([1], [2, 3]) { $0.count > $1.count })
func sumAll<T: Sequence>(_ s: T) -> T.Element where T.Element: Numeric { s.reduce(0, +) }
func avg<C: Collection>(_ c: C) -> Double where C.Element: BinaryInteger {
    c.isEmpty ? 0 : Double(c.reduce(0) { $0 + Int($1) }) / Double(c.count)
}
func clampAll<T: Comparable>(_ xs: [T], _ r: ClosedRange<T>) -> [T] {
    xs.map { min(max($0, r.lowerBound), r.upperBound) }
}
print(
    sumAll([1, 2]), sumAll([1.5, 2]), sumAll(1...4), sumAll(Set([1, 2])), avg([1, 2] as [UInt8]),
    avg(1..<4), avg([Int]()), clampAll([1, 5, 9], 2...6), clampAll([0.5, 2], 1...1.5),
    clampAll(["a", "z"], "b"..."y"))
extension Sequence where Element: Comparable {
    func isSorted() -> Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
    func top(_ n: Int) -> [Element] { Array(sorted(by: >).prefix(n)) }
}
extension Array where Element == Double {
    var norm: Double { map { $0 * $0 }.reduce(0, +).squareRoot() }
    static func linspace(_ a: Double, _ b: Double, _ n: Int) -> [Double] {
        (0..<n).map { a + (b - a) * Double($0) / Double(n - 1) }
    }
    static func * (k: Double, v: [Double]) -> [Double] { v.map { k * $0 } }
}
print(
    [1, 2, 2].isSorted(), "abz".isSorted(), ["b", "a"].isSorted(), [3, 9, 1].top(2), "hello".top(2),
    [3.0, 4].norm, [Double].linspace(0, 1, 3), 2 * [1.0, 2.5], Array.linspace(0, 2, 2).norm)
protocol Unit {
    static var symbol: String { get }
    static var factor: Double { get }
}
enum Meter: Unit { static let symbol = "m", factor = 1.0 }
enum Foot: Unit {
    static let symbol = "ft"
    static let factor = 0.3048
}
struct Quantity<U: Unit>: Comparable, CustomStringConvertible, ExpressibleByFloatLiteral,
    ExpressibleByIntegerLiteral
{
    var v: Double
    init(_ v: Double) { self.v = v }
    init(floatLiteral v: Double) { self.v = v }
    init(integerLiteral v: Int) { self.v = Double(v) }
    init<V>(_ q: Quantity<V>) { v = q.v * V.factor / U.factor }
    static func + (a: Self, b: Self) -> Self { Self(a.v + b.v) }
    static func * (k: Double, q: Self) -> Self { Self(k * q.v) }
    static func < (a: Self, b: Self) -> Bool { a.v < b.v }
    var description: String { "\((v * 100).rounded() / 100)\(U.symbol)" }
}
let q1: Quantity<Meter> = 10
let q2: Quantity<Foot> = 2.5
let q3 = q1 + Quantity(q2) + 1.5
print(
    q1, q2, q3, Quantity<Foot>(q1), 2 * q2, [q1, 3, q3].max()!, q1 > 5,
    [Quantity<Meter>](repeating: 1, count: 2).reduce(0, +))
enum JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    case s(String)
    case n(Double)
    case b(Bool)
    case null
    case a([JSON])
    case o([(String, JSON)])
    init(stringLiteral v: String) { self = .s(v) }
    init(integerLiteral v: Int) { self = .n(Double(v)) }
    init(floatLiteral v: Double) { self = .n(v) }
    init(booleanLiteral v: Bool) { self = .b(v) }
    init(nilLiteral: ()) { self = .null }
    init(arrayLiteral e: JSON...) { self = .a(e) }
    init(dictionaryLiteral e: (String, JSON)...) { self = .o(e) }
    var text: String {
        switch self {
        case .s(let s): "\"\(s)\""
        case .n(let n): n == n.rounded() ? "\(Int(n))" : "\(n)"
        case .b(let b): "\(b)"
        case .null: "null"
        case .a(let a): "[" + a.map(\.text).joined(separator: ",") + "]"
        case .o(let o): "{" + o.map { "\"\($0)\":\($1.text)" }.joined(separator: ",") + "}"
        }
    }
    subscript(_ k: String) -> JSON? {
        if case .o(let o) = self { o.first { $0.0 == k }?.1 } else { nil }
    }
    subscript(_ i: Int) -> JSON? {
        guard case .a(let a) = self, a.indices ~= i else { return nil }
        return a[i]
    }
}
let doc: JSON = ["name": "x", "list": [1, 2.5, true, nil, ["deep": []]], "none": nil]
print(
    doc.text, doc["list"]?[1]?.text ?? "-", doc["list"]?[4]?["deep"]?.text ?? "-",
    doc["zz"]?.text ?? "none", ([1, "a", [nil]] as JSON).text)
struct Poly: ExpressibleByArrayLiteral, Equatable {
    var c: [Int]
    init(arrayLiteral e: Int...) { c = e }
    init(_ c: [Int]) { self.c = c }
    static func * (l: Poly, r: Poly) -> Poly {
        var o = Array(repeating: 0, count: l.c.count + r.c.count - 1)
        for (i, x) in l.c.enumerated() { for (j, y) in r.c.enumerated() { o[i + j] += x * y } }
        return Poly(o)
    }
    static func + (l: Poly, r: Poly) -> Poly {
        let n = max(l.c.count, r.c.count)
        return Poly(
            (0..<n).map { (l.c.indices ~= $0 ? l.c[$0] : 0) + (r.c.indices ~= $0 ? r.c[$0] : 0) })
    }
    func callAsFunction(_ x: Int) -> Int { c.reversed().reduce(0) { $0 * x + $1 } }
    static prefix func - (p: Poly) -> Poly { Poly(p.c.map(-)) }
}
let pl: Poly = [1, 1]
print(
    pl * pl, (pl * pl)(2), pl + [0, 0, 3], -pl, pl * [2] == [2, 2], (pl + [1])(10),
    [pl, [3]].map { $0(1) })
