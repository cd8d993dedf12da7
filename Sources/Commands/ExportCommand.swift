internal import ArgumentParser
internal import Notebooks
internal import Session

/// What a notebook is turned into.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    case swiftPackage = "swift-package"
    case script, html, markdown, latex
}

/// `vencejo export NOTEBOOK… --to FORMAT`: a notebook as something else.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Turn notebooks into a Swift package, a script, a page or a text.",
        discussion: """
            swift-package writes a package that builds with 'swift build': each notebook is a program of it, with the \
            cells in order, and prints what the notebook prints. script writes the same program as one Swift file.

            html writes one page a notebook, light and dark, with the figures inside and nothing from the network. \
            markdown and latex write the text, with the figures as files beside it. These three show the outputs that \
            the notebook holds: run it first.

            The exit status is 0 when everything was written, 1 when a cell is not right or a file could not be \
            written, and 2 for a wrong command line or a file that is no notebook.
            """)

    @Argument(help: ArgumentHelp("The notebooks.", valueName: "notebook"))
    var notebooks: [String]

    @Option(name: .customLong("to"), help: "swift-package, script, html, markdown or latex.")
    var format: ExportFormat

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Where it goes: the package's folder; else a file, or a folder for several.", valueName: "out"))
    var output: String?

    @Option(name: .customLong("package"), help: ArgumentHelp("Where the package finds Vencejo: a checkout, or the address of a git repository. Without it the checkout that this program was built in.", valueName: "dir-or-url"))
    var place: String?

    @Option(help: ArgumentHelp("The version that is asked of a repository, or a later one that fits.", valueName: "version"))
    var packageVersion = Session.version

    @Flag(help: "Fold the code of an HTML page; it opens with a click.")
    var foldCode = false

    @Flag(help: "Leave the code out of an HTML page, a Markdown or a LaTeX text.")
    var noCode = false

    func validate() throws {
        guard !notebooks.isEmpty else { throw ValidationError("give a notebook to export") }
    }

    func run() throws {
        let read = try notebooks.map { (path: $0, notebook: try RunCommand.read($0)) }
        let stems = read.map { NotebookJob.stem(of: $0.path) }
        if let twice = Dictionary(grouping: stems) { $0 }.filter({ $0.value.count > 1 }).keys.min() {
            throw CommandFailure.unusable("two notebooks are called '\(twice)': export them one by one")
        }
        switch format {
        case .swiftPackage: try writePackage(read.map(\.notebook), stems)
        default: for (index, entry) in read.enumerated() { try writeDocument(entry.notebook, stems[index]) }
        }
    }

    // MARK: A package

    private func writePackage(_ notebooks: [Notebook], _ stems: [String]) throws {
        let names = stems.map(PackageExport.programName)
        let folder = output ?? (names.count == 1 ? names[0] : "notebooks-package")
        let name = PackageExport.programName(NotebookJob.fileName(of: Folder.absolute(folder)))
        let source = try LibraryPackage.source(place, version: packageVersion)
        // A package and its program may not have the same name as the library's.
        if let taken = names.first(where: { ["vencejo", "tensors", "plotting"].contains($0.lowercased()) }) {
            throw CommandFailure.unusable("a program cannot be called '\(taken)', as a part of the library is: rename the notebook")
        }
        let files: [PackageExport.File]
        do {
            files = try PackageExport(name: name, source: source).files(of: zip(names, notebooks).map { ($0, $1) })
        } catch {
            Standard.write("error: \(error.notebook) cannot become a program\n" + error.error.traceback.map { $0 + "\n" }.joined(), to: .error)
            throw CommandFailure.cellFailed
        }
        for file in files { try write(Array(file.text.utf8), to: folder + "/" + file.path) }
        Standard.write("wrote \(folder): \(names.count) program\(names.count == 1 ? "" : "s"); build with 'swift build -c release --package-path \(folder)'\n", to: .output)
    }

    // MARK: A document

    private func writeDocument(_ notebook: Notebook, _ stem: String) throws {
        let ending = format.ending
        var target = stem + ending
        if let output {
            let isFolder = notebooks.count > 1 || output.hasSuffix("/") || Folder.isFolder(output)
            target = isFolder ? (output.hasSuffix("/") ? String(output.dropLast()) : output) + "/" + target : output
        }
        let options = DocumentOptions(name: stem, foldsCode: foldCode, showsCode: !noCode)
        let document: Document
        switch format {
        case .script, .swiftPackage:
            do {
                document = Document(text: try ProgramText.text(of: notebook, name: PackageExport.programName(stem)))
            } catch {
                Standard.write("error: \(stem) cannot become a program\n" + error.traceback.map { $0 + "\n" }.joined(), to: .error)
                throw CommandFailure.cellFailed
            }
        case .html: document = HTMLExport.document(of: notebook, options)
        case .markdown: document = MarkdownExport.document(of: notebook, options)
        case .latex:
            do throws(FigureConversion.Failure) {
                document = try LaTeXExport.document(of: notebook, options)
            } catch {
                throw CommandFailure.failed(error.message)
            }
        }
        try write(Array(document.text.utf8), to: target)
        for file in document.files { try write(file.bytes, to: NotebookJob.folder(of: target) + "/" + file.name) }
        Standard.write("wrote \(target)\n", to: .output)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        do throws(Folder.Failure) {
            try Folder.create(NotebookJob.folder(of: path))
            try Folder.write(bytes, to: path)
        } catch {
            throw CommandFailure.failed(error.message)
        }
    }
}

extension ExportFormat {
    var ending: String {
        switch self {
        case .swiftPackage: ""
        case .script: ".swift"
        case .html: ".html"
        case .markdown: ".md"
        case .latex: ".tex"
        }
    }
}
