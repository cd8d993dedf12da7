extension YAMLReader {
    /// A value on one line: a scalar, or a list or mapping in brackets.
    static func scalar(_ text: String, _ line: Int) throws(YAMLError) -> JSONValue {
        var flow = FlowScanner(Array(text), line)
        let value = try flow.value(isInside: false)
        flow.skipSpaces()
        guard flow.isAtEnd else { throw YAMLError(message: "'\(flow.rest)' follows behind the value", line: line) }
        return value
    }

    /// A plain scalar as YAML 1.2's core schema reads it.
    static func plain(_ text: String) -> JSONValue {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        case ".nan", ".NaN", ".NAN": return .number("NaN")
        case ".inf", ".Inf", ".INF", "+.inf": return .number("Infinity")
        case "-.inf", "-.Inf", "-.INF": return .number("-Infinity")
        default: break
        }
        if text.hasPrefix("0x"), let number = Int(text.dropFirst(2), radix: 16) { return .integer(number) }
        if text.hasPrefix("0o"), let number = Int(text.dropFirst(2), radix: 8) { return .integer(number) }
        return isNumber(text) ? .number(text.hasPrefix("+") ? String(text.dropFirst()) : text) : .text(text)
    }

    private static func isNumber(_ text: String) -> Bool {
        var digits = text[...]
        if digits.first == "-" || digits.first == "+" { digits = digits.dropFirst() }
        guard let first = digits.first, first.isASCII, first.isNumber || first == "." else { return false }
        return digits.allSatisfy { $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) } && Double(digits) != nil
    }

    /// Reads scalars, and lists and mappings in brackets.
    private struct FlowScanner {
        private let characters: [Character]
        private let line: Int
        private var position = 0
        private var depth = 0

        init(_ characters: [Character], _ line: Int) {
            self.characters = characters
            self.line = line
        }

        var isAtEnd: Bool { position >= characters.count }
        var rest: String { String(characters[position...]) }

        mutating func skipSpaces() {
            while position < characters.count, characters[position].isWhitespace { position += 1 }
        }

        private func failure(_ message: String) -> YAMLError { YAMLError(message: message, line: line) }

        mutating func value(isInside: Bool) throws(YAMLError) -> JSONValue {
            skipSpaces()
            guard !isAtEnd else { return .null }
            depth += 1
            defer { depth -= 1 }
            guard depth < 100 else { throw failure("the nesting is too deep") }
            switch characters[position] {
            case "[": return try list()
            case "{": return try mapping()
            case "\"": return .text(try doubleQuoted())
            case "'": return .text(try singleQuoted())
            case "&", "*": throw failure("anchors are not read: write the value out")
            case "!": throw failure("tags are not read")
            case "@", "`": throw failure("a text that begins with '\(characters[position])' stands in quotation marks")
            default: return YAMLReader.plain(plain(isInside: isInside))
            }
        }

        private mutating func plain(isInside: Bool) -> String {
            let start = position
            while position < characters.count {
                let character = characters[position]
                let next = position + 1 < characters.count ? characters[position + 1] : " "
                if isInside, ",[]{}".contains(character) || character == ":" && (next == " " || ",]}".contains(next)) { break }
                position += 1
            }
            return String(characters[start..<position]).trimmed
        }

        private mutating func list() throws(YAMLError) -> JSONValue {
            position += 1
            var elements: [JSONValue] = []
            while true {
                skipSpaces()
                guard !isAtEnd else { throw failure("a list is not closed with ']'") }
                if characters[position] == "]" {
                    position += 1
                    return .array(elements)
                }
                elements.append(try value(isInside: true))
                try separator("]")
            }
        }

        private mutating func mapping() throws(YAMLError) -> JSONValue {
            position += 1
            var object = JSONObject()
            while true {
                skipSpaces()
                guard !isAtEnd else { throw failure("a mapping is not closed with '}'") }
                if characters[position] == "}" {
                    position += 1
                    return .object(object)
                }
                let key: String
                switch characters[position] {
                case "\"": key = try doubleQuoted()
                case "'": key = try singleQuoted()
                default: key = plain(isInside: true)
                }
                skipSpaces()
                guard !isAtEnd, characters[position] == ":" else { throw failure("expected ':' behind '\(key)'") }
                position += 1
                object.append(JSONString(key), try value(isInside: true))
                try separator("}")
            }
        }

        private mutating func separator(_ end: Character) throws(YAMLError) {
            skipSpaces()
            guard !isAtEnd else { throw failure("'\(end)' is missing") }
            if characters[position] == "," {
                position += 1
            } else if characters[position] != end {
                throw failure("expected ',' or '\(end)', found '\(characters[position])'")
            }
        }

        private mutating func singleQuoted() throws(YAMLError) -> String {
            position += 1
            var text = ""
            while position < characters.count {
                let character = characters[position]
                position += 1
                if character == "'" {
                    guard position < characters.count, characters[position] == "'" else { return text }
                    position += 1
                }
                text.append(character)
            }
            throw failure("a text in quotation marks is not closed")
        }

        private mutating func doubleQuoted() throws(YAMLError) -> String {
            position += 1
            var text = ""
            while position < characters.count {
                let character = characters[position]
                position += 1
                if character == "\"" { return text }
                guard character == "\\" else {
                    text.append(character)
                    continue
                }
                guard position < characters.count else { break }
                let escape = characters[position]
                position += 1
                switch escape {
                case "n": text += "\n"
                case "t": text += "\t"
                case "r": text += "\r"
                case "0": text += "\0"
                case "b": text += "\u{8}"
                case "f": text += "\u{C}"
                case "e": text += "\u{1B}"
                case "x", "u", "U":
                    let width = escape == "x" ? 2 : escape == "u" ? 4 : 8
                    let digits = String(characters[position..<min(position + width, characters.count)])
                    position += digits.count
                    guard digits.count == width, let code = UInt32(digits, radix: 16) else { throw failure("'\\\(escape)\(digits)' is no escape") }
                    text.unicodeScalars.append(try scalar(code))
                default: text.append(escape)
                }
            }
            throw failure("a text in quotation marks is not closed")
        }

        /// A character by its number; JSON's pairs of halves are one.
        private mutating func scalar(_ code: UInt32) throws(YAMLError) -> Unicode.Scalar {
            if (0xD800..<0xDC00).contains(code), position + 6 <= characters.count, characters[position] == "\\", characters[position + 1] == "u",
                let low = UInt32(String(characters[(position + 2)..<(position + 6)]), radix: 16), (0xDC00..<0xE000).contains(low)
            {
                position += 6
                return Unicode.Scalar(0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
            }
            guard let scalar = Unicode.Scalar(code) else { throw failure("there is no character of that number") }
            return scalar
        }
    }
}
