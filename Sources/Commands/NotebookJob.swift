internal import Notebooks
internal import Session

/// One notebook of `vencejo run`: where it comes from and where its results go.
struct NotebookJob {
    let path: String
    let notebook: Notebook
    /// Where the executed notebook is written; nowhere when nil.
    let output: String?
    let keepsFileOnFailure: Bool
    /// The folder for figures.
    let figures: String?

    /// Runs the notebook and writes its results.
    ///
    /// - Returns: whether every cell did what it should.
    func run(_ runner: NotebookRunner, parameters: Parameters, limits: LimitOptions) throws -> Bool {
        var notebook = notebook
        for name in parameters.inject(into: &notebook) {
            Standard.write(
                "warning: no cell tagged 'parameters' of '\(path)' declares '\(name)'\n", to: .error
            )
        }
        var configuration = SessionConfiguration()
        configuration.workingDirectory = Folder.absolute(Self.folder(of: path))
        do throws(LimitError) {
            try notebook.setLimits(of: &configuration)
        } catch {
            throw CommandFailure.unusable("\(path): \(error.message)\nhelp: \(error.help)")
        }
        try limits.set(&configuration)
        let session = Session(configuration)
        let progress = RunProgress(path)
        let outcome = runner.run(&notebook, in: session) { progress.show($0) }
        switch outcome {
        case .finished:
            try write(notebook)
        case .failed(let cell, let error):
            progress.fail(cell, error)
            if !keepsFileOnFailure { try write(notebook) }
        case .unresponsive(let cell, let error):
            progress.fail(cell, error)
            if !keepsFileOnFailure { try write(notebook) }
            Standard.write(
                "error: cell \(cell) did not end when it was interrupted; the run ends here\n",
                to: .error)
            throw CommandFailure.cellFailed
        }
        session.shutDown()
        return outcome == .finished
    }

    private func write(_ notebook: Notebook) throws {
        do throws(Folder.Failure) {
            if let output {
                if output != path { try Folder.create(Self.folder(of: output)) }
                try Folder.write(notebook.bytes, to: output)
                Standard.write("wrote \(output)\n", to: .output)
            }
            guard let figures else { return }
            let stem = Self.stem(of: path)
            let files = FigureFiles.files(of: notebook, stem: stem)
            try Folder.create(figures)
            for file in files { try Folder.write(file.bytes, to: "\(figures)/\(file.name)") }
            Standard.write(
                "wrote \(files.count) figure\(files.count == 1 ? "" : "s") to \(figures)\n",
                to: .output)
        } catch {
            throw CommandFailure.unusable(error.message)
        }
    }

    static func fileName(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    private static func stem(of path: String) -> String {
        let name = fileName(of: path)
        return name.hasSuffix(".ipynb") ? String(name.dropLast(6)) : name
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
