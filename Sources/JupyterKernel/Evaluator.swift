package import Comms
package import Session

/// What the kernel runs cells with. A session is one; tests bring their own.
package protocol Evaluator: AnyObject, Sendable {
    func execute(
        _ source: String, name: String, silent: Bool, host: any CellHost
    ) -> CellOutcome
    /// Runs a cell of a subshell, beside the one that runs where that can be.
    func executeBeside(
        _ source: String, name: String, silent: Bool, host: any CellHost
    ) -> CellOutcome
    func evaluate(_ expression: String, host: any CellHost) -> Result<DisplayData, CellError>
    /// The same for a cell of a subshell, beside the cell that runs where that can be.
    func evaluateBeside(_ expression: String, host: any CellHost) -> Result<DisplayData, CellError>
    func complete(_ source: String, at offset: Int) -> Completions
    func inspect(_ source: String, at offset: Int, detail: Int) -> DisplayData?
    func completeness(of source: String) -> Completeness
    /// The channels between what cells use and the frontends.
    var comms: CommRegistry { get }
    /// nil where it has none.
    var debugger: SessionDebugger? { get }
    func interrupt()
    func shutDown()
}

extension Evaluator {
    package func executeBeside(
        _ source: String, name: String, silent: Bool, host: any CellHost
    ) -> CellOutcome {
        execute(source, name: name, silent: silent, host: host)
    }

    package func evaluateBeside(_ expression: String, host: any CellHost) -> Result<DisplayData, CellError> {
        evaluate(expression, host: host)
    }

    package var debugger: SessionDebugger? { nil }
}

extension Session: Evaluator {
    package var debugger: SessionDebugger? { cellDebugger }
}
