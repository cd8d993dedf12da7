internal import Glibc

/// Reading whole files, with errors a person can act on.
package enum InputFile {
    package struct Failure: Error {
        /// The file as the user spelled it, and why it cannot be read.
        package let message: String
    }

    /// The bytes of a file.
    package static func read(_ path: String) throws(Failure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot open '\(path)'") }
        defer { close(descriptor) }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw Failure(message: "'\(path)' is a folder, not a file")
        }
        return try bytes(of: descriptor, name: "'\(path)'", expected: Int(status.st_size))
    }

    /// The bytes of standard input, to its end.
    package static func standardInput() throws(Failure) -> [UInt8] {
        try bytes(of: 0, name: "standard input", expected: 0)
    }

    private static func bytes(
        of descriptor: Int32, name: String, expected: Int
    ) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected + 1)
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure("cannot read \(name)") }
            if count == 0 { return bytes }
            bytes.append(contentsOf: piece[..<count])
        }
    }

    private static func failure(_ what: String) -> Failure {
        let reason = String(cString: strerror(errno))
        return Failure(message: "\(what): \(reason.prefix(1).lowercased() + reason.dropFirst())")
    }
}
