/// Reads JSON as RFC 8259 has it, with a limit to how deep values nest.
package struct JSONParser {
    /// Deeper values are refused: their handling would recurse as deep.
    package static let defaultDepthLimit = 128

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private let depthLimit: Int

    private init(_ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int) {
        self.bytes = bytes
        self.depthLimit = depthLimit
    }

    /// The value that `bytes` hold.
    package static func parse(
        _ bytes: [UInt8], depthLimit: Int = defaultDepthLimit
    ) throws(JSONError) -> JSONValue {
        let result = bytes.withUnsafeBufferPointer { buffer -> Result<JSONValue, JSONError> in
            var parser = JSONParser(buffer, depthLimit: depthLimit)
            do throws(JSONError) {
                let value = try parser.value(depth: 0)
                parser.skipSpace()
                guard parser.position == buffer.count else {
                    throw .trailingBytes(offset: parser.position)
                }
                return .success(value)
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private func peek() throws(JSONError) -> UInt8 {
        guard position < bytes.count else { throw .unexpectedEnd }
        return bytes[position]
    }

    private mutating func expect(_ literal: StaticString) throws(JSONError) {
        let count = literal.utf8CodeUnitCount
        for offset in 0..<count {
            guard try peek() == literal.utf8Start[offset] else {
                throw .unexpected(byte: bytes[position], offset: position)
            }
            position += 1
        }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard depth < depthLimit else { throw .tooDeep(limit: depthLimit) }
        skipSpace()
        let byte = try peek()
        switch byte {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"):
            try expect("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try expect("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try expect("null")
            return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
        default: throw .unexpected(byte: byte, offset: position)
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        position += 1
        var members: [JSONObject.Member] = []
        skipSpace()
        if try peek() == UInt8(ascii: "}") {
            position += 1
            return JSONObject()
        }
        while true {
            skipSpace()
            guard try peek() == UInt8(ascii: "\"") else {
                throw .unexpected(byte: bytes[position], offset: position)
            }
            let key = try string()
            skipSpace()
            try expect(":")
            members.append(JSONObject.Member(key: key, value: try value(depth: depth + 1)))
            if try endOfList(with: UInt8(ascii: "}")) { return JSONObject(read: members) }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        position += 1
        var elements: [JSONValue] = []
        skipSpace()
        if try peek() == UInt8(ascii: "]") {
            position += 1
            return []
        }
        while true {
            elements.append(try value(depth: depth + 1))
            if try endOfList(with: UInt8(ascii: "]")) { return elements }
        }
    }

    /// Whether the list ends here; otherwise the comma is passed.
    private mutating func endOfList(with closing: UInt8) throws(JSONError) -> Bool {
        skipSpace()
        let byte = try peek()
        guard byte == closing || byte == UInt8(ascii: ",") else {
            throw .unexpected(byte: byte, offset: position)
        }
        position += 1
        return byte == closing
    }

    private mutating func number() throws(JSONError) -> JSONValue {
        let start = position
        func digits(_ parser: inout JSONParser) throws(JSONError) {
            let first = parser.position
            while parser.position < parser.bytes.count,
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(parser.bytes[parser.position])
            {
                parser.position += 1
            }
            guard parser.position > first else { throw .invalidNumber(offset: start) }
        }
        var isWhole = true
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        try digits(&self)
        if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 {
            throw .invalidNumber(offset: start)
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            try digits(&self)
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            if position < bytes.count,
                bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
            {
                position += 1
            }
            try digits(&self)
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let int = Int(text) { return .int(int) }
        guard let double = Double(text), double.isFinite else {
            throw .invalidNumber(offset: start)
        }
        return .double(double)
    }
}

// Strings

extension JSONParser {
    private mutating func string() throws(JSONError) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                defer { position += 1 }
                return try text(UnsafeBufferPointer(rebasing: bytes[start..<position]))
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
            guard byte >= 0x20 else { throw .controlCharacter(offset: position) }
            position += 1
        }
        throw .unexpectedEnd
    }

    private func text(_ bytes: some Sequence<UInt8>) throws(JSONError) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidUTF8 }
        return text
    }

    private mutating func escapedString(from start: Int) throws(JSONError) -> String {
        var content = Array(bytes[start..<position])
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(content)
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<0x20: throw .controlCharacter(offset: position - 1)
            default: content.append(byte)
            }
        }
        throw .unexpectedEnd
    }

    private mutating func escape(into content: inout [UInt8]) throws(JSONError) {
        let byte = try peek()
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "u"):
            content.append(contentsOf: Character(try unicodeEscape()).utf8)
        default: throw .invalidEscape(offset: position - 1)
        }
    }

    /// The scalar after `\u`; half a surrogate pair becomes U+FFFD.
    private mutating func unicodeEscape() throws(JSONError) -> UnicodeScalar {
        let replacement: UnicodeScalar = "\u{FFFD}"
        let unit = try codeUnit()
        guard (0xD800...0xDBFF).contains(unit) else {
            return UnicodeScalar(UInt32(unit)) ?? replacement
        }
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return replacement }
        let beforeSecond = position
        position += 2
        let second = try codeUnit()
        guard (0xDC00...0xDFFF).contains(second) else {
            position = beforeSecond
            return replacement
        }
        let scalar = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        return UnicodeScalar(scalar) ?? replacement
    }

    private mutating func codeUnit() throws(JSONError) -> UInt16 {
        guard position + 4 <= bytes.count else { throw .unexpectedEnd }
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = Character(UnicodeScalar(bytes[position])).hexDigitValue else {
                throw .invalidEscape(offset: position)
            }
            unit = unit << 4 | UInt16(digit)
            position += 1
        }
        return unit
    }
}
