print(7 / 2, -7 / 2, 7 % 3, -7 % 3, 7 % -3, 7 / -2)
print(Int.max, Int.min, Int.bitWidth, Int.max &+ 1 == Int.min)
print(5.quotientAndRemainder(dividingBy: 2), (-5).magnitude, abs(-5), (-5).signum(), 0.signum())
print(10.isMultiple(of: 5), 10.isMultiple(of: 3), 0.isMultiple(of: 7), 6.advanced(by: 4), 3.distance(to: 10))
print(max(3, 9), min(3, 9, 1), max(2, 7, 4), Int.random(in: 5...5))
print(0b1010 & 0b0110, 0b1010 | 0b0110, 0b1010 ^ 0b0110, ~5, 1 << 10, 1024 >> 3, -16 >> 2, 1 << 63, 1 << 64, 1 << -1)
print(12.trailingZeroBitCount, 12.leadingZeroBitCount, 7.nonzeroBitCount, 1.byteSwapped)
print(Int.max &* 2, Int.min &- 1, 5 &<< 65)
let (sum, overflow) = Int.max.addingReportingOverflow(1)
print(sum, overflow, 3.multipliedReportingOverflow(by: 4), 3.subtractingReportingOverflow(5))
var n = 10
n += 5; n -= 3; n *= 2; n /= 5; n %= 3
print(n, -n, +n)
print(String(10, radix: 2), Int("zz", radix: 36)!, 1_000.description, 42.hashValue == 42.hashValue)
print((1...20).reduce(1, *), (1...5).map { 1 << $0 }, 9.clampedTo5)
extension Int { var clampedTo5: Int { Swift.min(self, 5) } }
func isPowerOfTwo(_ n: Int) -> Bool { n > 0 && n & (n - 1) == 0 }
print((0...16).filter(isPowerOfTwo), 5 == 5.0, 3 < 3.5)
func reverseBits(_ x: UInt8) -> UInt8 { (0..<8).reduce(0) { $0 << 1 | (x >> UInt8($1)) & 1 } }
print(reverseBits(0b0000_0110), String(reverseBits(1), radix: 2))
