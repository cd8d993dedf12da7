import Foundation
let s = "Hello, World!"
print(s.count, s.uppercased(), s.lowercased(), s.isEmpty, s.hasPrefix("Hell"), s.hasSuffix("!"), s.contains("World"), s.contains("o"))
print(s.replacingOccurrences(of: "World", with: "Swift"), s.components(separatedBy: ", "), "  pad ".trimmingCharacters(in: .whitespaces) + "|")
let i = s.firstIndex(of: ",")!
print(s[..<i], s[s.index(after: i)...], s[s.startIndex], s[s.index(before: s.endIndex)], s.prefix(3), s.suffix(3), s.dropFirst(2), s.dropLast(2))
print(s.split(separator: ","), s.split(separator: " ").map(String.init), "a,b,,c".split(separator: ","), "a,b,,c".split(separator: ",", omittingEmptySubsequences: false), "a-b-c".split(separator: "-", maxSplits: 1))
print(String(s.reversed()), s.map { $0.isLetter ? "x" : "-" }.joined(), s.filter(\.isUppercase))
var m = "abc"; m.append("d"); m += "ef"; m.insert("X", at: m.startIndex); m.remove(at: m.index(m.startIndex, offsetBy: 1)); print(m)
m.removeFirst(); m.removeLast(); print(m, m.popLast() ?? "-", m)
m.insert(contentsOf: "123", at: m.endIndex); m.removeAll { $0 == "2" }; print(m)
m.replaceSubrange(m.startIndex..<m.index(m.startIndex, offsetBy: 2), with: "ZZ"); print(m)
let multi = """
  Line 1
    indented \(1 + 1)
  "quoted" \t tab
  joined \
  here
  """
print(multi)
print(#"raw \n \(x)"#, #"interp \#(1 + 2)"#, "tab\tq\"\u{41}\\")
print("abc" < "abd", "a" == "a", "Z" < "a", "abc".compare("abd") == .orderedAscending)
print(Int("42")!, Int("x") as Any, Double("3.5")!, Int("ff", radix: 16)!, String(255, radix: 2), String(255, radix: 16, uppercase: true), Int("-7")!, Double("1e3")!, Bool("true")!)
print("a b c".components(separatedBy: " ").joined(separator: "+"), ["x", "y"].joined(), String(repeating: "ab", count: 3), "abc".capitalized, "hello world".capitalized)
print("é".utf8.count, "é".unicodeScalars.count, "👨‍👩‍👧".count, Array("abc"), "abc".enumerated().map { "\($0)\($1)" })
for (k, c) in "hi".enumerated() { print(k, c) }
let c: Character = "5"; print(c.isNumber, c.wholeNumberValue!, c.isLetter, Character("a").asciiValue!, Character(UnicodeScalar(66)), c.hexDigitValue as Any)
print("line1\nline2\n".split(separator: "\n").count, "a\nb".components(separatedBy: .newlines), "x=1;y=2".split(separator: ";").map { $0.split(separator: "=").map(String.init) })
print("Swift".range(of: "if").map { "Swift"[$0] } as Any, "abcabc".lastIndex(of: "b")!.utf16Offset(in: "abcabc"))
print(s.distance(from: s.startIndex, to: i), s.index(s.startIndex, offsetBy: 4, limitedBy: s.endIndex).map { s[$0] } as Any, s.indices.count)
print("\(1) \(2.0) \([1, 2]) \(Optional(3) as Any) \("nested \(4)")", "abc".max()!, "hello".sorted(), String("hello".sorted()), Set("hello").count)
print("abc".starts(with: "ab"), "abc".elementsEqual("abc"), "a".compare("b").rawValue, "ABC".caseInsensitiveCompare("abc") == .orderedSame, "abc".first!, "".first as Any, "abc".randomElement() != nil)
print("one two".firstIndex(where: { $0 == " " })!.utf16Offset(in: "one two"), "a1b2".allSatisfy { $0.isASCII }, "x".padding(toLength: 4, withPad: ".", startingAt: 0))
