extension JSONParser {
    /// A string; `offset` is at its opening quotation mark.
    mutating func string() throws(JSONError) -> JSONString {
        offset += 1
        let start = offset
        var hasEscapes = false
        while offset < bytes.count && bytes[offset] != UInt8(ascii: "\"") {
            if bytes[offset] < 0x20 { throw error(.controlCharacter(bytes[offset])) }
            if bytes[offset] == UInt8(ascii: "\\") {
                hasEscapes = true
                offset += 1
            }
            offset += 1
        }
        guard offset < bytes.count else {
            offset = start - 1
            throw error(.unexpectedEnd(in: "a string"))
        }
        let range = start..<offset
        offset += 1
        guard let literal = String(validating: bytes[range], as: UTF8.self) else {
            throw error(.invalidUTF8, at: start + validPrefix(of: range))
        }
        guard hasEscapes else { return JSONString(literal) }
        let value = try unescaped(range)
        let canonical = JSONWriter.escaped(value)
        return JSONString(
            value, spelling: canonical.utf8.elementsEqual(literal.utf8) ? nil : literal)
    }

    /// The text of a literal with escapes. Half of a surrogate pair becomes U+FFFD; its spelling is kept apart.
    private func unescaped(_ range: Range<Int>) throws(JSONError) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var place = range.lowerBound
        while place < range.upperBound {
            guard bytes[place] == UInt8(ascii: "\\") else {
                text.append(bytes[place])
                place += 1
                continue
            }
            switch bytes[place + 1] {
            case UInt8(ascii: "n"): text.append(0x0A)
            case UInt8(ascii: "t"): text.append(0x09)
            case UInt8(ascii: "r"): text.append(0x0D)
            case UInt8(ascii: "b"): text.append(0x08)
            case UInt8(ascii: "f"): text.append(0x0C)
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
                text.append(bytes[place + 1])
            case UInt8(ascii: "u"):
                var unit = try codeUnit(at: place + 2, below: range.upperBound)
                if (0xD800..<0xDC00).contains(unit), place + 7 < range.upperBound,
                    bytes[place + 6] == UInt8(ascii: "\\"), bytes[place + 7] == UInt8(ascii: "u")
                {
                    let low = try codeUnit(at: place + 8, below: range.upperBound)
                    if (0xDC00..<0xE000).contains(low) {
                        unit = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
                        place += 6
                    }
                }
                let scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
                text.append(contentsOf: Array(String(Character(scalar)).utf8))
                place += 4
            default: throw error(.invalidEscape, at: place)
            }
            place += 2
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func codeUnit(at place: Int, below end: Int) throws(JSONError) -> UInt32 {
        guard place + 4 <= end else { throw error(.invalidEscape, at: place - 2) }
        var unit: UInt32 = 0
        for byte in bytes[place..<place + 4] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): unit = unit << 4 + UInt32(byte - 0x30)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): unit = unit << 4 + UInt32(byte - 0x57)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): unit = unit << 4 + UInt32(byte - 0x37)
            default: throw error(.invalidEscape, at: place - 2)
            }
        }
        return unit
    }

    /// How many bytes of an invalid range are UTF-8.
    private func validPrefix(of range: Range<Int>) -> Int {
        var decoder = UTF8()
        var iterator = bytes[range].makeIterator()
        var count = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            count += UTF8.width(scalar)
        }
        return count
    }
}
