import Session
import Testing

/// Texts that grow, are taken apart and are counted: what cells do with them is what Swift does.
@Suite("Texts") struct TextTests {
    @Test("what is appended piece by piece is there when the text is read, and copies keep what they had")
    func growing() throws {
        var text = "start "
        var copies: [Int] = []
        for i in 0..<300 {
            text += "é\(i % 10)"
            if i % 97 == 0 { copies.append(text.count) }
            if i % 50 == 49 { text += text.prefix(3) }
        }
        text += text
        #expect(
            try output(
                of: """
                    var text = "start "
                    var copies: [String] = []
                    for i in 0..<300 {
                        text += "é\\(i % 10)"
                        if i % 97 == 0 { copies.append(text) }
                        if i % 50 == 49 { text += text.prefix(3) }
                    }
                    text += text
                    print(copies.map { $0.count }, text.count, text.utf8.count)
                    print(text, terminator: "")
                    """) == "\(copies) \(text.count) \(text.utf8.count)\n\(text)")
    }

    @Test("characters that come together out of two appended texts count as one")
    func graphemes() throws {
        #expect(
            try output(
                of: """
                    var text = String(repeating: "a", count: 100)
                    text += "\\r"
                    text += "\\n"
                    text += "e"
                    text += "\\u{301}"
                    text += "👩"
                    text += "\\u{200D}"
                    text += "🔬"
                    print(text.count, text.last == "👩‍🔬", text.utf8.count)
                    let part = text.dropLast(1)
                    text += "z"
                    print(part.count, text.count, part.last == "é")
                    """) == "103 true 116\n102 104 true\n")
    }

    @Test("a text that is read between appends, passed on and changed elsewhere stays right")
    func reading() throws {
        #expect(
            try output(
                of: """
                    var text = String(repeating: "ab", count: 50)
                    var seen = 0
                    for i in 0..<200 {
                        text += "x"
                        if i % 3 == 0 { seen += text.count }
                        if i % 7 == 0 { text.removeLast() }
                    }
                    let copy = text
                    text += "end"
                    text.append("!")
                    func add(_ t: inout String) { for _ in 0..<30 { t += "yy" } }
                    add(&text)
                    print(seen, copy.count, text.count, text.hasSuffix("yy"), copy.hasSuffix("x"))
                    var parts = ["", String(repeating: "q", count: 80)]
                    for i in 0..<50 { parts[1] += "r"; parts[0] += "s"; if i == 20 { parts[0] = parts[1] } }
                    print(parts[0].count, parts[1].count)
                    """) == "\(Self.seen) 271 335 true true\n130 130\n")
    }

    /// The same in Swift itself.
    private static var seen: Int {
        var text = String(repeating: "ab", count: 50)
        var seen = 0
        for i in 0..<200 {
            text += "x"
            if i % 3 == 0 { seen += text.count }
            if i % 7 == 0 { text.removeLast() }
        }
        return seen
    }

    @Test(
        "splitting gives what Swift's splitting gives",
        arguments: ["a b  c ", " ", "", "abc", "  lead", "é b\r\nc d", "x y\tz w v"])
    func splitting(_ text: String) throws {
        let parts: [[Substring]] = [
            text.split(separator: " "), text.split(separator: " ", maxSplits: 1),
            text.split(separator: " ", omittingEmptySubsequences: false),
            text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false),
            text.split(separator: " ", maxSplits: 0),
        ]
        let expected: [[String]] = parts.map { $0.map { String($0) } }
        #expect(
            try output(
                of: """
                    let text = \(text.debugDescription)
                    print([text.split(separator: " "), text.split(separator: " ", maxSplits: 1),
                        text.split(separator: " ", omittingEmptySubsequences: false),
                        text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false),
                        text.split(separator: " ", maxSplits: 0)].map { $0.map { String($0) } })
                    """) == "\(expected)\n")
    }

    @Test("positions of a part are those of its text, and the parts of a part stay in place")
    func parts() throws {
        #expect(
            try output(
                of: """
                    let text = "one two three"
                    let words = text.split(separator: " ")
                    print(text[words[1].startIndex...], words[2].split(separator: "r"), words[1].dropFirst().first!)
                    var longer = String(words[0])
                    longer += words[1]
                    print(longer, String(words[2]).count, words.map { $0.count })
                    """) == "two three [\"th\", \"ee\"] w\nonetwo 5 [3, 3, 5]\n")
    }

    @Test("keys that are canonically equal are one key, however the texts came to be")
    func keys() throws {
        #expect(
            try output(
                of: """
                    var counts: [String: Int] = [:]
                    var grown = String(repeating: "k", count: 70)
                    grown += "ey"
                    for word in ["é", "e\\u{301}", "é", grown, String(repeating: "k", count: 70) + "ey"] { counts[word, default: 0] += 1 }
                    print(counts.count, counts["é"]!, counts[grown]!)
                    var letters: [Character: Int] = [:]
                    for letter in "aab\\r\\n\\r\\né" { letters[letter, default: 0] += 1 }
                    print(letters["a"]!, letters["\\r\\n"]!, letters.count)
                    """) == "2 3 2\n2 2 4\n")
    }
}
