package import JupyterMessaging
package import Logging

/// The kernel proper: takes requests from a transport and sees that each is answered.
///
/// Requests that need no evaluator are answered on the transport's thread, those about code on a second one, messages
/// of comms on a third, cells run on a fourth. So all but cells are answered while a cell runs.
package final class Kernel: @unchecked Sendable {
    let outlet: Outlet
    let transport: any MessageTransport
    let evaluator: EvaluatorSource
    let executor: Executor
    let subshells: Subshells
    let assistant = Worker()
    let comms = Worker()
    let debugAssistant = Worker()
    let historian = Worker()
    let debugAdapter = Monitor<DebugAdapter?>(nil)
    /// What the debugger's events are consequences of.
    let lastDebugRequest = Monitor<IncomingMessage?>(nil)
    let history: any HistoryStore
    let audience: Audience
    let ports: [Channel: Int]
    let logger: Logger
    private let wire: WireFormat
    // Only the transport's thread touches these.
    private var replayGuard = ReplayGuard()
    private var drops = LogThrottle()
    var usage = ProcessUsage()

    package init(
        transport: any MessageTransport, wire: WireFormat, evaluator: EvaluatorSource,
        history: any HistoryStore = MemoryHistory(), ports: [Channel: Int] = [:],
        headers: HeaderFactory = HeaderFactory(), audiencePatience: Int64 = Audience.patience, logger: Logger
    ) {
        self.transport = transport
        self.wire = wire
        self.evaluator = evaluator
        self.history = history
        self.ports = ports
        self.logger = logger
        outlet = Outlet(transport: transport, wire: wire, headers: headers)
        audience = Audience(patience: audiencePatience)
        executor = Executor(
            outlet: outlet, transport: transport, evaluator: evaluator, history: history, audience: audience)
        subshells = Subshells(executor)
    }

    /// Runs cells until the kernel stops. To be called on a thread of its own.
    package func runCells() {
        executor.run()
    }

    /// Answers questions about code until the kernel stops. To be called on a thread of its own.
    package func runAssistant() {
        assistant.run()
    }

    /// Takes what frontends do to comms until the kernel stops. To be called on a thread of its own.
    package func runComms() {
        comms.run()
    }

    /// Answers questions to the debugger until the kernel stops. To be called on a thread of its own.
    package func runDebugger() {
        debugAssistant.run()
    }

    /// Answers questions about what was run until the kernel stops. To be called on a thread of its own, since the answer may
    /// have to wait for a disk.
    package func runHistorian() {
        historian.run()
    }

    /// Ends all of them, interrupting what runs, and the transport.
    package func stop() {
        executor.stop()
        subshells.stop()
        assistant.stop()
        comms.stop()
        debugAssistant.stop()
        historian.stop()
        transport.stop()
    }

    /// Stops the cell that runs.
    package func interrupt() {
        executor.interrupt()
    }
}

extension Kernel: SocketHandler {
    package var acceptsRequests: Bool { executor.acceptsRequests }

    package func subscribed(to topic: [UInt8]) {
        outlet.welcome(topic)
        audience.arrived()
    }

    package func turn(now: Int64) -> Int64? {
        executor.turn(now: now)
    }

    package func received(_ frames: [[UInt8]], on channel: Channel) {
        let message: IncomingMessage
        do throws(WireError) {
            message = try wire.decode(frames, replayGuard: &replayGuard)
        } catch {
            if let note = drops.note(now: MonotonicClock.now()) {
                logger.warning("\(channel.rawValue): a message was dropped: \(error)\(note)")
            }
            return
        }
        logger.debug("\(channel.rawValue): \(message.header.type)")
        dispatch(Request(message: message, channel: channel))
    }
}
