/// Who runs a cell and hears what it does: the kernel, a headless run, `vencejo eval`, a test.
///
/// Events come from the session's own thread, one after the other.
public protocol CellHost: AnyObject, Sendable {
    /// Takes what the cell sends out.
    func receive(_ event: CellEvent)

    /// A line the user types, without its end. nil at the end of input.
    ///
    /// - Throws: `InputUnavailable` where nobody can be asked.
    func readLine(prompt: String, isSecret: Bool) throws(InputUnavailable) -> String?

    /// Whether what was displayed can be replaced in place; plain lines are written where it cannot.
    var updatesInPlace: Bool { get }

    /// What the frontend calls the cell, the same each time it is run; nil where it does not say.
    var cellID: String? { get }

    /// Proposes the text of the next cell, or another text for this one.
    func propose(_ text: String, replacing: Bool)

    /// Hears what the cell has to do with others, when it has ended.
    func report(_ report: CellReport)
}

extension CellHost {
    public var cellID: String? { nil }
    public func report(_ report: CellReport) {}
    public func propose(_ text: String, replacing: Bool) {}
}

/// Nobody can be asked for input.
public struct InputUnavailable: Error {
    /// Why, as a sentence for the user.
    public let reason: String

    public init(reason: String) {
        self.reason = reason
    }
}
