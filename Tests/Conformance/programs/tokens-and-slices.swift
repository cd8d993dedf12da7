// A lexer as a sequence of slices, and texts by their positions.
struct Lexer: Sequence { let text: String
    struct Token: Equatable, CustomStringConvertible { enum Kind: String { case word, number, symbol, string }; let kind: Kind; let text: Substring; var description: String { "\(kind.rawValue.first!):\(text)" } }
    func makeIterator() -> AnyIterator<Token> { var rest = text[...]
        func take(_ k: Token.Kind, while p: (Character) -> Bool) -> Token { let part = rest.prefix(while: p); rest = rest[part.endIndex...]; return Token(kind: k, text: part) }
        return AnyIterator { rest = rest.drop(while: \.isWhitespace)
            guard let c = rest.first else { return nil }
            switch c { case _ where c.isLetter: return take(.word) { $0.isLetter || $0 == "_" }
            case "0"..."9": return take(.number) { $0.isNumber || $0 == "." }
            case "\"": rest.removeFirst(); defer { if !rest.isEmpty { rest.removeFirst() } }; return take(.string) { $0 != "\"" }
            default: defer { rest.removeFirst() }; return Token(kind: .symbol, text: rest.prefix(1)) } } } }
let tokens = Array(Lexer(text: "let x_y = 3.14 * (foo + \"a b\");"))
print(tokens)
print(tokens.map(\.kind.rawValue), tokens.filter { $0.kind == .word }.map { String($0.text) })
let slice = tokens[3..<6]
print(slice.startIndex, slice.first!, slice.map(\.text).joined(separator: "|"), slice.dropFirst().last!, slice.firstIndex { $0.text == "*" }!)
let s = "ñandú 🇪🇸 café"
print(s.count, s.utf8.count, s.unicodeScalars.count, s.reversed().map(String.init).joined(), s.uppercased(), s.firstIndex(of: "c").map { s[$0...] } ?? "")
let i = s.index(s.startIndex, offsetBy: 6)
print(s[i], s[..<i].count, s[i...].split(separator: " "), s.distance(from: i, to: s.endIndex), s.prefix(3) + s.suffix(2))
var t = s
t.replaceSubrange(t.startIndex..<i, with: "¡"); t.insert(contentsOf: "--", at: t.endIndex); t.removeAll { $0 == " " }
print(t, t.hasPrefix("¡"), t.contains("fé"), t.dropLast(2).last!)
let lines = """
    one
      two "quoted" \(1 + 1)
    three\
     joined
    """
for (n, l) in lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated() { print(n, l.count, l) }
print(#"raw \(x) "q""#, "tab\tend", "\u{1F600}".unicodeScalars.first!.value, "e\u{301}" == "é", "abc" < "abd", "Z" < "a")
print("a,b,,c".split(separator: ","), "a,b,,c".split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false), "x".padding(2), "mississippi".runs)
extension String { func padding(_ n: Int) -> String { String(repeating: " ", count: n) + self }
    var runs: String { var out = "", it = makeIterator(), last = it.next(), n = 1
        while let c = last { let next = it.next(); if next == c { n += 1 } else { out += "\(c)\(n == 1 ? "" : "\(n)")"; n = 1 }; last = next }
        return out } }
