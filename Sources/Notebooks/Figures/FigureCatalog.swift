internal import Crypto
internal import Vencejo

/// The figures of a notebook with all that a text about them needs: name, caption, words for those who cannot see them.
package struct FigureCatalog: Sendable {
    package struct Entry: Sendable, Equatable {
        /// Without ending: the cell's label, or notebook, number and heading.
        package let name: String
        /// Among the cells that run, from 1.
        package let cell: Int
        package let id: String?
        package let caption: String
        package let alt: String
        package let svg: String
    }

    package let entries: [Entry]

    /// The figures that the outputs of a notebook show, in order.
    ///
    /// A cell's label is `label` in its metadata or a comment `//| label: NAME` (Quarto's) or `// label: NAME` at its
    /// start; the caption is found in the same places, or is the figure's title.
    package init(_ notebook: Notebook, stem: String) {
        var entries: [Entry] = []
        var heading = ""
        var number = 0
        var taken: Set<String> = []
        for cell in notebook.cells {
            if cell.kind == .markdown, let last = Headings.all(in: cell.source).last { heading = last.text }
            guard NotebookRunner.runs(cell) else { continue }
            number += 1
            let figures = cell.outputs.compactMap { $0.content("image/svg+xml") }
            for (index, svg) in figures.enumerated() {
                let label = Self.option("label", of: cell) ?? ""
                let slug = FigureName.slug(of: label)
                var name = slug.isEmpty ? FigureName.name(of: stem, number: entries.count + 1, heading: heading) : index == 0 ? slug : "\(slug)-\(index + 1)"
                var salt = 2
                let wanted = name
                while !taken.insert(name).inserted {
                    name = "\(wanted)-\(salt)"
                    salt += 1
                }
                let title = Self.element("title", of: svg)
                let alt = Self.element("desc", of: svg)
                entries.append(
                    Entry(
                        name: name, cell: number, id: cell.id, caption: Self.option("caption", of: cell) ?? Self.option("fig-cap", of: cell) ?? title,
                        alt: Self.option("alt", of: cell) ?? Self.option("fig-alt", of: cell) ?? (alt.isEmpty ? title : alt), svg: svg))
            }
        }
        self.entries = entries
    }

    /// What a cell says of itself, in its metadata or in comments at its start.
    private static func option(_ name: String, of cell: NotebookCell) -> String? {
        if let text = cell.metadata[name]?.text ?? cell.metadata["vencejo"]?.object?[name]?.text { return text }
        for line in cell.source.split(whereSeparator: \.isNewline) {
            guard line.hasPrefix("//") else { break }
            let text = line.drop { $0 == "/" || $0 == "|" }.trimmed
            if text.hasPrefix(name + ":") { return text.dropFirst(name.count + 1).trimmed.filter { $0 != "\"" } }
        }
        return nil
    }

    /// The text of an element that the drawing itself has.
    private static func element(_ name: String, of svg: String) -> String {
        guard let open = svg.range(of: "<\(name)"), let start = svg[open.upperBound...].firstIndex(of: ">"),
            let end = svg[start...].range(of: "</\(name)>")
        else { return "" }
        let text = svg[svg.index(after: start)..<end.lowerBound]
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&").trimmed
    }

    /// The manifest: what is in the folder, and where it comes from.
    package static func manifest(_ figures: [(file: String, notebook: String, entry: Entry, bytes: [UInt8])]) -> JSONValue {
        .object(
            JSONObject([
                ("figures", .array(figures.map { figure in
                    let size = size(of: figure.entry.svg)
                    return .object(
                        JSONObject([
                            ("file", .text(figure.file)), ("notebook", .text(figure.notebook)), ("cell", .integer(figure.entry.cell)),
                            ("id", figure.entry.id.map(JSONValue.text) ?? .null), ("caption", .text(figure.entry.caption)), ("alt", .text(figure.entry.alt)),
                            ("width", .integer(size.width)), ("height", .integer(size.height)), ("bytes", .integer(figure.bytes.count)),
                            ("sha256", .text(hash(figure.bytes))),
                        ]))
                }))
            ]))
    }

    /// Width and height of a drawing in pixels.
    private static func size(of svg: String) -> (width: Int, height: Int) {
        guard let start = svg.range(of: "<svg"), let end = svg[start.upperBound...].firstIndex(of: ">") else { return (0, 0) }
        let tag = svg[start.upperBound..<end]
        func number(_ name: String) -> Int {
            guard let place = tag.range(of: " \(name)=\"") else { return 0 }
            return Int((Double(tag[place.upperBound...].prefix { $0.isNumber || $0 == "." }) ?? 0).rounded())
        }
        return (number("width"), number("height"))
    }

    package static func hash(_ bytes: [UInt8]) -> String {
        SHA256.hash(data: bytes).map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
