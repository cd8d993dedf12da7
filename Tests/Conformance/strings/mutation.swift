var s = "hello"
s.append("!")
s.append(contentsOf: " you")
s += "?"
s.insert("H", at: s.startIndex)
s.insert(contentsOf: "<<", at: s.startIndex)
print(s, s.count)
print(s.removeFirst(), s.removeLast(), s.remove(at: s.startIndex), s)
s.removeAll { $0 == "l" }
print(s)
s.replaceSubrange(s.startIndex..<s.index(s.startIndex, offsetBy: 2), with: "J")
print(s)
s.removeSubrange(s.startIndex...s.startIndex)
print(s, s.popLast()!, s)
s.removeFirst(2)
print(s)
s = String(repeating: "ab", count: 3)
print(s, s.uppercased(), s.capitalizedFirst)
extension String { var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() } }
let copy = s
s.removeAll()
print(copy, s.isEmpty)
var t = "x"
for i in 0..<5 { t += String(i) }
print(t, t.reversed().map(String.init).joined())
func padded(_ x: String, _ n: Int) -> String { x + String(repeating: ".", count: max(0, n - x.count)) }
for (k, v) in [("apple", 3), ("fig", 12)] { print(padded(k, 8) + "\(v)") }
var characters = Array("stack")
characters.swapAt(0, 4)
characters[1] = "T"
print(String(characters), characters)
var caps = ""
for (i, c) in "swift".enumerated() { caps += i % 2 == 0 ? c.uppercased() : String(c) }
print(caps)
var sub = "hello world".prefix(5)
sub += "!"
print(sub, String(sub).count, sub.uppercased(), sub == "hello!")
