func rotate(_ c: Character, _ n: Int) -> Character {
    guard c.isASCII, c.isLetter, let v = c.asciiValue else { return c }
    let base = Int(c.isUppercase ? Character("A").asciiValue! : Character("a").asciiValue!)
    return Character(UnicodeScalar(UInt8((Int(v) - base + n + 26) % 26 + base)))
}
func caesar(_ s: String, _ n: Int) -> String { String(s.map { rotate($0, n) }) }
func vigenere(_ s: String, key: String, decode: Bool = false) -> String {
    let shifts = key.lowercased().compactMap { $0.asciiValue }.map { Int($0) - 97 }
    var i = 0, out = ""
    for c in s {
        out.append(rotate(c, decode ? -shifts[i % shifts.count] : shifts[i % shifts.count]))
        if c.isLetter { i += 1 }
    }
    return out
}
print(caesar("Hello, Zoë!", 3), caesar(caesar("abc xyz", 5), -5))
let secret = vigenere("Attack at Dawn", key: "lemon")
print(secret, vigenere(secret, key: "lemon", decode: true))
let counts = secret.lowercased().reduce(into: [Character: Int]()) { if $1.isLetter { $0[$1, default: 0] += 1 } }
print(counts.filter { $0.value > 1 }.keys.sorted(), secret.allSatisfy { $0.isLetter || $0 == " " })
