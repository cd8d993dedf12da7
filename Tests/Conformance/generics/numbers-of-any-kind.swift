protocol Named { var name: String { get } }
extension Named { func hello() -> String { "hello \(name)" } }
func average<T: BinaryInteger>(_ xs: [T]) -> Double { xs.isEmpty ? 0 : Double(xs.reduce(0, +)) / Double(xs.count) }
func mean<T: BinaryFloatingPoint>(_ xs: some Collection<T>) -> T { xs.reduce(0, +) / T(xs.count) }
func clamp<T: Comparable>(_ x: T, _ lo: T, _ hi: T) -> T { min(max(x, lo), hi) }
func gcd<T: BinaryInteger>(_ a: T, _ b: T) -> T { b == 0 ? a : gcd(b, a % b) }
func isPrime<T: BinaryInteger>(_ n: T) -> Bool { guard n > 1 else { return false }; var i: T = 2; while i * i <= n { if n.isMultiple(of: i) { return false }; i += 1 }; return true }
func power<T: Numeric>(_ b: T, _ e: Int) -> T { var r: T = 1, b = b, e = e; while e > 0 { if e & 1 == 1 { r *= b }; b *= b; e >>= 1 }; return r }
func dot<T: Numeric>(_ a: [T], _ b: [T]) -> T { zip(a, b).map(*).reduce(0, +) }
func norm<T: FloatingPoint>(_ v: [T]) -> T { v.map { $0 * $0 }.reduce(0, +).squareRoot() }
func digits<T: FixedWidthInteger>(_ n: T) -> [T] { n < 10 ? [n] : digits(n / 10) + [n % 10] }
func bits<T: FixedWidthInteger & UnsignedInteger>(_ n: T) -> String { (0..<T.bitWidth).reversed().map { n >> T($0) & 1 == 1 ? "1" : "0" }.joined() }
func linspace<T: BinaryFloatingPoint>(_ a: T, _ b: T, _ n: Int) -> [T] { (0..<n).map { a + (b - a) * T($0) / T(n - 1) } }
func palindrome<S: StringProtocol>(_ s: S) -> Bool { s.count < 2 || s.first == s.last && palindrome(s.dropFirst().dropLast()) }
func words<S: StringProtocol>(_ s: S) -> [String] { s.split { $0 == " " }.map { String($0) } }
func longest<S: Sequence>(_ s: S) -> S.Element? where S.Element: Collection { s.max { $0.count < $1.count } }
func unique<S: Sequence>(_ s: S) -> [S.Element] where S.Element: Hashable { var seen = Set<S.Element>(); return s.filter { seen.insert($0).inserted } }
func transpose<T>(_ m: [[T]]) -> [[T]] { m.isEmpty ? [] : m[0].indices.map { c in m.map { $0[c] } } }
func histogram<C: Collection>(_ c: C, bins: Int) -> [Int] where C.Element: BinaryFloatingPoint { guard let lo = c.min(), let hi = c.max(), hi > lo else { return [] }; return c.reduce(into: Array(repeating: 0, count: bins)) { h, x in h[min(bins - 1, Int((x - lo) / (hi - lo) * C.Element(bins)))] += 1 } }
func convert<T: BinaryInteger, U: BinaryInteger>(_ x: T, to: U.Type) -> U? { U(exactly: x) }
func sumSquares(_ xs: some Sequence<some BinaryInteger>) -> Int { xs.reduce(0) { $0 + Int($1 * $1) } }
func stats<T>(_ xs: [T]) -> (mean: T, variance: T) where T: BinaryFloatingPoint { let m = mean(xs); return (m, mean(xs.map { ($0 - m) * ($0 - m) })) }
print(average([1, 2, 4]), average([] as [UInt8]), mean([1.5, 2.5]), mean([1, 2] as [Float]), clamp(12, 0, 10), clamp("m", "a", "k"), gcd(48, 36), gcd(UInt8(12), 18), isPrime(97), isPrime(Int16(91)))
print(power(2, 20), power(1.5, 3), power(Int16(3), 4), dot([1, 2], [3, 4]), dot([0.5], [2]), norm([3.0, 4.0]), norm([1, 1] as [Float]), digits(9035), digits(UInt8(207)), bits(UInt8(5)), linspace(0, 1, 5), linspace(Float(0), 2, 3))
print(palindrome("racecar"), palindrome("abca".dropLast()), words("a bc d"), longest(["a", "bcd", "ef"])!, longest([[1], [1, 2]])!, unique([3, 1, 3, 2, 1]), unique("hello").count, transpose([[1, 2, 3], [4, 5, 6]]), histogram([0.0, 0.1, 0.5, 0.9, 1.0], bins: 2))
print(convert(300, to: UInt8.self) as Any, convert(UInt8(7), to: Int.self)!, sumSquares([1, 2, 3] as [UInt8]), sumSquares(1...3), stats([1.0, 2, 3, 4]), stats([Float(2), 4]).mean)
struct Vec<T: FloatingPoint>: Equatable { var x: T, y: T; static func + (a: Vec, b: Vec) -> Vec { Vec(x: a.x + b.x, y: a.y + b.y) }; static func * (s: T, v: Vec) -> Vec { Vec(x: s * v.x, y: s * v.y) }; var length: T { (x * x + y * y).squareRoot() }; func rotated() -> Vec { Vec(x: -y, y: x) }; static var zero: Vec { Vec(x: 0, y: 0) } }
extension Vec where T == Double { var angle: Double { y / x } }
print(Vec(x: 3.0, y: 4).length, 2 * Vec(x: 1.5, y: 0) + .zero, Vec<Float>(x: 1, y: 2).rotated(), Vec(x: 1, y: 2).angle, [Vec(x: 1, y: 1), .zero].reduce(.zero, +))
struct Polynomial<C: SignedNumeric & Comparable>: CustomStringConvertible { var c: [C]; func callAsFunction(_ x: C) -> C { c.reversed().reduce(0) { $0 * x + $1 } }; var degree: Int { (c.lastIndex { $0 != 0 }) ?? 0 }; static func * (a: Self, b: Self) -> Self { var r = Array(repeating: C.zero, count: a.c.count + b.c.count - 1); for (i, x) in a.c.enumerated() { for (j, y) in b.c.enumerated() { r[i + j] += x * y } }; return Self(c: r) }; var description: String { c.enumerated().filter { $1 != 0 }.map { i, k in (k < 0 ? "-" : "+") + "\(abs(k))" + (i > 0 ? "x^\(i)" : "") }.joined() } }
let p = Polynomial(c: [1, -2, 0, 3]); print(p, p(2), p.degree, p * Polynomial(c: [-1, 1]), Polynomial(c: [0.5, 1])(2))
extension Collection where Element: Numeric { var product: Element { reduce(1, *) }; func scaled(by k: Element) -> [Element] { map { $0 * k } } }
extension Array where Element: FloatingPoint { var softened: [Element] { let m = self.max() ?? 0; return map { ($0 - m) / 2 } } }
extension Comparable { func between(_ r: ClosedRange<Self>) -> Bool { r.contains(self) } }
extension BinaryInteger { var isEven: Bool { self % 2 == 0 }; func times(_ f: (Self) -> Void) { var i: Self = 0; while i < self { f(i); i += 1 } } ; var factorial: Self { self <= 1 ? 1 : self * (self - 1).factorial } }
print([1, 2, 3].product, [0.5, 4].product, (1...4).scaled(by: 2), [1.0, 3].softened, 5.between(1...5), "c".between("d"..."f"), UInt8(4).isEven, 6.factorial, Int8(4).factorial); 3.times { print($0, terminator: " ") }; print()
