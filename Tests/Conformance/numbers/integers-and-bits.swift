// Integers: fixed width, overflow, bits
let a: UInt8 = 250
print(a &+ 10, a &- 251, a &* 2, a.addingReportingOverflow(10), a.multipliedReportingOverflow(by: 2))
print(Int8.max, Int8.min, UInt16.max, Int32.min, UInt64.max, Int.max)
print(Int8(truncatingIfNeeded: 200), UInt8(truncatingIfNeeded: -1), Int8(exactly: 200) as Any, UInt8(clamping: 300), UInt8(clamping: -5), Int16(exactly: 5.0)!)
let x: UInt32 = 0xDEAD_BEEF
print(String(x, radix: 16), x.leadingZeroBitCount, x.trailingZeroBitCount, x.nonzeroBitCount, x.byteSwapped, UInt32.bitWidth)
print(x >> 16, x << 8, ~x, x & 0xFF, x | 1, x ^ x, 1 << 40, -17 >> 2, UInt8(1) << 7, UInt8(1) << 9, Int8(-128) >> 1)
print(-7 / 2, -7 % 2, 7 / -2, 7 % -2, (-7).quotientAndRemainder(dividingBy: 2), 7.isMultiple(of: 7), (-7).magnitude, (-7).signum())
print(0b1010, 0o17, 0xff, 1_000_000, Int("0b11") as Any, Int("-12")!, Int("+3")!, UInt8("256") as Any)
func gcd<T: BinaryInteger>(_ a: T, _ b: T) -> T { b == 0 ? a : gcd(b, a % b) }
print(gcd(48, 36), gcd(UInt8(200), 75), gcd(Int64(1) << 40, 1 << 20))
func fnv(_ s: String) -> UInt64 {
    var h: UInt64 = 14695981039346656037
    for b in s.utf8 { h = (h ^ UInt64(b)) &* 1099511628211 }
    return h
}
print(fnv("hello"), String(fnv("world"), radix: 16))
struct XorShift: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
var rng = XorShift(state: 42)
print(rng.next(), rng.next() % 100, UInt8(truncatingIfNeeded: rng.next()))
struct Flags: OptionSet, Hashable {
    let rawValue: Int
    static let read = Flags(rawValue: 1 << 0), write = Flags(rawValue: 1 << 1), run = Flags(rawValue: 1 << 2)
    static let all: Flags = [.read, .write, .run]
}
var f: Flags = [.read, .run]
print(f.rawValue, f.contains(.write), f.union(.write) == .all, f.isSubset(of: .all), f.intersection([.run]).rawValue)
f.insert(.write); f.remove(.read); f.formSymmetricDifference(.all)
print(f.rawValue, f.isEmpty, Flags().rawValue, Flags.all.subtracting(.read).rawValue)
func bits(_ n: Int, width: Int = 8) -> String { (0..<width).reversed().map { n >> $0 & 1 == 1 ? "1" : "0" }.joined() }
print(bits(37), bits(5, width: 4), Int(bits(37), radix: 2)!)
print(Int.random(in: 1...1), UInt(5).distance(to: 9), 5.advanced(by: -3), stride(from: UInt8(0), to: 10, by: 4).map { $0 }, (UInt8(250)...255).count)
print(Double(Int.max), Float(16777217), Int(3.99), Int(-3.99), Int(exactly: 3.5) as Any, UInt8(3.7), Double("1e3")!, Double("abc") as Any)
var h = 17
h = h << 3 | h & 0b111
h |= 1 << 10; h &= ~1; h ^= 0xF; h <<= 1; h >>= 2
print(h, max(3, 1, 2), min(4, 2), abs(-4), [UInt8](0..<3), Int64(3) == 3, UInt64(5) > 3)
print(Int.max &+ 1 == Int.min, (Int.max - 1).addingReportingOverflow(5).overflow, 3.hashValue == 3.hashValue)
