internal import ArgumentParser
internal import Session

/// `vencejo doctor`: what this machine has of what a notebook may need.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check what notebooks need on this machine.")

    @OptionGroup var place: KernelSpecPlace

    func run() throws {
        var isWell = true
        func line(_ good: Bool, _ what: String, help: String) {
            isWell = isWell && good
            Standard.write(
                good ? "  ok       \(what)\n" : "  missing  \(what)\n           help: \(help)\n",
                to: .output)
        }
        Standard.write("vencejo \(Session.version)\n", to: .output)
        #if DEBUG
            line(false, "a release build", help: "build with 'swift build -c release'")
        #else
            line(true, "a release build", help: "")
        #endif
        let folder = try place.folder()
        line(
            Folder.exists(folder + "/kernel.json"), "the kernelspec in \(folder)",
            help: "run 'vencejo install'")
        line(
            Executable.isOnPath("jupyter"), "jupyter on the search path",
            help: "install it with 'pip install jupyterlab', or run 'make lab'")
        if !isWell { throw CommandFailure.cellFailed }
    }
}
