import Glibc

/// A folder of a test's own, removed with all in it when the test has ended.
final class TemporaryFolder {
    static var parent: String { getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir }

    let path: String

    init() {
        var template = Array("\(Self.parent)/vencejo-tests-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? Self.parent
    }

    /// Writes a file and gives its path.
    func write(_ text: String, to name: String) -> String {
        let file = path + "/" + name
        if let stream = fopen(file, "w") {
            fputs(text, stream)
            fclose(stream)
        }
        return file
    }

    /// The text of a file; nil where there is none.
    func read(_ name: String) -> String? {
        guard let stream = fopen(path + "/" + name, "r") else { return nil }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(stream), byte >= 0 { bytes.append(UInt8(byte)) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The names in a folder, sorted.
    func names(in folder: String = "") -> [String] {
        guard let stream = opendir(path + "/" + folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    deinit {
        remove("")
    }

    private func remove(_ folder: String) {
        for name in names(in: folder) {
            let inner = folder + "/" + name
            if unlink(path + inner) != 0 { remove(inner) }
        }
        rmdir(path + folder)
    }
}
