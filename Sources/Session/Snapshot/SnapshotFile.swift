internal import Bindings
internal import FoundationEssentials
internal import Language

/// The file of a saved session: safetensors, with the rest as text beside the tensors.
///
/// The text begins with a line that holds the format's version and a checksum of everything behind it and of the tensors.
enum SnapshotFile {
    private static let version = 1

    static func bytes(_ manifest: SnapshotManifest, _ writer: SnapshotWriter) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let text = String(decoding: try encoder.encode(manifest), as: UTF8.self)
        let plain = try writer.file(manifest: "")
        let sum = checksum(of: text, tensors: data(of: plain))
        return try writer.file(manifest: "vencejo session \(version) \(sum)\n" + text)
    }

    static func manifest(of bytes: [UInt8], path: String) throws -> SnapshotManifest {
        let text: String?
        do {
            text = try SnapshotReader.manifest(of: bytes, path: path)
        } catch {
            throw damaged(path, "it is no saved session")
        }
        guard let text else { throw damaged(path, "it is no saved session: it holds tensors only") }
        let lines = text.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        let words = lines.first?.split(separator: " ") ?? []
        guard lines.count == 2, words.count == 4, words[0] == "vencejo", words[1] == "session" else { throw damaged(path, "its first line is damaged") }
        guard words[2] == "\(version)" else {
            throw RuntimeFault(RuntimeFault.Kind("SessionFileError"), "'\(path)' was saved in format \(words[2]), this version reads format \(version)", help: "load it with the version of vencejo that saved it")
        }
        guard words[3] == checksum(of: String(lines[1]), tensors: data(of: bytes)) else { throw damaged(path, "its checksum is wrong") }
        do {
            return try JSONDecoder().decode(SnapshotManifest.self, from: Data(lines[1].utf8))
        } catch {
            throw damaged(path, "its text is not of the expected form")
        }
    }

    static func damaged(_ path: String, _ problem: String) -> RuntimeFault {
        RuntimeFault(
            RuntimeFault.Kind("SessionFileError"), "'\(path)' cannot be loaded: \(problem)",
            help: "nothing of it was loaded; the session is as it was")
    }

    /// What stands behind the header.
    private static func data(of bytes: [UInt8]) -> ArraySlice<UInt8> {
        guard bytes.count >= 8 else { return [] }
        var length: UInt64 = 0
        for byte in bytes.prefix(8).reversed() { length = length << 8 | UInt64(byte) }
        return length <= UInt64(bytes.count - 8) ? bytes[(8 + Int(length))...] : []
    }

    /// FNV-1a, 64 bits.
    private static func checksum(of text: String, tensors: ArraySlice<UInt8>) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        tensors.withUnsafeBufferPointer { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
        return String(hash, radix: 16)
    }
}
