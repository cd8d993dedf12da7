/// Why bytes are not the JSON that was expected.
package enum JSONError: Error, Hashable, CustomStringConvertible {
    case invalidUTF8
    case unexpectedEnd
    case unexpected(byte: UInt8, offset: Int)
    case invalidEscape(offset: Int)
    case controlCharacter(offset: Int)
    case invalidNumber(offset: Int)
    case tooDeep(limit: Int)
    case trailingBytes(offset: Int)
    case missing(path: String)
    case mismatch(path: String, expected: String, given: String)

    package var description: String {
        switch self {
        case .invalidUTF8: "text that is not UTF-8"
        case .unexpectedEnd: "the JSON ends in the middle of a value"
        case .unexpected(let byte, let offset):
            "unexpected \(Self.quoted(byte)) at offset \(offset) of the JSON"
        case .invalidEscape(let offset): "an escape that JSON does not have at offset \(offset)"
        case .controlCharacter(let offset):
            "a control character in a JSON string at offset \(offset)"
        case .invalidNumber(let offset): "a number that JSON does not have at offset \(offset)"
        case .tooDeep(let limit): "JSON nested more than \(limit) deep"
        case .trailingBytes(let offset): "something after the JSON value at offset \(offset)"
        case .missing(let path): "'\(path)' is missing"
        case .mismatch(let path, let expected, let given):
            "'\(path)' should be \(expected), it is \(given)"
        }
    }

    private static func quoted(_ byte: UInt8) -> String {
        (0x21...0x7E).contains(byte)
            ? "'\(Character(UnicodeScalar(byte)))'" : "byte 0x\(String(byte, radix: 16))"
    }
}
