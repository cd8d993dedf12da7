/// A notebook as one page: light and dark, figures inside, nothing from elsewhere.
package enum HTMLExport {
    package static func document(of notebook: Notebook, _ options: DocumentOptions) -> Document {
        var body = ""
        var headings: [String: Int] = [:]
        for cell in notebook.cells where !cell.isLeftOut {
            switch cell.kind {
            case .markdown: body += "<section class=\"text\">\n\(HTMLMarkdown(cell, &headings).html)</section>\n"
            case .raw: body += raw(cell)
            case .code: body += code(cell, options)
            }
        }
        let title = HTML.escaped(notebook.title(options.name))
        return Document(
            text: """
                <!DOCTYPE html>
                <html lang="\(HTML.escaped(notebook.metadata["language"]?.text ?? "en"))">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="generator" content="vencejo">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
                <title>\(title)</title>
                <style>
                \(style)</style>
                </head>
                <body>
                <main>
                \(body)</main>
                </body>
                </html>

                """)
    }

    private static func raw(_ cell: NotebookCell) -> String {
        let type = cell.object["metadata"]?.object?["format"]?.text ?? cell.object["metadata"]?.object?["raw_mimetype"]?.text ?? ""
        // Raw text for another format is none for this one.
        guard type.isEmpty || type == "text/plain" else { return "" }
        return "<pre class=\"raw\">\(HTML.escaped(cell.source))</pre>\n"
    }

    private static func code(_ cell: NotebookCell, _ options: DocumentOptions) -> String {
        var html = ""
        if options.showsCode, !cell.hidesInput, cell.source.contains(where: { !$0.isWhitespace }) {
            let text = "<pre class=\"code\"><code>\(HTML.highlighted(cell.source))</code></pre>\n"
            html += options.foldsCode ? "<details><summary>Code</summary>\n\(text)</details>\n" : text
        }
        if !cell.hidesOutput {
            for output in cell.outputs { html += self.output(output) }
        }
        return html.isEmpty ? "" : "<section class=\"cell\">\n\(html)</section>\n"
    }

    private static func output(_ output: CellOutput) -> String {
        switch output.type {
        case "stream":
            let kind = output.streamName == "stderr" ? "stderr" : "stdout"
            return "<pre class=\"output \(kind)\">\(HTML.escaped(TerminalCodes.removed(from: output.text)))</pre>\n"
        case "error":
            let lines = output.traceback.joined(separator: "\n")
            return "<pre class=\"output error\">\(HTML.escaped(TerminalCodes.removed(from: lines)))</pre>\n"
        default: return display(output)
        }
    }

    /// The best of an output's formats that a page can hold without asking anybody for anything.
    private static func display(_ output: CellOutput) -> String {
        let alt = output.content("text/plain") ?? ""
        if let svg = output.content("image/svg+xml"), let inner = HTML.inlineSVG(svg) { return "<figure>\(inner)</figure>\n" }
        for type in ["image/png", "image/jpeg", "image/gif"] {
            guard let content = output.content(type) else { continue }
            let data = content.filter { !$0.isWhitespace }
            return "<figure><img alt=\"\(HTML.escaped(alt))\" src=\"data:\(type);base64,\(data)\"></figure>\n"
        }
        if let html = output.content("text/html"), HTML.isHarmless(html) { return "<div class=\"output html\">\(html)</div>\n" }
        if let text = output.content("text/markdown") {
            return "<div class=\"output\">\(HTMLMarkdown.html(of: Markdown(text).blocks))</div>\n"
        }
        if let text = output.content("text/latex") { return "<pre class=\"output math\">\(HTML.escaped(text))</pre>\n" }
        if output.formats.contains("text/plain") { return "<pre class=\"output\">\(HTML.escaped(alt))</pre>\n" }
        if let json = output.object["data"]?.object?["application/json"] {
            return "<pre class=\"output\">\(HTML.escaped(String(decoding: JSONWriter.bytes(of: json), as: UTF8.self)))</pre>\n"
        }
        return ""
    }

    private static let style = """
        :root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --faint: #59636e; --panel: #f6f8fa; --line: #d1d9e0;
          --keyword: #9b2393; --type: #3a5a8c; --number: #1c00cf; --string: #b3261e; --comment: #5d6c79; --call: #326d74; --alarm: #b3261e; --link: #0969da; }
        @media (prefers-color-scheme: dark) { :root { --paper: #14171a; --ink: #e6e8ea; --faint: #9aa4ae; --panel: #1d2125; --line: #3a4149;
          --keyword: #ff7ab2; --type: #9ccfff; --number: #d9c97c; --string: #ff8170; --comment: #8a96a3; --call: #78c2b3; --alarm: #ff8170; --link: #6cb6ff; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 system-ui, "DejaVu Sans", sans-serif; }
        main { max-width: 54rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
        h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; }
        h1 { margin-top: 0; }
        a { color: var(--link); }
        pre, code { font-family: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; font-size: .875rem; }
        pre { margin: .6rem 0; padding: .7rem .9rem; overflow-x: auto; line-height: 1.45; border-radius: 6px; }
        :not(pre) > code { background: var(--panel); padding: .1em .3em; border-radius: 4px; }
        pre.code, .text pre { background: var(--panel); border: 1px solid var(--line); }
        pre.output { padding: .2rem .9rem; white-space: pre-wrap; overflow-wrap: anywhere; }
        pre.stderr { color: var(--faint); }
        pre.error { color: var(--alarm); border-left: 3px solid var(--alarm); border-radius: 0; }
        figure { margin: .8rem 0; overflow-x: auto; }
        figure svg, img { max-width: 100%; height: auto; }
        details { margin: .6rem 0; }
        summary { cursor: pointer; color: var(--faint); font-size: .875rem; }
        blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--faint); }
        table { border-collapse: collapse; margin: .8rem 0; font-size: .9rem; display: block; overflow-x: auto; }
        th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); text-align: left; }
        hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
        .math { font-family: "DejaVu Serif", Cambria, serif; font-style: italic; }
        .k { color: var(--keyword); } .t { color: var(--type); } .n { color: var(--number); } .s { color: var(--string); }
        .c { color: var(--comment); } .f { color: var(--call); } .m { color: var(--comment); }
        @media print { main { max-width: none; padding: 0; } pre { white-space: pre-wrap; } section.cell { break-inside: avoid-page; } }

        """
}

/// What HTML asks of text.
enum HTML {
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\r": continue
            case _ where scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0x7F: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Swift in colours.
    static func highlighted(_ text: String) -> String {
        SwiftHighlighter.pieces(of: text).map { piece in
            let text = escaped(piece.text)
            guard let name = classes[piece.kind] else { return text }
            return "<span class=\"\(name)\">\(text)</span>"
        }.joined()
    }

    private static let classes: [SwiftHighlighter.Kind: String] = [
        .keyword: "k", .type: "t", .number: "n", .string: "s", .comment: "c", .call: "f", .command: "m",
    ]

    /// A drawing to stand inside a page, its tooltips alive; nil for one that would run or load something.
    static func inlineSVG(_ svg: String) -> String? {
        guard let start = svg.range(of: "<svg"), isHarmless(svg) else { return nil }
        return svg[start.lowerBound...].trimmed
    }

    /// Whether markup neither runs nor loads anything. The page's policy forbids both as well; what would want to is
    /// shown in another way.
    static func isHarmless(_ markup: String) -> Bool {
        let text = markup.lowercased()
        if ["<script", "<iframe", "<object", "<embed", "<link", "<base", "<form", "<meta", "javascript:", "@import", "<foreignobject"].contains(where: { text.contains($0) }) { return false }
        for attribute in [" src=", " href=", " xlink:href=", " data=", "url("] {
            for place in text.ranges(of: attribute) {
                let target = text[place.upperBound...].drop { $0 == "\"" || $0 == "'" || $0.isWhitespace }
                if attribute == " href=", !target.hasPrefix("//") { continue }
                guard target.hasPrefix("data:image/") || target.hasPrefix("#") else { return false }
            }
        }
        return !hasHandler(text)
    }

    /// `onclick=` and its like.
    private static func hasHandler(_ text: String) -> Bool {
        for place in text.ranges(of: " on") {
            let name = text[place.upperBound...].prefix { $0.isLetter }
            let before = text[..<place.lowerBound]
            guard !name.isEmpty, text[name.endIndex...].first == "=", let opening = before.lastIndex(of: "<") else { continue }
            if opening > before.lastIndex(of: ">") ?? text.startIndex || before.lastIndex(of: ">") == nil { return true }
        }
        return false
    }
}
