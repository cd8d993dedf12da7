/// Text as notebooks keep it: a list of lines with their ends, or one string.
enum MultilineText {
    /// The text of a list of lines or of a string.
    static func text(of value: JSONValue) -> String {
        switch value {
        case .string(let string): string.value
        case .array(let lines): lines.reduce(into: "") { $0 += $1.text ?? "" }
        default: ""
        }
    }

    /// Lines with their ends. nbformat splits with Python's `str.splitlines`, so the same characters end a line here.
    static func value(of text: String) -> JSONValue {
        var lines: [JSONValue] = []
        var line = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            if previous == "\r" && scalar != "\n"
                || previous.map(endsLine) == true && previous != "\r"
            {
                lines.append(.text(String(line)))
                line = String.UnicodeScalarView()
            }
            line.append(scalar)
            previous = scalar
        }
        if !line.isEmpty { lines.append(.text(String(line))) }
        return .array(lines)
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
