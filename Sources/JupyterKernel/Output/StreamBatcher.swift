internal import JupyterMessaging
package import Session
import Synchronization

/// Gathers the text of a cell into few messages.
///
/// The first text goes out at once. What follows waits until `interval` has passed since the last message or
/// `limit` bytes have come together, because frontends throttle the number of messages, not their size. The
/// order between the streams is kept: text for the other stream sends what waits first.
package final class StreamBatcher: Sendable {
    private struct State {
        var stream = StreamName.stdout
        var text = ""
        var lastSent: Int64 = .min / 2
    }

    private let interval: Int64
    private let limit: Int
    private let state = Mutex(State())
    private let send: @Sendable (StreamName, String) -> Void
    private let arm: @Sendable () -> Void

    /// - Parameters:
    ///   - interval: between two messages, in nanoseconds.
    ///   - limit: bytes that are not kept waiting.
    ///   - arm: called when text starts to wait; `flushIfDue` is then to be called in time.
    ///   - send: sends text on.
    package init(
        interval: Int64 = 15_000_000, limit: Int = 64 << 10,
        arm: @escaping @Sendable () -> Void,
        send: @escaping @Sendable (StreamName, String) -> Void
    ) {
        self.interval = interval
        self.limit = limit
        self.arm = arm
        self.send = send
    }

    package func write(_ stream: StreamName, _ text: String, now: Int64) {
        guard !text.isEmpty else { return }
        let startsToWait = state.withLock { state in
            if state.stream != stream {
                flush(&state, now: now)
                state.stream = stream
            }
            let wasEmpty = state.text.isEmpty
            state.text += text
            if now - state.lastSent >= interval || state.text.utf8.count >= limit {
                flush(&state, now: now)
                return false
            }
            return wasEmpty
        }
        if startsToWait { arm() }
    }

    /// Sends what waits, before anything else goes out.
    package func flush(now: Int64) {
        state.withLock { flush(&$0, now: now) }
    }

    /// Sends what has waited long enough. Returns when what still waits is due.
    package func flushIfDue(now: Int64) -> Int64? {
        state.withLock { state in
            guard !state.text.isEmpty else { return nil }
            let due = state.lastSent + interval
            guard now >= due else { return due }
            flush(&state, now: now)
            return nil
        }
    }

    private func flush(_ state: inout State, now: Int64) {
        guard !state.text.isEmpty else { return }
        send(state.stream, state.text)
        state.text = ""
        state.lastSent = now
    }
}
