/// Why a text is not the YAML that is read here, and where.
package struct YAMLError: Error, Equatable {
    package let message: String
    /// Counted from 1.
    package let line: Int
}

/// Reads what people write by hand in YAML: mappings and lists by indentation, lists and mappings in brackets, plain
/// and quoted texts, texts of several lines (`|` and `>`), numbers, true, false, null, and comments.
///
/// Anchors, tags and several documents are refused, not misread. The scalars are those of YAML 1.2's core schema:
/// `yes` and `on` are texts.
package struct YAMLReader {
    private struct Line {
        let number: Int
        let indent: Int
        /// Without indentation and comment.
        let text: String
        /// As it stands in the file.
        let raw: String
    }

    private var lines: [Line] = []
    private var position = 0
    private static let deepest = 100

    /// The one value of a text; an empty text is null.
    package static func parse(_ text: String) throws(YAMLError) -> JSONValue {
        var reader = try YAMLReader(text)
        guard reader.skipBlank() != nil else { return .null }
        let value = try reader.block(indent: 0, depth: 0)
        if let rest = reader.skipBlank() {
            throw YAMLError(message: "'\(rest.text)' does not belong to what stands above: check its indentation", line: rest.number)
        }
        return value
    }

    private init(_ text: String) throws(YAMLError) {
        var number = 0
        for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            let bare = raw.drop { $0 == " " }
            if bare.first == "\t", bare.contains(where: { !$0.isWhitespace }) {
                throw YAMLError(message: "a tab indents this line: YAML takes spaces only", line: number)
            }
            if bare.hasPrefix("---"), bare.dropFirst(3).allSatisfy(\.isWhitespace), lines.allSatisfy(\.text.isEmpty) { continue }
            if bare.hasPrefix("...") && bare.count == 3 { break }
            if raw.hasPrefix("---") { throw YAMLError(message: "a second document begins here: one is read", line: number) }
            if raw.hasPrefix("%") { throw YAMLError(message: "directives are not read", line: number) }
            lines.append(Line(number: number, indent: raw.count - bare.count, text: Self.withoutComment(bare).trimmed, raw: String(raw)))
        }
    }

    /// The text in front of a `#` that stands behind a space and in no quotation marks.
    private static func withoutComment(_ text: Substring) -> Substring {
        var quote: Character?
        var previous: Character = " "
        var index = text.startIndex
        while index < text.endIndex {
            let character = text[index]
            if let open = quote {
                if character == "\\", open == "\"" {
                    index = text.index(after: index)
                    if index == text.endIndex { break }
                } else if character == open {
                    quote = nil
                }
            } else if character == "#", previous == " " || previous == "\t" {
                return text[..<index]
            } else if character == "\"" || character == "'", " [{,:-".contains(previous) {
                quote = character
            }
            previous = character
            index = text.index(after: index)
        }
        return text
    }

    private mutating func skipBlank() -> Line? {
        while position < lines.count, lines[position].text.isEmpty { position += 1 }
        return position < lines.count ? lines[position] : nil
    }

    // MARK: Blocks

    private mutating func block(indent: Int, depth: Int) throws(YAMLError) -> JSONValue {
        guard let line = skipBlank() else { return .null }
        guard depth < Self.deepest else { throw YAMLError(message: "the nesting is too deep", line: line.number) }
        if Self.isEntry(line.text) { return try list(indent: line.indent, depth: depth) }
        if Self.key(line.text) != nil { return try mapping(indent: line.indent, depth: depth) }
        // A value over several lines is one.
        var text = line.text
        position += 1
        while let next = skipBlank(), next.indent >= indent, indent > 0 || isOpen(text) {
            text += " " + next.text
            position += 1
        }
        return try Self.scalar(text, line.number)
    }

    /// A bracket or quotation mark of the text has not been closed.
    private func isOpen(_ text: String) -> Bool {
        text.count { $0 == "[" } > text.count { $0 == "]" } || text.count { $0 == "{" } > text.count { $0 == "}" }
    }

    private static func isEntry(_ text: String) -> Bool { text == "-" || text.hasPrefix("- ") }

    private mutating func list(indent: Int, depth: Int) throws(YAMLError) -> JSONValue {
        var elements: [JSONValue] = []
        while let line = skipBlank(), line.indent == indent, Self.isEntry(line.text) {
            let rest = line.text.dropFirst().drop { $0 == " " }
            if rest.isEmpty {
                position += 1
                elements.append(skipBlank().map { $0.indent > indent } == true ? try block(indent: indent + 1, depth: depth + 1) : .null)
            } else if Self.isEntry(String(rest)) || Self.key(String(rest)) != nil {
                // The entry's own text is a block that begins further right.
                let column = line.indent + line.text.count - rest.count
                lines[position] = Line(number: line.number, indent: column, text: String(rest), raw: line.raw)
                elements.append(try block(indent: column, depth: depth + 1))
            } else {
                position += 1
                elements.append(try value(String(rest), line, depth))
            }
        }
        return .array(elements)
    }

    private mutating func mapping(indent: Int, depth: Int) throws(YAMLError) -> JSONValue {
        var object = JSONObject()
        while let line = skipBlank(), line.indent == indent, !Self.isEntry(line.text) {
            guard let (name, rest) = Self.key(line.text) else {
                throw YAMLError(message: "expected 'name: value', found '\(line.text)'", line: line.number)
            }
            let key: String
            if case .string(let text) = try Self.scalar(name, line.number), name.first == "\"" || name.first == "'" { key = text.value } else { key = name }
            if object[key] != nil { throw YAMLError(message: "'\(key)' stands here a second time", line: line.number) }
            position += 1
            let value: JSONValue
            if rest.isEmpty {
                let next = skipBlank()
                let isBelow = next.map { $0.indent > indent || $0.indent == indent && Self.isEntry($0.text) } ?? false
                value = isBelow ? try block(indent: indent + 1, depth: depth + 1) : .null
            } else {
                value = try self.value(rest, line, depth)
            }
            object.append(JSONString(key), value)
        }
        return .object(object)
    }

    /// `name: value` as its parts.
    private static func key(_ text: String) -> (name: String, rest: String)? {
        if let quote = text.first, quote == "\"" || quote == "'" {
            guard let end = text.dropFirst().firstIndex(of: quote) else { return nil }
            let after = text[text.index(after: end)...].drop { $0 == " " }
            guard after.first == ":" else { return nil }
            return (String(text[...end]), after.dropFirst().trimmed)
        }
        if let first = text.first, "[{".contains(first) { return nil }
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == ":", next == text.endIndex || text[next] == " " {
                return (text[..<index].trimmed, text[next...].trimmed)
            }
            index = next
        }
        return nil
    }

    /// What stands behind a colon or a dash.
    private mutating func value(_ text: String, _ line: Line, _ depth: Int) throws(YAMLError) -> JSONValue {
        if let style = text.first, style == "|" || style == ">" { return .text(literal(text, parent: line.indent)) }
        var text = text
        let isQuoted = text.first == "\"" || text.first == "'"
        while let next = position < lines.count ? lines[position] : nil, !next.text.isEmpty, next.indent > line.indent,
            isOpen(text) || isQuoted && !Self.isClosed(text) || !isQuoted && Self.key(next.text) == nil && !Self.isEntry(next.text)
        {
            text += " " + next.text
            position += 1
        }
        return try Self.scalar(text, line.number)
    }

    private static func isClosed(_ text: String) -> Bool { text.count > 1 && text.last == text.first }

    /// The lines of a text behind `|` (as they are) or `>` (joined by spaces).
    private mutating func literal(_ header: String, parent: Int) -> String {
        var collected: [String] = []
        var indent: Int?
        while position < lines.count {
            let line = lines[position]
            let isBlank = line.raw.allSatisfy(\.isWhitespace)
            if !isBlank, line.indent <= parent { break }
            if !isBlank, indent == nil { indent = line.indent }
            collected.append(isBlank ? "" : String(line.raw.dropFirst(indent ?? 0)))
            position += 1
        }
        var trailing = 0
        while collected.last == "" {
            collected.removeLast()
            trailing += 1
        }
        var text = ""
        if header.first == "|" {
            text = collected.joined(separator: "\n")
        } else {
            for line in collected {
                if line.isEmpty { text += "\n" } else { text += (text.isEmpty || text.hasSuffix("\n") ? "" : " ") + line }
            }
        }
        if header.contains("-") || collected.isEmpty { return text }
        return text + "\n" + (header.contains("+") ? String(repeating: "\n", count: trailing) : "")
    }
}
