internal import Comms
internal import JupyterMessaging
internal import Session
import Synchronization

/// Hears what a frontend's comm message leads to, and ends the request when all of it is done: frontends hold the
/// next value of a slider back until then.
final class CommRequestOutlet: CellHost, CommTurn {
    private let request: Request
    private let output: CellOutlet
    private let pending = Mutex(0)
    private let end: @Sendable (CellOutlet) -> Void

    init(_ request: Request, _ output: CellOutlet, end: @escaping @Sendable (CellOutlet) -> Void) {
        self.request = request
        self.output = output
        self.end = end
    }

    func begin() -> @Sendable () -> Void {
        pending.withLock { $0 += 1 }
        return { [self] in
            let isLast = pending.withLock { count in
                count -= 1
                return count == 0
            }
            guard isLast else { return }
            output.finish()
            end(output)
        }
    }

    func send(_ event: CommEvent) { output.send(event) }
    func receive(_ event: CellEvent) { output.receive(event) }
    var updatesInPlace: Bool { true }

    func readLine(prompt: String, isSecret: Bool) throws(InputUnavailable) -> String? {
        try output.readLine(prompt: prompt, isSecret: isSecret)
    }
}
