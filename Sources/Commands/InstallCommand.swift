internal import ArgumentParser
internal import JupyterKernel

/// `vencejo install`: makes the kernel known to Jupyter.
struct InstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Make the kernel known to Jupyter.",
        discussion: "Run it again after moving the executable: the kernelspec holds its path.")

    @OptionGroup var place: KernelSpecPlace

    @Option(help: "The name shown in launchers and menus.")
    var displayName = "Swift (Vencejo)"

    @Option(
        name: .customLong("env"), parsing: .singleValue,
        help: ArgumentHelp(
            "A variable the kernel is started with; may be repeated.", valueName: "key=value"))
    var environment: [String] = []

    @Flag(help: "Also install the Python package that papermill and nbconvert load, into the environment of --python.")
    var papermill = false

    @Option(help: "The Python that papermill runs in.")
    var python = "python3"

    func run() throws {
        let variables = try environment.map { text in
            guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
                throw CommandFailure.unusable(
                    "'--env \(text)' has no value\nhelp: write --env NAME=VALUE")
            }
            return (
                name: String(text[..<equals]), value: String(text[text.index(after: equals)...])
            )
        }
        let folder = try place.folder()
        let files = KernelSpec.files(
            executable: try Executable.path(), displayName: displayName, environment: variables)
        do {
            try Folder.create(folder)
            for file in files {
                try Folder.write(file.bytes, to: folder + "/" + file.name)
            }
        } catch {
            throw CommandFailure.failed(error.message)
        }
        Standard.write("installed kernel '\(place.name)' in \(folder)\n", to: .output)
        if papermill {
            let packages = try PythonEnvironment(python).install()
            Standard.write("installed '\(PythonPackage.name)' in \(packages)\n", to: .output)
        }
    }
}

/// `vencejo uninstall`: takes back what `install` wrote.
struct UninstallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "uninstall", abstract: "Remove the kernel from Jupyter.")

    @OptionGroup var place: KernelSpecPlace

    func run() throws {
        let folder = try place.folder()
        let names = Folder.entries(folder)
        guard names.contains("kernel.json") else {
            throw CommandFailure.failed("no kernel '\(place.name)' is installed in \(folder)")
        }
        do {
            try Folder.remove(folder, holding: names)
        } catch {
            throw CommandFailure.failed(error.message)
        }
        Standard.write("removed kernel '\(place.name)' from \(folder)\n", to: .output)
    }
}
