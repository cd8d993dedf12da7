/// Values given to a notebook from outside, put into it as papermill does: in a cell behind the one tagged
/// `parameters`.
package struct Parameters: Sendable {
    package enum Value: Sendable {
        /// As a command line has it: what it is follows from how it looks and from what the notebook declares.
        case text(String)
        /// As a file has it, with its kind.
        case typed(JSONValue)
    }

    package private(set) var values: [(name: String, value: Value)] = []

    package init() {}

    package var isEmpty: Bool { values.isEmpty }

    /// Adds `name=value` as a command line has it; a later value for the same name wins.
    ///
    /// - Returns: false for text that is no such pair, or a name Swift would not take.
    package mutating func add(_ text: String) -> Bool {
        guard let equals = text.firstIndex(of: "=") else { return false }
        let name = String(text[..<equals])
        guard Self.isName(name) else { return false }
        values.removeAll { $0.name == name }
        values.append((name, .text(String(text[text.index(after: equals)...]))))
        return true
    }

    /// Adds the members of a mapping, as a parameter file has them.
    ///
    /// - Returns: the first name that Swift would not take; nil when all were added.
    package mutating func add(_ object: JSONObject) -> String? {
        for member in object.members {
            guard Self.isName(member.key) else { return member.key }
            values.removeAll { $0.name == member.key }
            values.append((member.key, .typed(member.value)))
        }
        return nil
    }

    /// Puts the values into a notebook.
    ///
    /// - Returns: the names that the cell tagged `parameters` does not declare.
    package func inject(into notebook: inout Notebook) -> [String] {
        guard !isEmpty else { return [] }
        let tagged = notebook.cells.firstIndex { $0.tags.contains("parameters") }
        let declared = tagged.map { Self.declarations(in: notebook.cells[$0].source) } ?? [:]
        let lines = values.map { name, value in
            "var \(name)\(Self.annotation(value)) = \(Self.literal(value, isReal: declared[name] == .real, isText: declared[name] == .text))"
        }
        let source = (["// Parameters"] + lines).joined(separator: "\n")
        let old = notebook.cells.firstIndex { $0.tags.contains("injected-parameters") }
        if let old {
            notebook.cells[old].source = source
        } else {
            let cell = NotebookCell(.code, source: source, tags: ["injected-parameters"])
            notebook.cells.insert(cell, at: tagged.map { $0 + 1 } ?? 0)
        }
        return values.map(\.name).filter { declared[$0] == nil }
    }

    private enum Kind {
        case real, text, other
    }

    /// The names a cell declares at the start of a line, and what their values are.
    private static func declarations(in source: String) -> [String: Kind] {
        var kinds: [String: Kind] = [:]
        for line in source.split(separator: "\n") {
            let words = line.split(maxSplits: 1) { $0 == " " || $0 == "\t" }
            guard words.count == 2, words[0] == "let" || words[0] == "var",
                let equals = words[1].firstIndex(of: "=")
            else { continue }
            let target = words[1][..<equals].split(separator: ":", maxSplits: 1).map(Self.trimmed)
            guard let name = target.first, isName(name) else { continue }
            let value = trimmed(words[1][words[1].index(after: equals)...])
            if target.count == 2 {
                kinds[name] =
                    target[1] == "Double" || target[1] == "Float"
                    ? .real : target[1] == "String" ? .text : .other
            } else {
                let number = value.split { $0 == " " || $0 == "/" }.first.map(String.init) ?? ""
                let isReal =
                    isNumber(number) && number.contains { $0 == "." || $0 == "e" || $0 == "E" }
                kinds[name] = isReal ? .real : value.hasPrefix("\"") ? .text : .other
            }
        }
        return kinds
    }

    /// The type of what Swift cannot tell by itself.
    private static func annotation(_ value: Value) -> String {
        guard case .typed(let value) = value else { return "" }
        switch value {
        case .null: return ": Double?"
        case .array(let elements): return elements.isEmpty ? ": [Double]" : ""
        case .object(let object): return object.members.isEmpty ? ": [String: Double]" : ""
        default: return ""
        }
    }

    private static func literal(_ value: Value, isReal: Bool, isText: Bool) -> String {
        switch value {
        case .text(let text): literal(text, isReal: isReal, isText: isText)
        case .typed(let value): literal(value, isReal: isReal, isText: isText)
        }
    }

    /// A value of a file as Swift spells it; whole numbers become real ones where the notebook declares one, or beside
    /// real ones in a list.
    private static func literal(_ value: JSONValue, isReal: Bool, isText: Bool) -> String {
        switch value {
        case .null: return "nil"
        case .bool(let flag): return isText ? "\"\(flag)\"" : flag ? "true" : "false"
        case .number("NaN"): return "Double.nan"
        case .number("Infinity"): return "Double.infinity"
        case .number("-Infinity"): return "-Double.infinity"
        case .number(let spelling): return literal(spelling.hasPrefix(".") ? "0" + spelling : spelling, isReal: isReal, isText: isText)
        case .string(let string): return literal(string.value, isReal: false, isText: true)
        case .array(let elements):
            let hasReal = isReal || elements.contains { $0.isReal }
            return "[" + elements.map { literal($0, isReal: hasReal, isText: false) }.joined(separator: ", ") + "]"
        case .object(let object):
            if object.members.isEmpty { return "[:]" }
            let hasReal = isReal || object.members.contains { $0.value.isReal }
            return "["
                + object.members.map { literal($0.key, isReal: false, isText: true) + ": " + literal($0.value, isReal: hasReal, isText: false) }
                .joined(separator: ", ") + "]"
        }
    }

    /// A value as Swift spells it: numbers and booleans as they are, everything else as a string.
    private static func literal(_ value: String, isReal: Bool, isText: Bool) -> String {
        if !isText {
            switch value {
            case "true", "True": return "true"
            case "false", "False": return "false"
            case _ where isNumber(value):
                let isWhole = !value.contains { $0 == "." || $0 == "e" || $0 == "E" }
                return isReal && isWhole ? value + ".0" : value
            default: break
            }
        }
        var literal = "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            case _ where scalar.value < 0x20: literal += "\\u{\(String(scalar.value, radix: 16))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    /// Whether Swift reads the text as a decimal number: `-3`, `0.5`, `1e-3`.
    private static func isNumber(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        guard let first = digits.utf8.first, let last = digits.utf8.last,
            (0x30...0x39).contains(first), (0x30...0x39).contains(last)
        else { return false }
        return digits.allSatisfy { $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }
            && Double(digits) != nil
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first,
            first == "_" || first.properties.isAlphabetic, text != "_"
        else { return false }
        return text.unicodeScalars.allSatisfy {
            $0 == "_" || $0.properties.isAlphabetic || (0x30...0x39).contains($0.value)
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

extension JSONValue {
    /// A number with a point or an exponent.
    fileprivate var isReal: Bool {
        if case .number(let spelling) = self { spelling.contains { ".eE".contains($0) } } else { false }
    }
}
