// dates, clocks aside: string formatting, number formatting, tables, histogram, statistics
import Foundation
extension Array where Element == Double {
    var mean: Double { isEmpty ? .nan : reduce(0, +) / Double(count) }
    var variance: Double { let m = mean; return map { ($0 - m) * ($0 - m) }.mean }
    var std: Double { variance.squareRoot() }
    var median: Double { let s = sorted(); let n = count; return n == 0 ? .nan : n % 2 == 1 ? s[n / 2] : (s[n / 2 - 1] + s[n / 2]) / 2 }
    func percentile(_ p: Double) -> Double { let s = sorted(); let k = p * Double(s.count - 1); let f = Int(k.rounded(.down)); let c = Swift.min(f + 1, s.count - 1); return s[f] + (s[c] - s[f]) * (k - Double(f)) }
}
extension Collection where Element: Hashable { var modes: [Element: Int] { let f = reduce(into: [:]) { $0[$1, default: 0] += 1 }; let m = f.values.max() ?? 0; return f.filter { $0.value == m } } }
let xs = [2.5, 3.5, 1.0, 4.0, 2.5, 9.75]
print(xs.mean, xs.variance, xs.std, xs.median, xs.percentile(0.9), xs.modes, [Double]().mean)
for (label, v) in zip(["mean", "std", "max"], [xs.mean, xs.std, xs.max()!]) { print(label.padding(toLength: 6, withPad: " ", startingAt: 0), String(format: "%8.3f", v)) }
print(String(format: "%d %i %u %ld %lld", 1, -2, 3, 4, 5), String(format: "%08.3f|%+.1e|%10.4g|%#x|%05d|%-5d|", 3.14159, 12345.678, 0.00012345, 255, -42, 42))
print(String(format: "%@ and %@", "a", String(describing: [1, 2])), String(format: "%5.1f%%", 45.678), String(format: "%c%c", 72, 105), String(format: "%x %X %o", 255, 255, 8), String(format: "%.0f %.10f", 2.5, 1.0 / 3))
let counts = ["a": 3, "bb": 7, "ccc": 1]
let width = counts.keys.map(\.count).max()!
for (k, v) in counts.sorted(by: { $0.value > $1.value }) { print(String(repeating: " ", count: width - k.count) + k, String(repeating: "█", count: v), v) }
func commas(_ n: Int) -> String { var s = String(abs(n)), out = ""; while s.count > 3 { out = "," + s.suffix(3) + out; s = String(s.dropLast(3)) }; return (n < 0 ? "-" : "") + s + out }
print(commas(1234567), commas(-12), commas(1000))
func ordinal(_ n: Int) -> String { switch (n % 10, n % 100) { case (_, 11...13): "\(n)th"; case (1, _): "\(n)st"; case (2, _): "\(n)nd"; case (3, _): "\(n)rd"; default: "\(n)th" } }
print([1, 2, 3, 4, 11, 12, 13, 21, 112, 103].map(ordinal))
func duration(_ s: Int) -> String { let (h, m, sec) = (s / 3600, s % 3600 / 60, s % 60); return [h > 0 ? "\(h)h" : nil, m > 0 ? "\(m)m" : nil, sec > 0 || s == 0 ? "\(sec)s" : nil].compactMap { $0 }.joined(separator: " ") }
print([0, 59, 60, 3661, 7200].map(duration))
let bins = xs.reduce(into: [Int: Int]()) { $0[Int($1 / 2), default: 0] += 1 }
for b in bins.keys.sorted() { print("\(b * 2)..<\(b * 2 + 2): \(bins[b]!)") }
print((0..<4).map { pow(2.0, Double($0)) }, (0..<3).map { sin(Double($0) * .pi / 2).rounded() }, [1.005, 2.675].map { ($0 * 100).rounded() / 100 }, Double(String(format: "%.2f", 2.0 / 3))!)
print(1_000_000.description, (0.1 + 0.2 == 0.3), abs(0.1 + 0.2 - 0.3) < .ulpOfOne, Int("  42".trimmingCharacters(in: .whitespaces))!, "3,14".replacingOccurrences(of: ",", with: "."), Float(0.1) == 0.1, Double(Float(0.1)) == 0.1)
func toBase(_ n: Int, _ b: Int) -> String { n < b ? String(Array("0123456789abcdefghijklmnopqrstuvwxyz")[n]) : toBase(n / b, b) + toBase(n % b, b) }
print(toBase(255, 16), toBase(255, 2), String(255, radix: 36), Int("7b", radix: 16)!, UInt8("11111111", radix: 2)!, String(UInt8.max, radix: 2), String(-255, radix: 16, uppercase: true))
let matrix = [[1.0, 2.5], [3.25, 4]]
print(matrix.map { $0.map { String(format: "%6.2f", $0) }.joined(separator: " ") }.joined(separator: "\n"))
print("caf\u{e9}".count, "cafe\u{301}".count, "caf\u{e9}" == "cafe\u{301}", "🇺🇸🇬🇧".count, "👩‍🚀".unicodeScalars.count, "\r\n".count, "abc".utf16.count, "é".utf8.map { $0 }, "日本".map { $0.unicodeScalars.first!.value })
print("Hello World".map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined(), "swift is fun".split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "), "a1b2c3".filter(\.isNumber), "a1b2".compactMap(\.wholeNumberValue).reduce(0, +))
print("one,two;three four".split { ",; ".contains($0) }, "x".compare("y").rawValue, "abc".contains("bc"), "abc".firstIndex(of: "c")!.utf16Offset(in: "abc"), "banana".ranges(of: "an").count, "a-b-c".replacing("-", with: "+"), "abcabc".lastIndex(of: "b")!.utf16Offset(in: "abcabc"), "  pad".drop { $0 == " " }, "trail  ".reversed().drop { $0 == " " }.reversed().map(String.init).joined())
