internal import Bindings
import Glibc
internal import Language

/// Line commands.
extension SessionCore {
    /// The commands at a cell's beginning.
    ///
    /// - Throws: for one that there is not.
    func commands(of source: SourceText) throws -> [(command: LineCommand, kind: CommandKind)] {
        try lineCommands(in: source).commands.map { command in
            if let kind = CommandKind(rawValue: command.name) { return (command, kind) }
            let near = closestName(to: command.name, among: CommandKind.allCases.map(\.rawValue))
            let list = CommandKind.allCases.map { "'%\($0.rawValue)'" }.joined(separator: ", ")
            throw Diagnostics(all: [
                Diagnostic(
                    .error, "there is no line command '%\(command.name)'", at: command.range,
                    help: CommandKind.foreign[command.name.lowercased()] ?? near.map { "did you mean '%\($0)'?" } ?? "there are \(list)")
            ])
        }
    }

    func execute(
        _ commands: [(command: LineCommand, kind: CommandKind)], _ source: SourceText, _ interpreter: Interpreter, silent: Bool, _ sink: SessionSink
    ) throws -> CellOutcome {
        var timing: Timing?
        var repetition: LineCommand?
        let hasCode = lineCommands(in: source).hasCode
        for (command, kind) in commands {
            switch kind {
            case .time, .timeit:
                guard hasCode else { throw failure("there is nothing to measure", command, help: "write the code behind '%\(command.name)' or below it") }
                if kind == .time { timing = Timing() } else { repetition = command }
            case .who: sink.write(try who(command, interpreter))
            case .reset: reset()
            case .config:
                sink.write(try configure(command))
                applyLimits(sink)
            case .session: sink.write(try session(command, interpreter))
            case .load: sink.host.propose(try load(command), replacing: true)
            case .help: sink.write(try help(command, interpreter))
            }
        }
        if let repetition {
            sink.write(try measure(source, repetition, interpreter) + "\n")
            return sink.overflow.map { .failed($0) } ?? .finished
        }
        guard hasCode else { return .finished }
        let outcome = try executeCode(source, interpreter, timing: timing, silent: silent, sink)
        if let timing, outcome.error == nil { sink.write(timing.text + "\n") }
        return outcome
    }

    func failure(_ message: String, _ command: LineCommand, help: String? = nil) -> Diagnostics {
        Diagnostics(all: [Diagnostic(.error, message, at: command.range, help: help)])
    }

    // MARK: %config

    private func configure(_ command: LineCommand) throws -> String {
        let words = command.arguments.split(maxSplits: 1) { $0 == " " || $0 == "=" || $0 == ":" }
        guard let first = words.first else { return limitsTable() }
        let names = Limit.allCases.map { "'\($0.name)'" }.joined(separator: ", ")
        guard let limit = Limit(named: String(first)) else {
            let near = closestName(to: String(first), among: Limit.allCases.map(\.name))
            throw failure("nothing is called '\(first)' here", command, help: near.map { "did you mean '\($0)'?" } ?? "there are \(names)")
        }
        var value = words.count > 1 ? words[1] : ""
        while let head = value.first, head == " " || head == "=" || head == ":" { value.removeFirst() }
        guard !value.isEmpty else { return "\(limit.name)  \(configuration.text(of: limit))\n" }
        var changed = configuration
        do throws(LimitError) {
            try changed.set(limit, to: value.filter { $0 != "\"" })
        } catch {
            throw failure(error.message, command, help: error.help)
        }
        configuration = changed
        return ""
    }

    private func limitsTable() -> String {
        TextTable(
            Limit.allCases.map { [$0.name, configuration.text(of: $0), $0.subject] }
        ).text
    }

    // MARK: %who

    private func who(_ command: LineCommand, _ interpreter: Interpreter) throws -> String {
        let entities = interpreter.environment.session.entities.sorted { $0.key < $1.key }
        var rows: [[String]] = []
        var functions: [String] = []
        var types: [String] = []
        for (name, entity) in entities {
            switch entity {
            case .global(let global):
                guard command.arguments.isEmpty || "\(global.type)" == command.arguments else { continue }
                let summary = library.summary(of: UnsafePointer(global.slots), global.type, interpreter.machine, withPreview: false)
                rows.append([name, "\(global.type)", summary.shape, Quantity.text(bytes: summary.bytes)])
            case .callables(let callables): functions += callables.map(\.reference)
            case .type, .genericType, .alias: types.append(name)
            case .variable, .property: break
            }
        }
        guard command.arguments.isEmpty else {
            return rows.isEmpty ? "no variable has the type '\(command.arguments)'\n" : TextTable([["name", "type", "shape", "memory"]] + rows).text
        }
        var text = rows.isEmpty ? "" : TextTable([["name", "type", "shape", "memory"]] + rows).text
        if !functions.isEmpty { text += "functions: \(functions.joined(separator: ", "))\n" }
        if !types.isEmpty { text += "types: \(types.joined(separator: ", "))\n" }
        return text.isEmpty ? "the session has no variables, functions or types\n" : text
    }

    // MARK: %help

    private func help(_ command: LineCommand, _ interpreter: Interpreter) throws -> String {
        let name = command.arguments
        if name.isEmpty {
            return TextTable(CommandKind.allCases.map { [$0.usage, $0.summary] }).text
                + "'NAME?' and '%help NAME' say what is known of a name\n"
        }
        if name.hasPrefix("%"), let kind = CommandKind(rawValue: String(name.dropFirst())) { return "\(kind.usage)\n\(kind.summary)\n" }
        let found = description(in: name, at: name.utf8.count, detail: 1)
        guard let found else {
            throw failure("nothing is known of '\(name)'", command, help: CommandKind(rawValue: name).map { "the line command is '%\($0.rawValue)'" })
        }
        return found.text(withValue: nil) + "\n"
    }

    // MARK: %load

    private func load(_ command: LineCommand) throws -> String {
        let path = command.arguments.trimmingQuotes
        guard !path.isEmpty else { throw failure("'%load' needs a file", command, help: "write '\(CommandKind.load.usage)'") }
        guard let file = fopen(path, "r") else {
            throw failure("'\(path)' cannot be read: \(String(cString: strerror(errno)))", command, help: "relative paths start from the notebook's folder")
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count < 16 << 20 {
            let count = fread(&chunk, 1, chunk.count, file)
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: %session

    private func session(_ command: LineCommand, _ interpreter: Interpreter) throws -> String {
        let words = command.arguments.split(separator: " ", maxSplits: 1).map(String.init)
        let usage = "write '%session save FILE' or '%session load FILE'"
        guard words.count == 2, ["save", "load"].contains(words[0]) else {
            throw failure(words.first.map { ["save", "load"].contains($0) ? "'%session \($0)' needs a file" : "'%session' knows no '\($0)'" } ?? "'%session' needs to know what to do", command, help: usage)
        }
        let path = words[1].trimmingQuotes
        return words[0] == "save" ? try save(to: path, interpreter) : try load(from: path, interpreter)
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        let blank = drop { $0 == " " }
        var text = String(blank)
        while text.last == " " { text.removeLast() }
        if text.count > 1, text.first == "\"", text.last == "\"" { text = String(text.dropFirst().dropLast()) }
        return text
    }
}

/// Rows of text in columns.
struct TextTable {
    let rows: [[String]]

    init(_ rows: [[String]]) { self.rows = rows }

    /// A line for each row; columns are as wide as their widest text, with two spaces between.
    var text: String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { $0.count > column ? DisplayWidth.width(of: $0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = ""
            for (column, cell) in row.enumerated() {
                line += cell
                if column < row.count - 1 { line += String(repeating: " ", count: widths[column] - DisplayWidth.width(of: cell) + 2) }
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
