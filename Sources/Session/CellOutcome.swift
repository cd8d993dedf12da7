/// How a cell ended.
public enum CellOutcome: Sendable {
    case finished
    case failed(CellError)

    /// The error, where there was one.
    public var error: CellError? {
        if case .failed(let error) = self { error } else { nil }
    }
}

/// Why a cell failed, as a frontend shows it.
public struct CellError: Error, Sendable, Equatable {
    /// The kind: `TypeError`, `IndexError`, `ShapeError`, `Interrupted`, …
    public let name: String
    /// One line that says what was wrong.
    public let message: String
    /// The lines to print: message, place, the line of code with a caret, frames, what to do.
    public let traceback: [String]

    public init(name: String, message: String, traceback: [String]) {
        self.name = name
        self.message = message
        self.traceback = traceback
    }
}
