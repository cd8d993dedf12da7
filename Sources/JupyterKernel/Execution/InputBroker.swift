internal import JupyterMessaging
internal import Session

/// Brings a cell's questions to the client that runs it, and the answers back.
final class InputBroker: Sendable {
    private enum State {
        case idle
        case waiting
        case answered(String)
        case cancelled
    }

    private let state = Monitor(State.idle)
    private let outlet: Outlet

    init(outlet: Outlet) {
        self.outlet = outlet
    }

    /// Asks the client that sent `request` for a line and waits for it. nil at the end of input.
    func readLine(
        isSecret: Bool, prompt: String, for request: Request
    ) throws(InputUnavailable) -> String? {
        state.withLock { $0 = .waiting }
        outlet.ask(InputRequest(prompt: prompt, password: isSecret), about: request)
        let answer = state.wait { state -> String?? in
            switch state {
            case .idle, .waiting: return nil
            case .answered(let line):
                state = .idle
                return .some(line)
            case .cancelled:
                state = .idle
                return .some(nil)
            }
        }
        guard let answer else { throw InputUnavailable(reason: "interrupted") }
        // Frontends send control-D for the end of input.
        return answer == "\u{4}" ? nil : answer
    }

    /// Takes a client's answer. One that nobody waits for is dropped.
    ///
    /// - Returns: whether someone waited.
    func answer(_ line: String) -> Bool {
        state.update { state in
            guard case .waiting = state else { return false }
            state = .answered(line)
            return true
        }
    }

    /// Ends a question without an answer.
    func cancel() {
        state.update { state in
            if case .waiting = state { state = .cancelled }
        }
    }
}
