public import ArgumentParser
internal import Glibc
internal import Session

/// `vencejo`: a Jupyter kernel in Swift for machine learning, and the same cells without a browser.
public struct VencejoCommand: ParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "vencejo",
        abstract: "Swift notebooks for machine learning: a Jupyter kernel and a headless runner.",
        version: "vencejo \(Session.version)",
        subcommands: [
            RunCommand.self, CheckCommand.self, ExportCommand.self, FiguresCommand.self, ConvertCommand.self, CleanCommand.self,
            EvalCommand.self, ReferenceCommand.self, GitDiffCommand.self, GitMergeCommand.self, KernelCommand.self, InstallCommand.self,
            UninstallCommand.self, DoctorCommand.self,
        ])

    public init() {}

    /// Runs the command the process was started with, and ends the process with its status.
    public static func start() -> Never {
        let arguments = Array(CommandLine.arguments.dropFirst())
        Standard.exit(KernelCommand.runPlain(arguments) ?? run(arguments))
    }

    /// Runs a command line.
    ///
    /// - Returns: the status: 0, 1 when a cell or the machine failed, 2 for a wrong command line or a file that
    ///   cannot be used.
    package static func run(_ arguments: [String]) -> Int32 {
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
            return 0
        } catch let failure as CommandFailure {
            return failure.tell()
        } catch {
            let status = exitCode(for: error)
            let text = fullMessage(for: error)
            if !text.isEmpty {
                Standard.write(text + "\n", to: status == .success ? .output : .error)
            }
            return status == .validationFailure ? 2 : status.rawValue
        }
    }
}

/// Why a command ends with another status than 0.
package struct CommandFailure: Error {
    /// What is written on standard error; empty when everything has been said.
    package let text: String
    package let status: Int32

    /// Writes the text on standard error; gives the status.
    func tell() -> Int32 {
        Standard.write(text, to: .error)
        return status
    }

    /// A cell failed; its error has been shown.
    package static let cellFailed = CommandFailure(text: "", status: 1)

    /// The command line or a file is wrong.
    package static func unusable(_ message: String) -> CommandFailure {
        CommandFailure(text: "error: \(message)\n", status: 2)
    }

    /// The machine did not do what the command needs.
    package static func failed(_ message: String) -> CommandFailure {
        CommandFailure(text: "error: \(message)\n", status: 1)
    }
}
