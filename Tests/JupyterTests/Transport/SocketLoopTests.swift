import Glibc
import JSON
import JupyterMessaging
import Logging
import Testing

/// Answers each message with its own frames, and welcomes subscribers.
private final class Echo: SocketHandler {
    private struct State {
        var received = 0
        var accepts = true
    }

    private let state = Monitor(State())
    private let loop: SocketLoop

    init(_ loop: SocketLoop) {
        self.loop = loop
    }

    var received: Int { state.withLock { $0.received } }
    var acceptsRequests: Bool { state.withLock { $0.accepts } }

    func accept(_ accepts: Bool) {
        state.withLock { $0.accepts = accepts }
        loop.wakeUp.signal()
    }

    func received(_ frames: [[UInt8]], on channel: Channel) {
        state.withLock { $0.received += 1 }
        loop.send(frames, on: channel)
    }

    func subscribed(to topic: [UInt8]) {
        loop.send([topic, Array("welcome".utf8)], on: .iopub)
    }

    func turn(now: Int64) -> Int64? { nil }
}

/// A loop on ipc sockets in a folder of its own, with a client's context.
private final class Service {
    let loop: SocketLoop
    let echo: Echo
    let client: ZeroMQContext
    private let context: ZeroMQContext
    private let connection: ConnectionFile
    private let thread: JupyterMessaging.Thread?

    init(_ change: (inout SocketPolicy) -> Void = { _ in }) throws {
        let path = temporaryPath()
        let file: JSONValue = [
            "transport": "ipc", "ip": .string(path), "key": "", "shell_port": 1, "iopub_port": 2,
            "stdin_port": 3, "control_port": 4, "hb_port": 5,
        ]
        connection = try ConnectionFile(json: JSONWriter.bytes(file), path: "test")
        var policy = SocketPolicy()
        change(&policy)
        context = try ZeroMQContext()
        client = try ZeroMQContext()
        let loop = try SocketLoop(
            context, connection, wakeUp: try WakeUp(), policy: policy,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let echo = Echo(loop)
        self.loop = loop
        self.echo = echo
        thread = JupyterMessaging.Thread.start { loop.run(echo) }
    }

    func connect(_ kind: ZeroMQSocket.Kind, _ channel: Channel) throws -> ZeroMQSocket {
        let socket = try ZeroMQSocket(client, kind)
        if kind == .subscriber {
            try socket.limitReceived(to: 2)
            try socket.subscribe(to: [])
        }
        try socket.connect(connection.endpoint(of: channel))
        return socket
    }

    func stop() {
        loop.stop()
        thread?.join()
        context.terminate()
        client.shutDown()
    }
}

extension ZeroMQSocket {
    /// The next message; nil when none comes within five seconds.
    fileprivate func next() throws -> [[UInt8]]? {
        waitForMessage(milliseconds: 5_000) ? try receive() : nil
    }
}

@Suite("Sockets")
struct SocketLoopTests {
    @Test("A message comes back on its channel to the client that sent it")
    func echo() throws {
        let service = try Service()
        defer { service.stop() }
        for channel in [Channel.shell, .control, .stdin] {
            let first = try service.connect(.dealer, channel)
            let second = try service.connect(.dealer, channel)
            _ = first.send([[1], [], [2]])
            _ = second.send([[3]])
            #expect(try first.next() == [[1], [], [2]])
            #expect(try second.next() == [[3]])
            first.close()
            second.close()
        }
    }

    /// Publishes numbered messages of a kilobyte on a thread of its own, waiting for room; counts them.
    private func publish(_ count: Int, on loop: SocketLoop) -> Monitor<Int> {
        let sent = Monitor(0)
        _ = JupyterMessaging.Thread.start {
            for number in 0..<count {
                loop.waitForRoom()
                loop.send([[0], [UInt8](repeating: UInt8(number % 251), count: 1_000)], on: .iopub)
                sent.update { $0 += 1 }
            }
        }
        return sent
    }

    @Test("Each subscriber is welcomed, and nothing is lost to one that reads late")
    func slowSubscriber() throws {
        let service = try Service {
            $0.highWaterMark = 2
            $0.iopubBytes = 50_000
        }
        defer { service.stop() }
        let count = 2_000
        let inOrder = Monitor<[Int]>([])
        let readers = try [0, 200_000].map { delay in
            let socket = try service.connect(.subscriber, .iopub)
            #expect(try socket.next() == [[], Array("welcome".utf8)])
            return JupyterMessaging.Thread.start {
                usleep(UInt32(delay))
                var received = 0
                while received < count, let frames = try? socket.next() {
                    guard frames.first == [0] else { continue }
                    guard frames[1].first == UInt8(received % 251) else { break }
                    received += 1
                }
                inOrder.withLock { $0.append(received) }
                socket.close()
            }
        }
        _ = publish(count, on: service.loop)
        for reader in readers { reader?.join() }
        #expect(inOrder.withLock { $0 } == [count, count])
    }

    @Test("A writer waits for a subscriber that takes nothing, until it is let pass")
    func backPressure() throws {
        let service = try Service {
            $0.highWaterMark = 2
            $0.iopubBytes = 50_000
        }
        defer { service.stop() }
        let socket = try service.connect(.subscriber, .iopub)
        #expect(try socket.next() == [[], Array("welcome".utf8)])
        let count = 20_000
        let sent = publish(count, on: service.loop)
        usleep(300_000)
        #expect(sent.withLock { $0 } < count / 2)
        service.loop.letWritersPass(true)
        let all: Void? = sent.wait(nanoseconds: 5_000_000_000) { $0 == count ? () : nil }
        #expect(all != nil)
        socket.close()
    }

    @Test("Requests that are not wanted wait in the socket")
    func pausedRequests() throws {
        let service = try Service()
        defer { service.stop() }
        service.echo.accept(false)
        let socket = try service.connect(.dealer, .shell)
        for number in 0..<10 { _ = socket.send([[UInt8(number)]]) }
        usleep(50_000)
        #expect(service.echo.received == 0)
        service.echo.accept(true)
        for number in 0..<10 { #expect(try socket.next() == [[UInt8(number)]]) }
        socket.close()
    }
}
