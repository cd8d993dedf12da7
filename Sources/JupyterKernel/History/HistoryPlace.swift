/// Where the history is kept.
public enum HistoryPlace: Sendable, Equatable {
    /// In memory, as long as the kernel lives.
    case memory
    case file(String)

    /// What a command line or the variable `VENCEJO_HISTORY` says: `off`, or a file; the default is a file in Jupyter's
    /// data folder.
    public init(_ text: String?) {
        let wanted = text ?? JupyterFolders.variable("VENCEJO_HISTORY")
        switch wanted {
        case "off": self = .memory
        case let path?: self = .file(path)
        case nil: self = JupyterFolders.data.map { .file($0 + "/vencejo/history.sqlite") } ?? .memory
        }
    }
}
