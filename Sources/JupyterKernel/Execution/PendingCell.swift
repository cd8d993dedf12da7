internal import JupyterMessaging

/// A request to run a cell, waiting for its turn.
struct PendingCell: Sendable {
    let request: Request
    let content: ExecuteRequest
}
