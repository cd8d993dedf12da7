let s = "Hello, Wörld!"
let comma = s.firstIndex(of: ",")!
let head = s[..<comma], tail = s[s.index(after: comma)...]
print(head, tail, head.count, tail.first!, type(of: head), String(tail).trimmed)
extension String { var trimmed: String { var r = Substring(self); while r.first == " " { r.removeFirst() }; while r.last == " " { r.removeLast() }; return String(r) } }
print(s[s.startIndex], s[s.index(before: s.endIndex)], s[s.index(s.startIndex, offsetBy: 7)...].prefix(5), s.index(s.startIndex, offsetBy: 99, limitedBy: s.endIndex) == nil)
for i in s.indices where s[i].isUppercase { print(s.distance(from: s.startIndex, to: i), s[i]) }
var t = s
t.insert("!", at: t.endIndex)
t.remove(at: t.firstIndex(of: "l")!)
t.replaceSubrange(t.range(of: 0..<2), with: "J")
extension String { func range(of r: Range<Int>) -> Range<String.Index> { index(startIndex, offsetBy: r.lowerBound)..<index(startIndex, offsetBy: r.upperBound) } }
print(t, t.count, t.isEmpty)
let words = "one  two three".split(separator: " ")
print(words, words.map(\.count), words[1].startIndex > words[0].endIndex, words.joined(separator: "_"), words.map(String.init) == ["one", "two", "three"])
print(s.prefix(while: \.isLetter), s.dropLast(1).suffix(5), s.reversed().first!, String(s.reversed()).prefix(3), s.lowercased().filter("aeiouö".contains))
var rest = Substring("k=v;a=b")
var found: [String: String] = [:]
while !rest.isEmpty {
    let key = rest.prefix { $0 != "=" }
    rest = rest.dropFirst(key.count + 1)
    let value = rest.prefix { $0 != ";" }
    rest = rest.dropFirst(value.count + 1)
    found[String(key)] = String(value)
}
print(found.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }, head == "Hello", head + "!", Int("x42".dropFirst())! + 1)
