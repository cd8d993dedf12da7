/// Why bytes are not JSON, and where.
package struct JSONError: Error, Equatable {
    package enum Problem: Sendable, Equatable {
        case unexpectedEnd(in: String)
        case unexpected(UInt8, expected: String)
        case invalidUTF8
        case invalidEscape
        case controlCharacter(UInt8)
        case tooDeep(limit: Int)
        case trailing(UInt8)
        case notANumber(String)
    }

    package let problem: Problem
    /// Counted from 1.
    package let line: Int
    /// In code points, counted from 1.
    package let column: Int

    package var message: String {
        switch problem {
        case .unexpectedEnd(let part): "the file ends in the middle of \(part)"
        case .unexpected(let byte, let expected): "expected \(expected), found \(Self.quoted(byte))"
        case .invalidUTF8: "these bytes are not UTF-8"
        case .invalidEscape: "unknown escape in a string"
        case .controlCharacter: "a line break or control character inside a string"
        case .tooDeep(let limit): "lists and objects are nested more than \(limit) deep"
        case .trailing(let byte): "the JSON value has ended, but \(Self.quoted(byte)) follows"
        case .notANumber(let spelling): "'\(spelling)' is not a number"
        }
    }

    private static func quoted(_ byte: UInt8) -> String {
        switch byte {
        case 0x21...0x7E: "'\(Character(Unicode.Scalar(byte)))'"
        case 0x20: "a space"
        case 0x0A, 0x0D: "the end of the line"
        default: "byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
    }
}
