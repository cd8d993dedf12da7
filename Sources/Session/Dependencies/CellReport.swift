/// What a cell has to do with the others of its session.
public struct CellReport: Sendable, Equatable {
    /// A cell whose results are of values that have changed since.
    public struct StaleCell: Sendable, Equatable {
        /// How tracebacks call it: "cell 3".
        public let cell: String
        /// How the frontend calls it, where it has said so.
        public let id: String?
        /// What has changed.
        public let names: [String]
    }

    /// Names it declares, in alphabetical order as the others.
    public let defines: [String]
    /// Names of other cells that it uses.
    public let uses: [String]
    /// Variables of other cells to which it gave another value, and types it extended.
    public let changes: [String]
    /// Cells that would not show what they show, were they run now.
    public let stale: [StaleCell]
}
