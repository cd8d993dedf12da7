/// A notebook as a text of another kind, with the files that lie beside it.
package struct Document: Sendable {
    package struct File: Sendable, Equatable {
        package let name: String
        package let bytes: [UInt8]
    }

    package let text: String
    package let files: [File]

    package init(text: String, files: [File] = []) {
        self.text = text
        self.files = files
    }
}

/// How a document is made.
package struct DocumentOptions: Sendable {
    /// The notebook's name.
    package let name: String
    /// Code is folded and opens with a click.
    package let foldsCode: Bool
    package let showsCode: Bool

    package init(name: String, foldsCode: Bool = false, showsCode: Bool = true) {
        self.name = name
        self.foldsCode = foldsCode
        self.showsCode = showsCode
    }
}

extension Notebook {
    /// What the notebook is called: in its metadata, by its first heading, or by its file.
    func title(_ name: String) -> String {
        if let title = metadata["title"]?.text { return title }
        for cell in cells where cell.kind == .markdown {
            if let first = Headings.all(in: cell.source).first { return first.text }
        }
        return name
    }
}

extension NotebookCell {
    private func isHidden(_ part: String) -> Bool {
        tags.contains("hide-\(part)") || tags.contains("remove-\(part)") || tags.contains("\(part == "input" ? "hide_input" : "remove_output")")
    }

    var hidesInput: Bool { isHidden("input") }
    var hidesOutput: Bool { isHidden("output") }
    var isLeftOut: Bool { tags.contains("remove-cell") || tags.contains("remove_cell") }

    /// A file that the cell's text carries along: its type and bytes in base64.
    func attachment(_ name: String) -> (type: String, content: String)? {
        guard let bundle = object["attachments"]?.object?[name]?.object, let member = bundle.members.first else { return nil }
        return (member.key, MultilineText.text(of: member.value))
    }
}

extension CellOutput {
    /// The formats that the output has, in order.
    var formats: [String] { object["data"]?.object?.members.map(\.key) ?? [] }

    /// The lines that show an error.
    var traceback: [String] { object["traceback"]?.array?.compactMap(\.text) ?? [] }

    var streamName: String { object["name"]?.text ?? "stdout" }
}

/// The codes by which terminals are told colours, which a document has no use for.
enum TerminalCodes {
    static func removed(from text: String) -> String {
        guard text.utf8.contains(0x1B) else { return text }
        var result = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            rest = rest.dropFirst()
            guard scalar == "\u{1B}" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            guard rest.first == "[" else { continue }
            rest = rest.dropFirst()
            while let next = rest.first, !(0x40...0x7E).contains(next.value) { rest = rest.dropFirst() }
            rest = rest.dropFirst()
        }
        return result
    }
}
