#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension FileBytes {
    /// Writes a file whole or not at all: under another name first, then renamed.
    package static func write(_ bytes: [UInt8], to path: String) throws(TensorError) {
        func failure(_ code: Int32) -> TensorError {
            .file(
                path: path,
                problem: "cannot be written: " + String(cString: strerror(code)).lowercased(),
                help: nil)
        }
        guard !path.utf8.contains(0) else {
            throw .file(path: path, problem: "a NUL character in the name", help: nil)
        }
        let temporary = path + ".partial"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure(errno) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let code = errno
                close(descriptor)
                unlink(temporary)
                throw failure(code)
            }
            written += count
        }
        guard close(descriptor) == 0, rename(temporary, path) == 0 else {
            let code = errno
            unlink(temporary)
            throw failure(code)
        }
    }
}
