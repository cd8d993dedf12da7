/// A text in Markdown, as far as notebooks use it: headings, paragraphs, lists, tables, quotations, code, rules and
/// mathematics between blocks; emphasis, code, links, pictures and mathematics inside lines. HTML is text here.
struct Markdown {
    indirect enum Block: Equatable {
        case heading(Int, [Inline])
        case paragraph([Inline])
        case code(String, language: String)
        case math(String)
        case quote([Block])
        case list([[Block]], start: Int?)
        case table(header: [[Inline]], alignments: [Alignment], rows: [[[Inline]]])
        case rule
    }

    enum Alignment: String { case none, left, center, right }

    indirect enum Inline: Equatable {
        case text(String)
        case emphasis([Inline])
        case strong([Inline])
        case struck([Inline])
        case code(String)
        case math(String)
        case link([Inline], String)
        case image(String, String)
        case lineBreak
    }

    let blocks: [Block]

    init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { Self.expanded($0) }
        blocks = Self.blocks(lines[...], depth: 0)
    }

    /// Tabs as four spaces.
    private static func expanded(_ line: Substring) -> String { String(line.replacing("\t", with: "    ")) }

    private static let deepest = 12

    // MARK: Blocks

    private static func blocks(_ lines: ArraySlice<String>, depth: Int) -> [Block] {
        var result: [Block] = []
        var paragraph: [String] = []
        var rest = lines
        func flush() {
            if !paragraph.isEmpty { result.append(.paragraph(inlines(paragraph.joined(separator: "\n")))) }
            paragraph = []
        }
        while let line = rest.first {
            let bare = line.drop { $0 == " " }
            let indent = line.count - bare.count
            if bare.isEmpty {
                flush()
                rest = rest.dropFirst()
            } else if indent < 4, let fence = fence(bare) {
                flush()
                rest = rest.dropFirst()
                let end = rest.firstIndex { closes($0, fence.mark) } ?? rest.endIndex
                result.append(.code(rest[..<end].map { $0 + "\n" }.joined(), language: fence.language))
                rest = rest[end...].dropFirst()
            } else if indent < 4, bare.hasPrefix("$$") {
                flush()
                let (math, after) = mathBlock(rest)
                result.append(.math(math))
                rest = after
            } else if indent < 4, let heading = Headings.all(in: line).first {
                flush()
                result.append(.heading(heading.level, inlines(heading.text)))
                rest = rest.dropFirst()
            } else if indent < 4, isRule(bare) {
                if paragraph.count == 1, bare.first == "-" || bare.first == "=" {
                    result.append(.heading(2, inlines(paragraph[0])))
                    paragraph = []
                } else {
                    flush()
                    result.append(.rule)
                }
                rest = rest.dropFirst()
            } else if bare.first == ">", depth < deepest {
                flush()
                let end = rest.firstIndex { $0.drop { $0 == " " }.first != ">" } ?? rest.endIndex
                let inner = rest[..<end].map { line -> String in
                    let text = line.drop { $0 == " " }.dropFirst()
                    return String(text.first == " " ? text.dropFirst() : text)
                }
                result.append(.quote(blocks(inner[...], depth: depth + 1)))
                rest = rest[end...]
            } else if marker(line) != nil, depth < deepest {
                flush()
                let (list, after) = list(rest, depth)
                result.append(list)
                rest = after
            } else if paragraph.isEmpty, bare.contains("|"), let (table, after) = table(rest) {
                result.append(table)
                rest = after
            } else if indent >= 4, paragraph.isEmpty {
                let end = rest.firstIndex { !$0.hasPrefix("    ") && $0.contains { $0 != " " } } ?? rest.endIndex
                result.append(.code(rest[..<end].map { String($0.dropFirst(4)) + "\n" }.joined(), language: ""))
                rest = rest[end...]
            } else {
                paragraph.append(String(bare))
                rest = rest.dropFirst()
            }
        }
        flush()
        return result
    }

    private static func fence(_ line: Substring) -> (mark: String, language: String)? {
        guard line.hasPrefix("```") || line.hasPrefix("~~~") else { return nil }
        let mark = line.prefix { $0 == line.first }
        return (String(mark), line.dropFirst(mark.count).split(separator: " ").first.map(String.init) ?? "")
    }

    private static func closes(_ line: String, _ mark: String) -> Bool {
        let bare = line.drop { $0 == " " }
        return bare.hasPrefix(mark) && bare.allSatisfy { $0 == mark.first || $0 == " " }
    }

    private static func isRule(_ line: Substring) -> Bool {
        let marks = line.filter { $0 != " " }
        guard let first = marks.first, "-*_=".contains(first), marks.allSatisfy({ $0 == first }) else { return false }
        return marks.count >= 3
    }

    private static func mathBlock(_ lines: ArraySlice<String>) -> (String, ArraySlice<String>) {
        var text = ""
        var rest = lines
        var isFirst = true
        while let line = rest.first {
            rest = rest.dropFirst()
            var part = line.drop { $0 == " " }
            if isFirst { part = part.dropFirst(2) }
            isFirst = false
            if let end = part.range(of: "$$") {
                text += part[..<end.lowerBound]
                break
            }
            text += part + "\n"
        }
        return (text.trimmed, rest)
    }

    /// The mark of a list's entry: how far its text is indented, and the number where it has one.
    private static func marker(_ line: String) -> (indent: Int, width: Int, number: Int?)? {
        let bare = line.drop { $0 == " " }
        let indent = line.count - bare.count
        guard indent < 40, let first = bare.first else { return nil }
        if "-*+".contains(first), bare.dropFirst().first == " " { return (indent, indent + 2, nil) }
        let digits = bare.prefix { $0.isASCII && $0.isNumber }
        guard (1...9).contains(digits.count), let number = Int(digits) else { return nil }
        let after = bare.dropFirst(digits.count)
        guard after.first == "." || after.first == ")", after.dropFirst().first == " " else { return nil }
        return (indent, indent + digits.count + 2, number)
    }

    private static func list(_ lines: ArraySlice<String>, _ depth: Int) -> (Block, ArraySlice<String>) {
        var items: [[Block]] = []
        var rest = lines
        let first = lines.first.flatMap(marker)
        while let line = rest.first, let mark = marker(line), mark.indent == first?.indent, (mark.number == nil) == (first?.number == nil) {
            var inner = [String(line.dropFirst(mark.width))]
            rest = rest.dropFirst()
            var isBlank = false
            while let next = rest.first {
                let indent = next.prefix { $0 == " " }.count
                if indent == next.count {
                    isBlank = true
                    inner.append("")
                } else if indent >= mark.width || indent > mark.indent && marker(next) != nil {
                    inner.append(String(next.dropFirst(min(indent, mark.width))))
                    isBlank = false
                } else if !isBlank, marker(next) == nil, fence(next[...]) == nil, Headings.all(in: next).isEmpty {
                    inner.append(String(next.dropFirst(indent)))
                } else {
                    break
                }
                rest = rest.dropFirst()
            }
            items.append(blocks(inner[...], depth: depth + 1))
        }
        return (.list(items, start: first?.number), rest)
    }

    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var isCode = false
        var isEscaped = false
        for character in line.trimmed {
            if character == "|", !isCode, !isEscaped {
                cells.append("")
            } else {
                if character == "`" { isCode.toggle() }
                cells[cells.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        if cells.first?.trimmed == "" { cells.removeFirst() }
        if cells.last?.trimmed == "" { cells.removeLast() }
        return cells.map(\.trimmed)
    }

    private static func table(_ lines: ArraySlice<String>) -> (Block, ArraySlice<String>)? {
        guard lines.count >= 2, let head = lines.first else { return nil }
        let marks = cells(lines[lines.startIndex + 1])
        let header = cells(head)
        guard marks.count == header.count, !marks.isEmpty, marks.allSatisfy({ $0.contains("-") && $0.allSatisfy { "-: ".contains($0) } }) else { return nil }
        let alignments = marks.map { mark -> Alignment in
            switch (mark.hasPrefix(":"), mark.hasSuffix(":")) {
            case (true, true): .center
            case (true, false): .left
            case (false, true): .right
            case (false, false): .none
            }
        }
        var rest = lines.dropFirst(2)
        var rows: [[[Inline]]] = []
        while let line = rest.first, line.contains("|") {
            let row = cells(line)
            rows.append(header.indices.map { $0 < row.count ? inlines(row[$0]) : [] })
            rest = rest.dropFirst()
        }
        return (.table(header: header.map { inlines($0) }, alignments: alignments, rows: rows), rest)
    }
}

extension StringProtocol {
    /// Without spaces and line ends at both sides.
    var trimmed: String {
        var part = self[...]
        while part.first?.isWhitespace == true { part = part.dropFirst() }
        while part.last?.isWhitespace == true { part = part.dropLast() }
        return String(part)
    }

    /// Where a text first stands.
    func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
