/// Who hears what comes over a kernel's sockets. Everything is called on the sockets' thread.
package protocol SocketHandler: AnyObject, Sendable {
    /// A message came; it is not checked yet.
    func received(_ frames: [[UInt8]], on channel: Channel)

    /// Someone listens to iopub messages whose topic starts with `topic`.
    func subscribed(to topic: [UInt8])

    /// Whether the next request may be read from shell; a long queue makes clients wait instead.
    var acceptsRequests: Bool { get }

    /// Called whenever the thread wakes: does what is due and says when, on the monotonic clock, it
    /// wants to be called again at the latest.
    func turn(now: Int64) -> Int64?
}
