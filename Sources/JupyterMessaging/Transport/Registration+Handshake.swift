internal import CZeroMQ

extension Registration {
    /// Tells the launcher the ports and waits until it has acknowledged them. A launcher that does not listen yet
    /// is waited for as well.
    ///
    /// - Parameters:
    ///   - ports: where the kernel's sockets listen.
    ///   - patience: how long the answer may take, in milliseconds.
    ///   - isStopped: whether the process is to end; looked at several times a second.
    package func announce(
        _ ports: [Channel: Int], signer: MessageSigner, context: ZeroMQContext,
        patience: Int = 10_000, isStopped: () -> Bool = { false }
    ) throws(RegistrationError) {
        let answer: [[UInt8]]?
        do throws(ZeroMQError) {
            answer = try self.answer(
                to: frames(ports: ports, signer: signer), context: context, patience: patience,
                isStopped: isStopped)
        } catch {
            throw .socket(error)
        }
        guard let answer else {
            throw isStopped() ? .stopped(endpoint) : .noAnswer(endpoint, milliseconds: patience)
        }
        try check(answer: answer, signer: signer)
    }

    /// What the launcher sends back; nil when nothing has come in time.
    private func answer(
        to frames: [[UInt8]], context: ZeroMQContext, patience: Int, isStopped: () -> Bool
    ) throws(ZeroMQError) -> [[UInt8]]? {
        let socket = try ZeroMQSocket(context, .dealer)
        defer { socket.close() }
        try socket.set(ZMQ_LINGER, 0 as Int32)
        try socket.set(ZMQ_MAXMSGSIZE, Int64(WireLimits().header))
        try socket.connect(endpoint)
        if case .failed(let error) = socket.send(frames) { throw error }
        let end = MonotonicClock.now() + Int64(patience) * 1_000_000
        while !isStopped() {
            let left = (end - MonotonicClock.now()) / 1_000_000
            guard left > 0 else { return nil }
            // A signal ends the wait early.
            if socket.waitForMessage(milliseconds: Int(min(left, 100))),
                let answer = try socket.receive()
            {
                return answer
            }
        }
        return nil
    }
}
