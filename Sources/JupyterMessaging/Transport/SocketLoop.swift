internal import CZeroMQ
package import Logging

/// The four sockets that carry messages, on one thread: what comes goes to a handler, what other threads
/// send waits in a queue until that thread takes it.
package final class SocketLoop: @unchecked Sendable {
    private enum Command {
        case send([[UInt8]], Channel)
        case run(@Sendable () -> Void)
    }

    private struct Shared {
        var commands: [Command] = []
        /// Bytes for iopub that no socket has taken yet.
        var iopubBytes = 0
        var isStopped = false
        /// Writers do not wait while this is set: their cell is being stopped.
        var letsWritersPass = false
    }

    private static let carriers: [Channel] = [.control, .shell, .stdin, .iopub]

    package let wakeUp: WakeUp
    /// Where the sockets listen.
    package private(set) var ports: [Channel: Int] = [:]
    private let context: ZeroMQContext
    private let policy: SocketPolicy
    private let logger: Logger
    private let shared = Monitor(Shared())
    // Only the sockets' thread touches these.
    private var sockets: [Channel: ZeroMQSocket] = [:]
    private var queues: [Channel: ChannelQueue] = [:]
    private weak var handler: (any SocketHandler)?

    /// Opens the sockets at the connection file's addresses.
    package init(
        _ context: ZeroMQContext, _ connection: ConnectionFile, wakeUp: WakeUp,
        policy: SocketPolicy = SocketPolicy(), logger: Logger
    ) throws(ZeroMQError) {
        self.context = context
        self.wakeUp = wakeUp
        self.policy = policy
        self.logger = logger
        do throws(ZeroMQError) {
            // Who reaches shell, which is last, finds iopub listening: a connection that is refused is tried again only
            // a tenth of a second later, when the first answers may have gone by.
            for channel in Self.carriers.reversed() {
                let socket = try ZeroMQSocket(context, channel == .iopub ? .publisher : .router)
                sockets[channel] = socket
                queues[channel] = ChannelQueue()
                try configure(socket, for: channel)
                ports[channel] = try connection.listen(socket, on: channel)
            }
        } catch {
            close()
            throw error
        }
    }

    /// Closes the sockets of a loop that does not run.
    package func close() {
        for socket in sockets.values { socket.close() }
        sockets = [:]
    }

    private func configure(_ socket: ZeroMQSocket, for channel: Channel) throws(ZeroMQError) {
        try socket.set(ZMQ_LINGER, policy.linger)
        try socket.set(ZMQ_SNDHWM, policy.highWaterMark)
        try socket.set(ZMQ_MAXMSGSIZE, policy.largestFrame)
        // Ends a connection whose client acknowledges nothing, or leaves its window shut, for so long.
        try socket.set(ZMQ_TCP_MAXRT, Int32(policy.patience / 1_000_000))
        if channel == .iopub {
            try socket.set(ZMQ_XPUB_VERBOSE, 1 as Int32)
            try socket.set(ZMQ_XPUB_NODROP, 1 as Int32)
        } else {
            // A client that connects again under its name takes the place of its old connection.
            try socket.set(ZMQ_ROUTER_HANDOVER, 1 as Int32)
            // A full or gone client is reported, not skipped.
            try socket.set(ZMQ_ROUTER_MANDATORY, 1 as Int32)
        }
    }
}

// From any thread

extension SocketLoop {
    /// Sends a message after all that were sent before.
    package func send(_ frames: [[UInt8]], on channel: Channel) {
        shared.withLock { shared in
            if channel == .iopub { shared.iopubBytes += SendQueue.size(frames) }
            shared.commands.append(.send(frames, channel))
        }
        wakeUp.signal()
    }

    /// Runs `body` on the sockets' thread, after what was sent before has been handed on.
    package func perform(_ body: @escaping @Sendable () -> Void) {
        shared.withLock { $0.commands.append(.run(body)) }
        wakeUp.signal()
    }

    /// Waits while more output is on its way than clients should be allowed to lag behind.
    package func waitForRoom() {
        shared.wait { shared -> Void? in
            let hasRoom =
                shared.iopubBytes < policy.iopubBytes || shared.letsWritersPass || shared.isStopped
            return hasRoom ? () : nil
        }
    }

    /// Lets writers pass without waiting, for a cell that is being stopped; false makes them wait again.
    package func letWritersPass(_ pass: Bool) {
        shared.update { $0.letsWritersPass = pass }
    }

    /// Ends `run` once what was sent before is handed on.
    package func stop() {
        shared.update { $0.isStopped = true }
        wakeUp.signal()
    }
}

// On the sockets' thread

extension SocketLoop {
    /// Serves the sockets until `stop`, then closes them.
    package func run(_ handler: any SocketHandler) {
        self.handler = handler
        // The first turn is at once: what the handler looks after from time to time does not wait for a message.
        var nextTurn: Int64? = MonotonicClock.now()
        while true {
            poll(until: nextTurn)
            wakeUp.clear()
            // Subscriptions before requests: who asks after subscribing sees all that comes of it.
            receive(from: .iopub)
            receive(from: .control)
            receive(from: .stdin)
            if handler.acceptsRequests { receive(from: .shell) }
            nextTurn = handler.turn(now: MonotonicClock.now())
            let isStopped = takeCommands()
            flush()
            if isStopped { break }
        }
        lastFlush()
        close()
    }

    /// Reads what clients have sent on shell, and what follows at their heels.
    ///
    /// - Parameter quietFor: how long nothing may come before this returns, in milliseconds.
    package func drainShell(quietFor milliseconds: Int) {
        guard let shell = sockets[.shell] else { return }
        let end = MonotonicClock.now() + Int64(milliseconds) * 10_000_000
        while MonotonicClock.now() < end {
            guard shell.waitForMessage(milliseconds: milliseconds) else { return }
            receive(from: .shell)
        }
    }

    /// Gives slow clients a moment to take what waits, then lets it go.
    private func lastFlush() {
        let end = MonotonicClock.now() + Int64(policy.linger) * 1_000_000
        while queues.values.contains(where: { !$0.isEmpty }), MonotonicClock.now() < end {
            zmq_poll(nil, 0, 1)
            flush()
        }
    }

    private func poll(until nextTurn: Int64?) {
        var items = [
            zmq_pollitem_t(
                socket: nil, fd: wakeUp.readEnd, events: Int16(ZMQ_POLLIN), revents: 0)
        ]
        let accepts = handler?.acceptsRequests ?? false
        for channel in Self.carriers {
            guard !isHeldBack(channel), channel != .shell || accepts,
                let socket = sockets[channel]
            else { continue }
            items.append(
                zmq_pollitem_t(
                    socket: socket.handle, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0))
        }
        let now = MonotonicClock.now()
        var wait = nextTurn.map { max(0, $0 - now) }
        if queues.values.contains(where: { !$0.isEmpty }) {
            wait = min(wait ?? .max, policy.retryInterval)
        }
        let milliseconds = wait.map { Int(($0 + 999_999) / 1_000_000) } ?? -1
        zmq_poll(&items, Int32(items.count), milliseconds)
    }

    /// Reads what has come, at most so much that the other sockets get their turn.
    private func receive(from channel: Channel) {
        guard let socket = sockets[channel], let handler else { return }
        if isHeldBack(channel) { return }
        // A flood on shell must not keep an interrupt waiting, so its turns are short.
        for _ in 0..<(channel == .shell ? 10 : 100) {
            do throws(ZeroMQError) {
                guard let frames = try socket.receive() else { return }
                if channel == .iopub {
                    guard let frame = frames.first, frame.first == 1 else { continue }
                    handler.subscribed(to: Array(frame.dropFirst()))
                } else {
                    handler.received(frames, on: channel)
                }
            } catch {
                logger.error("\(channel.rawValue): \(error)")
                return
            }
        }
    }

    /// Takes what other threads want. Returns whether the loop is to end.
    private func takeCommands() -> Bool {
        while true {
            let (commands, isStopped) = shared.withLock { shared in
                defer { shared.commands = [] }
                return (shared.commands, shared.isStopped)
            }
            if commands.isEmpty { return isStopped }
            for command in commands {
                switch command {
                case .send(let frames, let channel): send(frames, through: channel)
                case .run(let body): body()
                }
            }
        }
    }

    /// Whether requests stay where they are until clients have taken more of what was sent.
    private func isHeldBack(_ channel: Channel) -> Bool {
        let waiting = queues[.iopub]?.bytes ?? 0
        return channel == .shell && waiting > policy.statusBytes || isOverfull(channel)
    }

    /// Whether so many answers wait that no more questions are read.
    private func isOverfull(_ channel: Channel) -> Bool {
        channel != .iopub && (queues[channel]?.bytes ?? 0) > policy.replyBytes
    }

    /// Whose queue a message waits in.
    private func receiver(of frames: [[UInt8]], on channel: Channel) -> [UInt8] {
        channel == .iopub ? [] : frames.first ?? []
    }

    private func send(_ frames: [[UInt8]], through channel: Channel) {
        let receiver = receiver(of: frames, on: channel)
        if queues[channel]?.isWaiting(for: receiver) != true, handOver(frames, to: channel) {
            return
        }
        queues[channel]?.append(frames, for: receiver, now: MonotonicClock.now())
    }

    /// Tries again to send what could not leave.
    private func flush() {
        for channel in Self.carriers where queues[channel]?.isEmpty == false {
            for receiver in queues[channel]?.receivers ?? [] {
                while let frames = queues[channel]?.byReceiver[receiver]?.first {
                    guard handOver(frames, to: channel) else {
                        giveUpIfDead(receiver, channel)
                        break
                    }
                    queues[channel]?.removeFirst(
                        for: receiver, blockedSince: MonotonicClock.now())
                }
            }
        }
    }

    /// Whether the message has left, or never will.
    private func handOver(_ frames: [[UInt8]], to channel: Channel) -> Bool {
        guard let socket = sockets[channel] else { return true }
        switch socket.send(frames) {
        case .full: return false
        case .sent: break
        case .unreachable: logger.debug("\(channel.rawValue): the client has gone")
        case .failed(let error): logger.error("\(channel.rawValue): \(error)")
        }
        if channel == .iopub { release(SendQueue.size(frames)) }
        return true
    }

    private func release(_ bytes: Int) {
        let wasFull = shared.withLock { shared in
            defer { shared.iopubBytes -= bytes }
            return shared.iopubBytes >= policy.iopubBytes
        }
        if wasFull { shared.update { _ in } }
    }

    /// Goes on without a client that has taken nothing for too long.
    private func giveUpIfDead(_ receiver: [UInt8], _ channel: Channel) {
        guard let queue = queues[channel]?.byReceiver[receiver], let frames = queue.first,
            let socket = sockets[channel]
        else { return }
        let patience = isOverfull(channel) ? policy.shortPatience : policy.patience
        guard MonotonicClock.now() - queue.blockedSince > patience else { return }
        if channel == .iopub {
            logger.warning("iopub: a client takes nothing; going on without it")
            try? socket.set(ZMQ_XPUB_NODROP, 0 as Int32)
            if handOver(frames, to: channel) {
                // The next message waits for the others, but no longer for the dead one.
                queues[channel]?.removeFirst(for: receiver, blockedSince: queue.blockedSince)
            }
            try? socket.set(ZMQ_XPUB_NODROP, 1 as Int32)
        } else {
            let count = queues[channel]?.removeAll(for: receiver) ?? 0
            logger.warning("\(channel.rawValue): a client takes no answers; \(count) dropped")
        }
    }
}
