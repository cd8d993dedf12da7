import Glibc

/// The code of this process that lies in memory.
enum ProgramCode {
    /// Takes what has been run so far out of the resident memory: the start runs megabytes of code that declares the
    /// library, once. What is called again comes back from the files' cached pages.
    static func release() {
        guard let maps = fopen("/proc/self/maps", "re") else { return }
        defer { fclose(maps) }
        var line = [CChar](repeating: 0, count: 1_024)
        while fgets(&line, Int32(line.count), maps) != nil {
            // 7f12a000-7f12c000 r-xp 00000000 fe:00 4711    /lib/library.so
            let fields = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .split(separator: " ")
            guard fields.count >= 6, fields[1] == "r-xp", fields[5].hasPrefix("/") else { continue }
            let bounds = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard bounds.count == 2, let start = UnsafeMutableRawPointer(bitPattern: bounds[0]) else { continue }
            // Nobody writes to code, so nothing is lost.
            madvise(start, Int(bounds[1] - bounds[0]), MADV_DONTNEED)
        }
    }
}
