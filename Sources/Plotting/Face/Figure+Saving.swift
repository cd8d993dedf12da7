import Glibc

extension Figure {
    /// Writes the figure to a file; the name's ending says as what: `.svg`, `.png`, `.pdf`, `.html` (with
    /// tooltips) or `.csv` (the data).
    ///
    /// PNG and PDF are made by `rsvg-convert`; `dpi` is the pixels an inch of a PNG. With `outlines`, text is drawn
    /// as the outlines of its characters, so that it looks the same where its fonts are missing:
    /// `try figure.savefig("loss.svg", outlines: true)`.
    ///
    /// - Throws: `PlotError` when the figure cannot be drawn, the file cannot be written, or the
    ///   program is missing (package librsvg2-bin).
    public func savefig(_ path: String, dpi: Double = 100, outlines: Bool = false) throws {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let ending =
            name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } : nil
        switch ending {
        case "svg": try FileWriting.write(try svgText(outlines: outlines), to: path)
        case "csv": try FileWriting.write(table().csv, to: path)
        case "html": try FileWriting.write(try interactive().html(), to: path)
        case "png", "pdf":
            guard dpi.isFinite, dpi >= 10, dpi <= 2400 else {
                throw PlotError.badValue(
                    what: "dpi", given: "\(dpi)", expected: "pixels an inch from 10 to 2400")
            }
            try FileWriting.convert(
                try svgText(outlines: outlines), to: path, format: ending ?? "png", zoom: dpi / 100)
        default:
            throw PlotError.badValue(
                what: "the file's name", given: "'\(path)'",
                expected: "a name that ends in .svg, .png, .pdf, .html or .csv")
        }
    }
}

/// Writing files and running the converter.
package enum FileWriting {
    static func write(_ text: String, to path: String) throws(PlotError) {
        try write(bytes: Array(text.utf8), to: path)
    }

    static func write(bytes: [UInt8], to path: String) throws(PlotError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: reason()) }
        defer { close(descriptor) }
        try put(bytes, descriptor, path)
    }

    private static func put(_ bytes: [UInt8], _ descriptor: Int32, _ path: String) throws(PlotError)
    {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .cannotWrite(path: path, reason: reason()) }
            written += count
        }
    }

    /// A new empty file for a moment, in the folder that TMPDIR names or the system's.
    private static func temporary(_ ending: String) throws(PlotError) -> (
        path: String, descriptor: Int32
    ) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
        var template = Array("\(folder)/vencejo-figure-XXXXXX\(ending)".utf8CString)
        let descriptor = template.withUnsafeMutableBufferPointer {
            $0.baseAddress.map { mkstemps($0, Int32(ending.utf8.count)) } ?? -1
        }
        guard descriptor >= 0 else { throw .cannotWrite(path: folder, reason: reason()) }
        return (
            String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self),
            descriptor
        )
    }

    /// The bytes of a file; nil if it cannot be read.
    package static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { return ferror(file) == 0 ? bytes : nil }
            bytes += buffer[..<count]
        }
    }

    /// A figure's SVG as the bytes of a PNG.
    package static func png(of text: String, dpi: Double) throws(PlotError) -> [UInt8] {
        let (path, descriptor) = try temporary(".png")
        close(descriptor)
        defer { unlink(path) }
        try convert(text, to: path, format: "png", zoom: dpi / 100)
        guard let bytes = read(path) else { throw .cannotWrite(path: path, reason: reason()) }
        return bytes
    }

    private static func reason() -> String { String(cString: strerror(errno)) }

    /// Runs rsvg-convert on the text.
    static func convert(
        _ text: String, to path: String, format: String, zoom: Double
    ) throws(PlotError) {
        // A place for the file that can be written is asked for first, for a clear error.
        let existed = access(path, F_OK) == 0
        try write("", to: path)
        let (source, descriptor) = try temporary(".svg")
        defer { unlink(source) }
        do {
            defer { close(descriptor) }
            try put(Array(text.utf8), descriptor, source)
        }
        let factor = NumberText.fixed(zoom, decimals: 3)
        let arguments = ["rsvg-convert", "-f", format, "-z", factor, "-o", path, source]
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        var process: pid_t = 0
        let failure = posix_spawnp(&process, "rsvg-convert", nil, nil, pointers, environ)
        var status: Int32 = 0
        if failure == 0 {
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
        let code = status >> 8 & 0xff
        if failure != 0 || status != 0 {
            if !existed { unlink(path) }
            if failure == ENOENT || code == 127 {
                throw .missingProgram(
                    program: "rsvg-convert", package: "librsvg2-bin", format: format.uppercased())
            }
            throw .conversionFailed(program: "rsvg-convert", status: Int(code))
        }
    }
}
