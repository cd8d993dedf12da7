let word = "naïve café 🇪🇸👨‍👩‍👧"
print(word.count, word.unicodeScalars.count, word.utf8.count, word.utf16.count)
for c in "añ🇫🇷" { print(c, c.unicodeScalars.count, String(c).utf8.count) }
print(Array("e\u{301}a"), "e\u{301}" == "\u{e9}", "👍🏽".count, "\r\n".count)
let c: Character = "A"
print(c.isLetter, c.isUppercase, c.isNumber, c.lowercased(), c.asciiValue!, c.isWhitespace, c.isPunctuation)
print(Character("7").isNumber, Character("7").wholeNumberValue!, Character("é").isASCII, Character(" ").isWhitespace, Character("\n").isNewline, Character("!").isPunctuation, Character("+").isSymbol)
print("b" > "a" as Character, "a" < "á", "Z" < "a", c == "A")
print("Straße".uppercased(), "ÀÉ".lowercased(), "ǆ".uppercased(), "İ".lowercased().count)
print("abc".unicodeScalars.map { $0.value }, "é".utf8.map { $0 }, UnicodeScalar(97)!, Character(UnicodeScalar(98)))
print("a".unicodeScalars.first!.value, String(UnicodeScalar(0x1F600)!), Character("z").unicodeScalars.first!.value)
func shift(_ c: Character, by n: Int) -> Character {
    guard let a = c.asciiValue, c.isLetter else { return c }
    let base: UInt8 = c.isUppercase ? 65 : 97
    return Character(UnicodeScalar((a - base + UInt8(n)) % 26 + base))
}
print(String("Hello, World!".map { shift($0, by: 3) }))
print("hello".map { String($0) }, "abc".reversed().map { $0 }, String("abc".reversed()), String(["x", "y"] as [Character]))
print("hello world".filter { !"aeiou".contains($0) }, "a1b2".compactMap { $0.wholeNumberValue }.reduce(0, +))
print("résumé".hasPrefix("ré"), "日本語".count, "日本語".first!, "日本語".utf8.count, Set("banana").count)
print(Character("f").hexDigitValue!, Character("ß").uppercased(), "x".first!.isLowercase, Character("½").isNumber)
