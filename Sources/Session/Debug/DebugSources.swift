import Glibc
import Synchronization

/// The texts that a debugger knows, each under a path that follows from the text, as frontends work it out too.
public final class DebugSources: Sendable {
    /// The path of a text is this, its hash in decimal, and the suffix.
    public static let prefix = "\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/vencejo_\(getpid())/"
    public static let suffix = ".swift"
    /// The start value of the hash, MurmurHash2 of 32 bits by Austin Appleby.
    public static let seed: UInt32 = 0xc70f_6907

    private let texts = Mutex<[String: String]>([:])

    /// Keeps a text; returns its path.
    @discardableResult
    public func add(_ text: String) -> String {
        let path = Self.path(of: text)
        texts.withLock { $0[path] = text }
        return path
    }

    public func text(at path: String) -> String? { texts.withLock { $0[path] } }

    public static func path(of text: String) -> String {
        prefix + String(hash(Array(text.utf8), seed: seed)) + suffix
    }

    static func hash(_ bytes: [UInt8], seed: UInt32) -> UInt32 {
        let multiplier: UInt32 = 0x5bd1_e995
        var hash = seed ^ UInt32(truncatingIfNeeded: bytes.count)
        var index = 0
        while bytes.count - index >= 4 {
            var word = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[index + $1]) << UInt32(8 * $1) }
            word = word &* multiplier
            word ^= word >> 24
            word = word &* multiplier
            hash = hash &* multiplier ^ word
            index += 4
        }
        if index < bytes.count {
            for (place, byte) in bytes[index...].enumerated() { hash ^= UInt32(byte) << UInt32(8 * place) }
            hash = hash &* multiplier
        }
        hash ^= hash >> 13
        hash = hash &* multiplier
        return hash ^ hash >> 15
    }
}
