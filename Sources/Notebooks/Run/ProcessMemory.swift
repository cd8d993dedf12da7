internal import Glibc

/// The memory that a process has.
package enum ProcessMemory {
    /// Bytes of this process, or of another, that lie in memory; 0 where that is not known.
    package static func resident(of process: Int32? = nil) -> Int {
        guard let file = fopen("/proc/\(process.map(String.init) ?? "self")/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).split(separator: " ")
        return words.count > 1 ? (Int(words[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }
}
