internal import Bindings
import Glibc
internal import Language
import Synchronization

/// The session's inside: the interpreter, who may touch it when, and how outcomes are put into words.
final class SessionCore: @unchecked Sendable {
    private let configuration: SessionConfiguration
    /// Guards the names and types that completion reads while a cell runs; a cell holds it only while it is checked
    /// and when its names become known.
    private let names = Lock()
    private let interpreter: Interpreter?
    private let library: Library
    /// Why there is no interpreter.
    private let startFault: String?
    private let running = Mutex<Running>(Running())
    private let input: InputRelay

    private struct Running {
        var isRunning = false
        var timedOut = false
    }

    /// What was asked of a session that has ended.
    static let ended = CellError(
        name: "SessionEnded", message: "the session has ended", traceback: ["error: the session has ended"])

    init(_ configuration: SessionConfiguration) {
        self.configuration = configuration
        let input = InputRelay()
        self.input = input
        library = Library(read: { try input.readLine() })
        library.prepareSession(seed: configuration.randomSeed, memoryLimit: configuration.memoryLimit)
        do {
            let machine = try Machine(
                interruptFlag: Library.interruptFlag, recursionLimit: configuration.recursionLimit)
            library.attach(machine)
            let interpreter = Interpreter(table: library.table, machine: machine)
            interpreter.exclusively = { [names] body in names.withLock { body() } }
            self.interpreter = interpreter
            startFault = nil
        } catch {
            interpreter = nil
            startFault = error.message
        }
    }

    func interrupt() {
        running.withLock { state in
            if state.isRunning { Library.raiseInterrupt() }
        }
    }

    // MARK: Cells

    func execute(_ text: String, name: String, silent: Bool, host: any CellHost) -> CellOutcome {
        let source = SourceText(name: name, text: text)
        guard let interpreter else { return .failed(CellError(name: "InternalError", message: startFault ?? "", traceback: ["error: \(startFault ?? "")"])) }
        return withOutput(host) { sink in
            let prepared: Interpreter.Prepared
            do {
                prepared = try names.withLock { try interpreter.prepare(source, showsResult: !silent) }
            } catch let problems as Diagnostics {
                return .failed(Wording.error(problems.all, in: source))
            } catch {
                return .failed(Wording.error(RuntimeFault(error)))
            }
            if let command = prepared.commands.first {
                return .failed(Wording.error([Diagnostic(.error, "line commands such as '\(command.name)' are not supported yet", at: command.range)], in: source))
            }
            if !prepared.cell.warnings.isEmpty {
                sink.writeError(render(prepared.cell.warnings, in: source).joined(separator: "\n") + "\n")
            }
            return run(prepared, interpreter, silent: silent, sink)
        }
    }

    private func run(_ prepared: Interpreter.Prepared, _ interpreter: Interpreter, silent: Bool, _ sink: SessionSink) -> CellOutcome {
        do {
            let result = try interpreter.run(prepared)
            for figure in try library.takeOpenDisplays(except: result) { sink.display(figure, id: nil) }
            if let result, !silent {
                let bundle = try library.present(result, interpreter.machine)
                sink.host.receive(.result(DisplayData(bundle)))
            }
            if let overflow = sink.overflow { return .failed(overflow) }
            return .finished
        } catch {
            library.discardOpenDisplays()
            var fault = RuntimeFault(error)
            if fault.kind == .interrupted {
                if let overflow = sink.overflow { return .failed(overflow) }
                if running.withLock({ $0.timedOut }) {
                    fault = RuntimeFault(RuntimeFault.Kind("TimeLimit"), "the cell ran longer than the limit of \(configuration.cellTimeLimit) s", help: "raise the limit, or make the cell do less").at(fault.frames)
                }
            }
            return .failed(Wording.error(fault))
        }
    }

    func evaluate(_ expression: String, host: any CellHost) -> Result<DisplayData, CellError> {
        let source = SourceText(name: "expression", text: expression)
        guard let interpreter else { return .failure(SessionCore.ended) }
        return withOutput(host) { _ in
            do {
                let prepared = try names.withLock { try interpreter.prepare(source) }
                guard let result = try interpreter.run(prepared) else { return .success(DisplayData(text: "()")) }
                return .success(DisplayData(try library.present(result, interpreter.machine)))
            } catch let error as Diagnostics {
                return .failure(Wording.error(error.all, in: source))
            } catch {
                return .failure(Wording.error(RuntimeFault(error)))
            }
        }
    }

    /// Cells of different sessions in one process share the library's output and its interrupt flag: one at a time.
    private static let oneAtATime = Lock()

    private func withOutput<Outcome>(_ host: any CellHost, _ body: (SessionSink) -> Outcome) -> Outcome {
        SessionCore.oneAtATime.withLock {
            let sink = SessionSink(host: host, limit: configuration.outputLimit)
            input.host = host
            library.use(sink)
            Library.clearInterrupt()
            running.withLock { $0 = Running(isRunning: true) }
            let watchdog = configuration.cellTimeLimit > 0 ? Watchdog(seconds: configuration.cellTimeLimit) { [self] in
                running.withLock { state in
                    guard state.isRunning else { return }
                    state.timedOut = true
                    Library.raiseInterrupt()
                }
            } : nil
            // A cell's relative paths start from the session's folder, the program's own stay where they were.
            let outside = configuration.workingDirectory.flatMap { folder -> String? in
                guard let here = getcwd(nil, 0) else { return nil }
                defer { free(here) }
                return chdir(folder) == 0 ? String(cString: here) : nil
            }
            defer {
                if let outside { _ = chdir(outside) }
                watchdog?.stop()
                running.withLock { $0.isRunning = false }
                Library.clearInterrupt()
                library.use(nil)
                input.host = nil
            }
            return body(sink)
        }
    }

    // MARK: Assistance

    func complete(_ text: String, at offset: Int) -> Completions {
        guard let interpreter else { return Completions(items: [], replaced: offset..<offset) }
        return names.withLock {
            let offers = interpreter.complete(SourceText(name: "", text: text), at: CodePoints.utf8(offset, in: text))
            return Completions(
                items: offers.items.map { Completions.Item(text: $0.text, kind: $0.kind, signature: $0.signature) },
                replaced: CodePoints.count(offers.replaced.start, in: text)..<CodePoints.count(offers.replaced.end, in: text))
        }
    }

    func inspect(_ text: String, at offset: Int, detail: Int) -> DisplayData? {
        guard let interpreter else { return nil }
        return names.withLock {
            interpreter.inspect(SourceText(name: "", text: text), at: CodePoints.utf8(offset, in: text), detail: detail).map {
                DisplayData([
                    DisplayData.Representation(mimeType: "text/plain", content: $0.text),
                    DisplayData.Representation(mimeType: "text/markdown", content: $0.markdown),
                ])
            }
        }
    }
}

/// Offsets in code points, as frontends count, and in bytes, as the parser does.
enum CodePoints {
    static func utf8(_ offset: Int, in text: String) -> Int {
        var bytes = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            if index >= offset { return bytes }
            bytes += UTF8.width(scalar)
        }
        return bytes
    }

    static func count(_ bytes: Int, in text: String) -> Int {
        var seen = 0
        var count = 0
        for scalar in text.unicodeScalars {
            if seen >= bytes { return count }
            seen += UTF8.width(scalar)
            count += 1
        }
        return count
    }
}

/// Calls something when a time is over, unless stopped before.
private final class Watchdog {
    private let done = Signal()
    private let thread = WorkerThread(name: "watchdog", stackBytes: 1 << 18)

    init(seconds: Double, _ body: @escaping @Sendable () -> Void) {
        let done = done
        thread.post {
            if !done.wait(seconds: seconds) { body() }
        }
    }

    func stop() {
        done.raise()
        thread.stop()
    }
}
