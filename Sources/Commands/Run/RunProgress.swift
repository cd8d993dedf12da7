internal import Notebooks
internal import Session

/// A line for each cell on standard error. A terminal shows the cell that runs; elsewhere a line is written once the
/// cell has ended, with no control characters.
struct RunProgress {
    private let path: String
    private let showsRunning: Bool

    /// - Parameter isAlone: no other notebook writes lines meanwhile.
    init(_ path: String, isAlone: Bool = true) {
        self.path = path
        showsRunning = isAlone && Standard.Stream.error.isTerminal
    }

    func show(_ message: RunMessage) {
        switch message {
        case .started(let cell, let count, let title):
            if showsRunning { Standard.write("\(label(cell, count))  …  \(title)", to: .error) }
        case .finished(let cell, let count):
            var line = (showsRunning ? "\r\u{1B}[K" : "") + label(cell.number, count)
            line += "  \(cell.isFailure ? "failed" : "ok")  \(RunText.duration(cell.seconds))  \(RunText.memory(cell.memory))  \(Self.plain(cell.title))\n"
            if cell.isFailure {
                line += "error: \(path): cell \(cell.number) failed\n" + cell.traceback.map { $0 + "\n" }.joined()
            }
            Standard.write(line, to: .error)
        case .ended(let status, let message):
            var line = ""
            if status == .upToDate { line = "\(path)  up to date\n" }
            if let message { line += "error: \(path): \(message)\n" }
            if !line.isEmpty { Standard.write(line, to: .error) }
        }
    }

    private func label(_ cell: Int, _ count: Int) -> String {
        let total = String(count)
        let number = String(cell)
        let padding = String(repeating: " ", count: max(0, total.count - number.count))
        return "\(path)  [\(padding)\(number)/\(total)]"
    }

    /// What a cell's text holds is not for a terminal to obey.
    private static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? " " : $0 }))
    }
}
