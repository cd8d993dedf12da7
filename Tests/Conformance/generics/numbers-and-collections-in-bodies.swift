func mean(_ xs: some Collection<Double>) -> Double? { xs.isEmpty ? nil : xs.reduce(0, +) / Double(xs.count) }
func median(_ xs: some Collection<Double>) -> Double? { guard !xs.isEmpty else { return nil }; let s = xs.sorted(); return s.count % 2 == 1 ? s[s.count / 2] : (s[s.count / 2 - 1] + s[s.count / 2]) / 2 }
func firstTwo<C: Collection<String>>(_ c: C) -> (String, String)? { guard c.count >= 2 else { return nil }; let i = c.startIndex; return (c[i], c[c.index(after: i)]) }
func pairs<S: Sequence<Int>>(_ s: S) -> [(Int, Int)] { Array(zip(s, s.dropFirst())) }
func evens(_ s: some Sequence<Int>) -> some Sequence<Int> { s.lazy.filter { $0 % 2 == 0 } }
func countdown(from n: Int) -> any Sequence<Int> { stride(from: n, through: 1, by: -1) }
func join(_ parts: any Collection<String>) -> String { parts.joined(separator: "+") }
func binarySearch<C: RandomAccessCollection>(_ c: C, _ x: C.Element) -> C.Index? where C.Element: Comparable { var lo = c.startIndex, hi = c.endIndex
  while lo < hi { let mid = c.index(lo, offsetBy: c.distance(from: lo, to: hi) / 2); if c[mid] == x { return mid }; if c[mid] < x { lo = c.index(after: mid) } else { hi = mid } }
  return nil }
func rotate<C: MutableCollection & RandomAccessCollection>(_ c: inout C, by n: Int) { for _ in 0..<n { var i = c.startIndex; let first = c[i]; while c.index(after: i) != c.endIndex { let j = c.index(after: i); c[i] = c[j]; i = j }; c[i] = first } }
func remove<C: RangeReplaceableCollection>(_ c: C, where p: (C.Element) -> Bool) -> C { var out = C(); for x in c where !p(x) { out.append(x) }; return out }
func palindrome<B: BidirectionalCollection>(_ b: B) -> Bool where B.Element: Equatable { b.elementsEqual(b.reversed()) }
print(mean([1, 2, 4])!, mean([]) as Any, median(Set([3.0, 1, 2]))!, median([4.0, 1][...])!, firstTwo(["a", "b", "c"][1...])!, pairs(1...4), Array(evens(1...6)))
for i in countdown(from: 3) { print(i, terminator: " ") }; print(join(["a", "b"]), join(["k": 1].keys))
print(binarySearch([1, 3, 5, 7], 5) as Any, binarySearch(ArraySlice([1, 2, 3, 4])[1...], 3) as Any, binarySearch("abc".map { $0 }, "z") as Any)
var arr = [1, 2, 3, 4]; rotate(&arr, by: 1); var sl = arr[1...]; rotate(&sl, by: 2); print(arr, sl, remove("hello", where: { $0 == "l" }), remove([1, 2], where: { $0 > 1 }), palindrome("racecar"), palindrome([1, 2]))
func norm<T: FloatingPoint>(_ v: [T]) -> T { v.map { $0 * $0 }.reduce(0, +).squareRoot() }
func lerp<T: FloatingPoint>(_ a: T, _ b: T, _ t: T) -> T { a + (b - a) * t }
func clamp<T: Comparable>(_ x: T, _ r: ClosedRange<T>) -> T { min(max(x, r.lowerBound), r.upperBound) }
func sigmoid<T: BinaryFloatingPoint>(_ x: T) -> T { var e: T = 1, term: T = 1; for n in 1..<20 { term *= -x / T(n); e += term }; return 1.0 / (1.0 + e) }
func power<T: Numeric>(_ b: T, _ n: Int) -> T { n == 0 ? 1 : (0..<n).reduce(into: 1 as T) { r, _ in r *= b } }
func gcd<T: BinaryInteger>(_ a: T, _ b: T) -> T { b == 0 ? a : gcd(b, a % b) }
func digits<T: BinaryInteger>(_ n: T) -> [Int] { var n = n, out: [Int] = []; repeat { out.append(Int(n % 10)); n /= 10 } while n > 0; return out.reversed() }
func sumOfSquares<T: SignedNumeric & Comparable>(_ xs: T...) -> T { xs.reduce(0) { $0 + abs($1) * abs($1) } }
func avg<T: BinaryFloatingPoint, S: Sequence>(_ s: S) -> T where S.Element == T { var n: T = 0, t: T = 0; for x in s { t += x; n += 1 }; return n > 0 ? t / n : .nan }
func solve<T: FloatingPoint>(a: T, b: T, c: T) -> [T] { let d = b * b - 4 * a * c; guard d >= 0 else { return [] }; let r = d.squareRoot(); return d == 0 ? [-b / (2 * a)] : [(-b - r) / (2 * a), (-b + r) / (2 * a)] }
func isClose<T: FloatingPoint>(_ a: T, _ b: T, tol: T = T.ulpOfOne * 10) -> Bool { (a - b).magnitude <= tol }
func ranges<T: Strideable>(_ a: T, _ b: T, _ s: T.Stride) -> [T] { Array(stride(from: a, to: b, by: s)) }
func advance<T: Strideable>(_ x: T, _ n: Int) -> T where T.Stride == Int { x.advanced(by: n) }
func zeroed<T: AdditiveArithmetic>(_ xs: [T]) -> (T, Bool) { let s = xs.reduce(.zero, +); return (s - s, s == .zero) }
print(norm([3.0, 4]), lerp(Float(0), 10, 0.25), clamp(15, 0...10), (sigmoid(0.5) * 1000).rounded(), power(2, 10), power(1.5, 2), gcd(12, 18), gcd(UInt8(12), 8), digits(4072), sumOfSquares(-1, 2.5), avg([1.0, 2]), solve(a: 1, b: -3, c: 2.0), isClose(0.1 + 0.2, 0.3), ranges(0, 6, 2), ranges(0.0, 1, 0.5), advance(3, 4), zeroed([1, 2]))
struct Vec<T: FloatingPoint>: Equatable { var x, y: T; var length: T { (x * x + y * y).squareRoot() }; static func * (v: Vec, k: T) -> Vec { Vec(x: v.x * k, y: v.y * k) }; static prefix func - (v: Vec) -> Vec { v * -1 }; func half() -> Vec { Vec(x: x / 2, y: y / 2) }; static var unit: Vec { Vec(x: 1, y: 0) } }
print(Vec(x: 3.0, y: 4).length, -Vec<Float>.unit, Vec(x: 1.0, y: 3).half() == Vec(x: 0.5, y: 1.5))
struct Stats<T: BinaryFloatingPoint> { var xs: [T]; var mean: T { xs.reduce(0, +) / T(xs.count) }; var variance: T { let m = mean; return xs.map { ($0 - m) * ($0 - m) }.reduce(0, +) / T(xs.count) }; func z(_ x: T) -> T { (x - mean) / variance.squareRoot() + 0.0 } }
print(Stats(xs: [1.0, 2, 3, 4]).variance, Stats<Float>(xs: [1, 3]).z(3))
extension Collection where Element: FloatingPoint { var total: Element { reduce(0, +) }; func normalized() -> [Element] { let t = total; return t == 0 ? [] : map { $0 / t } } }
extension Array where Element: Numeric { func dot(_ o: [Element]) -> Element { zip(self, o).map(*).reduce(0, +) }; mutating func scale(_ k: Element) { for i in indices { self[i] *= k } } }
extension Array where Element == Double { var rms: Double { (map { $0 * $0 }.reduce(0, +) / Double(count)).squareRoot() } }
var sc = [1, 2, 3]; sc.scale(3); print([1.0, 3].normalized(), [1, 2].dot([3, 4]), sc, [3.0, 4].rms)
