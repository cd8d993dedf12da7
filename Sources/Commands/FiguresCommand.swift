internal import ArgumentParser
internal import Glibc
internal import Notebooks
internal import Session

extension FigureConversion.Format: ExpressibleByArgument {}

/// `vencejo figures NOTEBOOK… --out DIR`: the figures of notebooks as files.
struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Write the figures of notebooks as files.",
        discussion: """
            The figures are those that the notebooks hold; with --run the notebooks are run first. A figure is named by \
            the label of its cell ('label' in the cell's metadata, or '//| label: NAME' at its start), else by notebook, \
            number and heading. figures.json tells of each: notebook, cell, caption, alternative text, size and hash.

            A file that is the same already stays as it is. PNG and PDF are made by rsvg-convert (package librsvg2-bin).
            """)

    @Argument(help: ArgumentHelp("The notebooks.", valueName: "notebook"))
    var notebooks: [String]

    @Option(name: [.customShort("o"), .customLong("out")], help: ArgumentHelp("The folder for the figures.", valueName: "dir"))
    var output: String

    @Option(help: "svg, png or pdf.")
    var format = FigureConversion.Format.svg

    @Option(help: "The pixels an inch of a PNG.")
    var dpi = 200.0

    @Flag(name: .customLong("run"), help: "Run the notebooks first.")
    var runsFirst = false

    @Flag(help: "Remove files that an earlier call wrote into the folder and that are no figures any more.")
    var prune = false

    func validate() throws {
        guard !notebooks.isEmpty else { throw ValidationError("give a notebook") }
        guard dpi >= 10, dpi <= 2400 else { throw ValidationError("--dpi is a number from 10 to 2400, not \(dpi)") }
    }

    func run() throws {
        var figures: [(file: String, notebook: String, entry: FigureCatalog.Entry, bytes: [UInt8])] = []
        var taken: [String: String] = [:]
        let known = earlier()
        for path in notebooks {
            let catalog = FigureCatalog(try notebook(path), stem: NotebookJob.stem(of: path))
            for entry in catalog.entries {
                let file = "\(entry.name).\(format.rawValue)"
                if let other = taken.updateValue(path, forKey: file) {
                    throw CommandFailure.unusable("'\(other)' and '\(path)' both have a figure '\(entry.name)': give one another label")
                }
                figures.append((file, path, entry, try bytes(of: entry, file, known)))
            }
        }
        var written = 0
        do throws(Folder.Failure) {
            try Folder.create(output)
            for figure in figures { written += try write(figure.bytes, figure.file) ? 1 : 0 }
            if prune { for name in known.keys.sorted() where taken[name] == nil && !name.contains("/") { unlink("\(output)/\(name)") } }
            _ = try write(JSONWriter.bytes(of: manifest(figures)), Self.manifestName)
        } catch {
            throw CommandFailure.failed(error.message)
        }
        Standard.write("\(figures.count) figure\(figures.count == 1 ? "" : "s") in \(output), \(written) written\n", to: .output)
    }

    private static let manifestName = "figures.json"

    private func notebook(_ path: String) throws -> Notebook {
        var notebook = try RunCommand.read(path)
        guard runsFirst else { return notebook }
        var configuration = SessionConfiguration()
        configuration.workingDirectory = Folder.absolute(NotebookJob.folder(of: path))
        let session = Session(configuration)
        let progress = RunProgress(path)
        let outcome = NotebookRunner().run(&notebook, in: session, report: { progress.show(RunMessage($0)) })
        guard outcome == .finished else { throw CommandFailure.cellFailed }
        session.shutDown()
        return notebook
    }

    /// The members of an earlier manifest by file: source's hash and the file's.
    private func earlier() -> [String: JSONObject] {
        guard let bytes = try? InputFile.read("\(output)/\(Self.manifestName)"), let list = (try? JSONParser.parse(bytes))?.object?["figures"]?.array else { return [:] }
        return Dictionary(list.compactMap { entry in entry.object.flatMap { object in object["file"]?.text.map { ($0, object) } } }) { first, _ in first }
    }

    private func manifest(_ figures: [(file: String, notebook: String, entry: FigureCatalog.Entry, bytes: [UInt8])]) -> JSONValue {
        guard format != .svg, let list = FigureCatalog.manifest(figures).object?["figures"]?.array else { return FigureCatalog.manifest(figures) }
        // Of what a picture was made, so that it need not be made again.
        return .object(JSONObject([("figures", .array(zip(figures, list).map { figure, entry in
            var object = entry.object ?? JSONObject()
            object["source"] = .text(source(figure.entry))
            return .object(object)
        }))]))
    }

    private func source(_ entry: FigureCatalog.Entry) -> String {
        FigureCatalog.hash(Array("\(dpi) \(entry.svg)".utf8))
    }

    private func bytes(of entry: FigureCatalog.Entry, _ file: String, _ known: [String: JSONObject]) throws -> [UInt8] {
        if format != .svg, let old = known[file], old["source"]?.text == source(entry), let bytes = try? InputFile.read("\(output)/\(file)"),
            old["sha256"]?.text == FigureCatalog.hash(bytes)
        {
            return bytes
        }
        do throws(FigureConversion.Failure) {
            return try FigureConversion.bytes(of: entry.svg, as: format, dpi: dpi)
        } catch {
            throw CommandFailure.failed(error.message)
        }
    }

    /// Whether the file was another one.
    private func write(_ bytes: [UInt8], _ name: String) throws(Folder.Failure) -> Bool {
        let path = "\(output)/\(name)"
        if let old = try? InputFile.read(path), old == bytes { return false }
        try Folder.write(bytes, to: path)
        return true
    }
}
