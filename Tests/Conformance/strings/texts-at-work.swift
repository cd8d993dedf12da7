// text statistics, word wrap, roman numerals, caesar, palindromes, formatting tables
import Foundation
let text = "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness..."
func wrap(_ s: String, width: Int) -> [String] {
    var lines: [String] = [], line = ""
    for word in s.split(separator: " ") {
        if line.isEmpty { line = String(word) }
        else if line.count + 1 + word.count <= width { line += " " + word }
        else { lines.append(line); line = String(word) }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
}
for (n, l) in wrap(text, width: 28).enumerated() { print("\(n + 1).", l.padding(toLength: 30, withPad: ".", startingAt: 0), l.count) }
let words = text.lowercased().components(separatedBy: CharacterSet.letters.inverted).filter { !$0.isEmpty }
let freq = words.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
for (w, n) in freq.sorted(by: { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }).prefix(4) {
    print(w.padding(toLength: 8, withPad: " ", startingAt: 0) + String(repeating: "*", count: n), String(format: "%5.1f%%", Double(n) / Double(words.count) * 100))
}
func roman(_ n: Int) -> String {
    var n = n, out = ""
    for (v, s) in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while n >= v { out += s; n -= v }
    }
    return out
}
func unroman(_ s: String) -> Int {
    let v: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
    return zip(s, s.dropFirst().map { v[$0]! } + [0]).reduce(0) { v[$1.0]! < $1.1 ? $0 - v[$1.0]! : $0 + v[$1.0]! }
}
print([1994, 2024, 49].map(roman), ["MCMXCIV", "XLIX"].map(unroman))
func caesar(_ s: String, _ k: Int) -> String {
    String(s.map { c in
        guard let a = c.asciiValue, c.isLetter else { return c }
        let base: UInt8 = c.isUppercase ? 65 : 97
        return Character(UnicodeScalar((a - base + UInt8((k % 26 + 26) % 26)) % 26 + base))
    })
}
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
func isPalindrome(_ s: String) -> Bool { let c = s.lowercased().filter(\.isLetter); return c == String(c.reversed()) }
print(["A man, a plan, a canal: Panama", "hello"].map(isPalindrome))
func runLength(_ s: String) -> String {
    var out = "", i = s.startIndex
    while i < s.endIndex {
        var j = i
        while j < s.endIndex && s[j] == s[i] { j = s.index(after: j) }
        let n = s.distance(from: i, to: j)
        out += (n > 1 ? String(n) : "") + String(s[i])
        i = j
    }
    return out
}
print(runLength("aaabccdddd"), runLength(""))
let csv = """
name,qty,price
apple, 3, 1.25
"pear, green",10,0.5
bad line
"""
struct Item { let name: String, qty: Int, price: Double; var total: Double { Double(qty) * price } }
func fields(_ line: Substring) -> [String] {
    var out: [String] = [], cur = "", quoted = false
    for c in line { switch c { case "\"": quoted.toggle(); case "," where !quoted: out.append(cur); cur = ""; default: cur.append(c) } }
    return out + [cur]
}
let items = csv.split(separator: "\n").dropFirst().compactMap { line -> Item? in
    let f = fields(line).map { $0.trimmingCharacters(in: .whitespaces) }
    guard f.count == 3, let q = Int(f[1]), let p = Double(f[2]) else { print("skipping", line); return nil }
    return Item(name: f[0], qty: q, price: p)
}
for i in items { print(i.name, String(format: "%d x %.2f = %.3f", i.qty, i.price, i.total)) }
print(String(format: "total %.2f", items.map(\.total).reduce(0, +)), items)
let table = [["id", "name"], ["1", "alpha"], ["22", "b"]]
let widths = (0..<2).map { c in table.map { $0[c].count }.max()! }
for row in table { print("| " + zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: " | ") + " |") }
func levenshtein(_ a: String, _ b: String) -> Int {
    let a = Array(a), b = Array(b)
    var row = Array(0...b.count)
    for i in 1...a.count {
        var previous = row[0]; row[0] = i
        for j in 1...b.count { (previous, row[j]) = (row[j], a[i - 1] == b[j - 1] ? previous : 1 + min(previous, row[j], row[j - 1])) }
    }
    return row[b.count]
}
print(levenshtein("kitten", "sitting"), "Straße".lowercased(), "ǅ".count, "e\u{301}" == "é", "e\u{301}".unicodeScalars.count)
print(text.range(of: "worst").map { text.distance(from: text.startIndex, to: $0.lowerBound) } ?? -1, text.range(of: "IT WAS", options: .caseInsensitive) != nil, text.firstRange(of: "best")!.isEmpty)
var t2 = "one two three"
if let r = t2.range(of: "two") { t2.replaceSubrange(r, with: "2"); print(t2); t2.removeSubrange(t2.startIndex..<t2.index(t2.startIndex, offsetBy: 4)); print(t2) }
print("abc".unicodeScalars.map { $0.value }, "ab".utf8.map { $0 }, String(decoding: [104, 105] as [UInt8], as: UTF8.self), String(bytes: [111, 107] as [UInt8], encoding: .utf8)!)
print("key: value: x".split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }, "CamelCaseString".reduce("") { $1.isUppercase ? $0 + "_" + $1.lowercased() : $0 + String($1) })
