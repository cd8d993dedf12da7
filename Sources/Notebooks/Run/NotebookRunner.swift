package import Session

/// Runs the code cells of a notebook, one after the other, and keeps what they put out.
package struct NotebookRunner: Sendable {
    /// How a run goes.
    package struct Options: Sendable {
        /// Time for one cell in seconds; none when nil.
        package var timeout: Double?
        /// Whether the run goes on behind a cell that failed.
        package var allowsErrors = false

        package init() {}
    }

    /// What a run tells while it goes.
    package enum Event: Sendable {
        /// A cell starts: its place among the cells that run, from 1, their number, and its first line.
        case started(cell: Int, of: Int, title: String)
        case finished(NotebookResult.Cell, of: Int)
    }

    /// How a run ended.
    package enum Outcome: Sendable, Equatable {
        case finished
        /// The cell with that number (among code cells, from 1) failed and the rest did not run.
        case failed(cell: Int, CellError)
        /// The cell did not end when it was told to; nothing more can run in this process.
        case unresponsive(cell: Int, CellError)
    }

    package let options: Options

    package init(_ options: Options = Options()) {
        self.options = options
    }

    /// Runs all code cells of `notebook` in `executor`.
    ///
    /// Outputs of an earlier run are removed first. Empty cells and cells tagged `skip-execution` do not run; a cell
    /// tagged `raises-exception` may fail; of one tagged `remove-output` no output is kept.
    ///
    /// - Parameters:
    ///   - done: so many cells have been run in this session before; their outputs stay.
    ///   - kept: called with the notebook as it is after each cell.
    package func run(
        _ notebook: inout Notebook, in executor: any CellExecutor, after done: Int = 0,
        kept: (_ notebook: Notebook, _ done: Int) -> Void = { _, _ in },
        report: (Event) -> Void = { _ in }
    ) -> Outcome {
        let code = notebook.cells.indices.filter { Self.runs(notebook.cells[$0]) }
        Self.prepare(&notebook, from: done == 0 ? 0 : done < code.count ? code[done] : notebook.cells.count)
        let supervisor = Supervisor(executor)
        defer {
            Self.keepWidgets(of: executor, in: &notebook)
            supervisor.end()
        }
        for (position, index) in code.enumerated().dropFirst(done) {
            let number = position + 1
            let title = Self.title(notebook.cells[index])
            report(.started(cell: number, of: code.count, title: title))
            let start = ContinuousClock.now
            let recorder = OutputRecorder(count: number)
            let end = supervisor.run(
                notebook.cells[index].source, name: "cell \(number)", host: recorder,
                timeout: options.timeout)
            if let error = end.error { recorder.fail(error) }
            notebook.cells[index].executionCount = number
            notebook.cells[index].outputs = notebook.cells[index].tags.contains("remove-output") ? [] : recorder.outputs
            let mayFail =
                (options.allowsErrors || notebook.cells[index].tags.contains("raises-exception")) && end.isCellsOwn
            report(
                .finished(
                    NotebookResult.Cell(
                        number: number, title: title, seconds: Self.seconds(since: start), memory: ProcessMemory.resident(),
                        traceback: end.error?.traceback ?? [], isFailure: end.error != nil && !mayFail),
                    of: code.count))
            kept(notebook, number)
            guard let error = end.error else { continue }
            if end.isUnresponsive { return .unresponsive(cell: number, error) }
            if !mayFail { return .failed(cell: number, error) }
        }
        return .finished
    }

    /// The first line of a cell that says something.
    package static func title(_ cell: NotebookCell) -> String {
        let lines = cell.source.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
        let first = lines.first ?? ""
        return first.count > 60 ? first.prefix(59) + "…" : first
    }

    /// Removes what an earlier run left, and names the kernel and the language.
    private static func prepare(_ notebook: inout Notebook, from first: Int) {
        for index in notebook.cells.indices where index >= first && notebook.cells[index].kind == .code {
            notebook.cells[index].executionCount = nil
            notebook.cells[index].outputs = []
        }
        var metadata = notebook.metadata
        if metadata["kernelspec"] == nil { metadata["kernelspec"] = .object(kernelspec) }
        metadata["language_info"] = .object(languageInfo)
        metadata["widgets"] = nil
        metadata.setRunMark(nil)
        notebook.metadata = metadata
    }

    /// Keeps the state of the widgets, so that frontends show them without a kernel.
    private static func keepWidgets(of executor: any CellExecutor, in notebook: inout Notebook) {
        guard let text = executor.widgetStateText, let state = try? JSONParser.parse(Array(text.utf8)) else { return }
        notebook.metadata["widgets"] = .object(
            JSONObject([("application/vnd.jupyter.widget-state+json", state)]))
    }

    /// Whether a run executes the cell.
    package static func runs(_ cell: NotebookCell) -> Bool {
        cell.kind == .code && !cell.tags.contains("skip-execution")
            && cell.source.contains { !$0.isWhitespace }
    }

    private static func seconds(since start: ContinuousClock.Instant) -> Double {
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }

    package static let kernelspec = JSONObject([
        ("display_name", .text("Swift (Vencejo)")), ("language", .text("swift")),
        ("name", .text("vencejo")),
    ])

    /// What the kernel answers to kernel_info_request, which clients copy into the notebook.
    package static let languageInfo = JSONObject([
        ("codemirror_mode", .text("swift")), ("file_extension", .text(".swift")),
        ("mimetype", .text("text/x-swift")), ("name", .text("swift")),
        ("nbconvert_exporter", .text("script")), ("pygments_lexer", .text("swift")),
        ("version", .text("6.0")),
    ])
}
