import Glibc

/// Where the history is kept.
public enum HistoryPlace: Sendable, Equatable {
    /// In memory, as long as the kernel lives.
    case memory
    case file(String)

    /// What a command line or the variable `VENCEJO_HISTORY` says: `off`, or a file; the default is a file in Jupyter's
    /// data folder.
    public init(_ text: String?) {
        let wanted = text ?? Self.variable("VENCEJO_HISTORY")
        switch wanted {
        case "off": self = .memory
        case let path?: self = .file(path)
        case nil: self = Self.dataFolder.map { .file($0 + "/vencejo/history.sqlite") } ?? .memory
        }
    }

    /// Jupyter's folder for data, as it finds it itself.
    private static var dataFolder: String? {
        if let folder = variable("JUPYTER_DATA_DIR") { return folder }
        if let folder = variable("XDG_DATA_HOME") { return folder + "/jupyter" }
        return variable("HOME").map { $0 + "/.local/share/jupyter" }
    }

    private static func variable(_ name: String) -> String? {
        guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else { return nil }
        return text
    }

    /// Makes the folder of a file, for its owner alone.
    static func makeFolder(of path: String) {
        var folder = ""
        for part in path.split(separator: "/", omittingEmptySubsequences: false).dropLast() {
            folder += part + "/"
            if folder != "/" { mkdir(folder, 0o700) }
        }
    }
}
