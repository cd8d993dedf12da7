internal import ArgumentParser
internal import Notebooks
internal import Session

/// `vencejo reference`: everything that a cell can name, as a notebook of examples.
struct ReferenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reference",
        abstract: "Write a notebook with an example of everything that a cell can name.",
        discussion: "Each declaration stands above the cell that uses it, as the library's table has it.")

    @Option(name: [.customShort("o"), .long], help: ArgumentHelp("The notebook to write.", valueName: "out"))
    var output: String

    func run() throws {
        var cells = [NotebookCell(.markdown, source: "# Vencejo \(Session.version): the reference")]
        for entry in LibraryExamples.all {
            cells.append(NotebookCell(.markdown, source: "```swift\n\(entry.declaration)\n```\n\n\(entry.documentation)"))
            cells.append(NotebookCell(.code, source: Self.alone(entry.example)))
        }
        do throws(Folder.Failure) {
            try Folder.write(Notebook(cells: cells).bytes, to: output)
        } catch {
            throw CommandFailure.failed(error.message)
        }
        Standard.write("wrote \(output)\n", to: .output)
    }

    /// An example whose variables are its own: other cells may have others of those names.
    private static func alone(_ example: String) -> String {
        let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
        func begins(_ words: [String]) -> Bool { lines.contains { line in words.contains { line.hasPrefix($0 + " ") } } }
        guard begins(["let", "var"]), !begins(["extension", "protocol", "struct", "class", "enum", "func", "indirect", "final", "import", "%"]) else { return example }
        return "do {\n" + lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n") + "\n}"
    }
}
