package import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where data sets lie that do not come with the library.
///
/// A reader that is given no folder looks for its own one — `mnist`, `cifar10`, `membranes` — in
/// these places, in this order: the folder that the environment variable `VENCEJO_DATA` names,
/// `data` in the working folder, and `~/.local/share/vencejo/data`.
public enum DataFolder {
    /// The places in which data sets are looked for.
    package static var places: [String] {
        var places: [String] = []
        if let named = getenv("VENCEJO_DATA") {
            let folder = String(cString: named)
            if !folder.isEmpty { places.append(folder) }
        }
        places.append("data")
        if let home = getenv("HOME") {
            places.append(String(cString: home) + "/.local/share/vencejo/data")
        }
        return places
    }

    /// The path of a data set's folder or file; nil where there is none.
    public static func find(_ name: String) -> String? {
        places.lazy.map { $0 + "/" + name }.first { FileBytes.exists($0) }
    }

    /// The folder or file that was given, else the first of several names that exists.
    static func find(
        _ given: String?, _ names: [String], _ what: String
    ) throws(TensorError) -> String {
        if let given { return given }
        for name in names {
            if let path = find(name) { return path }
        }
        throw .file(
            path: names[0],
            problem: "\(what) is in none of the data folders "
                + places.map { "'\($0)'" }.joined(separator: ", "),
            help: "set VENCEJO_DATA to the folder that holds '\(names[0])', or name it with 'from:'")
    }

    /// The names in a folder, in order.
    ///
    /// - Throws: when it cannot be read.
    package static func list(_ folder: String) throws(TensorError) -> [String] {
        guard !folder.utf8.contains(0), let directory = opendir(folder) else {
            throw .file(
                path: folder, problem: "cannot be read: " + String(cString: strerror(errno)).lowercased(),
                help: nil)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted()
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
}
