internal import ArgumentParser
internal import Notebooks

/// `vencejo git-diff FILE`: what git compares of a notebook.
struct GitDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "git-diff",
        abstract: "Show a notebook as git is to compare it: without outputs.",
        discussion: """
            For git itself, once for each checkout:

                git config diff.vencejo.textconv 'vencejo git-diff'
                echo '*.ipynb diff=vencejo merge=vencejo' >> .gitattributes

            A file that is no notebook is shown as it is.
            """)

    @Argument(help: ArgumentHelp("The notebook.", valueName: "notebook"))
    var file: String

    func run() throws {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.read(file)
        } catch {
            throw CommandFailure.unusable(error.message)
        }
        let text = (try? Notebook(bytes)).map { PercentWriter.text(of: $0.withoutLanguage, keepsIdentifiers: false) } ?? String(decoding: bytes, as: UTF8.self)
        Standard.write(text, to: .output)
    }
}

/// `vencejo git-merge BASE OURS THEIRS`: puts two versions of a notebook together.
struct GitMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "git-merge",
        abstract: "Put two versions of a notebook together, cell by cell.",
        discussion: """
            For git itself, once for each checkout:

                git config merge.vencejo.name 'notebooks cell by cell'
                git config merge.vencejo.driver 'vencejo git-merge %O %A %B %P'
                echo '*.ipynb diff=vencejo merge=vencejo' >> .gitattributes

            The result goes to OURS. Outputs are never a conflict. The exit status is 1 when both sides changed the same \
            lines of a cell, which then holds both between marks, and 2 for a file that is no notebook.
            """)

    @Argument(help: "What both versions come of.")
    var base: String

    @Argument(help: "One version; the result is written here.")
    var ours: String

    @Argument(help: "The other version.")
    var theirs: String

    @Argument(help: "The notebook's name, for messages.")
    var name: String?

    func run() throws {
        let mine = try RunCommand.read(ours)
        let other = try RunCommand.read(theirs)
        // Without a common ancestor git gives an empty file.
        let isEmpty = (try? InputFile.read(base))?.isEmpty == true
        let merge = NotebookMerge(base: isEmpty ? Notebook() : try RunCommand.read(base), ours: mine, theirs: other)
        do throws(Folder.Failure) { try Folder.write(merge.merged.bytes, to: ours) } catch { throw CommandFailure.failed(error.message) }
        for conflict in merge.conflicts { Standard.write("\(name ?? ours): conflict: \(conflict)\n", to: .error) }
        if !merge.conflicts.isEmpty { throw CommandFailure.cellFailed }
    }
}
