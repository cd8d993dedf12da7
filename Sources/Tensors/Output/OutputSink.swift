import Synchronization

/// Where text and displays go: a terminal in a compiled program, the frontend in a session.
package protocol OutputSink: AnyObject, Sendable {
    /// Text for standard output.
    func write(_ text: String)
    /// Text for standard error.
    func writeError(_ text: String)
    /// Shows a bundle; with an identifier it can be updated in place later.
    func display(_ bundle: DisplayBundle, id: String?)
    /// Replaces what was shown under that identifier.
    func updateDisplay(_ bundle: DisplayBundle, id: String)
    /// Takes away what was shown, at once or when the next output comes.
    func clearOutput(wait: Bool)
    /// Whether updates in place can be seen; where they cannot, progress is written as plain lines.
    var updatesInPlace: Bool { get }
}

extension OutputSink {
    /// Where nothing can be taken away, nothing is.
    package func clearOutput(wait: Bool) {}
}

/// The sink that library code writes to, such as the progress of `fit`.
package enum Output {
    private static let current = Mutex<(any OutputSink)?>(nil)

    /// The sink in use.
    package static var sink: any OutputSink {
        current.withLock { $0 } ?? TerminalSink.shared
    }

    /// Makes `sink` the one in use; nil restores the terminal.
    package static func use(_ sink: (any OutputSink)?) {
        current.withLock { $0 = sink }
    }
}
