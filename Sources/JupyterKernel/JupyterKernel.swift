internal import JupyterMessaging
internal import Logging
public import Session

/// The Jupyter kernel: a session that frontends reach over sockets.
public enum JupyterKernel {
    /// Serves one session under a connection file until a frontend ends it or its parent dies.
    ///
    /// - Parameters:
    ///   - connectionFile: the JSON file a frontend wrote: addresses, ports, key.
    ///   - logLevel: `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`; log lines go to
    ///     standard error.
    ///   - history: where what was run is kept for later sessions.
    ///   - session: makes the session, on a thread of its own while the sockets open.
    /// - Throws: an error that says what is wrong with the connection file, that an address is taken, or
    ///   what `session` threw.
    public static func run(
        connectionFile: String, logLevel: String = "warning", history: HistoryPlace = .memory,
        session: @escaping @Sendable () throws -> Session
    ) throws {
        try serve(connectionFile: connectionFile, logLevel: logLevel, history: history) { try session() }
    }

    /// `run` for any evaluator.
    package static func serve(
        connectionFile: String, logLevel: String, history place: HistoryPlace = .memory,
        evaluator makeEvaluator: @escaping @Sendable () throws -> any Evaluator
    ) throws {
        guard let level = Logger.Level(rawValue: logLevel) else {
            throw KernelError.unknownLogLevel(
                logLevel, known: Logger.Level.allCases.map(\.rawValue))
        }
        var logger = Logger(label: "vencejo", factory: StreamLogHandler.standardError(label:))
        logger.logLevel = level
        let connection = try ConnectionFile(path: connectionFile)
        if connection.key.isEmpty {
            logger.warning("the connection file has no key: messages are not signed")
        }
        let wakeUp = try WakeUp()
        Signals.install(wakeUp)
        let context = try ZeroMQContext()
        let sockets = try SocketLoop(context, connection, wakeUp: wakeUp, logger: logger)
        let heartbeat = try Heartbeat(context, connection)
        let source = EvaluatorSource()
        var history: any HistoryStore = MemoryHistory()
        var historyWriter: Thread?
        if case .file(let path) = place {
            let file = FileHistory(path: path, logger: logger)
            historyWriter = Thread.start { file.run() }
            history = file
        }
        let kernel = Kernel(
            transport: sockets,
            wire: WireFormat(
                signer: MessageSigner(key: connection.key, scheme: connection.signatureScheme)),
            evaluator: source, history: history, ports: connection.ports, logger: logger)
        let capture = StandardOutputCapture { [weak kernel] text in kernel?.takeStandardOutput(text) }
        if let capture {
            kernel.executor.afterCell.update { $0 = { capture.flush() } }
            _ = Thread.start { capture.run() }
        }
        let service = KernelService(kernel: kernel, source: source)
        try service.start(makeEvaluator)
        sockets.run(service)
        context.shutDown()
        heartbeat.join()
        (history as? FileHistory)?.stop()
        historyWriter?.join()
        context.terminate()
        try service.finish()
    }
}
