/// Writes JSON: UTF-8, members in their order.
package struct JSONWriter {
    private var bytes: [UInt8] = []
    /// Spaces for each level; nil writes all in one line.
    private let indent: Int?
    private var level = 0

    private init(indent: Int?) {
        self.indent = indent
    }

    /// The bytes of `value`. A number that JSON does not have (NaN, infinity) is written as null.
    ///
    /// - Parameter indent: spaces for each level; nil writes all in one line.
    package static func bytes(_ value: JSONValue, indent: Int? = nil) -> [UInt8] {
        var writer = JSONWriter(indent: indent)
        writer.bytes.reserveCapacity(256)
        writer.write(value)
        return writer.bytes
    }

    private mutating func write(_ value: JSONValue) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let bool): bytes.append(contentsOf: (bool ? "true" : "false").utf8)
        case .int(let int): bytes.append(contentsOf: int.description.utf8)
        case .double(let double):
            bytes.append(contentsOf: (double.isFinite ? double.description : "null").utf8)
        case .string(let string): write(string)
        case .array(let elements):
            list("[", elements, "]") { writer, element in writer.write(element) }
        case .object(let object):
            list("{", object.members, "}") { writer, member in
                writer.write(member.key)
                writer.bytes.append(UInt8(ascii: ":"))
                if writer.indent != nil { writer.bytes.append(UInt8(ascii: " ")) }
                writer.write(member.value)
            }
        }
    }

    private mutating func list<Element>(
        _ opening: Unicode.Scalar, _ elements: [Element], _ closing: Unicode.Scalar,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        bytes.append(UInt8(ascii: opening))
        level += 1
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            startLine()
            write(&self, element)
        }
        level -= 1
        if !elements.isEmpty { startLine() }
        bytes.append(UInt8(ascii: closing))
    }

    private mutating func startLine() {
        guard let indent else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent * level))
    }

    private mutating func write(_ string: String) {
        var string = string
        bytes.append(UInt8(ascii: "\""))
        string.withUTF8 { text in
            // What needs no escape is copied in whole stretches: streams and figures are long.
            var start = 0
            for index in text.indices {
                let byte = text[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
                else { continue }
                bytes.append(contentsOf: text[start..<index])
                start = index + 1
                escape(byte)
            }
            bytes.append(contentsOf: text[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            let digits = String(byte, radix: 16)
            bytes.append(contentsOf: "u00".utf8)
            if digits.utf8.count == 1 { bytes.append(UInt8(ascii: "0")) }
            bytes.append(contentsOf: digits.utf8)
        }
    }
}
