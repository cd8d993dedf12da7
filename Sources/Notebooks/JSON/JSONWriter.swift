/// Writes JSON as Python's `json.dumps(value, indent=1, ensure_ascii=False)` does: Jupyter's way with notebooks.
package struct JSONWriter {
    /// How a file is laid out.
    package struct Style: Sendable, Equatable {
        /// What one level is set in by.
        package var indent = " "
        /// Characters outside ASCII are written as escapes.
        package var escapesNonASCII = false
        package var endsWithNewline = true

        package init() {}
    }

    private var output: [UInt8] = []
    private let style: Style
    private let indent: [UInt8]

    private init(_ style: Style) {
        self.style = style
        indent = Array(style.indent.utf8)
    }

    /// The bytes of a value.
    package static func bytes(of value: JSONValue, style: Style = Style()) -> [UInt8] {
        var writer = JSONWriter(style)
        writer.write(value, depth: 0)
        if style.endsWithNewline { writer.output.append(0x0A) }
        return writer.output
    }

    private mutating func write(_ value: JSONValue, depth: Int) {
        switch value {
        case .null: put("null")
        case .bool(let flag): put(flag ? "true" : "false")
        case .number(let spelling): put(spelling)
        case .string(let string): write(string)
        case .array(let elements):
            guard !elements.isEmpty else { return put("[]") }
            put("[")
            for (index, element) in elements.enumerated() {
                if index > 0 { put(",") }
                newLine(depth + 1)
                write(element, depth: depth + 1)
            }
            newLine(depth)
            put("]")
        case .object(let object):
            guard !object.members.isEmpty else { return put("{}") }
            put("{")
            for (index, member) in object.members.enumerated() {
                if index > 0 { put(",") }
                newLine(depth + 1)
                write(member.spelledKey)
                put(": ")
                write(member.value, depth: depth + 1)
            }
            newLine(depth)
            put("}")
        }
    }

    private mutating func write(_ string: JSONString) {
        put("\"")
        put(string.spelling ?? Self.escaped(string.value, asciiOnly: style.escapesNonASCII))
        put("\"")
    }

    private mutating func newLine(_ depth: Int) {
        output.append(0x0A)
        for _ in 0..<depth { output.append(contentsOf: indent) }
    }

    private mutating func put(_ text: String) {
        output.append(contentsOf: text.utf8)
    }

    /// A string's text between quotation marks, as Python's `json` escapes it.
    static func escaped(_ text: String, asciiOnly: Bool = false) -> String {
        let needsWork = text.utf8.contains { byte in
            byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
                || (asciiOnly && byte >= 0x7F)
        }
        guard needsWork else { return text }
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            case "\u{8}": escaped += "\\b"
            case "\u{C}": escaped += "\\f"
            case _ where scalar.value < 0x20 || (asciiOnly && scalar.value > 0x7E):
                for unit in String(Character(scalar)).utf16 {
                    let digits = String(unit, radix: 16)
                    escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
