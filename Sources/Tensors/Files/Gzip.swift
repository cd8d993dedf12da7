internal import CZlib

/// What is wrong with compressed bytes.
package enum GzipError: Error, Equatable, CustomStringConvertible {
    /// The bytes do not begin as a gzip file does.
    case notGzip
    /// The data ends before the compressed stream does.
    case truncated
    /// The stream contradicts itself: a bad code or a wrong checksum.
    case damaged(String)
    /// The content is longer than the caller can take.
    case tooLong(limit: Int)
    /// The system had no memory for the decompressor.
    case outOfMemory

    package var description: String {
        switch self {
        case .notGzip: "not a gzip file"
        case .truncated: "the compressed data ends in the middle; the file was cut short"
        case .damaged(let what): "the compressed data is damaged (\(what))"
        case .tooLong(let limit): "the content is longer than \(limit) bytes"
        case .outOfMemory: "out of memory while decompressing"
        }
    }
}

/// Decompression of gzip files (RFC 1952), one member or several.
package enum Gzip {
    /// Whether the bytes begin as a gzip file does.
    package static func isGzip(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x1f, 0x8b])
    }

    /// The content of a gzip file.
    ///
    /// Memory grows with what was really decompressed, never with what a header promises.
    /// - Throws: `tooLong` when the content has more than `limit` bytes.
    package static func inflate(
        _ bytes: [UInt8], limit: Int = 1 << 32
    ) throws(GzipError) -> [UInt8] {
        try run(bytes, limit: limit, stopsAtLimit: false)
    }

    /// The first `count` bytes of the content, or all of it where it is shorter.
    package static func inflatePrefix(
        _ bytes: [UInt8], count: Int
    ) throws(GzipError) -> [UInt8] {
        try run(bytes, limit: count, stopsAtLimit: true)
    }

    private static func run(
        _ bytes: [UInt8], limit: Int, stopsAtLimit: Bool
    ) throws(GzipError) -> [UInt8] {
        guard isGzip(bytes) else {
            throw bytes.count < 2 && [0x1f, 0x8b].starts(with: bytes) ? .truncated : .notGzip
        }
        var stream = z_stream()
        // 15: the largest window; + 16: a gzip header and trailer, checksum included.
        guard
            inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                == Z_OK
        else { throw .outOfMemory }
        defer { inflateEnd(&stream) }

        var output: [UInt8] = []
        output.reserveCapacity(min(limit, bytes.count &* 2))
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        var failure: GzipError?
        bytes.withUnsafeBufferPointer { input in
            // zlib's counters have 32 bits: longer input is fed in pieces.
            var fed = 0
            let piece = 1 << 30
            func feed() {
                let count = min(piece, input.count - fed)
                stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress! + fed)
                stream.avail_in = UInt32(count)
                fed += count
            }
            feed()
            while true {
                let (status, produced) = chunk.withUnsafeMutableBufferPointer { buffer in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(buffer.count)
                    let status = CZlib.inflate(&stream, Z_NO_FLUSH)
                    return (status, buffer.count - Int(stream.avail_out))
                }
                let room = limit - output.count
                output.append(contentsOf: chunk[..<min(produced, room)])
                if stopsAtLimit, output.count == limit { return }
                if produced > room {
                    failure = .tooLong(limit: limit)
                    return
                }
                switch status {
                case Z_OK, Z_BUF_ERROR:
                    if stream.avail_in == 0, stream.avail_out != 0 {
                        if fed == input.count {
                            failure = .truncated
                            return
                        }
                        feed()
                    }
                case Z_STREAM_END:
                    let left = input.count - fed + Int(stream.avail_in)
                    let rest = input[(input.count - left)...]
                    // Zeros after the last member are padding; another member continues the content.
                    if rest.allSatisfy({ $0 == 0 }) { return }
                    guard isGzip(rest) else {
                        failure = .damaged("bytes after the end that are no gzip member")
                        return
                    }
                    inflateReset(&stream)
                    if stream.avail_in == 0 { feed() }
                case Z_MEM_ERROR:
                    failure = .outOfMemory
                    return
                default:
                    let reason = stream.msg.map { String(cString: $0) } ?? "code \(status)"
                    failure = .damaged(reason)
                    return
                }
            }
        }
        if let failure { throw failure }
        return output
    }
}
