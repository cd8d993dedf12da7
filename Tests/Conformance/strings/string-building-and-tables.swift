let names = ["Ada", "Grace", "Alan"], scores = [97.5, 88.25, 100.0]
func cell(_ s: String, _ w: Int, left: Bool = true) -> String { let pad = String(repeating: " ", count: max(0, w - s.count)); return left ? s + pad : pad + s }
print("┌" + String(repeating: "─", count: 8) + "┬" + String(repeating: "─", count: 8) + "┐")
for (n, s) in zip(names, scores) { print("│" + cell(n, 8) + "│" + cell("\(s)", 8, left: false) + "│") }
var out = ""
for (i, n) in names.enumerated() { if i > 0 { out += i == names.count - 1 ? " and " : ", " }; out += n }
print(out)
var text = ""
print("line", 1, to: &text)
print("more", terminator: ";", to: &text)
text.write("written")
print(text, text.count, text.hasSuffix("written"))
let bar = scores.map { String(repeating: "▇", count: Int($0 / 10)) }
for (n, b) in zip(names, bar) { print(n.padded(6), b) }
extension String { func padded(_ n: Int) -> String { count >= n ? self : (self + " ").padded(n) }; mutating func wrap(_ c: Character) { self = "\(c)\(self)\(c)" } }
var w = "in"
w.wrap("*"); w.wrap("-")
print(w, "a".padded(3).count, "abc" + String("cba".reversed()), "x=\("y")".count)
print((0..<26).map { String(UnicodeScalar(UInt8(97 + $0))) }.joined(), String((65...70).map { Character(UnicodeScalar(UInt8($0))) }))
let binary = (0..<4).map { n in String(String(n, radix: 2).reversed()).padding(2) }
extension String { func padding(_ n: Int) -> String { String((self + String(repeating: "0", count: n)).prefix(n).reversed()) } }
print(binary, "\u{2764}\u{fe0f}".count, "tab\tend".split(separator: "\t"), #"C:\dir"#, "multi\nline".split(whereSeparator: \.isNewline).count)
