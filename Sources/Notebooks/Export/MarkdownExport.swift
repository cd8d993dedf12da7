internal import FoundationEssentials
internal import Vencejo

/// A notebook as Markdown, with its pictures as files beside it.
package enum MarkdownExport {
    package static func document(of notebook: Notebook, _ options: DocumentOptions) -> Document {
        var parts: [String] = []
        var pictures = PictureFiles(options.name)
        for cell in notebook.cells where !cell.isLeftOut {
            switch cell.kind {
            case .markdown:
                pictures.heading(in: cell)
                parts.append(pictures.withAttachments(cell))
            case .raw: parts.append(cell.source)
            case .code:
                if options.showsCode, !cell.hidesInput, cell.source.contains(where: { !$0.isWhitespace }) {
                    parts.append(fenced(cell.source, "swift"))
                }
                if cell.hidesOutput { continue }
                for output in cell.outputs { parts += [text(output, &pictures)].compactMap(\.self) }
            }
        }
        let text = parts.map { part in
            var part = part[...]
            while part.last?.isNewline == true { part = part.dropLast() }
            return String(part)
        }.joined(separator: "\n\n")
        return Document(text: text + "\n", files: pictures.files)
    }

    private static func text(_ output: CellOutput, _ pictures: inout PictureFiles) -> String? {
        switch output.type {
        case "stream": return fenced(TerminalCodes.removed(from: output.text), "")
        case "error": return fenced(TerminalCodes.removed(from: output.traceback.joined(separator: "\n")), "")
        default:
            if let name = pictures.add(output) {
                let alt = (output.content("text/plain") ?? "").replacing("[", with: "(").replacing("]", with: ")").replacing("\n", with: " ")
                return "![\(alt)](\(name))"
            }
            if let markdown = output.content("text/markdown") { return markdown }
            return output.content("text/plain").map { fenced($0, "") }
        }
    }

    /// A block of code whose fence is longer than any in it.
    static func fenced(_ text: String, _ language: String) -> String {
        var longest = 2
        for line in text.split(separator: "\n") {
            longest = max(longest, line.drop { $0 == " " }.prefix { $0 == "`" }.count)
        }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)"
    }
}

/// The pictures of a notebook as files, named as its figures are.
struct PictureFiles {
    private(set) var files: [Document.File] = []
    private let name: String
    private var heading = ""
    private var count = 0

    init(_ name: String) { self.name = name }

    mutating func heading(in cell: NotebookCell) {
        if let last = Headings.all(in: cell.source).last { heading = last.text }
    }

    /// Keeps an output's picture; gives its file's name.
    ///
    /// - Parameter types: formats that can be used, the best first.
    mutating func add(_ output: CellOutput, types: [String] = ["image/svg+xml", "image/png", "image/jpeg", "image/gif"]) -> String? {
        guard let type = types.first(where: { output.content($0) != nil }), let content = output.content(type) else { return nil }
        return add(type, content)
    }

    /// The name of a picture that is kept elsewhere.
    mutating func reserve(_ ending: String) -> String {
        count += 1
        return FigureName.name(of: name, number: count, heading: heading) + "." + ending
    }

    mutating func add(_ type: String, _ content: String) -> String? {
        let bytes: [UInt8]
        if type == "image/svg+xml" {
            bytes = Array(content.utf8)
        } else if let data = Data(base64Encoded: content.filter { !$0.isWhitespace }) {
            bytes = Array(data)
        } else {
            return nil
        }
        let ending = ["image/svg+xml": "svg", "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "application/pdf": "pdf"][type] ?? "bin"
        let file = reserve(ending)
        files.append(Document.File(name: file, bytes: bytes))
        return file
    }

    /// The text of a cell with its attachments as files.
    mutating func withAttachments(_ cell: NotebookCell) -> String {
        var text = cell.source
        for member in cell.object["attachments"]?.object?.members ?? [] {
            guard let (type, content) = cell.attachment(member.key), text.contains("attachment:" + member.key), let file = add(type, content) else { continue }
            text = text.replacing("attachment:" + member.key, with: file)
        }
        return text
    }
}
