internal import Glibc
internal import Notebooks

/// Folders and files that commands make.
enum Folder {
    struct Failure: Error {
        let message: String
    }

    /// Makes a folder and those above it.
    static func create(_ path: String) throws(Failure) {
        var made = path.hasPrefix("/") ? "" : "."
        for part in path.split(separator: "/") {
            made += "/" + part
            if mkdir(made, 0o755) != 0 && errno != EEXIST {
                throw failure("cannot make the folder '\(made)'")
            }
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw Failure(message: "'\(path)' is a file, not a folder")
        }
    }

    /// Writes a file in one step: a reader sees the old bytes or the new ones.
    static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        do {
            try AtomicFile.write(bytes, to: path)
        } catch {
            throw Failure(message: error.message)
        }
    }

    /// The names in a folder, sorted; empty where there is no folder.
    static func entries(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Removes a folder of plain files.
    static func remove(_ path: String, holding names: [String]) throws(Failure) {
        for name in names where unlink(path + "/" + name) != 0 {
            throw failure("cannot remove '\(path)/\(name)'")
        }
        guard rmdir(path) == 0 else { throw failure("cannot remove '\(path)'") }
    }

    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The path from the root.
    static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let current = getcwd(nil, 0) else { return path }
        defer { free(current) }
        return String(cString: current) + "/" + path
    }

    /// The path from the root, without links, `.` and `..` where it exists.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return absolute(path) }
        defer { free(real) }
        return String(cString: real)
    }

    private static func failure(_ what: String) -> Failure {
        let reason = String(cString: strerror(errno))
        return Failure(message: "\(what): \(reason.prefix(1).lowercased() + reason.dropFirst())")
    }
}

/// This program's own file.
enum Executable {
    /// Its path, with links followed.
    static func path() throws -> String {
        guard let path = realpath("/proc/self/exe", nil) else {
            throw CommandFailure.failed("this program's own path is not known")
        }
        defer { free(path) }
        return String(cString: path)
    }

    /// Whether a program of that name would be found by a shell.
    static func isOnPath(_ name: String) -> Bool {
        guard let path = getenv("PATH") else { return false }
        return String(cString: path).split(separator: ":").contains { folder in
            access("\(folder)/\(name)", X_OK) == 0
        }
    }
}
