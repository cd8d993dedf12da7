internal import ArgumentParser
internal import Glibc
internal import JupyterKernel
internal import Session

/// `vencejo doctor`: what this machine has of what a notebook may need, and what to do about the rest.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check what notebooks need on this machine.",
        discussion: "Ends with status 1 when something is missing that notebooks cannot do without.")

    @OptionGroup var place: KernelSpecPlace

    @Option(help: "The Python that Jupyter and papermill run in.")
    var python = "python3"

    func run() throws {
        Standard.write("vencejo \(Session.version), \(try Executable.path())\n", to: .output)
        let checks = try needed() + optional()
        for check in checks { Standard.write(check.text, to: .output) }
        if checks.contains(where: { $0.state == .missing }) { throw CommandFailure.cellFailed }
    }

    /// What notebooks cannot do without.
    private func needed() throws -> [Check] {
        #if DEBUG
            let build = Check(false, "a release build", help: "build with 'swift build -c release'")
        #else
            let build = Check(true, "a release build")
        #endif
        return [build, try sessionCheck(), try kernelSpecCheck(), folderCheck(), jupyterCheck()]
    }

    /// What some notebooks use.
    private func optional() -> [Check] {
        [
            Check(
                optional: Executable.isOnPath("rsvg-convert"), "rsvg-convert, for figures as PNG and PDF",
                help: "install the package 'librsvg2-bin'"),
            Check(
                optional: Folder.exists("/usr/share/datasets/fashion-mnist"),
                "Fashion-MNIST, for 'FashionMNIST.load()'", help: "install the package 'dataset-fashion-mnist'"),
            Check(
                optional: PythonEnvironment(python).has("vencejo_jupyter"),
                "the Python package for papermill's parameters, in '\(python)'",
                help: "run 'vencejo install --papermill --python PYTHON' with the Python that papermill runs in"),
            Check(
                optional: PythonEnvironment(python).has("jupyterlab_widgets"), "widgets in JupyterLab, in '\(python)'",
                help: "install them with 'pip install jupyterlab_widgets'"),
        ]
    }

    /// A cell is checked and run.
    private func sessionCheck() throws -> Check {
        let session = Session()
        defer { session.shutDown() }
        let host = TerminalHost(readsInput: false)
        let outcome = session.execute("let sum = Tensor([1.0, 2.0]).sum().item()\nassert(sum == 3)", name: "check", silent: true, host: host)
        return Check(outcome.isFinished, "a session that runs a cell", help: "this build does not work on this machine: build it anew with 'make install'")
    }

    /// The kernelspec is there, and names an executable that is.
    private func kernelSpecCheck() throws -> Check {
        let folder = try place.folder()
        let what = "the kernelspec in \(folder)"
        let install = "run 'vencejo install'"
        guard let text = try? InputFile.read(folder + "/kernel.json") else { return Check(false, what, help: install) }
        guard let executable = KernelSpec.executable(in: text) else {
            return Check(false, "\(what), which cannot be read", help: install)
        }
        guard access(executable, X_OK) == 0 else {
            return Check(false, "\(what): it names '\(executable)', which is not there", help: install)
        }
        if executable != (try Executable.path()) {
            return Check(
                optional: false, "the kernelspec names another executable: '\(executable)'",
                help: "run 'vencejo install' to make Jupyter start this one")
        }
        return Check(true, what)
    }

    /// Jupyter writes connection files to its runtime folder.
    private func folderCheck() -> Check {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        return Check(access(folder, W_OK) == 0, "a folder for temporary files, \(folder)", help: "set TMPDIR to a folder that can be written to")
    }

    private func jupyterCheck() -> Check {
        Check(
            Executable.isOnPath("jupyter"), "jupyter on the search path",
            help: "install it with 'pip install jupyterlab', or run 'make lab'; 'vencejo run' needs no Jupyter")
    }
}

extension CellOutcome {
    fileprivate var isFinished: Bool {
        if case .finished = self { true } else { false }
    }
}

/// One line of what was looked at.
private struct Check {
    enum State: String {
        case ok = "ok"
        case missing = "missing"
        case absent = "absent"
    }

    let state: State
    private let what: String
    private let help: String

    init(_ good: Bool, _ what: String, help: String = "") {
        state = good ? .ok : .missing
        self.what = what
        self.help = help
    }

    /// Something that only some notebooks use.
    init(optional good: Bool, _ what: String, help: String) {
        state = good ? .ok : .absent
        self.what = what
        self.help = help
    }

    var text: String {
        let label = state.rawValue + String(repeating: " ", count: 9 - state.rawValue.count)
        let line = "  \(label)\(what)\n"
        return state == .ok ? line : line + "           help: \(help)\n"
    }
}
