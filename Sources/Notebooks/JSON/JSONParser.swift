/// Reads JSON (RFC 8259), keeping what a value alone would lose.
///
/// As Python's reader does, it takes `NaN`, `Infinity` and `-Infinity` for numbers, since Jupyter's files hold them.
package struct JSONParser {
    /// Deeper nesting is refused; notebooks need about ten levels.
    package static let depthLimit = 400

    let bytes: [UInt8]
    var offset = 0
    private var depth = 0

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The one value the bytes hold.
    package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes)
        parser.skipByteOrderMark()
        let value = try parser.value()
        parser.skipWhitespace()
        if parser.offset < bytes.count {
            throw parser.error(.trailing(bytes[parser.offset]))
        }
        return value
    }

    mutating func skipByteOrderMark() {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    }

    mutating func skipWhitespace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default: return
            }
        }
    }

    mutating func value() throws(JSONError) -> JSONValue {
        skipWhitespace()
        guard offset < bytes.count else { throw error(.unexpectedEnd(in: "a value")) }
        switch bytes[offset] {
        case UInt8(ascii: "{"):
            return try nested { parser throws(JSONError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "N"): return try word("NaN", .number("NaN"))
        case UInt8(ascii: "I"): return try word("Infinity", .number("Infinity"))
        default: throw error(.unexpected(bytes[offset], expected: "a value"))
        }
    }

    private mutating func nested(
        _ parse: (inout JSONParser) throws(JSONError) -> JSONValue
    ) throws(JSONError) -> JSONValue {
        guard depth < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit)) }
        depth += 1
        let value = try parse(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(JSONError) -> JSONValue {
        offset += 1
        var object = JSONObject()
        if try closes(with: UInt8(ascii: "}"), in: "an object") { return .object(object) }
        while true {
            let key = try self.key()
            object.append(key, try value())
            if try ends(with: UInt8(ascii: "}"), named: "'}'", in: "an object") {
                return .object(object)
            }
        }
    }

    /// A member's key and the colon behind it.
    mutating func key() throws(JSONError) -> JSONString {
        skipWhitespace()
        guard offset < bytes.count else { throw error(.unexpectedEnd(in: "an object")) }
        guard bytes[offset] == UInt8(ascii: "\"") else {
            throw error(.unexpected(bytes[offset], expected: "a key in quotation marks"))
        }
        let key = try string()
        skipWhitespace()
        guard offset < bytes.count else { throw error(.unexpectedEnd(in: "an object")) }
        guard bytes[offset] == UInt8(ascii: ":") else {
            throw error(.unexpected(bytes[offset], expected: "':' after the key"))
        }
        offset += 1
        return key
    }

    private mutating func array() throws(JSONError) -> JSONValue {
        offset += 1
        var elements: [JSONValue] = []
        if try closes(with: UInt8(ascii: "]"), in: "a list") { return .array(elements) }
        while true {
            elements.append(try value())
            if try ends(with: UInt8(ascii: "]"), named: "']'", in: "a list") {
                return .array(elements)
            }
        }
    }

    /// Whether the closing bracket comes at once.
    mutating func closes(with close: UInt8, in part: String) throws(JSONError) -> Bool {
        skipWhitespace()
        guard offset < bytes.count else { throw error(.unexpectedEnd(in: part)) }
        guard bytes[offset] == close else { return false }
        offset += 1
        return true
    }

    /// Takes the comma (false) or the closing bracket (true) behind an element.
    mutating func ends(
        with close: UInt8, named name: String, in part: String
    ) throws(JSONError) -> Bool {
        skipWhitespace()
        guard offset < bytes.count else { throw error(.unexpectedEnd(in: part)) }
        switch bytes[offset] {
        case close:
            offset += 1
            return true
        case UInt8(ascii: ","):
            offset += 1
            return false
        default: throw error(.unexpected(bytes[offset], expected: "',' or \(name)"))
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        guard bytes[offset...].starts(with: word.utf8) else {
            let rest = bytes[offset...].prefix(word.utf8.count)
            if rest.count < word.utf8.count && word.utf8.starts(with: rest) {
                throw error(.unexpectedEnd(in: "'\(word)'"))
            }
            throw error(.unexpected(bytes[offset], expected: "a value"))
        }
        offset += word.utf8.count
        return value
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = offset
        if bytes[offset] == UInt8(ascii: "-") {
            offset += 1
            if offset < bytes.count && bytes[offset] == UInt8(ascii: "I") {
                _ = try word("Infinity", .null)
                return .number("-Infinity")
            }
        }
        let whole = digits()
        var isValid = whole.count == 1 || (whole.count > 1 && bytes[whole.lowerBound] != 0x30)
        if offset < bytes.count && bytes[offset] == UInt8(ascii: ".") {
            offset += 1
            isValid = !digits().isEmpty && isValid
        }
        if offset < bytes.count && bytes[offset] | 0x20 == UInt8(ascii: "e") {
            offset += 1
            if offset < bytes.count
                && (bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-"))
            {
                offset += 1
            }
            isValid = !digits().isEmpty && isValid
        }
        let spelling = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard isValid else {
            let isCut = offset == bytes.count
            offset = start
            throw error(isCut ? .unexpectedEnd(in: "a number") : .notANumber(spelling))
        }
        return .number(spelling)
    }

    private mutating func digits() -> Range<Int> {
        let start = offset
        while offset < bytes.count && (0x30...0x39).contains(bytes[offset]) { offset += 1 }
        return start..<offset
    }

    /// An error at a byte: here, unless told.
    func error(_ problem: JSONError.Problem, at place: Int? = nil) -> JSONError {
        let place = min(place ?? offset, bytes.count)
        var line = 1
        var column = 1
        for byte in bytes[..<place] {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return JSONError(problem: problem, line: line, column: column)
    }
}
