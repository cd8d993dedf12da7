internal import Bindings
internal import Language
import Synchronization

/// Hands what the library writes to the host of the cell, and minds the limit of output.
final class SessionSink: LibrarySink, @unchecked Sendable {
    let host: any CellHost
    /// 0 for none.
    var limit: Int
    private var written = 0
    /// Why the cell was stopped, when it wrote too much.
    private(set) var overflow: CellError?

    init(host: any CellHost, limit: Int) {
        self.host = host
        self.limit = limit
    }

    func write(_ text: String) { stream(.stdout, text) }
    func writeError(_ text: String) { stream(.stderr, text) }

    private func stream(_ name: StreamName, _ text: String) {
        if text.isEmpty || overflow != nil { return }
        written += text.utf8.count
        if limit > 0, written > limit {
            let message = "the cell wrote more than the limit of \(Quantity.text(bytes: limit))"
            overflow = CellError(
                name: "OutputLimit", message: message,
                traceback: ["error: \(message)", "  help: print less, or \(Limit.output.help)"])
            Library.raiseInterrupt()
            return
        }
        host.receive(.stream(name, text))
    }

    func display(_ bundle: LibraryDisplay, id: String?) { host.receive(.display(DisplayData(bundle), id: id)) }
    func updateDisplay(_ bundle: LibraryDisplay, id: String) { host.receive(.updateDisplay(DisplayData(bundle), id: id)) }
    func clearOutput(wait: Bool) { host.receive(.clearOutput(wait: wait)) }
    var updatesInPlace: Bool { host.updatesInPlace }
}

extension DisplayData {
    init(_ bundle: LibraryDisplay) {
        self.init(bundle.formats.map { Representation(mimeType: $0.mimeType, content: $0.content) })
    }
}

/// Asks the host of the running cell for a line.
final class InputRelay: @unchecked Sendable {
    private let current = Mutex<(any CellHost)?>(nil)

    var host: (any CellHost)? {
        get { current.withLock { $0 } }
        set { current.withLock { $0 = newValue } }
    }

    func readLine() throws -> String? {
        guard let host else { return nil }
        do {
            return try host.readLine(prompt: "", isSecret: false)
        } catch {
            throw RuntimeFault(RuntimeFault.Kind("InputError"), error.reason)
        }
    }
}
