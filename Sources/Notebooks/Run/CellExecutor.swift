package import Session

/// What runs a notebook's cells: a session, or a script in tests.
package protocol CellExecutor: AnyObject, Sendable {
    func execute(
        _ source: String, name: String, silent: Bool, host: any CellHost
    ) -> CellOutcome
    func interrupt()
    func shutDown()
    /// The models of the widgets that were shown, as JSON; nil where there are none.
    var widgetStateText: String? { get }
}

extension CellExecutor {
    package var widgetStateText: String? { nil }
}

extension Session: CellExecutor {}
