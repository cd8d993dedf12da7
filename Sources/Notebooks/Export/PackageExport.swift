package import Session
internal import Vencejo

/// Notebooks as one Swift package with a program for each.
package struct PackageExport {
    /// Where the package finds the library.
    package enum Source: Sendable, Equatable {
        /// A checkout on this machine.
        case path(String)
        case url(String, version: String)
    }

    /// A file of the package, by its path inside.
    package struct File: Sendable, Equatable {
        package let path: String
        package let text: String
    }

    /// Why a notebook cannot become a program.
    package struct Failure: Error {
        package let notebook: String
        package let error: CellError
    }

    package let name: String
    package let source: Source

    package init(name: String, source: Source) {
        self.name = name
        self.source = source
    }

    /// The package's files.
    ///
    /// - Parameter notebooks: each with the name its program gets.
    /// - Throws: the first cell that is not right.
    package func files(of notebooks: [(name: String, notebook: Notebook)]) throws(Failure) -> [File] {
        var files = [
            File(path: "Package.swift", text: manifest(notebooks.map(\.name))),
            File(path: ".gitignore", text: ".build/\nfigures/\n"),
        ]
        for (name, notebook) in notebooks {
            let text: String
            do {
                text = try ProgramText.text(of: notebook, name: name)
            } catch {
                throw Failure(notebook: name, error: error)
            }
            files.append(File(path: "Sources/\(name)/main.swift", text: text))
        }
        return files
    }

    /// The cells' top level is a script's: its variables are seen by all functions below, as in a session. That is
    /// what language mode 5 allows and mode 6 does not.
    private func manifest(_ names: [String]) -> String {
        let dependency: String
        let identity: String
        switch source {
        case .path(let path):
            dependency = ".package(path: \(Self.literal(path)))"
            identity = path.split(separator: "/").last.map(String.init) ?? path
        case .url(let url, let version):
            dependency = ".package(url: \(Self.literal(url)), from: \(Self.literal(version)))"
            let last = url.split(separator: "/").last.map(String.init) ?? url
            identity = last.hasSuffix(".git") ? String(last.dropLast(4)) : last
        }
        let targets = names.map { name in
            """
                    .executableTarget(name: \(Self.literal(name)), dependencies: [vencejo]),

            """
        }.joined()
        return """
            // swift-tools-version: 6.0
            import PackageDescription

            let vencejo = Target.Dependency.product(name: "Vencejo", package: \(Self.literal(identity)))

            let package = Package(
                name: \(Self.literal(name)),
                dependencies: [
                    \(dependency)
                ],
                targets: [
            \(targets)    ],
                swiftLanguageModes: [.v5]
            )

            """
    }

    static func literal(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// The name of a notebook's program: its file's name with what Swift takes for a target.
    package static func programName(_ stem: String) -> String {
        let name = String(stem.map { $0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "-" || $0 == "_" ? $0 : "-" })
        return name.isEmpty ? "notebook" : name
    }
}

/// A notebook as a program: its texts as comments, its cells in order.
package enum ProgramText {
    /// - Throws: what is wrong with a cell.
    package static func text(of notebook: Notebook, name: String) throws(CellError) -> String {
        let code = notebook.cells.filter(NotebookRunner.runs)
        let translated = CellTranslator.translate(code.enumerated().map { ("cell \($0 + 1)", $1.source) })
        var text = "import Foundation\nimport Vencejo\n\nNotebookProgram.begin(\(PackageExport.literal(name)))\n"
        var number = 0
        var heading = ""
        for cell in notebook.cells {
            if cell.kind == .markdown, let last = Headings.all(in: cell.source).last { heading = last.text }
            guard cell.kind == .code else {
                text += "\n" + comment(cell.source)
                continue
            }
            guard NotebookRunner.runs(cell) else {
                if cell.source.contains(where: { !$0.isWhitespace }) { text += "\n// This cell does not run.\n" + comment(cell.source) }
                continue
            }
            number += 1
            let mark = "// MARK: Cell \(number)\nNotebookProgram.cell(\(number)"
                + (heading.isEmpty ? "" : ", heading: " + PackageExport.literal(heading)) + ")\n"
            switch translated[number - 1] {
            case .success(let translated): text += "\n" + mark + ended(translated.text)
            case .failure(let error):
                guard cell.tags.contains("raises-exception") else { throw error }
                text += "\n// This cell is there to be refused: \(error.message)\n" + comment(cell.source)
            }
        }
        return text + "\nNotebookProgram.end()\n"
    }

    static func comment(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "//\n" : "// \($0)\n" }.joined()
    }

    private static func ended(_ text: String) -> String {
        text.hasSuffix("\n") ? text : text + "\n"
    }
}
