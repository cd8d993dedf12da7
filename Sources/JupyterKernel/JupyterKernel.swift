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
    ///   - session: makes the session, on a thread of its own while the sockets open.
    /// - Throws: an error that says what is wrong with the connection file, that an address is taken, or
    ///   what `session` threw.
    public static func run(
        connectionFile: String, logLevel: String = "warning",
        session: @escaping @Sendable () throws -> Session
    ) throws {
        try serve(connectionFile: connectionFile, logLevel: logLevel) { try session() }
    }

    /// `run` for any evaluator.
    package static func serve(
        connectionFile: String, logLevel: String,
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
        let kernel = Kernel(
            transport: sockets,
            wire: WireFormat(
                signer: MessageSigner(key: connection.key, scheme: connection.signatureScheme)),
            evaluator: source, ports: connection.ports, logger: logger)
        let service = KernelService(kernel: kernel, source: source)
        try service.start(makeEvaluator)
        sockets.run(service)
        context.shutDown()
        heartbeat.join()
        context.terminate()
        try service.finish()
    }
}
