/// Messages that wait until a socket takes them, oldest first.
struct SendQueue {
    private var messages: [[[UInt8]]] = []
    private var head = 0
    private(set) var bytes = 0
    /// Since when the socket takes nothing; nil while it does.
    var blockedSince: Int64?

    var isEmpty: Bool { head == messages.count }
    var first: [[UInt8]]? { isEmpty ? nil : messages[head] }

    mutating func append(_ message: [[UInt8]]) {
        bytes += Self.size(message)
        messages.append(message)
    }

    mutating func removeFirst() {
        bytes -= Self.size(messages[head])
        messages[head] = []
        head += 1
        if head == messages.count || head > 1_024 {
            messages.removeFirst(head)
            head = 0
        }
    }

    /// Drops what waits for one receiver. Returns how many messages that were.
    mutating func removeAll(for identity: [UInt8]?) -> Int {
        let waiting = messages[head...]
        let kept = waiting.filter { $0.first != identity }
        let removed = waiting.count - kept.count
        messages = Array(kept)
        head = 0
        bytes = messages.reduce(0) { $0 + Self.size($1) }
        return removed
    }

    static func size(_ message: [[UInt8]]) -> Int {
        message.reduce(0) { $0 + $1.count }
    }
}
