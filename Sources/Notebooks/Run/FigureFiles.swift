internal import Vencejo

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
            if cell.kind == .markdown, let last = Headings.all(in: cell.source).last { heading = last.text }
            guard cell.kind == .code else { continue }
            for output in cell.outputs {
                guard let svg = output.content("image/svg+xml") else { continue }
                let number = files.count + 1
                files.append(
                    File(
                        name: FigureName.name(of: stem, number: number, heading: heading) + ".svg",
                        bytes: Array(svg.utf8)))
            }
        }
        return files
    }
}
