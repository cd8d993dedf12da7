package import Session

/// What runs a notebook's cells: a session, or a script in tests.
package protocol CellExecutor: AnyObject, Sendable {
    func execute(
        _ source: String, name: String, silent: Bool, host: any CellHost
    ) -> CellOutcome
    func interrupt()
    func shutDown()
}

extension Session: CellExecutor {}
