var s = "Hello, Wörld! 👨‍👩‍👧"
print(s.count, s.utf8.count, s.utf16.count, s.unicodeScalars.count)
print(s.uppercased(), s.lowercased(), s.hasPrefix("Hello"), s.hasSuffix("x"), s.contains("Wör"), s.contains("z"))
let i = s.index(s.startIndex, offsetBy: 7)
print(s[i], s[..<i], s[i...], s[s.startIndex], s[s.index(before: s.endIndex)])
if let comma = s.firstIndex(of: ",") { print(s[..<comma], s.distance(from: s.startIndex, to: comma)) }
print(s.prefix(5), s.suffix(1), s.dropFirst(2).prefix(3), String(s.reversed()).count)
var t = "abc"
t.append("d"); t += "ef"; t.insert("X", at: t.startIndex); t.insert(contentsOf: "YZ", at: t.index(after: t.startIndex))
print(t, t.removeFirst(), t.removeLast(), t)
t.remove(at: t.startIndex)
t.removeSubrange(t.startIndex..<t.index(t.startIndex, offsetBy: 1))
t.replaceSubrange(t.startIndex...t.startIndex, with: "QQ")
print(t, t.isEmpty, t.first!, t.last!, t.max()!, t.sorted())
print("a,b,,c".split(separator: ","), "a,b,,c".split(separator: ",", omittingEmptySubsequences: false), "a b c".split(separator: " ", maxSplits: 1))
print("x".padded, ["a", "b"], "tab\t\"q\"", ["tab\t\"q\""])
extension String { var padded: String { "[" + self + "]" } }
for c in "aB1 é" { print(c, c.isLetter, c.isNumber, c.isUppercase, c.isWhitespace, c.asciiValue as Any, c.wholeNumberValue as Any) }
print(String(42), String(3.5), String(true), String(describing: [1]), String(reflecting: "a"), "\("x" as Character)")
print("""
  indented
    more "quotes" \("interp".count)
  end\
   joined
  """)
print("\u{48}\u{1F600}", "caf\u{65}\u{301}" == "café", "é".count, "a" < "b", "Z" < "a", "abc" < "abd")
print(["apple", "Banana", "cherry"].sorted(), ["apple", "Banana"].sorted { $0.lowercased() < $1.lowercased() })
print("madam".elementsEqual("madam".reversed()), Array("abc"), Set("hello").count, "hello".filter { "aeiou".contains($0) })
let counts = "mississippi".reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }
print(counts.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" }.joined())
print("a-b-c".replacing("-", with: "+"), "one two".map { $0 == " " ? "_" : $0 }.count, "abc".enumerated().map { "\($0)\($1)" })
for (i, c) in "hey".enumerated() { print(i, c, terminator: ";") }
print()
let sub = "hello world".split(separator: " ")[1]
print(sub, sub.uppercased(), sub == "world", String(sub) + "!", type(of: sub), sub.count, sub.startIndex == sub.indices.first!)
print("abc".contains { $0 == "b" }, "abc".allSatisfy { $0.isLetter }, "a1b2".compactMap { $0.wholeNumberValue }, "abc".firstIndex { $0 == "z" } == nil)
print(String(repeating: "ab", count: 2), String(["a", "b"] as [Character]), "abc".unicodeScalars.map { $0.value }, "abc".utf8.map { $0 })
print("x=\(1) y=\(2.5) \([1: "a"]) \(("t", 1)) \(Optional(3) as Any)")
debugPrint("a\n", 1, ["b"])
print(1, "a", 2.0, true, separator: "-", terminator: "!\n")
var out = ""
print("to", 1, to: &out)
print(out.count, "A".lowercased(), Character("z").isLetter, "a".unicodeScalars.first!.value)
