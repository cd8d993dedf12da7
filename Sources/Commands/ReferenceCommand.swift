internal import ArgumentParser
internal import Glibc
internal import Notebooks
internal import Session

/// `vencejo reference`: everything that a cell can name, as pages or as a notebook of examples.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Write the reference of everything that a cell can name.",
        discussion: "As Markdown pages into a folder, or with -o as a notebook in which each declaration stands above a cell that uses it.")

    @Argument(help: "The folder for the pages; pages in it that are no longer written are taken away.")
    var folder: String?

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The notebook to write.", valueName: "out"))
    var output: String?

    func validate() throws {
        if folder == nil && output == nil { throw ValidationError("give a folder for pages, or a notebook with -o") }
    }

    func run() throws {
        do throws(Folder.Failure) {
            if let folder { try writePages(to: folder) }
            if let output { try writeNotebook(to: output) }
        } catch {
            throw CommandFailure.unusable(error.message)
        }
    }

    private func writePages(to folder: String) throws(Folder.Failure) {
        let pages = Reference.pages()
        try Folder.create(folder)
        for page in pages { try Folder.write(Array(page.text.utf8), to: folder + "/" + page.name) }
        for name in Folder.entries(folder) where name.hasSuffix(".md") && !pages.contains(where: { $0.name == name }) {
            unlink(folder + "/" + name)
        }
        Standard.write("\(pages.count) pages in \(folder)\n", to: .output)
    }

    private func writeNotebook(to path: String) throws(Folder.Failure) {
        var cells = [NotebookCell(.markdown, source: "# Vencejo \(Session.version): the reference")]
        for entry in LibraryExamples.all {
            cells.append(NotebookCell(.markdown, source: "```swift\n\(entry.declaration)\n```\n\n\(entry.documentation)"))
            cells.append(NotebookCell(.code, source: Self.alone(entry.example)))
        }
        try Folder.write(Notebook(cells: cells).bytes, to: path)
        Standard.write("wrote \(path)\n", to: .output)
    }

    /// An example whose variables are its own: other cells may have others of those names.
    private static func alone(_ example: String) -> String {
        let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
        func begins(_ words: [String]) -> Bool { lines.contains { line in words.contains { line.hasPrefix($0 + " ") } } }
        guard begins(["let", "var"]), !begins(["extension", "protocol", "struct", "class", "enum", "func", "indirect", "final", "import", "%"]) else { return example }
        return "do {\n" + lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n") + "\n}"
    }
}
