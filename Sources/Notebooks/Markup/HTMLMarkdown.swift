/// Markdown as HTML, with the pictures that a cell carries along inside.
struct HTMLMarkdown {
    let html: String

    /// - Parameter headings: the anchors of the page so far, and how often each was asked for.
    init(_ cell: NotebookCell, _ headings: inout [String: Int]) {
        html = Self.html(of: Markdown(cell.source).blocks, cell, &headings)
    }

    static func html(of blocks: [Markdown.Block]) -> String {
        var headings: [String: Int] = [:]
        return html(of: blocks, nil, &headings)
    }

    private static func html(of blocks: [Markdown.Block], _ cell: NotebookCell?, _ headings: inout [String: Int]) -> String {
        var result = ""
        for block in blocks {
            switch block {
            case .heading(let level, let text):
                let anchor = anchor(of: text, &headings)
                result += "<h\(level) id=\"\(HTML.escaped(anchor))\">\(html(of: text, cell))</h\(level)>\n"
            case .paragraph(let text): result += "<p>\(html(of: text, cell))</p>\n"
            case .code(let text, let language):
                let isSwift = language == "swift" || language == "Swift"
                result += "<pre><code>\(isSwift ? HTML.highlighted(text) : HTML.escaped(text))</code></pre>\n"
            case .math(let text): result += "<p class=\"math\">\(HTML.escaped(text))</p>\n"
            case .quote(let inner): result += "<blockquote>\n\(html(of: inner, cell, &headings))</blockquote>\n"
            case .list(let items, let start):
                result += start.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n"
                for item in items {
                    if item.count == 1, case .paragraph(let text) = item[0] {
                        result += "<li>\(html(of: text, cell))</li>\n"
                    } else {
                        result += "<li>\(html(of: item, cell, &headings))</li>\n"
                    }
                }
                result += start == nil ? "</ul>\n" : "</ol>\n"
            case .table(let header, let alignments, let rows):
                func row(_ cells: [[Markdown.Inline]], _ tag: String) -> String {
                    "<tr>" + zip(cells, alignments).map { text, alignment in
                        let style = alignment == .none ? "" : " style=\"text-align: \(alignment.rawValue)\""
                        return "<\(tag)\(style)>\(html(of: text, cell))</\(tag)>"
                    }.joined() + "</tr>\n"
                }
                result += "<table>\n<thead>\n\(row(header, "th"))</thead>\n<tbody>\n\(rows.map { row($0, "td") }.joined())</tbody>\n</table>\n"
            case .rule: result += "<hr>\n"
            }
        }
        return result
    }

    private static func html(of inlines: [Markdown.Inline], _ cell: NotebookCell?) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): HTML.escaped(text)
            case .emphasis(let inner): "<em>\(html(of: inner, cell))</em>"
            case .strong(let inner): "<strong>\(html(of: inner, cell))</strong>"
            case .struck(let inner): "<del>\(html(of: inner, cell))</del>"
            case .code(let text): "<code>\(HTML.escaped(text))</code>"
            case .math(let text): "<span class=\"math\">\(HTML.escaped(text))</span>"
            case .link(let inner, let address):
                isSafe(address) ? "<a href=\"\(HTML.escaped(address))\">\(html(of: inner, cell))</a>" : html(of: inner, cell)
            case .image(let label, let address): image(label, address, cell)
            case .lineBreak: "<br>\n"
            }
        }.joined()
    }

    private static func isSafe(_ address: String) -> Bool {
        let scheme = address.prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
        guard scheme.endIndex < address.endIndex, address[scheme.endIndex] == ":" else { return true }
        return ["http", "https", "mailto"].contains(scheme.lowercased())
    }

    private static func image(_ label: String, _ address: String, _ cell: NotebookCell?) -> String {
        if address.hasPrefix("data:image/") { return "<img alt=\"\(HTML.escaped(label))\" src=\"\(HTML.escaped(address))\">" }
        if address.hasPrefix("attachment:"), let file = cell?.attachment(String(address.dropFirst(11))) {
            return "<img alt=\"\(HTML.escaped(label))\" src=\"data:\(HTML.escaped(file.type));base64,\(file.content.filter { !$0.isWhitespace })\">"
        }
        // A picture from elsewhere is linked, not loaded.
        return isSafe(address) ? "<a href=\"\(HTML.escaped(address))\">\(HTML.escaped(label.isEmpty ? address : label))</a>" : HTML.escaped(label)
    }

    private static func anchor(of text: [Markdown.Inline], _ headings: inout [String: Int]) -> String {
        let name = plain(text).lowercased().map { $0.isLetter || $0.isNumber ? String($0) : $0 == " " || $0 == "-" ? "-" : "" }.joined()
        let count = headings[name, default: 0]
        headings[name] = count + 1
        return count == 0 ? name : "\(name)-\(count)"
    }

    /// Text without marks.
    static func plain(_ inlines: [Markdown.Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text), .code(let text), .math(let text): text
            case .emphasis(let inner), .strong(let inner), .struck(let inner), .link(let inner, _): plain(inner)
            case .image(let label, _): label
            case .lineBreak: " "
            }
        }.joined()
    }
}
