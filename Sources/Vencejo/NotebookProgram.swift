internal import Glibc
internal import Plotting
internal import Tensors

/// What a notebook that was exported as a program does beside its cells: it starts everything random where a session
/// does, shows the last value of a cell, and keeps the figures as files.
///
///     NotebookProgram.begin("digits")
///     NotebookProgram.cell(1, heading: "The data")
///     NotebookProgram.show(1 + 1)
///     NotebookProgram.end()
///
/// Figures go to `figures/NAME-NN-heading.svg` in the folder the program runs in, or in the folder that the variable
/// `VENCEJO_FIGURES` names; their plain text is printed.
public enum NotebookProgram {
    /// Starts the program: its name is the beginning of the figures' names.
    ///
    /// - Parameter file: the program's own file, for its module's name, which printed values leave out.
    public static func begin(_ name: String, file: String = #fileID) {
        ValueText.programModule = String(file.prefix { $0 != "/" })
        // The random numbers of a session that has just been started.
        setRandomSeed(0)
        Output.use(ProgramSink(name))
    }

    /// A cell begins; figures that the one before drew and did not show are shown.
    ///
    /// - Parameter heading: the heading above it in the notebook, for the figures' names.
    public static func cell(_ number: Int, heading: String = "") {
        showOpenFigures(except: nil)
        (Output.sink as? ProgramSink)?.heading = heading
    }

    /// Shows the last value of a cell as the notebook shows it: figures as files, everything else as text.
    public static func show<Value>(_ value: Value) {
        showOpenFigures(except: figure(of: value))
        ended { Output.sink.display(try bundle(of: value), id: nil) }
    }

    /// A cell that ends with a value that is nothing shows nothing.
    public static func show(_ value: Void) {
        showOpenFigures(except: nil)
    }

    /// Ends the program: shows the figures that its last cell drew and did not show.
    public static func end() {
        showOpenFigures(except: nil)
        Output.use(nil)
    }

    private static func showOpenFigures(except shown: Figure?) {
        ended {
            for figure in Figures.takeOpenFigures() where figure !== shown {
                Output.sink.display(try figure.displayBundle(), id: nil)
            }
        }
    }

    private static func figure<Value>(of value: Value) -> Figure? {
        (value as? Figure) ?? (value as? Plotting.Axes)?.figure
    }

    static func bundle<Value>(of value: Value) throws -> DisplayBundle {
        if let figure = figure(of: value) { return try figure.displayBundle() }
        if let text = value as? String { return DisplayBundle(text: String(reflecting: text)) }
        if let tensor = value as? Tensor, let picture = TensorThumbnail(tensor) { return try picture.displayBundle() }
        if let rich = value as? any RichDisplayable { return try rich.displayBundle() }
        return DisplayBundle(text: "\(value)")
    }

    /// Ends the program with the message of an error, as the library's plain face does.
    private static func ended(_ body: () throws -> Void) {
        do {
            try body()
        } catch {
            Output.sink.writeError("error: \(error)\n")
            exit(1)
        }
    }
}

/// Text goes to the terminal; a figure also becomes a file.
final class ProgramSink: OutputSink, @unchecked Sendable {
    private let name: String
    private let folder: String
    private var count = 0
    /// The heading above the cell that runs.
    var heading = ""

    init(_ name: String) {
        self.name = name
        folder = getenv("VENCEJO_FIGURES").map { String(cString: $0) } ?? "figures"
    }

    func write(_ text: String) { ordered.write(text) }
    func writeError(_ text: String) { ordered.writeError(text) }

    /// The terminal, once what `print` holds back in the C library has been written.
    private var ordered: TerminalSink {
        fflush(nil)
        return TerminalSink.shared
    }

    var updatesInPlace: Bool { TerminalSink.shared.updatesInPlace }

    func display(_ bundle: DisplayBundle, id: String?) {
        ordered.display(bundle, id: id)
        save(bundle)
    }

    func updateDisplay(_ bundle: DisplayBundle, id: String) {
        ordered.updateDisplay(bundle, id: id)
    }

    private func save(_ bundle: DisplayBundle) {
        guard case .text(let svg)? = bundle["image/svg+xml"] else { return }
        count += 1
        // The folder, and those above it.
        var made = folder.hasPrefix("/") ? "" : "."
        for part in folder.split(separator: "/") {
            made += "/" + part
            _ = mkdir(made, 0o755)
        }
        let path = "\(folder)/\(FigureName.name(of: name, number: count, heading: heading)).svg"
        guard let file = fopen(path, "w") else {
            writeError("warning: cannot write '\(path)': \(String(cString: strerror(errno)))\n")
            return
        }
        defer { fclose(file) }
        if fputs(svg, file) < 0 { writeError("warning: '\(path)' was not written whole\n") }
    }
}
