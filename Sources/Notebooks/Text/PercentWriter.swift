/// A notebook as plain Swift text with marks between its cells: jupytext's percent format.
///
///     // %% [markdown]
///     // # Digits
///
///     // %% tags=["parameters"]
///     let rate = 0.01
///
/// The text holds everything but outputs and execution counts; what the format has no place for is lost.
package enum PercentWriter {
    /// - Parameter keepsIdentifiers: write the cells' identifiers, without which a notebook made from the text gets others.
    package static func text(of notebook: Notebook, keepsIdentifiers: Bool = true) -> String {
        var blocks: [String] = []
        if !notebook.metadata.members.isEmpty {
            let lines = ["---", "jupyter:"] + YAMLWriter.lines(of: notebook.metadata, indent: 2) + ["---"]
            blocks.append(lines.map { "// " + $0 }.joined(separator: "\n"))
        }
        for cell in notebook.cells { blocks.append(block(cell, keepsIdentifiers)) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func block(_ cell: NotebookCell, _ keepsIdentifiers: Bool) -> String {
        var mark = "// %%"
        switch cell.kind {
        case .code: break
        case .markdown: mark += " [markdown]"
        case .raw: mark += " [raw]"
        }
        var options: [(String, JSONValue)] = []
        if keepsIdentifiers, let id = cell.id { options.append(("id", .text(id))) }
        let metadata = cell.object["metadata"]?.object ?? JSONObject()
        // What is no name goes into one object.
        let isPlain = metadata.members.allSatisfy { isName($0.key) && !["id", "attachments", "metadata"].contains($0.key) }
        if isPlain {
            options += metadata.members.map { ($0.key, $0.value) }
        } else {
            options.append(("metadata", .object(metadata)))
        }
        if let attachments = cell.object["attachments"] { options.append(("attachments", attachments)) }
        for (name, value) in options { mark += " \(name)=" + JSONWriter.line(of: value) }
        let lines = cell.source.split(separator: "\n", omittingEmptySubsequences: false)
        let body = lines.map { line in
            cell.kind == .code ? hidden(line) : line.isEmpty ? "//" : "// " + line
        }.joined(separator: "\n")
        return body.isEmpty ? mark : mark + "\n" + body
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == ".") }
    }

    /// A line command is no Swift: it stands as a comment. A comment that looks like one, or like a mark, is set in
    /// once more.
    private static func hidden(_ line: Substring) -> String {
        PercentText.isHidden(line) ? "// " + line : String(line)
    }
}

/// What writer and reader agree on.
enum PercentText {
    /// `%time …`, and the same behind `// ` any number of times; marks of cells are such lines too.
    static func isHidden(_ line: Substring) -> Bool {
        var rest = line
        while rest.hasPrefix("// ") { rest = rest.dropFirst(3) }
        guard rest.first == "%" else { return false }
        let name = rest.drop { $0 == "%" }
        return name.first.map { $0.isLetter || $0 == "_" } ?? false || isMark("// " + rest)
    }

    /// `// %%` and what may follow it.
    static func isMark(_ line: String) -> Bool {
        guard line.hasPrefix("// %%") else { return false }
        let rest = line.dropFirst(5)
        return rest.isEmpty || rest.first == " " || rest.first == "\t"
    }
}
