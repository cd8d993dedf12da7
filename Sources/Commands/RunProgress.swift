internal import Notebooks
internal import Session

/// A line for each cell on standard error. A terminal shows the cell that runs; elsewhere a line is written once the
/// cell has ended, with no control characters.
struct RunProgress {
    private let path: String
    private let isTerminal = Standard.Stream.error.isTerminal

    init(_ path: String) {
        self.path = path
    }

    func show(_ event: NotebookRunner.Event) {
        switch event {
        case .started(let cell, let count):
            if isTerminal { Standard.write("\(label(cell, count))  …", to: .error) }
        case .finished(let cell, let count, let seconds, let failed):
            Standard.write(
                (isTerminal ? "\r\u{1B}[K" : "") + label(cell, count)
                    + "  \(failed ? "failed" : "ok")  \(Self.duration(seconds))\n", to: .error)
        }
    }

    /// Shows the error that ended the run.
    func fail(_ cell: Int, _ error: CellError) {
        Standard.write(
            "error: \(path): cell \(cell) failed\n" + error.traceback.map { $0 + "\n" }.joined(),
            to: .error)
    }

    private func label(_ cell: Int, _ count: Int) -> String {
        let total = String(count)
        let number = String(cell)
        let padding = String(repeating: " ", count: total.count - number.count)
        return "\(path)  [\(padding)\(number)/\(total)]"
    }

    /// `3 ms`, `1.24 s`, `2 min 5 s`.
    static func duration(_ seconds: Double) -> String {
        if seconds < 0.9995 { return "\(Int((seconds * 1000).rounded())) ms" }
        if seconds < 60 {
            let hundredths = Int((seconds * 100).rounded())
            let rest = hundredths % 100
            return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
        }
        let whole = Int(seconds.rounded())
        return "\(whole / 60) min \(whole % 60) s"
    }
}
