/// A row of a debugger's table of variables.
public struct DebugVariable: Sendable, Equatable {
    public let name: String
    public let type: String
    /// Shape and memory where they say something, then the beginning of the text.
    public let value: String
    /// Under which number its parts are asked for; 0 where it has none.
    public let reference: Int
    /// How many parts it has.
    public let partCount: Int
    /// Whether the parts are numbered.
    public let isIndexed: Bool
}

/// A function that is being run while a debugger holds it.
public struct DebugFrame: Sendable, Equatable {
    /// Its number, from 1 for the innermost.
    public let id: Int
    public let name: String
    /// The text it is from, as `DebugSources` calls it.
    public let path: String
    /// How tracebacks call the cell.
    public let cell: String
    public let line: Int
    public let column: Int
}

/// Where a debugger is to stop a cell.
public struct DebugBreakpoint: Sendable, Equatable {
    public let line: Int
    /// An expression in sight of the variables there: `i == 3`. The cell stops only where it is true; nil stops it always.
    public let condition: String?

    public init(line: Int, condition: String? = nil) {
        self.line = line
        self.condition = condition
    }
}

/// What a debugger tells of itself.
public enum DebugEvent: Sendable, Equatable {
    public enum Reason: Sendable, Equatable {
        /// With what is wrong with the breakpoint's condition, where something is.
        case breakpoint(fault: String?)
        case step, pause
        case exception(name: String, message: String)
    }

    case stopped(Reason)
    case continued
}

/// How a stopped cell goes on.
public enum DebugStep: Sendable {
    case run, next, stepIn, stepOut
}

/// Why a debugger's question has no answer.
public struct DebugFailure: Error, Sendable, Equatable {
    public let message: String

    init(_ message: String) { self.message = message }
}
