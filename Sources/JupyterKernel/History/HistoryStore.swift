/// What was run, for frontends that ask for it.
package protocol HistoryStore: Sendable {
    /// Keeps one cell. Lines count up from 1 within a session.
    func append(line: Int, input: String, output: String?)

    /// The latest `count` cells of all sessions, oldest first.
    func tail(_ count: Int) -> [HistoryEntry]

    /// Cells of one session: 0 is the current one, -1 the one before.
    ///
    /// - Parameter lines: numbers of the cells.
    func range(session: Int, lines: Range<Int>) -> [HistoryEntry]

    /// Cells whose text fits a pattern with `*`, `?` and `[…]`, oldest first.
    ///
    /// - Parameters:
    ///   - count: only the latest so many.
    ///   - unique: of equal texts only the latest.
    func search(_ pattern: String, count: Int?, unique: Bool) -> [HistoryEntry]
}

/// One cell that was run.
package struct HistoryEntry: Sendable, Hashable {
    package let session: Int
    package let line: Int
    package let input: String
    package let output: String?

    package init(session: Int, line: Int, input: String, output: String?) {
        self.session = session
        self.line = line
        self.input = input
        self.output = output
    }
}
