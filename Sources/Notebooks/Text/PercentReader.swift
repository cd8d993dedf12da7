/// Why a text is no notebook in the percent format, and where.
package struct PercentError: Error, Equatable {
    package let message: String
    /// Counted from 1.
    package let line: Int
}

/// Reads the percent format. Text in front of the first mark is a code cell, so that any Swift file can be read.
package struct PercentReader {
    private struct Block {
        var mark: Mark
        var lines: [String] = []
    }

    private struct Mark {
        var kind = NotebookCell.Kind.code
        var id: String?
        var metadata = JSONObject()
        var attachments: JSONValue?
    }

    /// - Throws: for a header or a mark that cannot be read.
    package static func notebook(_ text: String) throws(PercentError) -> Notebook {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.last == "\r" ? String($0.dropLast()) : String($0) }
        if text.contains("\r\n") { lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init) }
        if lines.last == "" { lines.removeLast() }
        let (metadata, bodyStart) = try header(lines)
        var blocks: [Block] = []
        var front: [String] = []
        for (index, line) in lines.enumerated().dropFirst(bodyStart) {
            if PercentText.isMark(line) {
                blocks.append(Block(mark: try mark(line, index + 1)))
            } else if blocks.isEmpty {
                front.append(line)
            } else {
                blocks[blocks.count - 1].lines.append(line)
            }
        }
        if front.contains(where: { $0.contains { !$0.isWhitespace } }) {
            while front.first?.allSatisfy(\.isWhitespace) == true { front.removeFirst() }
            blocks.insert(Block(mark: Mark(), lines: front), at: 0)
        }
        var cells: [NotebookCell] = []
        for (index, block) in blocks.enumerated() { cells.append(cell(block, isLast: index == blocks.count - 1)) }
        var notebook = Notebook(cells: cells)
        notebook.metadata = metadata ?? JSONObject([
            ("kernelspec", .object(NotebookRunner.kernelspec)), ("language_info", .object(NotebookRunner.languageInfo)),
        ])
        notebook.nameCells()
        return notebook
    }

    /// The notebook's metadata, and where the cells begin.
    private static func header(_ lines: [String]) throws(PercentError) -> (JSONObject?, Int) {
        guard lines.first == "// ---", let end = lines.dropFirst().firstIndex(of: "// ---") else { return (nil, 0) }
        let yaml = lines[1..<end].map { $0.hasPrefix("// ") ? String($0.dropFirst(3)) : String($0.dropFirst(2)) }.joined(separator: "\n")
        let value: JSONValue
        do {
            value = try YAMLReader.parse(yaml)
        } catch {
            throw PercentError(message: "the header is not right: \(error.message)", line: error.line + 1)
        }
        var metadata = value.object?["jupyter"]?.object ?? JSONObject()
        // What jupytext says of the text itself says nothing of a notebook.
        metadata["jupytext"] = nil
        return (metadata, end + 1)
    }

    private static func cell(_ block: Block, isLast: Bool) -> NotebookCell {
        var lines = block.lines
        // One empty line stands between cells.
        if !isLast, lines.last?.isEmpty == true { lines.removeLast() }
        let isCommented = block.mark.kind != .code && lines.allSatisfy { $0.isEmpty || $0 == "//" || $0.hasPrefix("// ") }
        if isCommented {
            lines = lines.map { $0.hasPrefix("// ") ? String($0.dropFirst(3)) : "" }
        } else if block.mark.kind == .code {
            lines = lines.map { $0.hasPrefix("// ") && PercentText.isHidden($0[...]) ? String($0.dropFirst(3)) : $0 }
        }
        var cell = NotebookCell(block.mark.kind, source: lines.joined(separator: "\n"))
        cell.id = block.mark.id
        cell.setMetadata(block.mark.metadata)
        if let attachments = block.mark.attachments { cell.setAttachments(attachments) }
        return cell
    }

    // MARK: Marks

    /// `// %% a title [markdown] name=value …`
    private static func mark(_ line: String, _ number: Int) throws(PercentError) -> Mark {
        var mark = Mark()
        var rest = line.dropFirst(5).drop(while: \.isWhitespace)
        var title: [String] = []
        while !rest.isEmpty {
            if rest.first == "[", let end = rest.firstIndex(of: "]") {
                let name = String(rest[rest.index(after: rest.startIndex)..<end])
                guard let kind = kinds[name] else {
                    throw PercentError(message: "'[\(name)]' is no kind of cell: there are [markdown], [md] and [raw]", line: number)
                }
                mark.kind = kind
                rest = rest[rest.index(after: end)...]
            } else if let (name, after) = optionName(rest) {
                var parser = JSONParser(Array(after.utf8))
                let value: JSONValue
                do throws(JSONError) {
                    value = try parser.value()
                } catch {
                    throw PercentError(message: "the value of '\(name)' is not right: \(error.message)", line: number)
                }
                rest = Substring(decoding: parser.bytes[parser.offset...], as: UTF8.self)
                try set(name, value, of: &mark, number)
            } else if rest.first == "{" {
                var parser = JSONParser(Array(rest.utf8))
                guard let value = try? parser.value(), let object = value.object else {
                    throw PercentError(message: "'\(rest)' is no list of options", line: number)
                }
                for member in object.members { mark.metadata.append(JSONString(member.key), member.value) }
                rest = Substring(decoding: parser.bytes[parser.offset...], as: UTF8.self)
            } else {
                let word = rest.prefix { !$0.isWhitespace }
                title.append(String(word))
                rest = rest[word.endIndex...]
            }
            rest = rest.drop(while: \.isWhitespace)
        }
        if !title.isEmpty { mark.metadata["title"] = .text(title.joined(separator: " ")) }
        return mark
    }

    private static let kinds: [String: NotebookCell.Kind] = ["markdown": .markdown, "md": .markdown, "raw": .raw, "code": .code]

    private static func optionName(_ text: Substring) -> (String, Substring)? {
        let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == ".") }
        guard !name.isEmpty, text[name.endIndex...].first == "=" else { return nil }
        return (String(name), text[name.endIndex...].dropFirst())
    }

    private static func set(_ name: String, _ value: JSONValue, of mark: inout Mark, _ line: Int) throws(PercentError) {
        switch name {
        case "id" where value.text != nil:
            // One that the format does not allow would make a notebook that nobody reads: the cell gets a new one.
            mark.id = value.text.flatMap { NotebookCell.isIdentifier($0) ? $0 : nil }
        case "attachments": mark.attachments = value
        case "metadata":
            guard let object = value.object else { throw PercentError(message: "'metadata' is \(value.kind), not an object", line: line) }
            mark.metadata = object
        default: mark.metadata.append(JSONString(name), value)
        }
    }
}
