/// A notebook as a LaTeX text, with its figures as PDF or PNG beside it.
package enum LaTeXExport {
    /// - Throws: when a figure cannot be made into a PDF.
    package static func document(of notebook: Notebook, _ options: DocumentOptions) throws(FigureConversion.Failure) -> Document {
        var body = ""
        var pictures = PictureFiles(options.name)
        var files: [Document.File] = []
        for cell in notebook.cells where !cell.isLeftOut {
            switch cell.kind {
            case .markdown:
                pictures.heading(in: cell)
                var text = cell
                text.source = pictures.withAttachments(cell)
                body += LaTeXMarkdown.latex(of: Markdown(text.source).blocks) + "\n"
            case .raw:
                let type = cell.object["metadata"]?.object?["format"]?.text ?? cell.object["metadata"]?.object?["raw_mimetype"]?.text
                if type == "text/latex" { body += cell.source + "\n\n" }
            case .code:
                if options.showsCode, !cell.hidesInput, cell.source.contains(where: { !$0.isWhitespace }) {
                    body += listing(cell.source, "style=swift")
                }
                if cell.hidesOutput { continue }
                for output in cell.outputs { body += try latex(output, &pictures, &files) }
            }
        }
        let title = LaTeX.escaped(notebook.title(options.name))
        return Document(text: preamble + "\\title{\(title)}\n\\date{}\n\\begin{document}\n" + body + "\\end{document}\n", files: pictures.files + files)
    }

    private static func latex(_ output: CellOutput, _ pictures: inout PictureFiles, _ files: inout [Document.File]) throws(FigureConversion.Failure) -> String {
        switch output.type {
        case "stream": return listing(TerminalCodes.removed(from: output.text), "style=output")
        case "error": return listing(TerminalCodes.removed(from: output.traceback.joined(separator: "\n")), "style=output")
        default:
            var name: String?
            if let svg = output.content("image/svg+xml") {
                let pdf = try FigureConversion.bytes(of: svg, as: .pdf)
                name = pictures.reserve("pdf")
                if let name { files.append(Document.File(name: name, bytes: pdf)) }
            } else {
                name = pictures.add(output, types: ["image/png", "image/jpeg"])
            }
            if let name { return "\\begin{center}\n\\includegraphics[max width=\\linewidth]{\(name)}\n\\end{center}\n\n" }
            if let text = output.content("text/latex") { return text + "\n\n" }
            return output.content("text/plain").map { listing($0, "style=output") } ?? ""
        }
    }

    static func listing(_ text: String, _ options: String) -> String {
        // The environment's own end inside it would end it.
        let safe = text.replacing("\\end{lstlisting}", with: "\\end {lstlisting}").replacing("\r", with: "")
        return "\\begin{lstlisting}[\(options)]\n\(safe)\(safe.hasSuffix("\n") ? "" : "\n")\\end{lstlisting}\n\n"
    }

    private static let preamble = """
        \\documentclass[a4paper]{article}
        \\usepackage{iftex}
        \\ifPDFTeX
          \\usepackage[T1]{fontenc}
          \\usepackage[utf8]{inputenc}
        \\else
          \\usepackage{fontspec}
          \\setmonofont{DejaVu Sans Mono}[Scale=MatchLowercase]
        \\fi
        \\usepackage[margin=25mm]{geometry}
        \\usepackage{amsmath,amssymb,graphicx,xcolor,listings,ulem}
        \\usepackage[export]{adjustbox}
        \\usepackage[hidelinks]{hyperref}
        \\normalem
        \\lstdefinelanguage{Swift}{
          morekeywords={\(SwiftHighlighter.keywords.sorted().joined(separator: ","))},
          sensitive=true, morecomment=[l]{//}, morecomment=[s]{/*}{*/}, morestring=[b]"}
        \\lstset{basicstyle=\\ttfamily\\small, breaklines=true, columns=fullflexible, keepspaces=true, showstringspaces=false, extendedchars=true, upquote=true}
        \\lstdefinestyle{swift}{language=Swift, frame=single, rulecolor=\\color{black!20}, backgroundcolor=\\color{black!3},
          keywordstyle=\\color{violet!80!black}, commentstyle=\\color{black!55}, stringstyle=\\color{red!65!black}}
        \\lstdefinestyle{output}{}

        """
}

/// What LaTeX asks of text.
enum LaTeX {
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\textbackslash{}"
            case "{", "}", "$", "&", "#", "_", "%": result += "\\" + String(scalar)
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// Markdown as LaTeX.
enum LaTeXMarkdown {
    static func latex(of blocks: [Markdown.Block]) -> String {
        blocks.map { block in
            switch block {
            case .heading(let level, let text):
                "\\\(["section", "section", "subsection", "subsubsection", "paragraph", "subparagraph"][level - 1])*{\(latex(of: text))}\n\n"
            case .paragraph(let text): latex(of: text) + "\n\n"
            case .code(let text, let language): LaTeXExport.listing(text, language.lowercased() == "swift" ? "style=swift" : "style=output")
            case .math(let text): text.contains("\\begin{align") || text.contains("\\begin{equation") ? text + "\n\n" : "\\[\n\(text)\n\\]\n\n"
            case .quote(let inner): "\\begin{quote}\n\(latex(of: inner))\\end{quote}\n\n"
            case .list(let items, let start): list(items, start)
            case .table(let header, let alignments, let rows): table(header, alignments, rows)
            case .rule: "\\medskip\\hrule\\medskip\n\n"
            }
        }.joined()
    }

    private static func list(_ items: [[Markdown.Block]], _ start: Int?) -> String {
        let name = start == nil ? "itemize" : "enumerate"
        let number = start.map { $0 == 1 ? "" : "\\setcounter{enumi}{\($0 - 1)}\n" } ?? ""
        return "\\begin{\(name)}\n\(number)" + items.map { "\\item " + latex(of: $0).trimmed + "\n" }.joined() + "\\end{\(name)}\n\n"
    }

    private static func table(_ header: [[Markdown.Inline]], _ alignments: [Markdown.Alignment], _ rows: [[[Markdown.Inline]]]) -> String {
        let columns = alignments.map { $0 == .right ? "r" : $0 == .center ? "c" : "l" }.joined()
        func row(_ cells: [[Markdown.Inline]]) -> String { cells.map { latex(of: $0) }.joined(separator: " & ") + " \\\\\n" }
        return "\\begin{center}\n\\begin{tabular}{\(columns)}\n\(row(header))\\hline\n\(rows.map(row).joined())\\end{tabular}\n\\end{center}\n\n"
    }

    private static func latex(of inlines: [Markdown.Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): LaTeX.escaped(text)
            case .emphasis(let inner): "\\emph{\(latex(of: inner))}"
            case .strong(let inner): "\\textbf{\(latex(of: inner))}"
            case .struck(let inner): "\\sout{\(latex(of: inner))}"
            case .code(let text): "\\texttt{\(LaTeX.escaped(text))}"
            case .math(let text): "$\(text)$"
            case .link(let inner, let address): "\\href{\(LaTeX.escaped(address))}{\(latex(of: inner))}"
            case .image(let label, let address):
                // A picture from elsewhere is named, not fetched.
                address.contains(":") ? LaTeX.escaped(label.isEmpty ? address : label) : "\\includegraphics[max width=\\linewidth]{\(address)}"
            case .lineBreak: "\\\\\n"
            }
        }.joined()
    }
}
