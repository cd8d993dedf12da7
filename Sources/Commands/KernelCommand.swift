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
    var logLevel: LogLevel = .warning

    @Option(
        help: ArgumentHelp(
            "Where what was run is kept for later sessions, or 'off'; a file in Jupyter's data folder by default.",
            valueName: "file"))
    var history: String?

    @OptionGroup(title: "Limits") var limits: LimitOptions

    func run() throws {
        Standard.warnAboutDebugBuild()
        var configuration = SessionConfiguration()
        try limits.set(&configuration)
        do {
            try JupyterKernel.run(connectionFile: connectionFile, logLevel: logLevel.rawValue, history: HistoryPlace(history)) { [configuration] in
                Session(configuration)
            }
        } catch {
            throw CommandFailure.unusable("\(error)")
        }
    }
}
