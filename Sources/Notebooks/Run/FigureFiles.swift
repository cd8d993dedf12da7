/// The figures of a notebook, as files: each SVG it shows, in order.
package enum FigureFiles {
    package struct File: Sendable, Equatable {
        /// `NOTEBOOK-NN-heading.svg`: the number counts the notebook's figures, the heading is the last one above.
        package let name: String
        package let bytes: [UInt8]
    }

    /// - Parameter stem: the notebook's name without its ending.
    package static func files(of notebook: Notebook, stem: String) -> [File] {
        var files: [File] = []
        var heading = ""
        for cell in notebook.cells {
            if cell.kind == .markdown, let last = headings(in: cell.source).last { heading = last }
            guard cell.kind == .code else { continue }
            for output in cell.outputs {
                guard let svg = output.content("image/svg+xml") else { continue }
                let number = files.count + 1
                let slug = slug(of: heading)
                files.append(
                    File(
                        name: "\(stem)-\(number < 10 ? "0" : "")\(number)"
                            + (slug.isEmpty ? "" : "-\(slug)") + ".svg",
                        bytes: Array(svg.utf8)))
            }
        }
        return files
    }

    /// The headings (`# …`) of a text in Markdown, without those inside code.
    private static func headings(in markdown: String) -> [String] {
        var isCode = false
        return markdown.split(separator: "\n").compactMap { line in
            if line.hasPrefix("```") { isCode.toggle() }
            let level = line.prefix { $0 == "#" }.count
            guard !isCode, (1...6).contains(level) else { return nil }
            let rest = line.dropFirst(level)
            return rest.first == " " ? String(rest.dropFirst()) : nil
        }
    }

    /// Letters and digits in lower case, with single hyphens between words, at most 40 of them.
    private static func slug(of heading: String) -> String {
        var words: [String] = [""]
        for character in heading.lowercased() {
            if character.isASCII && (character.isLetter || character.isNumber) {
                words[words.count - 1].append(character)
            } else if words.last != "" && character != "'" && character != "’" {
                words.append("")
            }
        }
        var slug = ""
        for word in words where !word.isEmpty {
            guard slug.isEmpty || slug.count + 1 + word.count <= 40 else { break }
            slug += slug.isEmpty ? String(word.prefix(40)) : "-" + word
        }
        return slug
    }
}
