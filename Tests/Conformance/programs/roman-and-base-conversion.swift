extension Int {
    var roman: String? {
        guard 1...3999 ~= self else { return nil }
        let table: KeyValuePairs = [1000: "M", 900: "CM", 500: "D", 400: "CD", 100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"]
        var n = self, out = ""
        for (value, mark) in table { while n >= value { out += mark; n -= value } }
        return out
    }
    init?(roman text: String) {
        let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
        var total = 0, last = 0
        for c in text.reversed() {
            guard let v = values[c] else { return nil }
            total += v < last ? -v : v
            last = Swift.max(last, v)
        }
        guard total.roman == text else { return nil }
        self = total
    }
    func text(base: Int) -> String {
        precondition(2...16 ~= base)
        let digits = Array("0123456789abcdef")
        if self < 0 { return "-" + (-self).text(base: base) }
        return (self >= base ? (self / base).text(base: base) : "") + String(digits[self % base])
    }
}
for n in [1, 4, 9, 40, 1994, 2026, 0, 4000] { print(n, n.roman ?? "none", n.text(base: 2), n.text(base: 16)) }
print(["XIV", "IIII", "MCMXCIV", "abc"].map { Int(roman: $0) })
print((-255).text(base: 16), 255.text(base: 8), Int("ff", radix: 16)!, String(-255, radix: 16), (1...3999).allSatisfy { Int(roman: $0.roman!) == $0 })
