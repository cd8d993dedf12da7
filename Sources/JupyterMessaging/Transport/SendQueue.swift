/// Messages that wait until one receiver takes them, oldest first.
struct SendQueue {
    private var messages: [[[UInt8]]] = []
    private var head = 0
    private(set) var bytes = 0
    /// Since when the receiver takes nothing.
    var blockedSince: Int64

    init(blockedSince: Int64) {
        self.blockedSince = blockedSince
    }

    var isEmpty: Bool { head == messages.count }
    var count: Int { messages.count - head }
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

    static func size(_ message: [[UInt8]]) -> Int {
        message.reduce(0) { $0 + $1.count }
    }
}

/// What waits on one channel. Each client has a queue of its own, so that one that does not read holds no
/// other up; iopub has one for all.
struct ChannelQueue {
    private(set) var byReceiver: [[UInt8]: SendQueue] = [:]
    private(set) var bytes = 0

    var isEmpty: Bool { byReceiver.isEmpty }
    var receivers: [[UInt8]] { Array(byReceiver.keys) }

    func isWaiting(for receiver: [UInt8]) -> Bool { byReceiver[receiver] != nil }

    mutating func append(_ message: [[UInt8]], for receiver: [UInt8], now: Int64) {
        bytes += SendQueue.size(message)
        byReceiver[receiver, default: SendQueue(blockedSince: now)].append(message)
    }

    /// Takes the oldest message away, which the receiver has now.
    mutating func removeFirst(for receiver: [UInt8], blockedSince: Int64) {
        guard var queue = byReceiver.removeValue(forKey: receiver) else { return }
        let before = queue.bytes
        queue.removeFirst()
        bytes -= before - queue.bytes
        queue.blockedSince = blockedSince
        if !queue.isEmpty { byReceiver[receiver] = queue }
    }

    /// Drops what waits for one receiver. Returns how many messages that were.
    mutating func removeAll(for receiver: [UInt8]) -> Int {
        guard let queue = byReceiver.removeValue(forKey: receiver) else { return 0 }
        bytes -= queue.bytes
        return queue.count
    }
}
