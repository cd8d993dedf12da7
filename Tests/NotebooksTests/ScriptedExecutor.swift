import Glibc
import Notebooks
import Session
import Synchronization

/// An executor for tests: each line of a cell is one thing to do.
final class ScriptedExecutor: CellExecutor {
    private let interrupted = Atomic(false)
    private let ended = Atomic(false)

    var isShutDown: Bool { ended.load(ordering: .relaxed) }

    func execute(
        _ source: String, name: String, silent: Bool, host: any CellHost
    ) -> CellOutcome {
        interrupted.store(false, ordering: .relaxed)
        for line in source.split(separator: "\n") {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            let rest = words.count > 1 ? words[1] : ""
            switch words[0] {
            case "print": host.receive(.stream(.stdout, rest + "\n"))
            case "warn": host.receive(.stream(.stderr, rest + "\n"))
            case "show": host.receive(.display(DisplayData(text: rest), id: nil))
            case "progress": host.receive(.display(DisplayData(text: rest), id: "bar"))
            case "update": host.receive(.updateDisplay(DisplayData(text: rest), id: "bar"))
            case "clear": host.receive(.clearOutput(wait: rest == "wait"))
            case "value": host.receive(.result(DisplayData(text: rest)))
            case "figure":
                host.receive(
                    .display(
                        DisplayData([
                            .init(mimeType: "text/plain", content: "Figure"),
                            .init(mimeType: "image/svg+xml", content: "<svg>\n\(rest)</svg>\n"),
                        ]), id: nil))
            case "fail":
                return .failed(
                    CellError(name: "TestError", message: rest, traceback: ["TestError: \(rest)"]))
            case "ask":
                do {
                    _ = try host.readLine(prompt: "?", isSecret: false)
                } catch {
                    return .failed(
                        CellError(name: "InputError", message: error.reason, traceback: []))
                }
            case "forever":
                while !interrupted.load(ordering: .relaxed) { usleep(500) }
                return .failed(CellError(name: "Interrupted", message: "", traceback: []))
            default: break
            }
        }
        return .finished
    }

    func interrupt() {
        interrupted.store(true, ordering: .relaxed)
    }

    func shutDown() {
        ended.store(true, ordering: .relaxed)
    }
}

/// A notebook of code cells.
func notebook(_ cells: String...) -> Notebook {
    Notebook(cells: cells.map { NotebookCell(.code, source: $0) })
}
