internal import Glibc
internal import Session
internal import Synchronization

/// Shows what a program sends out on the process's own streams: text as it is, displays as their plain text.
final class TerminalHost: CellHost {
    private struct State {
        /// Text for standard output that has not been written yet.
        var pending = ""
        /// The display that stands last on the terminal, and its lines: what an update can replace.
        var last: (id: String, lines: Int)?
        /// When text was last written, in nanoseconds.
        var written: UInt64 = 0
    }

    /// A pipe gets text in large pieces, but a reader never waits longer than this for what is followed by more.
    private static let patience: UInt64 = 10_000_000

    private let state = Mutex(State())
    private let readsInput: Bool
    private let isTerminal = Standard.Stream.output.isTerminal

    /// - Parameter readsInput: whether standard input is free for the program to read from.
    init(readsInput: Bool) {
        self.readsInput = readsInput
    }

    var updatesInPlace: Bool { isTerminal }

    func receive(_ event: CellEvent) {
        state.withLock { state in
            switch event {
            case .stream(.stdout, let text):
                state.last = nil
                write(text, &state)
            case .stream(.stderr, let text):
                state.last = nil
                flush(&state)
                Standard.write(text, to: .error)
            case .display(let data, let id):
                let text = data["text/plain"] ?? ""
                write(text + "\n", &state)
                state.last = id.map { ($0, Self.lineCount(text)) }
            case .updateDisplay(let data, let id):
                let text = data["text/plain"] ?? ""
                if isTerminal, let last = state.last, last.id == id {
                    write("\u{1B}[\(last.lines)A\u{1B}[J", &state)
                }
                write(text + "\n", &state)
                state.last = (id, Self.lineCount(text))
            case .result(let data):
                state.last = nil
                write((data["text/plain"] ?? "") + "\n", &state)
            case .clearOutput:
                break
            }
        }
    }

    func readLine(prompt: String, isSecret: Bool) throws(InputUnavailable) -> String? {
        guard readsInput else {
            throw InputUnavailable(
                reason:
                    "the program itself was read from standard input, so there is none left to read"
            )
        }
        state.withLock { state in
            state.last = nil
            write(prompt, &state)
            flush(&state)
        }
        guard isSecret, isatty(0) != 0 else { return Swift.readLine() }
        var settings = termios()
        tcgetattr(0, &settings)
        var silent = settings
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(0, TCSAFLUSH, &silent)
        defer { tcsetattr(0, TCSAFLUSH, &settings) }
        let line = Swift.readLine()
        Standard.write("\n", to: .output)
        return line
    }

    /// Writes what is still held back.
    func flush() {
        state.withLock { flush(&$0) }
    }

    private func write(_ text: String, _ state: inout State) {
        state.pending += text
        if isTerminal || state.pending.utf8.count >= 1 << 15
            || Self.now - state.written > Self.patience
        {
            flush(&state)
        }
    }

    private static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    private func flush(_ state: inout State) {
        guard !state.pending.isEmpty else { return }
        Standard.write(state.pending, to: .output)
        state.pending.removeAll(keepingCapacity: true)
        state.written = Self.now
    }

    private static func lineCount(_ text: String) -> Int {
        1 + text.utf8.count { $0 == UInt8(ascii: "\n") }
    }
}
