package import JupyterMessaging

/// What carries the kernel's messages. The sockets do; tests bring their own.
package protocol MessageTransport: AnyObject, Sendable {
    /// Sends a message after all that were sent before.
    func send(_ frames: [[UInt8]], on channel: Channel)

    /// Waits while clients lag too far behind with output.
    func waitForRoom()

    /// Lets output pass without waiting, for a cell that is being stopped.
    func letWritersPass(_ pass: Bool)

    /// Runs `body` on the thread that hands requests over, once all requests that clients have sent
    /// so far are handed over.
    func afterPendingRequests(_ body: @escaping @Sendable () -> Void)

    /// Makes the thread that hands requests over take its next turn now.
    func wake()

    /// Ends the service after what was sent before has left.
    func stop()
}

extension SocketLoop: MessageTransport {
    /// How long shell must be quiet before the requests that a frontend sent in one go are all here.
    private static let settlingMilliseconds = 3

    package func afterPendingRequests(_ body: @escaping @Sendable () -> Void) {
        perform {
            self.drainShell(quietFor: Self.settlingMilliseconds)
            body()
        }
    }

    package func wake() {
        wakeUp.signal()
    }
}
