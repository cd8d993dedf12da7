public import Tensors

/// The IDX format of MNIST and its relatives: a magic number, the extents, the elements, all
/// big-endian; plain or as gzip.
package enum IDX {
    /// The tensor in a file.
    ///
    /// - Throws: when the file cannot be read, is not IDX, or has another length than its header
    ///   says. Nothing is allocated on the word of a header that the file cannot fill.
    package static func read(_ path: String) throws(TensorError) -> Tensor {
        try decode(FileBytes.read(path), path: path)
    }

    package static func decode(_ bytes: [UInt8], path: String) throws(TensorError) -> Tensor {
        func failure(_ problem: String) -> TensorError {
            .file(path: path, problem: problem, help: nil)
        }
        let isCompressed = Gzip.isGzip(bytes)
        // The longest header: the magic number and an extent for each axis.
        let prefixLength = 4 + 4 * Shape.maximumRank
        let prefix: [UInt8]
        do throws(GzipError) {
            prefix =
                isCompressed
                ? try Gzip.inflatePrefix(bytes, count: prefixLength)
                : Array(bytes.prefix(prefixLength))
        } catch {
            throw failure(error.description)
        }

        let header = try Header(prefix, failure)
        // DEFLATE makes at most 1032 bytes of one.
        let most =
            isCompressed ? bytes.count.multipliedReportingOverflow(by: 1032) : (bytes.count, false)
        guard most.1 || header.length + header.byteCount <= most.0 else {
            throw failure(
                "the header promises \(header.byteCount) bytes of data (shape \(header.shape)), "
                    + (isCompressed
                        ? "more than the file can hold"
                        : "the file has \(max(0, bytes.count - header.length))"))
        }
        let content: [UInt8]
        do throws(GzipError) {
            content =
                isCompressed
                ? try Gzip.inflate(bytes, limit: header.length + header.byteCount) : bytes
        } catch .tooLong {
            throw failure("more data follows than the header's shape \(header.shape) has")
        } catch {
            throw failure(error.description)
        }
        guard content.count - header.length == header.byteCount else {
            throw failure(
                "the header promises \(header.byteCount) bytes of data (shape \(header.shape)), "
                    + "the file has \(content.count - header.length)")
        }
        return try tensor(content, header)
    }

    private struct Header {
        var kind: UInt8
        var shape: Shape
        var byteCount: Int
        var length: Int

        init(
            _ prefix: [UInt8], _ failure: (String) -> TensorError
        ) throws(TensorError) {
            guard prefix.count >= 4 else {
                throw failure("not an IDX file: \(prefix.count) bytes, too short for a header")
            }
            guard prefix[0] == 0, prefix[1] == 0 else {
                throw failure("not an IDX file: it must begin with two zero bytes")
            }
            kind = prefix[2]
            let size: Int
            switch kind {
            case 0x08, 0x09: size = 1
            case 0x0b: size = 2
            case 0x0c, 0x0d: size = 4
            case 0x0e: size = 8
            default: throw failure("not an IDX file: unknown element type \(kind)")
            }
            let rank = Int(prefix[3])
            guard rank >= 1, rank <= Shape.maximumRank else {
                throw failure("an IDX file with \(rank) axes, 1 to \(Shape.maximumRank) are read")
            }
            length = 4 + 4 * rank
            guard prefix.count >= length else {
                throw failure("the header is cut short: \(prefix.count) of \(length) bytes")
            }
            var product = size
            var extents: [Int] = []
            for axis in 0..<rank {
                var extent = 0
                for byte in prefix[(4 + 4 * axis)..<(8 + 4 * axis)] {
                    extent = extent << 8 | Int(byte)
                }
                extents.append(extent)
                let (next, overflow) = product.multipliedReportingOverflow(by: extent)
                guard !overflow else { throw failure("the header's shape cannot be counted") }
                product = next
            }
            // A zero may hide extents whose product does not fit.
            shape = try Shape(checking: extents)
            byteCount = product
        }
    }

    private static func tensor(
        _ content: [UInt8], _ header: Header
    ) throws(TensorError) -> Tensor {
        /// The integer with `size` bytes, big-endian, at a position.
        func bits(_ position: Int, _ size: Int) -> UInt64 {
            var value: UInt64 = 0
            for byte in content[position..<(position + size)] { value = value << 8 | UInt64(byte) }
            return value
        }
        let start = header.length
        switch header.kind {
        case 0x08:
            return try Tensor.filled(header.shape, as: UInt8.self) { out in
                for i in out.indices { out[i] = content[start + i] }
            }
        case 0x09:
            return try Tensor.filled(header.shape, as: Int32.self) { out in
                for i in out.indices { out[i] = Int32(Int8(bitPattern: content[start + i])) }
            }
        case 0x0b:
            return try Tensor.filled(header.shape, as: Int32.self) { out in
                for i in out.indices {
                    let value = UInt16(truncatingIfNeeded: bits(start + 2 * i, 2))
                    out[i] = Int32(Int16(bitPattern: value))
                }
            }
        case 0x0c:
            return try Tensor.filled(header.shape, as: Int32.self) { out in
                for i in out.indices {
                    out[i] = Int32(bitPattern: UInt32(truncatingIfNeeded: bits(start + 4 * i, 4)))
                }
            }
        case 0x0d:
            return try Tensor.filled(header.shape, as: Float.self) { out in
                for i in out.indices {
                    out[i] = Float(bitPattern: UInt32(truncatingIfNeeded: bits(start + 4 * i, 4)))
                }
            }
        default:
            return try Tensor.filled(header.shape, as: Double.self) { out in
                for i in out.indices { out[i] = Double(bitPattern: bits(start + 8 * i, 8)) }
            }
        }
    }
}

/// Reads the tensor in an IDX file (the format of MNIST), plain or gzip: uint8, int32 for the other
/// integers, float32 or float64.
///
/// - Throws: when the file is missing, cut short, or not what its header says.
public func readIDX(_ path: String) throws(TensorError) -> Tensor {
    try IDX.read(path)
}
