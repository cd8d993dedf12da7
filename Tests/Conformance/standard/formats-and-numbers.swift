import Foundation
let data = [3, 7, 2, 9, 4]
for (i, n) in data.enumerated() {
    print(String(format: "%2d |%@ %5.1f%%", i, String(repeating: "#", count: n), Double(n) / 25 * 100))
}
print(String(format: "%05d %x %X %o %e %g %+d %-6d|", 42, 255, 255, 8, 12345.678, 0.0001, 5, 7))
print(String(format: "%8.3f|%-8.2f|%08.3f", 3.14159, 2.5, -1.5))
print(String(format: "%@ and %@", "a", "b"), String(format: "%c%c", 72, 105))
indirect enum JSON { case null, bool(Bool), number(Double), string(String), array([JSON]), object([(String, JSON)]) }
func show(_ j: JSON, indent: Int = 0) -> String {
    let pad = String(repeating: " ", count: indent)
    switch j {
    case .null: return "null"
    case .bool(let b): return b ? "true" : "false"
    case .number(let n): return n == n.rounded() ? String(Int(n)) : String(n)
    case .string(let s): return "\"\(s)\""
    case .array(let a): return "[" + a.map { show($0, indent: indent) }.joined(separator: ", ") + "]"
    case .object(let o):
        return "{\n" + o.map { "\(pad)  \"\($0.0)\": \(show($0.1, indent: indent + 2))" }.joined(separator: ",\n") + "\n\(pad)}"
    }
}
print(show(.object([("a", .number(1)), ("b", .array([.bool(true), .null, .string("x")])), ("c", .object([("d", .number(2.5))]))])))
print(Int.max, UInt8.max, Int8.min, UInt64.max, Float.pi, Double.pi)
let x: UInt8 = 250
print(x &+ 10, x.addingReportingOverflow(10), UInt8(truncatingIfNeeded: 300), Int8(clamping: 300), UInt8(exactly: 256) as Any)
print(0xFF, 0b1010, 0o17, 1_000_000, String(255, radix: 2), Int("ff", radix: 16)!)
print(17.quotientAndRemainder(dividingBy: 5), (-7).magnitude, 10.isMultiple(of: 5), (-3).signum())
print(5.nonzeroBitCount, UInt8(1).leadingZeroBitCount, 8.trailingZeroBitCount, Int16.bitWidth)
print(2.5.rounded(), 2.5.rounded(.toNearestOrEven), (-2.5).rounded(.down), 7.5.truncatingRemainder(dividingBy: 2), 2.0.squareRoot())
print(Double("1.5")!, Double("x") as Any, Int("42")!, Int(3.99), Double(7) / 2, 1e3, 1e-5, 123456789.0, 1e16, 0.1 + 0.2)
print(Double.infinity, -Double.infinity, Double.nan.isNaN, Double.greatestFiniteMagnitude, Double.leastNonzeroMagnitude, 1.0.ulp)
var h: UInt64 = 14695981039346656037
for b in "hello".utf8 { h = (h ^ UInt64(b)) &* 1099511628211 }
print(h, String(h, radix: 16))
print(Float(0.1), Float(1) / 3, Double(Float(0.1)), Float(16777217))
print(min(3, 1, 2), max(2.5, 1), abs(-3.5), pow(2, 0.5), [1, 2, 3].map(Double.init).reduce(0, +))
for i in stride(from: 0.0, through: 1, by: 0.25) { print(i, terminator: " ") }
print()
print(Array(stride(from: 10, to: 0, by: -3)), Array(0..<5), Array("abc"), (1...5).reversed().map { $0 })
