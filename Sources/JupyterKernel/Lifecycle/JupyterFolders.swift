import Glibc

/// Jupyter's folders, as it finds them itself.
enum JupyterFolders {
    /// What is kept.
    static var data: String? {
        if let folder = variable("JUPYTER_DATA_DIR") { return folder }
        if let folder = variable("XDG_DATA_HOME") { return folder + "/jupyter" }
        return variable("HOME").map { $0 + "/.local/share/jupyter" }
    }

    /// What belongs to processes that run: connection files.
    static var runtime: String? {
        variable("JUPYTER_RUNTIME_DIR") ?? data.map { $0 + "/runtime" }
    }

    /// An environment variable; nil where it is empty.
    static func variable(_ name: String) -> String? {
        guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else {
            return nil
        }
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
