internal import CZeroMQ
import Glibc

/// One socket. It belongs to one thread at a time.
package final class ZeroMQSocket: @unchecked Sendable {
    /// What became of a message that was to be sent.
    package enum SendResult {
        case sent
        /// The receiver's queue is full; nothing of the message has left.
        case full
        /// There is no such receiver any more.
        case unreachable
        case failed(ZeroMQError)
    }

    package enum Kind {
        case router
        case publisher
        case dealer
        case subscriber

        var type: Int32 {
            switch self {
            case .router: ZMQ_ROUTER
            case .publisher: ZMQ_XPUB
            case .dealer: ZMQ_DEALER
            case .subscriber: ZMQ_SUB
            }
        }
    }

    let handle: UnsafeMutableRawPointer

    package init(_ context: ZeroMQContext, _ kind: Kind) throws(ZeroMQError) {
        guard let handle = zmq_socket(context.handle, kind.type) else {
            throw ZeroMQError(operation: "open a socket")
        }
        self.handle = handle
    }

    package func close() {
        zmq_close(handle)
    }

    func set(_ option: Int32, _ value: Int32) throws(ZeroMQError) {
        var value = value
        guard zmq_setsockopt(handle, option, &value, MemoryLayout<Int32>.size) == 0 else {
            throw ZeroMQError(operation: "set option \(option) of a socket")
        }
    }

    func set(_ option: Int32, _ value: Int64) throws(ZeroMQError) {
        var value = value
        guard zmq_setsockopt(handle, option, &value, MemoryLayout<Int64>.size) == 0 else {
            throw ZeroMQError(operation: "set option \(option) of a socket")
        }
    }

    func set(_ option: Int32, _ text: String) throws(ZeroMQError) {
        // Keys in Z85 are passed with their terminating zero.
        guard zmq_setsockopt(handle, option, text, text.utf8.count + 1) == 0 else {
            throw ZeroMQError(operation: "set option \(option) of a socket")
        }
    }

    func bind(_ endpoint: String) throws(ZeroMQError) {
        guard zmq_bind(handle, endpoint) == 0 else {
            throw ZeroMQError(operation: "listen at \(endpoint)")
        }
    }

    /// Where the socket listens, as ZeroMQ writes it.
    func listeningEndpoint() throws(ZeroMQError) -> String {
        var bytes = [UInt8](repeating: 0, count: 1_024)
        var count = bytes.count
        guard zmq_getsockopt(handle, ZMQ_LAST_ENDPOINT, &bytes, &count) == 0 else {
            throw ZeroMQError(operation: "find out where a socket listens")
        }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// Connects as a client does.
    package func connect(_ endpoint: String) throws(ZeroMQError) {
        guard zmq_connect(handle, endpoint) == 0 else {
            throw ZeroMQError(operation: "connect to \(endpoint)")
        }
    }

    /// Asks a publisher for the topics that start with `topic`.
    package func subscribe(to topic: [UInt8]) throws(ZeroMQError) {
        guard zmq_setsockopt(handle, ZMQ_SUBSCRIBE, topic, topic.count) == 0 else {
            throw ZeroMQError(operation: "subscribe")
        }
    }

    /// Holds no more than so many messages that were received and not read.
    package func limitReceived(to count: Int32) throws(ZeroMQError) {
        try set(ZMQ_RCVHWM, count)
    }

    /// Waits for a message. Returns whether one has come.
    package func waitForMessage(milliseconds: Int) -> Bool {
        var items = [
            zmq_pollitem_t(socket: handle, fd: 0, events: Int16(ZMQ_POLLIN), revents: 0)
        ]
        return zmq_poll(&items, 1, milliseconds) > 0
    }

    /// The frames of the next message; nil where none has come.
    package func receive() throws(ZeroMQError) -> [[UInt8]]? {
        var frames: [[UInt8]] = []
        var message = zmq_msg_t()
        zmq_msg_init(&message)
        defer { zmq_msg_close(&message) }
        while true {
            guard zmq_msg_recv(&message, handle, ZMQ_DONTWAIT) >= 0 else {
                switch zmq_errno() {
                case EINTR: continue
                case EAGAIN: return nil
                default: throw ZeroMQError(operation: "receive")
                }
            }
            let bytes = UnsafeRawBufferPointer(
                start: zmq_msg_data(&message), count: zmq_msg_size(&message))
            frames.append(Array(bytes))
            if zmq_msg_more(&message) == 0 { return frames }
        }
    }

    /// Sends a message, whole or not at all, without waiting.
    package func send(_ frames: [[UInt8]]) -> SendResult {
        for (index, frame) in frames.enumerated() {
            let flags = ZMQ_DONTWAIT | (index + 1 < frames.count ? ZMQ_SNDMORE : 0)
            while zmq_send(handle, frame, frame.count, flags) < 0 {
                switch zmq_errno() {
                case EINTR: continue
                case EAGAIN where index == 0: return .full
                case EHOSTUNREACH: return .unreachable
                default: return .failed(ZeroMQError(operation: "send"))
                }
            }
        }
        return .sent
    }
}
