internal import Bindings
package import Comms
internal import JSON
internal import Language
import Synchronization

/// How a session is set up. Limits of 0 mean none.
public struct SessionConfiguration: Sendable {
    /// Time for one cell, in seconds.
    public var cellTimeLimit: Double = 0
    /// Memory for the session's values, in bytes.
    public var memoryLimit: Int = 0
    /// Depth of calls.
    public var recursionLimit: Int = 10_000
    /// Text one cell may write, in bytes.
    public var outputLimit: Int = 0
    /// The seed of everything random.
    public var randomSeed: UInt64 = 0
    /// Folder that relative paths start from; the process's own when nil.
    public var workingDirectory: String? = nil

    public init() {}
}

/// One live session: cells go in, events come out, and what a cell declared is there for the next.
///
/// `execute` is called from one thread at a time and returns when the cell has ended; everything else may be
/// called from any thread at any time, also while a cell runs.
public final class Session: Sendable {
    /// Version of the language and of the implementation.
    public static let version = "0.1.0"

    private let core: SessionCore
    /// The channels between what cells use and the frontends.
    package let comms = CommRegistry()
    /// Breakpoints, steps, and a look at variables.
    public let cellDebugger: SessionDebugger
    /// Cells run here, on a stack deep enough for what the parser and the checker walk.
    private let cells = WorkerThread(name: "cells", stackBytes: 512 << 20)
    /// Completion and inspection run here, also while a cell does.
    private let assistance = WorkerThread(name: "assistance", stackBytes: 64 << 20)

    public init(_ configuration: SessionConfiguration = SessionConfiguration()) {
        core = SessionCore(configuration, comms: comms)
        cellDebugger = SessionDebugger(core, cells)
        let core = core
        let cells = cells
        comms.runOnCells { body, completion in
            let host = CommContext.outlet as? any CellHost
            let isAdmitted = core.admit({
                core.perform(body, host: host ?? DeafHost())
                completion()
            }, cells)
            if !isAdmitted { completion() }
        }
    }

    deinit {
        shutDown()
    }

    /// Checks a cell, runs it and sends what comes of it to `host`.
    ///
    /// - Parameters:
    ///   - name: how tracebacks call the cell: "cell 3", or a file's name.
    ///   - silent: no result is shown.
    public func execute(
        _ source: String, name: String, silent: Bool = false, host: any CellHost
    ) -> CellOutcome {
        let core = core
        return cells.run { core.execute(source, name: name, silent: silent, host: host) }
            ?? .failed(SessionCore.ended)
    }

    /// Runs a cell beside the one that runs: at once where it only looks at what there is, while the other is held; when
    /// the other has ended where it declares or changes something.
    public func executeBeside(
        _ source: String, name: String, silent: Bool = false, host: any CellHost
    ) -> CellOutcome {
        let box = ResultBox<CellOutcome?>()
        let core = core
        let isAdmitted = core.admit({
            box.put(core.executeBeside(source, name: name, silent: silent, host: host))
        }, cells)
        guard isAdmitted else { return .failed(SessionCore.ended) }
        // It came to the thread and has to wait: now as any cell does.
        return (box.take() ?? nil) ?? execute(source, name: name, silent: silent, host: host)
    }

    /// The value of an expression over the session's variables, for frontends that ask for it beside a cell.
    public func evaluate(_ expression: String, host: any CellHost) -> Result<DisplayData, CellError> {
        let core = core
        return cells.run { core.evaluate(expression, host: host) } ?? .failure(SessionCore.ended)
    }

    /// The same for a cell of a subshell: at once where the expression only looks at what there is, while the cell that runs
    /// is held.
    public func evaluateBeside(_ expression: String, host: any CellHost) -> Result<DisplayData, CellError> {
        let box = ResultBox<Result<DisplayData, CellError>?>()
        let core = core
        guard core.admit({ box.put(core.evaluateBeside(expression, host: host)) }, cells) else { return .failure(SessionCore.ended) }
        return (box.take() ?? nil) ?? evaluate(expression, host: host)
    }

    /// What could stand at `offset` (in code points).
    public func complete(_ source: String, at offset: Int) -> Completions {
        let core = core
        return assistance.run { core.complete(source, at: offset) }
            ?? Completions(items: [], replaced: offset..<offset)
    }

    /// Declaration, documentation, example and current value of the name at `offset` (in code points).
    ///
    /// - Parameter detail: 0 for the short form, 1 with the full documentation.
    public func inspect(_ source: String, at offset: Int, detail: Int) -> DisplayData? {
        let core = core
        let cells = cells
        return assistance.run {
            core.inspect(source, at: offset, detail: detail) { body in cells.runIfIdle(body) }
        } ?? nil
    }

    /// Whether `source` is a whole cell.
    public func completeness(of source: String) -> Completeness {
        assistance.run {
            switch Language.completeness(of: SourceText(name: "", text: source)) {
            case .complete: Completeness.complete
            case .incomplete(let indent): .incomplete(indent: indent)
            case .invalid: .invalid
            }
        } ?? .complete
    }

    /// The models of all widgets that were shown, as notebooks keep them; nil where there are none.
    package var widgetStateText: String? {
        core.library.widgetState(of: comms).map { String(decoding: JSONWriter.bytes($0), as: UTF8.self) }
    }

    /// Stops the cell that runs, if one does. Its variables stay.
    public func interrupt() {
        core.interrupt()
        cellDebugger.interrupt()
    }

    /// Ends the session's threads. A running cell is interrupted.
    public func shutDown() {
        core.interrupt()
        cellDebugger.interrupt()
        cells.stop()
        assistance.stop()
    }
}
