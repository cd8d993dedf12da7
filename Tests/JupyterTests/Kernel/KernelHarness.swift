import Comms
import JSON
import JupyterKernel
import JupyterMessaging
import Logging
import Session
import Synchronization

/// A message as it left the kernel.
struct Sent: Sendable {
    let channel: Channel
    let message: IncomingMessage

    var type: String { message.header.type }
    var parent: String? { message.parentHeader["msg_id"]?.string }
    /// What tells messages apart in a list: the channel, the type, the state of a status.
    var label: String {
        let state = message.content["execution_state"]?.string
        return state ?? (channel == .iopub ? type : "\(channel.rawValue):\(type)")
    }
}

/// Keeps what the kernel sends, in order.
final class RecordingTransport: MessageTransport {
    private struct State {
        var sent: [Sent] = []
        var replayGuard = ReplayGuard()
        var isStopped = false
        var passes: [Bool] = []
    }

    private let state = Monitor(State())
    private let wire: WireFormat

    init(wire: WireFormat) {
        self.wire = wire
    }

    func send(_ frames: [[UInt8]], on channel: Channel) {
        state.update { state in
            guard let message = try? wire.decode(frames, replayGuard: &state.replayGuard) else {
                return
            }
            state.sent.append(Sent(channel: channel, message: message))
        }
    }

    func waitForRoom() {}
    func letWritersPass(_ pass: Bool) {}
    func afterPendingRequests(_ body: @escaping @Sendable () -> Void) { body() }
    func wake() {}
    func stop() { state.update { $0.isStopped = true } }

    var sent: [Sent] { state.withLock { $0.sent } }
    var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Waits up to 5 seconds, or another time, until what was sent satisfies `condition`.
    func wait(nanoseconds: Int64 = 5_000_000_000, until condition: ([Sent]) -> Bool) -> Bool {
        let found: Void? = state.wait(nanoseconds: nanoseconds) { state in
            condition(state.sent) ? () : nil
        }
        return found != nil
    }
}

/// Runs each cell by a function of the test's.
final class ScriptedEvaluator: Evaluator {
    typealias Script = @Sendable (String, any CellHost, ScriptedEvaluator) -> CellOutcome

    let comms = CommRegistry()
    private let script: Script
    private let interrupts = Monitor(0)

    init(_ script: @escaping Script) {
        self.script = script
    }

    func execute(
        _ source: String, name: String, silent: Bool, host: any CellHost
    ) -> CellOutcome {
        script(source, host, self)
    }

    func evaluate(_ expression: String, host: any CellHost) -> Result<DisplayData, CellError> {
        expression == "bad"
            ? .failure(CellError(name: "NameError", message: "bad", traceback: ["bad"]))
            : .success(DisplayData(text: "value of \(expression)"))
    }

    func complete(_ source: String, at offset: Int) -> Completions {
        Completions(
            items: [.init(text: "print", kind: "function", signature: "print(_:)")],
            replaced: 0..<offset)
    }

    func inspect(_ source: String, at offset: Int, detail: Int) -> DisplayData? {
        source == "nothing" ? nil : DisplayData(text: "\(source) at \(offset), detail \(detail)")
    }

    func completeness(of source: String) -> Completeness {
        source.hasSuffix("{") ? .incomplete(indent: "    ") : .complete
    }

    func interrupt() { interrupts.update { $0 += 1 } }
    func shutDown() {}

    /// Waits until the cell is interrupted.
    func waitForInterrupt() -> CellOutcome {
        let wasInterrupted: Void? = interrupts.wait(nanoseconds: 5_000_000_000) {
            $0 > 0 ? () : nil
        }
        return wasInterrupted == nil ? .finished : .failed(Self.interrupted)
    }

    static let interrupted = CellError(
        name: "Interrupted", message: "interrupted", traceback: ["Interrupted"])
    static let failure = CellError(
        name: "TypeError", message: "does not fit", traceback: ["does not fit", "  ^"])
}

/// A kernel with its threads between a recording transport and a scripted evaluator.
final class KernelHarness {
    let kernel: Kernel
    let transport: RecordingTransport
    let evaluator: ScriptedEvaluator
    private let wire = WireFormat(signer: MessageSigner(key: "k"))
    private let client = HeaderFactory(session: "client")

    /// - Parameter audiencePatience: nothing subscribes to the transport; only tests of the wait have one.
    init(
        audiencePatience: Int64 = 0, _ script: @escaping ScriptedEvaluator.Script = { _, _, _ in .finished }
    ) {
        let transport = RecordingTransport(wire: wire)
        self.transport = transport
        evaluator = ScriptedEvaluator(script)
        let kernel = Kernel(
            transport: transport, wire: wire,
            evaluator: EvaluatorSource(evaluator), ports: [.shell: 5], audiencePatience: audiencePatience,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        kernel.adopt(evaluator)
        self.kernel = kernel
        _ = Thread.start { kernel.runComms() }
        _ = Thread.start { kernel.runCells() }
        _ = Thread.start { kernel.runAssistant() }
        _ = Thread.start { kernel.runHistorian() }
    }

    deinit {
        kernel.stop()
    }

    /// Sends a request; returns its identifier.
    @discardableResult
    func send(
        _ type: String, _ content: JSONValue = [:], on channel: Channel = .shell, buffers: [[UInt8]] = [],
        subshell: String? = nil
    ) -> String {
        var header = client.header(type: type)
        header.subshellID = subshell
        let frames = wire.encode(
            identities: [[1]], header: header, parent: nil, content: content, buffers: buffers)
        kernel.received(frames, on: channel)
        return header.messageID
    }

    /// Sends a request and waits until the kernel is idle again; returns what it sent for it.
    func ask(_ type: String, _ content: JSONValue = [:], on channel: Channel = .shell) -> [Sent] {
        answers(to: send(type, content, on: channel))
    }

    /// Runs a cell; returns what the kernel sent for it.
    func execute(_ code: String, _ options: [(String, JSONValue)] = []) -> [Sent] {
        ask("execute_request", .object(JSONObject([("code", .string(code))] + options)))
    }

    /// What was sent for a request, once the kernel is idle again.
    func answers(to id: String) -> [Sent] {
        _ = transport.wait { $0.contains { $0.parent == id && $0.label == "idle" } }
        return transport.sent.filter { $0.parent == id }
    }
}

extension [Sent] {
    var labels: [String] { map(\.label) }

    /// The content of the first message of a type.
    func content(_ type: String) -> JSONValue? {
        first { $0.type == type }?.message.content
    }
}
