/// Writes YAML as people do: mappings by indentation, texts without quotation marks where they need none, lists and
/// everything inside them in brackets.
enum YAMLWriter {
    /// The lines of an object.
    static func lines(of object: JSONObject, indent: Int = 0) -> [String] {
        object.members.flatMap { member -> [String] in
            let start = String(repeating: " ", count: indent) + text(member.key) + ":"
            if let inner = member.value.object, !inner.members.isEmpty { return [start] + lines(of: inner, indent: indent + 2) }
            return [start + " " + line(member.value)]
        }
    }

    /// A value on one line.
    private static func line(_ value: JSONValue) -> String {
        switch value {
        case .string(let string): text(string.value)
        case .number("NaN"): ".nan"
        case .number("Infinity"): ".inf"
        case .number("-Infinity"): "-.inf"
        default: JSONWriter.line(of: value)
        }
    }

    private static func text(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.first?.isWhitespace == false && text.last?.isWhitespace == false
            && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            && !"-?:,[]{}#&*!|>'\"%@`~".contains(text.first ?? " ") && !text.contains(": ") && !text.contains(" #") && !text.hasSuffix(":")
        if isPlain, case .string = YAMLReader.plain(text) { return text }
        return "\"" + JSONWriter.escaped(text) + "\""
    }
}

extension JSONWriter {
    /// A value on one line, as Python's `json.dumps` writes it.
    static func line(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .number(let spelling): spelling
        case .string(let string): "\"" + escaped(string.value) + "\""
        case .array(let elements): "[" + elements.map { line(of: $0) }.joined(separator: ", ") + "]"
        case .object(let object):
            "{" + object.members.map { "\"" + escaped($0.key) + "\": " + line(of: $0.value) }.joined(separator: ", ") + "}"
        }
    }
}
