internal import JupyterMessaging
internal import Logging
public import Session

/// The Jupyter kernel: a session that frontends reach over sockets.
public enum JupyterKernel {
    /// Serves one session under a connection file until a frontend ends it or its parent dies.
    ///
    /// - Parameters:
    ///   - connectionFile: the JSON file a frontend wrote: addresses, ports, key; or, instead of ports, where it waits
    ///     for those that the kernel chooses.
    ///   - logLevel: `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`; log lines go to
    ///     standard error.
    ///   - history: where what was run is kept for later sessions.
    ///   - session: makes the session, on a thread of its own while the sockets open.
    /// - Throws: an error that says what is wrong with the connection file, that an address is taken, that nobody
    ///   acknowledged the kernel's ports, or what `session` threw.
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
        let file = try ConnectionFile(path: connectionFile)
        if file.key.isEmpty {
            logger.warning("the connection file has no key: messages are not signed")
        }
        let wakeUp = try WakeUp()
        Signals.install(wakeUp)
        let context = try ZeroMQContext()
        let sockets = try SocketLoop(context, file, wakeUp: wakeUp, logger: logger)
        let heartbeat = try Heartbeat(context, file)
        let connection = file.listening(
            at: sockets.ports.merging([.heartbeat: heartbeat.port]) { $1 })
        defer { file.removeChosenPaths(connection.ports) }
        let signer = MessageSigner(key: file.key, scheme: file.signatureScheme)
        do {
            try connection.registration?.announce(
                connection.ports, signer: signer, context: context,
                isStopped: { Signals.isTerminated })
        } catch {
            context.shutDown()
            heartbeat.join()
            sockets.close()
            context.terminate()
            throw error
        }
        let ownFile = connection.registration.flatMap { _ in
            OwnConnectionFile(connection, logger: logger)
        }
        defer { ownFile?.remove() }
        let source = EvaluatorSource()
        var history: any HistoryStore = MemoryHistory()
        if case .file(let path) = place {
            let file = FileHistory(path: path, logger: logger)
            if Thread.start({ file.run() }) != nil { history = file }
        }
        let kernel = Kernel(
            transport: sockets,
            wire: WireFormat(signer: signer),
            evaluator: source, history: history, ports: connection.ports, logger: logger)
        let capture = StandardOutputCapture { [weak kernel] text in kernel?.takeStandardOutput(text) }
        if let capture {
            kernel.executor.afterCell.update { $0.run = { capture.flush() } }
            _ = Thread.start { capture.run() }
        }
        let service = KernelService(kernel: kernel, source: source)
        try service.start(makeEvaluator)
        sockets.run(service)
        context.shutDown()
        heartbeat.join()
        (history as? FileHistory)?.stop()
        context.terminate()
        try service.finish()
    }
}
