internal import JupyterMessaging

/// Whether anybody listens to what cells send out.
///
/// A client connects shell and iopub at the same time, and the second may be there a moment after the first, or a
/// fifth of a second where its first attempt was refused. What a cell sends before that would reach nobody, and a client
/// that waits for "idle" would wait for ever. So the first cell waits for a subscriber, and only that one: a client
/// that never listens is kept waiting once.
package final class Audience: Sendable {
    /// How long the first cell waits at most, in nanoseconds: several attempts of ZeroMQ's to connect.
    package static let patience: Int64 = 1_000_000_000

    private enum State { case unknown, present, absent }

    private let patience: Int64
    private let state = Monitor(State.unknown)

    package init(patience: Int64 = Audience.patience) {
        self.patience = patience
    }

    /// Someone has subscribed.
    func arrived() {
        state.update { $0 = .present }
    }

    /// Waits for the first subscriber, or until the time is over; later calls return at once.
    func wait() {
        let isKnown: Void? = state.wait(nanoseconds: patience) { $0 == .unknown ? nil : () }
        if isKnown == nil { state.update { if $0 == .unknown { $0 = .absent } } }
    }
}
