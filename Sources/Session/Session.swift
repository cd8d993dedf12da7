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
    public init(_ configuration: SessionConfiguration = SessionConfiguration()) {
    }

    /// Checks a cell, runs it and sends what comes of it to `host`.
    ///
    /// - Parameters:
    ///   - name: how tracebacks call the cell: "cell 3", or a file's name.
    ///   - silent: no result is shown.
    public func execute(
        _ source: String, name: String, silent: Bool = false, host: any CellHost
    ) -> CellOutcome {
        .finished
    }

    /// The value of an expression over the session's variables, for frontends that ask for it beside a cell.
    public func evaluate(_ expression: String, host: any CellHost) -> Result<DisplayData, CellError> {
        .success(DisplayData(text: ""))
    }

    /// What could stand at `offset` (in code points).
    public func complete(_ source: String, at offset: Int) -> Completions {
        Completions(items: [], replaced: offset..<offset)
    }

    /// Declaration, documentation, example and current value of the name at `offset` (in code points).
    ///
    /// - Parameter detail: 0 for the short form, 1 with the full documentation.
    public func inspect(_ source: String, at offset: Int, detail: Int) -> DisplayData? {
        nil
    }

    /// Whether `source` is a whole cell.
    public func completeness(of source: String) -> Completeness {
        .complete
    }

    /// Stops the cell that runs, if one does. Its variables stay.
    public func interrupt() {
    }

    /// Ends the session's thread. A running cell is interrupted.
    public func shutDown() {
    }

    /// Version, name of the language and of the implementation.
    public static let version = "0.1.0"
}
