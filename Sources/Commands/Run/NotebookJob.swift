internal import Glibc
internal import Notebooks
internal import Session

/// One notebook of `vencejo run`: where it comes from and where its results go.
struct NotebookJob {
    let path: String
    let notebook: Notebook
    /// Where the executed notebook is written; nowhere when nil.
    let output: String?
    let isInPlace: Bool
    /// The folder for figures.
    let figures: String?

    /// Runs the notebook in this process and writes its results.
    ///
    /// - Parameter tell: hears how it goes.
    func run(_ settings: RunSettings, tell: (RunMessage) -> Void) throws -> NotebookResult {
        var notebook = notebook
        for name in settings.parameters.inject(into: &notebook) {
            Standard.write("warning: no cell tagged 'parameters' of '\(path)' declares '\(name)'\n", to: .error)
        }
        var configuration = SessionConfiguration()
        configuration.workingDirectory = Folder.absolute(Self.folder(of: path))
        do throws(LimitError) {
            try notebook.setLimits(of: &configuration)
        } catch {
            throw CommandFailure.unusable("\(path): \(error.message)\nhelp: \(error.help)")
        }
        try settings.limits.set(&configuration)
        let lock = try output.map(lock)
        defer { lock?.release() }
        var result = NotebookResult(path: path)
        let earlier = settings.resumes ? earlierRun(of: notebook) : nil
        if earlier?.isComplete == true {
            result.status = .upToDate
            tell(.ended(.upToDate, message: nil))
            return result
        }
        let session = Session(configuration)
        let done = earlier.map { resume($0, session, &notebook) } ?? 0
        var keeper = output.map { RunKeeper(path: $0, writesMeanwhile: !isInPlace, checkpoints: settings.resumes, session: session) }
        try keeper?.prepare()
        let outcome = NotebookRunner(settings.options).run(&notebook, in: session, after: done) { notebook, done in
            keeper?.keep(notebook, done)
        } report: { event in
            result.note(event)
            tell(RunMessage(event))
        }
        try finish(outcome, notebook, keeper, &result)
        tell(.ended(result.status, message: result.message))
        if case .unresponsive = outcome { return result }
        session.shutDown()
        return result
    }

    private func finish(_ outcome: NotebookRunner.Outcome, _ notebook: Notebook, _ keeper: RunKeeper?, _ result: inout NotebookResult) throws {
        switch outcome {
        case .finished:
            result.status = .passed
            try write(notebook)
            keeper?.removeCheckpoint()
        case .failed(let cell, let error), .unresponsive(let cell, let error):
            result.status = NotebookResult.Status(of: error)
            if case .unresponsive = outcome { result.message = "cell \(cell) did not end when it was interrupted" }
            // A failing notebook stays as it was; a copy says how far it came.
            if !isInPlace { try write(notebook.marked(RunMark(done: cell - 1, ended: result.status.rawValue, session: keeper?.saved))) }
        }
    }

    // MARK: Earlier runs

    private struct EarlierRun {
        let notebook: Notebook
        let done: Int
        let isComplete: Bool
    }

    /// What an earlier run of the same notebook left at the place of the output.
    private func earlierRun(of notebook: Notebook) -> EarlierRun? {
        guard let output, let bytes = try? InputFile.read(output), let earlier = try? Notebook(bytes), let progress = notebook.progress(in: earlier) else { return nil }
        return EarlierRun(notebook: earlier, done: earlier.runMark?.session ?? 0, isComplete: progress.isComplete)
    }

    /// Takes over the outputs and the session of an earlier run; gives the number of cells that need not run again.
    private func resume(_ earlier: EarlierRun, _ session: Session, _ notebook: inout Notebook) -> Int {
        guard earlier.done > 0, let output, Folder.exists(RunKeeper.checkpoint(of: output)) else { return 0 }
        let loaded = session.execute("%session load \(Folder.absolute(RunKeeper.checkpoint(of: output)))", name: "resume", silent: true, host: OutputRecorder(count: 0))
        if let error = loaded.error {
            Standard.write("warning: \(path): starts again, since the session of the earlier run cannot be loaded: \(error.message)\n", to: .error)
            return 0
        }
        let runs = notebook.cells.indices.filter { NotebookRunner.runs(notebook.cells[$0]) }
        let old = earlier.notebook.cells.filter(NotebookRunner.runs)
        for (index, cell) in zip(runs, old).prefix(earlier.done) {
            notebook.cells[index].executionCount = cell.executionCount
            notebook.cells[index].outputs = cell.outputs
        }
        Standard.write("\(path)  goes on behind cell \(earlier.done)\n", to: .error)
        return earlier.done
    }

    // MARK: Files

    private func lock(_ output: String) throws -> RunLock {
        do throws(RunLock.Failure) {
            if !isInPlace { try makeFolder(output) }
            return try RunLock(output)
        } catch {
            throw CommandFailure.unusable(error.message)
        }
    }

    private func makeFolder(_ output: String) throws(RunLock.Failure) {
        do {
            try Folder.create(Self.folder(of: output))
        } catch {
            throw RunLock.Failure(message: error.message)
        }
    }

    private func write(_ notebook: Notebook) throws {
        do throws(Folder.Failure) {
            if let output { try Folder.write(notebook.bytes, to: output) }
            guard let figures else { return }
            try FigureFolder.write(FigureFiles.files(of: notebook, stem: Self.stem(of: path)), to: figures)
        } catch {
            throw CommandFailure.failed(error.message)
        }
    }

    static func fileName(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    static func stem(of path: String) -> String {
        let name = fileName(of: path)
        return name.hasSuffix(".ipynb") ? String(name.dropLast(6)) : name
    }

    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

extension NotebookResult.Status {
    /// How a run ended that an error ended.
    init(of error: CellError) {
        switch error.name {
        case "TimeoutError", "TimeLimit": self = .timedOut
        case "OutOfMemory": self = .outOfMemory
        case "Interrupted": self = .interrupted
        default: self = .failed
        }
    }
}

extension RunMessage {
    init(_ event: NotebookRunner.Event) {
        switch event {
        case .started(let cell, let count, let title): self = .started(cell: cell, of: count, title: title)
        case .finished(let cell, let count): self = .finished(cell, of: count)
        }
    }
}

/// Writes figures into a folder; a file that is the same already stays as it is.
enum FigureFolder {
    static func write(_ files: [FigureFiles.File], to folder: String) throws(Folder.Failure) {
        try Folder.create(folder)
        for file in files {
            let path = "\(folder)/\(file.name)"
            if let old = try? InputFile.read(path), old == file.bytes { continue }
            try Folder.write(file.bytes, to: path)
        }
    }
}
