/// What kinds of bytes there are.
extension GuardScan {
    /// Keywords an expression or a type goes on after, even on the next line.
    static let keywords: Set<String> = [
        "any", "as", "async", "await", "borrow", "borrowing", "case", "catch", "consume",
        "consuming", "copy",
        "defer", "discard", "do", "each", "else", "extension", "for", "func", "guard", "if",
        "import", "in",
        "indirect", "inout", "is", "isolated", "let", "nonisolated", "operator", "precedencegroup",
        "repeat", "return", "sending",
        "some",
        "static", "switch", "then", "throw", "throws", "try", "typealias", "unsafe", "var", "where",
        "while",
        "yield",
    ]

    /// Keywords of statements and declarations: one after the other on a line, they are an error.
    static let statements: Set<String> = [
        "associatedtype", "class", "default", "defer", "do", "enum", "extension", "for", "func",
        "guard",
        "import", "init", "operator", "precedencegroup", "protocol", "repeat", "struct",
        "subscript",
        "switch", "typealias", "while",
    ]

    /// Keywords that want a block; without it they take the statement after them for its part.
    static let blockStatements: Set<String> = [
        "class", "defer", "do", "enum", "extension", "for", "guard", "if", "protocol", "repeat",
        "struct",
        "switch", "while",
    ]

    /// Words that carry on the statement before, at a line's start.
    static let continuations: Set<String> = ["as", "catch", "else", "in", "is", "where", "while"]

    static func isForbidden(_ byte: UInt8) -> Bool {
        byte == 0x7F || byte < 0x09 || (byte > 0x0D && byte < 0x20)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"),
            0x80...0xFF:
            return true
        default:
            return false
        }
    }

    static func isOperator(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "+"),
            UInt8(ascii: "!"),
            UInt8(ascii: "*"), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "&"),
            UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "~"), UInt8(ascii: "?"),
            UInt8(ascii: "."):
            return true
        default:
            return false
        }
    }

    /// Bytes that are a token each, even in a row: `a??`, `A<B<C>>`, `&&x`.
    static func standsAlone(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "&"):
            return true
        default:
            return false
        }
    }

    static func opensOrSeparates(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","),
            UInt8(ascii: ";"),
            UInt8(ascii: ":"):
            return true
        default:
            return false
        }
    }

    static func opener(of closer: UInt8) -> UInt8 {
        switch closer {
        case UInt8(ascii: ")"): UInt8(ascii: "(")
        case UInt8(ascii: "]"): UInt8(ascii: "[")
        default: UInt8(ascii: "{")
        }
    }

    func peek(_ distance: Int) -> UInt8? {
        position + distance < code.count ? code[position + distance] : nil
    }

    func has(_ text: StaticString, at offset: Int) -> Bool {
        guard offset + text.utf8CodeUnitCount <= code.count else { return false }
        return text.withUTF8Buffer { bytes in
            for index in 0..<bytes.count where code[offset + index] != bytes[index] { return false }
            return true
        }
    }

    func hasWord(_ word: StaticString, at offset: Int) -> Bool {
        guard has(word, at: offset) else { return false }
        let end = offset + word.utf8CodeUnitCount
        return end >= code.count || !Self.isWord(code[end])
    }

    func isHashes(_ count: Int, at offset: Int) -> Bool {
        guard offset + count <= code.count else { return false }
        for index in 0..<count where code[offset + index] != UInt8(ascii: "#") { return false }
        return true
    }

    var isAtLineStart: Bool {
        position == 0 || code[position - 1] == 0x0A || code[position - 1] == 0x0D
    }
}
