#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Whole files as bytes.
package enum FileBytes {
    /// Whether something with this name exists.
    package static func exists(_ path: String) -> Bool {
        !path.utf8.contains(0) && access(path, F_OK) == 0
    }

    /// The bytes of a file.
    ///
    /// - Throws: when the file is missing, not readable, a folder, or longer than `limit`.
    package static func read(
        _ path: String, limit: Int = 1 << 34
    ) throws(TensorError) -> [UInt8] {
        func failure(_ problem: String, help: String? = nil) -> TensorError {
            .file(path: path, problem: problem, help: help)
        }
        guard !path.utf8.contains(0) else { throw failure("a NUL character in the name") }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(reason(errno), help: help(errno, path)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(reason(errno)) }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw failure("it is a folder, a file is expected")
        }
        // The size is a hint only: a pipe has none, and a file may grow while it is read.
        var bytes = [UInt8]()
        bytes.reserveCapacity(max(0, min(Int(status.st_size), limit)))
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = chunk.withUnsafeMutableBytes {
                Glibc.read(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(reason(errno))
            }
            if count == 0 { return bytes }
            guard bytes.count + count <= limit else {
                throw failure("it is longer than \(limit) bytes")
            }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// The content of a file, decompressed when it is a gzip file.
    package static func readDecompressing(
        _ path: String, limit: Int = 1 << 32
    ) throws(TensorError) -> [UInt8] {
        let bytes = try read(path)
        guard Gzip.isGzip(bytes) else { return bytes }
        do throws(GzipError) {
            return try Gzip.inflate(bytes, limit: limit)
        } catch {
            throw .file(path: path, problem: error.description, help: nil)
        }
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: "no such file"
        case EACCES: "permission denied"
        default: String(cString: strerror(code)).lowercased()
        }
    }

    /// A relative name that leads nowhere: say from where it was looked for.
    private static func help(_ code: Int32, _ path: String) -> String? {
        guard code == ENOENT, !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return nil }
        defer { free(folder) }
        return "the name is taken from the folder '\(String(cString: folder))'"
    }
}
