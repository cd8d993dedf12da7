// Strings and characters
import Foundation
let text = """
    The quick brown fox
      jumps over the "lazy" dog.
    Tabs\tand \\ backslash \
    continued
    """
print(text)
var counts: [Character: Int] = [:]
for c in text.lowercased() where c.isLetter { counts[c, default: 0] += 1 }
for (c, n) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(5) { print(c, n, separator: ":", terminator: ";") }
print()
let words = text.split { !$0.isLetter }.map(String.init)
print(words.count, words.max { $0.count < $1.count }!, words.map(\.count).reduce(0, +))
print(String(text.reversed().prefix(12)), text.hasPrefix("The"), text.contains("lazy"))
let s = "naïve café 👨‍👩‍👧 🇫🇷"
print(s.count, s.unicodeScalars.count, s.utf8.count, s.utf16.count)
print(s.uppercased(), s.first!, s.last!, s.map { $0.isASCII ? "." : "#" }.joined())
if let i = s.firstIndex(of: "c") { print(s[i...], s[..<i], s.distance(from: s.startIndex, to: i)) }
let idx = s.index(s.startIndex, offsetBy: 3)
print(s[idx], s[s.index(after: idx)], s[s.index(before: s.endIndex)])
var m = "hello"
m.insert("!", at: m.endIndex)
m.insert(contentsOf: " dear", at: m.index(m.startIndex, offsetBy: 5))
m.remove(at: m.startIndex)
m.replaceSubrange(m.startIndex..<m.index(m.startIndex, offsetBy: 2), with: "HEL")
print(m, m.isEmpty, m.capitalized)
m.removeAll { "aeiou".contains($0) }
print(m, m.removeLast(), m.popLast() as Any, m)
print("a,b,,c".split(separator: ","), "a,b,,c".split(separator: ",", omittingEmptySubsequences: false), "a-b-c".split(separator: "-", maxSplits: 1))
print("a,b,,c".components(separatedBy: ","), "  trim me ".trimmingCharacters(in: .whitespaces) + "|")
print("x=1".replacingOccurrences(of: "=", with: " := "))
print(Character("a").asciiValue!, Character("Z").isUppercase, Character("5").wholeNumberValue!, Character("é").isLetter, Character(" ").isWhitespace)
print("abc" < "abd", "Z" < "a", "apple".compare("Banana") == .orderedAscending, "abc" == "abc")
let scalarA = Unicode.Scalar("A")
print(scalarA.value, String(UnicodeScalar(scalarA.value + 1)!), Character(UnicodeScalar(97)))
print((0..<5).map { String(UnicodeScalar(UInt8(97 + $0))) }.joined(separator: "→"))
print(String(repeating: "ab", count: 3), String(255, radix: 16), String(255, radix: 2, uppercase: false), Int("ff", radix: 16)!, Int("zz") as Any)
print(String(format: "%05.2f|%5d|%-5d|%x|%@|", 3.14159, 42, 42, 255, "str"))
print("\u{48}\u{49} \u{1F600}", #"raw \n "quoted" \#(1 + 1)"#)
print("line1\nline2\r\nline3".split(whereSeparator: \.isNewline), "abc".enumerated().map { "\($0.offset)\($0.element)" })
print("Hello".elementsEqual("Hello"), "hello".allSatisfy(\.isLowercase), zip("abc", "abd").filter { $0 != $1 }.count)
print("tEST".prefix(1).uppercased() + "tEST".dropFirst().lowercased(), "abcdef".suffix(2), Array("hey"), Set("aab").count)
print(["b": 2, "a": 1].sorted { $0.key < $1.key }.map { "\($0)=\($1)" })
