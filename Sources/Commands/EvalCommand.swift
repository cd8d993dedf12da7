internal import ArgumentParser
internal import FoundationEssentials
internal import Session

/// `vencejo eval FILE.swift`: a program as one cell.
struct EvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Run a Swift program as one cell.",
        discussion: """
            What the program prints goes to standard output, as with 'swift FILE'; the value of its \
            last expression is not printed. The exit status is 1 when the program fails.
            """)

    @Argument(help: ArgumentHelp("The program; '-' reads standard input.", valueName: "file"))
    var file: String

    @OptionGroup(title: "Limits") var limits: LimitOptions

    func run() throws {
        Standard.warnAboutDebugBuild()
        let source = try Self.source(of: file)
        let host = TerminalHost(readsInput: file != "-")
        var configuration = SessionConfiguration()
        try limits.set(&configuration)
        let session = Session(configuration)
        let name = file == "-" ? "<stdin>" : file
        // A program without a word is a file that went wrong on its way here.
        guard source.contains(where: { !$0.isWhitespace }) else {
            Standard.write("\(name):1:1: error: the program is empty\n", to: .error)
            throw CommandFailure.cellFailed
        }
        let outcome = session.execute(source, name: name, silent: true, host: host)
        host.flush()
        if let error = outcome.error {
            Standard.write(error.traceback.map { $0 + "\n" }.joined(), to: .error)
            throw CommandFailure.cellFailed
        }
    }

    /// The text of a program.
    private static func source(of file: String) throws -> String {
        let bytes: [UInt8]
        do {
            bytes = try file == "-" ? InputFile.standardInput() : InputFile.read(file)
        } catch {
            throw CommandFailure.unusable(error.message)
        }
        // Cells are text; a byte that is not UTF-8 is replaced, and the language then says where it is.
        return String(decoding: bytes, as: UTF8.self)
    }
}
