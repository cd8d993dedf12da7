import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes the figures of each epoch as a line of a CSV file, with a header; semantics of Keras'
/// `CSVLogger`.
///
///     CSVLogger("training.csv")
public final class CSVLogger: Callback {
    public let path: String
    public let separator: String
    /// Whether lines are added to a file that is there already.
    public let append: Bool
    private var keys: [String] = []

    public init(_ path: String, separator: String = ",", append: Bool = false) {
        self.path = path
        self.separator = separator
        self.append = append
        super.init()
    }

    override func begin(_ context: Context) throws {
        keys = []
        if !append { try write("", mode: "w") }
    }

    override func epochEnded(
        _ epoch: Int, _ logs: TrainingLogs, _ context: Context
    ) throws -> TrainingSignal {
        var text = ""
        if keys.isEmpty {
            keys = logs.keys
            if !append || isEmpty { text = (["epoch"] + keys).joined(separator: separator) + "\n" }
        }
        let values = keys.map { key in
            logs.entries.first { $0.key == key }.map { "\($0.value)" } ?? ""
        }
        text += ([String(epoch)] + values).joined(separator: separator) + "\n"
        try write(text, mode: "a")
        return .proceed
    }

    private var isEmpty: Bool {
        guard let file = fopen(path, "r") else { return true }
        defer { fclose(file) }
        return fgetc(file) == EOF
    }

    private func write(_ text: String, mode: String) throws(TensorError) {
        guard !path.utf8.contains(0), let file = fopen(path, mode) else {
            throw .file(
                path: path,
                problem: "cannot be written: " + String(cString: strerror(errno)).lowercased(),
                help: nil)
        }
        let written = fputs(text, file)
        guard fclose(file) == 0, written >= 0 else {
            throw .file(path: path, problem: "cannot be written to the end", help: nil)
        }
    }
}
