import Foundation
let s = "  Hello, World!  "
print("[" + s.trimmingCharacters(in: .whitespaces) + "]", s.contains("World"))
print("a-b-c".replacingOccurrences(of: "-", with: "+"), "a,b;c".components(separatedBy: ","), "x y".components(separatedBy: " ").count)
print("hello world".capitalized, "abc".uppercased(), "1.5".isEmpty)
print("padded".padding(toLength: 10, withPad: ".", startingAt: 0) + "|", "cut it".padding(toLength: 3, withPad: " ", startingAt: 0))
print("line1\nline2\r\nline3".components(separatedBy: "\n").count)
print("\n trim \n".trimmingCharacters(in: .whitespacesAndNewlines))
print("a1b2".trimmingCharacters(in: CharacterSet(charactersIn: "ab")))
if let r = "find me".range(of: "me") { print("find me"[r], "find me"[..<r.lowerBound]) }
print("Ada" .caseInsensitiveCompare("ADA") == .orderedSame, "x".compare("y") == .orderedAscending)
print(sqrt(16.0), pow(2.0, 10.0), floor(2.7), ceil(2.1), round(2.5), fabs(-1.5), abs(-3), exp(0.0), log(1.0), hypot(3.0, 4.0))
print(max(1, 2, 3), min(4.5, 2), sin(0.0), cos(0.0), atan2(1.0, 1.0), log10(1000.0), log2(8.0), cbrt(27.0), trunc(-2.7))
