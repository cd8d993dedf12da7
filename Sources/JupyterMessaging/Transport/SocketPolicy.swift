/// How the sockets treat clients that do not read.
///
/// Nothing is lost to a client that reads, however slowly: messages that a client's connection does not take
/// wait, and a cell that writes more than `iopubBytes` ahead waits with them. A subscriber that has taken nothing
/// at all for `patience` is dead: over TCP the system closes its connection alone; where that does not exist
/// (ipc) the message goes to the others without it. Answers wait for their client as long; when more than
/// `replyBytes` wait, no more requests are read from that channel, and the client has `shortPatience` left.
package struct SocketPolicy: Sendable {
    /// Messages ZeroMQ itself holds for each client.
    package var highWaterMark: Int32 = 1_000
    /// Output that may wait in the kernel before the cell that writes it waits too.
    package var iopubBytes = 16 << 20
    /// The same for what requests other than cells publish; beyond it they wait unread.
    package var statusBytes = 128 << 20
    /// Answers that may wait in the kernel before requests wait too.
    package var replyBytes = 32 << 20
    /// How long a client that takes nothing is waited for, in nanoseconds.
    package var patience: Int64 = 60_000_000_000
    /// How long it is waited for while others wait with it.
    package var shortPatience: Int64 = 3_000_000_000
    /// How long closing waits for clients to take the last messages, in milliseconds.
    package var linger: Int32 = 100
    /// Between attempts at a full connection, in nanoseconds.
    var retryInterval: Int64 = 1_000_000
    /// Largest frame, in bytes.
    package var largestFrame: Int64 = Int64(WireLimits().frame)

    package init() {}
}
