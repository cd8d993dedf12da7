internal import Glibc

/// Makes pictures of drawings with `rsvg-convert`.
package enum FigureConversion {
    package enum Format: String, CaseIterable, Sendable {
        case svg, png, pdf
    }

    package struct Failure: Error {
        package let message: String
    }

    /// A drawing in another format.
    ///
    /// - Parameter dpi: the pixels an inch of a PNG.
    package static func bytes(of svg: String, as format: Format, dpi: Double = 100) throws(Failure) -> [UInt8] {
        if format == .svg { return Array(svg.utf8) }
        let source = try temporary(".svg")
        defer { unlink(source.path) }
        do {
            defer { close(source.descriptor) }
            try write(Array(svg.utf8), to: source.descriptor)
        }
        let target = try temporary(".\(format.rawValue)")
        close(target.descriptor)
        defer { unlink(target.path) }
        let zoom = dpi == dpi.rounded() && Int(dpi) % 100 == 0 ? String(Int(dpi) / 100) : String(dpi / 100)
        try run(["rsvg-convert", "-f", format.rawValue, "-z", zoom, "-o", target.path, source.path], format)
        guard let bytes = read(target.path) else { throw Failure(message: "the picture that 'rsvg-convert' made cannot be read") }
        return format == .pdf ? undated(bytes) : bytes
    }

    private static func temporary(_ ending: String) throws(Failure) -> (path: String, descriptor: Int32) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/vencejo-figure-XXXXXX\(ending)".utf8CString)
        let descriptor = template.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.map { mkstemps($0, Int32(ending.utf8.count)) } ?? -1
        }
        guard descriptor >= 0 else { throw Failure(message: "cannot write to '\(folder)': \(String(cString: strerror(errno)))") }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return (String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self), descriptor)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { raw in raw.baseAddress.map { Glibc.write(descriptor, $0 + written, raw.count - written) } ?? 0 }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw Failure(message: "cannot write a temporary file: \(String(cString: strerror(errno)))") }
            written += count
        }
    }

    private static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return bytes }
            bytes.append(contentsOf: piece[..<count])
        }
    }

    private static func run(_ arguments: [String], _ format: Format) throws(Failure) {
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        var process: pid_t = 0
        // A date in the file would make it another one each time.
        var variables: [UnsafeMutablePointer<CChar>?] = [strdup("SOURCE_DATE_EPOCH=0")]
        defer { free(variables[0]) }
        var index = 0
        while let entry = environ[index] {
            variables.append(entry)
            index += 1
        }
        variables.append(nil)
        let failure = posix_spawnp(&process, "rsvg-convert", nil, nil, pointers, variables)
        var status: Int32 = 0
        if failure == 0 {
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
        if failure == ENOENT || status >> 8 & 0xff == 127 {
            throw Failure(message: "\(format.rawValue.uppercased()) needs the program 'rsvg-convert'\nhelp: install the package librsvg2-bin, or write SVG")
        }
        guard failure == 0, status == 0 else { throw Failure(message: "'rsvg-convert' could not make a \(format.rawValue.uppercased()) of a figure") }
    }

    /// A PDF with the date of its making at the beginning of 1970: the same figure is the same bytes.
    static func undated(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        let mark = Array("/CreationDate (D:".utf8)
        guard bytes.count > mark.count else { return bytes }
        let fixed = Array("19700101000000".utf8)
        for start in 0..<(bytes.count - mark.count - fixed.count) where bytes[start] == mark[0] && bytes[start..<(start + mark.count)].elementsEqual(mark) {
            for (offset, byte) in fixed.enumerated() { bytes[start + mark.count + offset] = byte }
        }
        return bytes
    }
}
