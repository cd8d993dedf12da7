internal import ArgumentParser
internal import Notebooks
internal import Session

/// `vencejo run NOTEBOOK…`: notebooks without a browser.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run notebooks from top to bottom.",
        discussion: """
            Each notebook runs in a session of its own, in its own folder. Without -o and --in-place the \
            results are not kept: the run only tells whether every cell works.

            The exit status is 0 when all cells ran, 1 when one failed (its error is on standard error) \
            and 2 for a wrong command line or a file that is no notebook. A notebook whose cell failed is \
            written to -o with the error in it; --in-place leaves the file as it was.
            """)

    @Argument(help: ArgumentHelp("The notebooks.", valueName: "notebook"))
    var notebooks: [String]

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp(
            "Where the executed notebook goes: a file, or a folder for several.", valueName: "out"))
    var output: String?

    @Flag(help: "Write the results into the notebooks themselves.")
    var inPlace = false

    @Option(
        help: ArgumentHelp("Write every SVG figure to a file in this folder.", valueName: "dir"))
    var figures: String?

    @Option(
        name: [.customShort("p"), .customLong("parameter")], parsing: .singleValue,
        help: ArgumentHelp(
            "Give the notebook a value, in a cell behind the one tagged 'parameters'; may be repeated.",
            valueName: "name=value"))
    var parameters: [String] = []

    @Option(
        help: ArgumentHelp(
            "Time for one cell, in seconds; a cell that takes longer is interrupted and fails.",
            valueName: "seconds"))
    var timeout: Double?

    @OptionGroup(title: "Limits") var limits: LimitOptions

    @Flag(help: "Go on behind a cell that failed.")
    var allowErrors = false

    func validate() throws {
        guard !notebooks.isEmpty else { throw ValidationError("give a notebook to run") }
        if inPlace && output != nil { throw ValidationError("give -o or --in-place, not both") }
        if let timeout, !(timeout > 0) {
            throw ValidationError("--timeout is a number of seconds above 0, not \(timeout)")
        }
    }

    func run() throws {
        Standard.warnAboutDebugBuild()
        let parameters = try parsedParameters()
        let jobs = try notebooks.map { path in
            NotebookJob(
                path: path, notebook: try Self.read(path), output: destination(of: path),
                keepsFileOnFailure: inPlace, figures: figures)
        }
        let targets = Dictionary(grouping: jobs.compactMap(\.output)) { $0 }
        if let twice = targets.filter({ $0.value.count > 1 }).keys.min() {
            throw CommandFailure.unusable("two notebooks would be written to '\(twice)'")
        }
        var options = NotebookRunner.Options()
        options.timeout = timeout
        options.allowsErrors = allowErrors
        let runner = NotebookRunner(options)
        var failed = false
        for job in jobs {
            let worked = try job.run(runner, parameters: parameters, limits: limits)
            failed = failed || !worked
        }
        if failed { throw CommandFailure.cellFailed }
    }

    private func parsedParameters() throws -> Parameters {
        var parsed = Parameters()
        for text in parameters where !parsed.add(text) {
            throw CommandFailure.unusable(
                "'-p \(text)' gives no value to a name\nhelp: write -p NAME=VALUE")
        }
        return parsed
    }

    private func destination(of path: String) -> String? {
        if inPlace { return path }
        guard let output else { return nil }
        let isFolder = notebooks.count > 1 || output.hasSuffix("/") || Folder.isFolder(output)
        guard isFolder else { return output }
        return (output.hasSuffix("/") ? String(output.dropLast()) : output) + "/"
            + NotebookJob.fileName(of: path)
    }

    static func read(_ path: String) throws -> Notebook {
        let bytes: [UInt8]
        do {
            bytes = try InputFile.read(path)
        } catch {
            throw CommandFailure.unusable(error.message)
        }
        do {
            return try Notebook(bytes)
        } catch {
            throw CommandFailure(text: error.described(file: path) + "\n", status: 2)
        }
    }
}
