import Glibc
import Testing

/// Files beside the tests: read from the bundle's source folder, written there when they are missing.
enum GoldenFile {
    static func folder(_ file: String = #filePath) -> String {
        file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
            + "/Golden/"
    }

    static var temporaryFolder: String { getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir }

    static func read(_ path: String) -> String? {
        bytes(path).map { String(decoding: $0, as: UTF8.self) }
    }

    static func bytes(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    static func write(_ text: String, to path: String) {
        guard let file = fopen(path, "wb") else { return }
        defer { fclose(file) }
        _ = Array(text.utf8).withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, file) }
    }

    /// Compares with the file of that name; records it and fails when there is none.
    static func expect(
        _ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let path = folder() + name
        guard let known = read(path) else {
            write(text, to: path)
            Issue.record("\(name) was missing and is recorded now", sourceLocation: sourceLocation)
            return
        }
        guard known != text else { return }
        write(text, to: "\(temporaryFolder)/\(name)")
        let same = zip(known.utf8, text.utf8).prefix { $0 == $1 }.count
        let near = String(
            decoding: Array(text.utf8).dropFirst(max(0, same - 60)).prefix(160), as: UTF8.self)
        Issue.record(
            "\(name) differs from byte \(same) on; now: …\(near)…", sourceLocation: sourceLocation)
    }

    /// Asks xmllint where it is installed; the writer's own rules are tested above.
    static func expectWellFormed(_ text: String, _ name: String) throws {
        let path = "\(temporaryFolder)/vencejo-plot-test-\(getpid())-\(name).svg"
        write(text, to: path)
        defer { unlink(path) }
        guard access("/usr/bin/xmllint", X_OK) == 0 else { return }
        var process: pid_t = 0
        let arguments = ["xmllint", "--noout", "--nonet", path]
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        try #require(posix_spawnp(&process, "xmllint", nil, nil, pointers, environ) == 0)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        #expect(status == 0, "\(name)")
    }
}
