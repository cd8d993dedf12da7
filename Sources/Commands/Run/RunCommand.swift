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
            results are not kept: the run only tells whether every cell works. With --jobs each notebook runs in a \
            process of its own, several at a time.

            The exit status is 0 when all cells ran, 1 when one failed or took too long (its error is on standard \
            error), 2 for a wrong command line or a file that is no notebook, and 130 when the run was interrupted. \
            A notebook whose cell failed is written to -o with the error in it; --in-place leaves the file as it was.
            """)

    @Argument(help: ArgumentHelp("The notebooks.", valueName: "notebook"))
    var notebooks: [String]

    @Option(
        name: [.customShort("o"), .long],
        help: ArgumentHelp("Where the executed notebook goes: a file, or a folder for several.", valueName: "out"))
    var output: String?

    @Flag(help: "Write the results into the notebooks themselves.")
    var inPlace = false

    @Option(help: ArgumentHelp("Write every SVG figure to a file in this folder.", valueName: "dir"))
    var figures: String?

    @OptionGroup(title: "Parameters") var parameters: ParameterOptions

    @Option(
        name: [.customShort("j"), .long],
        help: ArgumentHelp("Run so many notebooks at a time, each in a process of its own.", valueName: "number"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp("Time for one cell, in seconds; a cell that takes longer is interrupted and fails.", valueName: "seconds"))
    var timeout: Double?

    @Option(help: ArgumentHelp("Time for a whole notebook: '10 min'; its process is ended when it takes longer.", valueName: "time"))
    var notebookTimeLimit: String?

    @Option(help: ArgumentHelp("Memory for a notebook's process: '4 GB'; it is ended when it has more.", valueName: "size"))
    var processMemoryLimit: String?

    @OptionGroup(title: "Limits") var limits: LimitOptions

    @Flag(help: "Go on behind a cell that failed.")
    var allowErrors = false

    @Flag(help: "Leave out notebooks whose results are there, and go on in those that an earlier run with --resume began.")
    var resume = false

    @Option(help: ArgumentHelp("Write the results as JUnit XML.", valueName: "file"))
    var junit: String?

    @Option(help: ArgumentHelp("Write a summary in Markdown.", valueName: "file"))
    var summary: String?

    @Option(help: ArgumentHelp("Tell another process how the run goes.", visibility: .hidden))
    var reportTo: Int32?

    func validate() throws {
        guard !notebooks.isEmpty else { throw ValidationError("give a notebook to run") }
        if inPlace && output != nil { throw ValidationError("give -o or --in-place, not both") }
        if let timeout, !(timeout > 0) {
            throw ValidationError("--timeout is a number of seconds above 0, not \(timeout)")
        }
        if let jobs, jobs < 1 { throw ValidationError("--jobs is a number from 1, not \(jobs)") }
        if resume && output == nil { throw ValidationError("--resume needs -o: the results of the earlier run") }
        _ = try processLimits()
    }

    func run() throws {
        if reportTo == nil { Standard.warnAboutDebugBuild() }
        let settings = try settings()
        let jobs = try notebooks.map { path in
            NotebookJob(path: path, notebook: try Self.read(path), output: destination(of: path), isInPlace: inPlace, figures: figures)
        }
        let targets = Dictionary(grouping: jobs.compactMap(\.output)) { $0 }
        if let twice = targets.filter({ $0.value.count > 1 }).keys.min() {
            throw CommandFailure.unusable("two notebooks would be written to '\(twice)'")
        }
        if let reportTo { return try work(jobs[0], settings, reportTo) }
        let limits = try processLimits()
        let needsProcesses = self.jobs != nil || limits.seconds != nil || limits.bytes != nil
        let (results, status) = needsProcesses ? try runInProcesses(limits) : try runHere(jobs, settings)
        try finish(results, status)
    }

    // MARK: Running

    /// One notebook, for the process that started this one.
    private func work(_ job: NotebookJob, _ settings: RunSettings, _ descriptor: Int32) throws {
        let result = try job.run(settings) { Standard.write($0.line, toDescriptor: descriptor) }
        if !result.status.isGood { throw CommandFailure.cellFailed }
    }

    private func runHere(_ jobs: [NotebookJob], _ settings: RunSettings) throws -> ([NotebookResult], Int32) {
        var results = jobs.map { NotebookResult(path: $0.path) }
        for (index, job) in jobs.enumerated() {
            let progress = RunProgress(job.path)
            results[index] = try job.run(settings) { progress.show($0) }
            tellWritten(job.output, results[index].status)
            // Nothing more can run beside a cell that does not end.
            if results[index].status == .interrupted || results[index].message != nil { break }
        }
        return (results, 0)
    }

    private func runInProcesses(_ limits: JobPool.Limits) throws -> ([NotebookResult], Int32) {
        let progress = notebooks.map { RunProgress($0, isAlone: notebooks.count == 1) }
        let pool = JobPool(executable: try Executable.path(), count: jobs ?? 1, limits: limits) { index, message in
            progress[index].show(message)
            if case .ended(let status, _) = message { tellWritten(destination(of: notebooks[index]), status) }
        }
        return try pool.run(notebooks.map(commandLine), paths: notebooks)
    }

    /// The command line that runs one of the notebooks.
    private func commandLine(_ path: String) -> [String] {
        var line = ["run", path]
        if inPlace { line.append("--in-place") }
        if let target = destination(of: path), !inPlace { line += ["-o", target] }
        if let figures { line += ["--figures", figures] }
        line += parameters.arguments
        if let timeout { line += ["--timeout", "\(timeout)"] }
        if allowErrors { line.append("--allow-errors") }
        if resume { line.append("--resume") }
        return line + limits.arguments
    }

    private func tellWritten(_ output: String?, _ status: NotebookResult.Status) {
        guard let output, status != .upToDate, status == .passed || !inPlace else { return }
        Standard.write("wrote \(output)\n", to: .output)
    }

    // MARK: The end

    private func finish(_ results: [NotebookResult], _ status: Int32) throws {
        do throws(Folder.Failure) {
            if let junit { try Folder.write(Array(JUnitReport.text(of: results).utf8), to: junit) }
            if let summary { try Folder.write(Array(MarkdownSummary.text(of: results).utf8), to: summary) }
        } catch {
            throw CommandFailure.unusable(error.message)
        }
        if results.count > 1 {
            let good = results.count(where: \.status.isGood)
            let rest = results.filter { !$0.status.isGood }.map { "  \($0.status.rawValue): \($0.path)\n" }.joined()
            Standard.write("\(good) of \(results.count) notebooks passed\n\(rest)", to: .error)
        }
        if results.contains(where: { $0.status == .interrupted }) { throw CommandFailure(text: "", status: 130) }
        if status != 0 { throw CommandFailure(text: "", status: status) }
        if results.contains(where: { !$0.status.isGood }) { throw CommandFailure.cellFailed }
    }

    // MARK: Options

    private func settings() throws -> RunSettings {
        var settings = RunSettings(limits: limits)
        settings.options.timeout = timeout
        settings.options.allowsErrors = allowErrors
        settings.parameters = try parameters.parsed()
        settings.resumes = resume
        return settings
    }

    private func processLimits() throws -> JobPool.Limits {
        var result = JobPool.Limits()
        do throws(LimitError) {
            if let text = notebookTimeLimit {
                let seconds = try Quantity.seconds(text)
                result.seconds = seconds > 0 ? seconds : nil
            }
            if let text = processMemoryLimit {
                let bytes = try Quantity.bytes(text)
                result.bytes = bytes > 0 ? bytes : nil
            }
        } catch {
            throw ValidationError("\(error.message); \(error.help)")
        }
        return result
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
