func isPalindrome(_ s: String) -> Bool {
    let letters = s.lowercased().filter { $0.isLetter || $0.isNumber }
    return letters == String(letters.reversed())
}
for s in ["Racecar", "Never odd or even", "Hello", "", "Dábale arroz a la zorra el abad"] { print(s, isPalindrome(s)) }
func areAnagrams(_ a: String, _ b: String) -> Bool { a.lowercased().sorted() == b.lowercased().sorted() }
print(areAnagrams("Listen", "Silent"), areAnagrams("a", "b"))
func runLength(_ s: String) -> String {
    var result = "", rest = Substring(s)
    while let c = rest.first {
        let run = rest.prefix { $0 == c }
        result += run.count > 1 ? "\(run.count)\(c)" : "\(c)"
        rest = rest.dropFirst(run.count)
    }
    return result
}
print(runLength("aaabccd"), runLength(""), runLength("🐦🐦x"))
func expand(_ s: String) -> String {
    var out = "", number = 0
    for c in s {
        if let d = c.wholeNumberValue { number = number * 10 + d } else { out += String(repeating: String(c), count: max(1, number)); number = 0 }
    }
    return out
}
print(expand(runLength("aaabccd")), expand("12z"))
func balanced(_ s: String) -> Bool {
    let pairs: [Character: Character] = [")": "(", "]": "[", "}": "{"]
    var stack: [Character] = []
    for c in s {
        if "([{".contains(c) { stack.append(c) } else if let open = pairs[c], stack.popLast() != open { return false }
    }
    return stack.isEmpty
}
print(["(a[b]{c})", "(]", "((", ""].map(balanced))
func roman(_ n: Int) -> String {
    var n = n, out = ""
    for (value, mark) in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")] {
        while n >= value { out += mark; n -= value }
    }
    return out
}
print([1994, 2026, 4, 9, 40].map(roman))
func vowels(in s: String) -> [Character: Int] { s.lowercased().reduce(into: [:]) { if "aeiou".contains($1) { $0[$1, default: 0] += 1 } } }
print(vowels(in: "Programming In Swift").sorted { $0.key < $1.key })
print("the lazy dog".split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "))
print("hello".reduce("") { String($1) + $0 }, zip("abc", "xyz").map { "\($0)\($1)" }.joined(), "a b c".filter { $0 != " " })
