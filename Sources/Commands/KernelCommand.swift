internal import ArgumentParser
internal import JupyterKernel
internal import Session

/// `vencejo kernel CONNECTION_FILE`: what Jupyter starts.
struct KernelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kernel",
        abstract: "Serve a session to Jupyter.",
        discussion: "Jupyter starts this itself; see 'vencejo install'.")

    enum LogLevel: String, ExpressibleByArgument, CaseIterable {
        case trace, debug, info, notice, warning, error, critical
    }

    @Argument(
        help: ArgumentHelp(
            "The file with addresses, ports and key that the frontend wrote.",
            valueName: "connection-file"))
    var connectionFile: String

    @Option(help: "What is logged on standard error.")
    var logLevel: LogLevel = KernelCommand.usualLogLevel

    @Option(
        help: ArgumentHelp(
            "Where what was run is kept for later sessions, or 'off'; a file in Jupyter's data folder by default.",
            valueName: "file"))
    var history: String?

    @OptionGroup(title: "Limits") var limits: LimitOptions

    private static let usualLogLevel = LogLevel.warning

    func run() throws {
        var configuration = SessionConfiguration()
        try limits.set(&configuration)
        try Self.serve(connectionFile, logLevel, history, configuration)
    }

    /// Runs `kernel CONNECTION_FILE`, as Jupyter starts it. Nothing is put before the sockets, not even the reading of a
    /// command line: a frontend that connects before they listen tries again only after 100 to 200 ms.
    ///
    /// - Returns: the status; nil where the command line is another one.
    static func runPlain(_ arguments: [String]) -> Int32? {
        guard arguments.count == 2, arguments[0] == "kernel", !arguments[1].hasPrefix("-") else { return nil }
        do throws(CommandFailure) {
            try serve(arguments[1], usualLogLevel, nil, SessionConfiguration())
            return 0
        } catch {
            return error.tell()
        }
    }

    private static func serve(
        _ connectionFile: String, _ logLevel: LogLevel, _ history: String?, _ configuration: SessionConfiguration
    ) throws(CommandFailure) {
        Standard.warnAboutDebugBuild()
        do {
            try JupyterKernel.run(connectionFile: connectionFile, logLevel: logLevel.rawValue, history: HistoryPlace(history)) {
                Session(configuration)
            }
        } catch {
            throw .unusable("\(error)")
        }
    }
}
