let a: UInt8 = 200, b: UInt8 = 100
print(a &+ b, a &- b &- b &- b, a / 3, a % 7, a >> 1, a << 1, ~a, a ^ b, a & b, a | b)
print(UInt8.max, UInt8.min, Int8.min, Int8.max, Int16.max, Int32.max, UInt16.max, UInt32.max, UInt64.max, Int64.min)
print(a.addingReportingOverflow(b), a.subtractingReportingOverflow(b), a.multipliedReportingOverflow(by: 2))
print(Int(a) + Int(b), UInt16(a) * 300, Int8(-128) &- 1, Int8(bitPattern: 200), UInt8(bitPattern: -1))
print(UInt8(exactly: 300) as Any, UInt8(exactly: 30) as Any, Int8(clamping: 1000), UInt8(truncatingIfNeeded: -1), UInt32(truncatingIfNeeded: Int64.max))
print(Int32(7) / 2, Int16(-7) % 3, UInt(5), UInt.max, MemoryLayout<Int32>.size, UInt8.bitWidth, Int16.bitWidth)
var c: UInt8 = 250
c &+= 10
print(c)
c += 1; c <<= 2
print(c)
let bytes: [UInt8] = [1, 2, 255]
print(bytes, bytes.reduce(0) { $0 + Int($1) }, bytes.map { String($0, radix: 16) }, bytes.max()!)
func checksum(_ s: String) -> UInt8 { s.utf8.reduce(0, &+) }
print(checksum("hello"), checksum(""))
var hash: UInt32 = 2166136261
for byte in "vencejo".utf8 { hash ^= UInt32(byte); hash = hash &* 16777619 }
print(hash, String(hash, radix: 16))
var seed: UInt64 = 42
func next() -> UInt64 { seed = seed &* 6364136223846793005 &+ 1442695040888963407; return seed >> 33 }
print((0..<4).map { _ in next() % 100 })
let packed: UInt32 = UInt32(0xAB) << 24 | UInt32(0xCD) << 16 | 0x12 << 8 | 0x34
print(String(packed, radix: 16), UInt8(packed >> 24), packed & 0xFF, packed.byteSwapped, UInt8(12).leadingZeroBitCount, Int8(-1).nonzeroBitCount)
let big: Int64 = 1 << 40, small: Int32 = -5
print(big, Int64(small) * big, small.magnitude, type(of: small), type(of: small.magnitude), UInt8("255") as Any, UInt8("256") as Any, Int8("-128")!)
print([Int8(3), -2].sorted(), Set<UInt16>([1, 1]).count, (UInt8(1)...3).map { $0 }, UInt8(7) == 7, Int32(3) < 4, Float(UInt8(5)) / 2)
