internal import Glibc

/// Writing a file so that a reader, a full disk or a kill leaves the old bytes or the new ones, never a part.
package enum AtomicFile {
    package struct Failure: Error {
        /// The file as it was named, and why it could not be written.
        package let message: String
    }

    /// Writes beside the file, then renames. The mode of a file that is replaced is kept.
    ///
    /// - Parameter durably: waits until the bytes would outlive a loss of power.
    package static func write(_ bytes: [UInt8], to path: String, durably: Bool = true) throws(Failure) {
        let target = resolved(path)
        let temporary = "\(target).\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(path) }
        do throws(Failure) {
            try put(bytes, into: descriptor, named: path)
            var status = stat()
            if stat(target, &status) == 0 { fchmod(descriptor, status.st_mode & 0o7777) }
            guard !durably || fsync(descriptor) == 0 || errno == EINVAL else { throw failure(path) }
            guard rename(temporary, target) == 0 else { throw failure(path) }
            close(descriptor)
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
    }

    /// The file behind a symbolic link: the link itself stays.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func put(
        _ bytes: [UInt8], into descriptor: Int32, named path: String
    ) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { raw in
                raw.baseAddress.map { Glibc.write(descriptor, $0 + written, raw.count - written) }
                    ?? 0
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure(path) }
            written += count
        }
    }

    private static func failure(_ path: String) -> Failure {
        let reason = String(cString: strerror(errno))
        return Failure(
            message: "cannot write '\(path)': \(reason.prefix(1).lowercased() + reason.dropFirst())"
        )
    }
}
