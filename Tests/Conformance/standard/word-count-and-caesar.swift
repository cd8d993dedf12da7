import Foundation
let text = """
the quick brown fox jumps over the lazy dog
the dog barks, and the fox runs away!
"""
var counts: [String: Int] = [:]
for line in text.split(separator: "\n") {
    for word in line.split(whereSeparator: { !$0.isLetter }) {
        counts[String(word).lowercased(), default: 0] += 1
    }
}
for (w, c) in counts.sorted(by: { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }).prefix(5) {
    print(w.padding(toLength: 8, withPad: " ", startingAt: 0), c)
}
print(counts.count, counts["the"] ?? 0, counts["cat"] == nil)
let lengths = Dictionary(grouping: counts.keys.sorted(), by: \.count)
for k in lengths.keys.sorted() { print(k, lengths[k]!) }
let total = counts.values.reduce(0, +)
print("total", total, counts.values.max()!, counts.max { $0.value < $1.value }!.key)
func caesar(_ s: String, _ shift: Int) -> String {
    String(s.map { c -> Character in
        guard let a = c.asciiValue, c.isLetter else { return c }
        let base = c.isUppercase ? UInt8(ascii: "A") : UInt8(ascii: "a")
        let moved = (Int(a - base) + shift + 26) % 26
        return Character(UnicodeScalar(base + UInt8(moved)))
    })
}
let secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3))
print(counts.filter { $0.value > 1 }.keys.sorted().joined(separator: ","))
print(counts.mapValues { $0 * 2 }["the"]!)
let inverted = Dictionary(counts.map { ($0.value, [$0.key]) }, uniquingKeysWith: +)
print(inverted[3]?.sorted() ?? [], inverted[2]?.sorted() ?? [])
