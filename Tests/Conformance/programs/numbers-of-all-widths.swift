import Foundation

print(
    Int.max, Int8.min, UInt16.max, Int32.max &+ 1, UInt8(200) &+ 100, Int8(100) &* 3, UInt(5) &- 6)
print(
    7 / -2, 7 % -2, -7 / 2, -7 % 2, (-7).quotientAndRemainder(dividingBy: 2), 7.isMultiple(of: 7),
    (-5).magnitude, (-5).signum(), abs(-3.5))
print(
    5.addingReportingOverflow(Int.max), Int8(127).multipliedReportingOverflow(by: 2).overflow,
    UInt8(3).subtractingReportingOverflow(5))
print(
    0b1010, 0o17, 0xff, 1_000_000, 0x1p4, 1e-3, 1.5e10, 12345678901234567.0, 1e16, 1e15, 0.1 + 0.2,
    1.0, -0.0, 100000.0, 1e-5, 0.0001, Float(0.1), Float(16_777_217), 3.0e100)
print(
    Double.pi, Double.infinity, -Double.infinity, Double.nan, Double.greatestFiniteMagnitude,
    Double.leastNonzeroMagnitude, Double.ulpOfOne, (0.0 / 0.0).isNaN)
print(
    2.5.rounded(), 3.5.rounded(), (-2.5).rounded(), 2.5.rounded(.toNearestOrEven), 2.1.rounded(.up),
    -2.1.rounded(.down), 2.9.rounded(.towardZero), 2.1.rounded(.awayFromZero))
print(
    Int(3.99), Int(-3.99), Int(exactly: 3.5) as Any, Int(exactly: 4.0) as Any,
    UInt8(exactly: 300) as Any, Int8(truncatingIfNeeded: 300), UInt8(clamping: -5),
    Int8(clamping: 1000), Double(Int.max))
print(
    10.0.truncatingRemainder(dividingBy: 3), 9.0.squareRoot(), 2.0.distance(to: 5),
    1.advanced(by: 4), 5.0.remainder(dividingBy: 3), 4.0.exponent, 6.0.significand, 1.0.nextUp > 1,
    (1.5).sign == .plus)
print(
    255.leadingZeroBitCount, 8.trailingZeroBitCount, 255.nonzeroBitCount, UInt8(1).byteSwapped,
    Int16(1).bigEndian, 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 10, -16 >> 2, 1 << 70, UInt8(255) << 1,
    3 &<< 65)
print(
    String(1_234_567, radix: 36), Int("zz", radix: 36)!, String(0b1011, radix: 2),
    UInt32("4294967295")!, Int8("128") as Any, Double("nan")!.isNaN, Double("0x1p3") as Any,
    Double("1_0") as Any, Int(" 5") as Any)
print(
    (1...10).reduce(0, +), stride(from: 0, to: 1, by: 0.25).map { $0 },
    stride(from: 10, through: 0, by: -5).map { $0 }, (0..<5).contains(5),
    (0...).prefix(3).map { $0 * $0 }, (1..<1).isEmpty, (3...7).clamped(to: 5...9),
    (1...5).overlaps(5..<6))
print(
    max(1, 2.5), min(3, 1, 2), (1, "b") < (1, "c"), (2, 1) > (1, 9), [1, 2] == [1, 2],
    ["a": 1] == ["a": 1], Set([1, 2]) == [2, 1])
let big: UInt64 = 0xFFFF_FFFF_FFFF_FFFF
print(
    big, Int64(bitPattern: big), UInt32(truncatingIfNeeded: big), big >> 60,
    big.multipliedFullWidth(by: 2), Int(bitPattern: UInt(big)))
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }
struct Frac: Comparable, Hashable, CustomStringConvertible, ExpressibleByIntegerLiteral, Numeric {
    let n, d: Int
    init(_ n: Int, _ d: Int = 1) {
        let g = gcd(n, d) * (d < 0 ? -1 : 1)
        self.n = n / g
        self.d = d / g
    }
    init(integerLiteral v: Int) { self.init(v) }
    init?<T: BinaryInteger>(exactly s: T) {
        guard let i = Int(exactly: s) else { return nil }
        self.init(i)
    }
    var magnitude: Frac { Frac(abs(n), d) }
    static func + (a: Frac, b: Frac) -> Frac { Frac(a.n * b.d + b.n * a.d, a.d * b.d) }
    static func - (a: Frac, b: Frac) -> Frac { a + Frac(-b.n, b.d) }
    static func * (a: Frac, b: Frac) -> Frac { Frac(a.n * b.n, a.d * b.d) }
    static func *= (a: inout Frac, b: Frac) { a = a * b }
    static func / (a: Frac, b: Frac) -> Frac { Frac(a.n * b.d, a.d * b.n) }
    static func < (a: Frac, b: Frac) -> Bool { a.n * b.d < b.n * a.d }
    var description: String { d == 1 ? "\(n)" : "\(n)/\(d)" }
}
let h = (1...5).map { Frac(1, $0) }
print(
    h, h.reduce(0, +), h.reduce(1, *), h.max()!, h.sorted(), Frac(6, -4), Set(h + h).count,
    2 * Frac(1, 2) + 1, -1 * Frac(3))
var f: Frac = 3
f += 1
f *= Frac(1, 8)
f -= 2
print(f, f.magnitude, f == Frac(-3, 2), Frac(exactly: 7)!, [Frac(1, 2), 3].map { $0 / 2 })
func sum<T: Numeric>(_ a: [T]) -> T { a.reduce(.zero, +) }
func mean<T: BinaryFloatingPoint>(_ a: [T]) -> T { a.isEmpty ? .nan : a.reduce(0, +) / T(a.count) }
func power<T: BinaryInteger>(_ b: T, _ e: Int) -> T {
    e == 0 ? 1 : e.isMultiple(of: 2) ? power(b * b, e / 2) : b * power(b, e - 1)
}
print(
    sum([1, 2, 3]), sum([0.5, 0.25]), sum(h), mean([1, 2, 4] as [Float]), power(3, 20),
    power(UInt8(2), 7), mean([Double]()).isNaN)
print(
    String(
        format: "%.3f %8.2f|%-8d|%08.3f|%+d|%X|%o|%c|%%|%@|%5.1f%%|%ld|%lu", 3.14159, 2.5, 42,
        3.14159, 5, 255, 8, 65, "str", 99.5, 123_456_789, 7))
print(
    [0.1, 0.25, 1, 100, 1e20, 1e-7, 123456.789].map { "\($0)" }, "\(1.0)", "\(Float(1) / 3)",
    1.0 / 3, 2.0 / 3 as Float, 5e-324, 1.7976931348623157e308)
for (i, x) in [1.005, 2.675, 1e2].enumerated() {
    print(i, (x * 100).rounded() / 100, String(format: "%.2f", x), Int(x))
}
var rng = SystemRandomNumberGenerator()
let d = Int.random(in: 1...6, using: &rng)
print(
    (1...6).contains(d), Double.random(in: 0..<1) < 1, Bool.random() || true,
    [1, 2, 3].shuffled().sorted(), [5].randomElement()!)
let arr: [Int8] = [100, 27]
print(arr.reduce(0, &+), arr.reduce(into: 0) { $0 += Int($1) }, arr.map(Int.init).reduce(0, +))
