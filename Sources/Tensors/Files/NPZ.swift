internal import CZlib

/// NumPy's .npz files: ZIP archives of .npy files.
package enum NPZ {
    private static func failure(_ problem: String) -> TensorError {
        .format(name: ".npz", problem: problem, help: "the file is cut short or damaged")
    }

    /// The arrays of an archive by name, in its order.
    package static func decode(
        _ bytes: [UInt8]
    ) throws(TensorError) -> [(name: String, tensor: Tensor)] {
        func number(_ at: Int, _ width: Int) throws(TensorError) -> Int {
            guard at >= 0, at <= bytes.count - width else { throw failure("it ends too early") }
            var value: UInt64 = 0
            for byte in bytes[at..<(at + width)].reversed() { value = value << 8 | UInt64(byte) }
            guard value <= UInt64(Int.max) else { throw failure("a size of \(value)") }
            return Int(value)
        }
        // The directory's place stands at the end, before a comment of at most 65,535 bytes.
        guard bytes.count >= 22 else { throw failure("\(bytes.count) bytes are no archive") }
        var end = bytes.count - 22
        while end >= Swift.max(0, bytes.count - 22 - 65_535),
            try number(end, 4) != 0x0605_4B50
        {
            end -= 1
            if end < 0 { break }
        }
        guard end >= 0, try number(end, 4) == 0x0605_4B50 else {
            throw failure("it has no directory")
        }
        guard try number(end + 20, 2) <= bytes.count - end - 22 else {
            throw failure("it ends in its comment")
        }
        let count = try number(end + 10, 2)
        var place = try number(end + 16, 4)
        var result: [(name: String, tensor: Tensor)] = []
        for _ in 0..<count {
            guard try number(place, 4) == 0x0201_4B50 else { throw failure("its directory is damaged") }
            let method = try number(place + 10, 2)
            var packed = try number(place + 20, 4)
            var size = try number(place + 24, 4)
            let nameLength = try number(place + 28, 2)
            let extra = try number(place + 30, 2)
            let comment = try number(place + 32, 2)
            let local = try number(place + 42, 4)
            guard nameLength <= bytes.count - place - 46 else { throw failure("it ends too early") }
            var name = String(
                decoding: bytes[(place + 46)..<(place + 46 + nameLength)], as: UTF8.self)
            place += 46 + nameLength + extra + comment
            guard try number(local, 4) == 0x0403_4B50 else {
                throw failure("'\(name)' is not where the directory says")
            }
            let localExtra = local + 30 + (try number(local + 26, 2))
            let data = localExtra + (try number(local + 28, 2))
            // Sizes of 4 GB and more, and those NumPy writes while streaming, stand in an extra
            // field of the entry itself.
            if packed == 0xFFFF_FFFF || size == 0xFFFF_FFFF, try number(localExtra, 2) == 1 {
                size = try number(localExtra + 4, 8)
                packed = try number(localExtra + 12, 8)
            }
            guard data <= bytes.count, packed <= bytes.count - data else {
                throw failure("'\(name)' promises \(packed) bytes, the file has fewer")
            }
            guard name.hasSuffix(".npy") else { continue }
            name.removeLast(4)
            let content = bytes[data..<(data + packed)]
            switch method {
            case 0: result.append((name, try NPY.decode(content)))
            case 8: result.append((name, try NPY.decode(inflate(content, size, name)[...])))
            default: throw failure("'\(name)' is compressed by method \(method)")
            }
        }
        return result
    }

    private static func inflate(
        _ content: ArraySlice<UInt8>, _ size: Int, _ name: String
    ) throws(TensorError) -> [UInt8] {
        // A byte of DEFLATE stands for at most 1,032.
        guard size / 1032 <= content.count, NumericRuntime.fits(size) else {
            throw failure("'\(name)' names a size of \(size) bytes")
        }
        var result = [UInt8](repeating: 0, count: size)
        var stream = z_stream()
        guard inflateInit2_(&stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw failure("'\(name)' cannot be decompressed") }
        defer { inflateEnd(&stream) }
        var input = Array(content)
        var (read, written) = (0, 0)
        while written < size {
            let room = Swift.min(size - written, 1 << 30)
            let rest = Swift.min(input.count - read, 1 << 30)
            let status = input.withUnsafeMutableBufferPointer { from in
                result.withUnsafeMutableBufferPointer { to in
                    stream.next_in = from.baseAddress.map { $0 + read }
                    stream.avail_in = UInt32(rest)
                    stream.next_out = to.baseAddress.map { $0 + written }
                    stream.avail_out = UInt32(room)
                    return CZlib.inflate(&stream, Z_NO_FLUSH)
                }
            }
            read += rest - Int(stream.avail_in)
            let gained = room - Int(stream.avail_out)
            written += gained
            if status == Z_STREAM_END { break }
            guard status == Z_OK, gained > 0 || rest > Int(stream.avail_in) else {
                throw failure("'\(name)' is damaged")
            }
        }
        guard written == size else { throw failure("'\(name)' is cut short") }
        return result
    }

    /// The bytes of an archive of tensors, not compressed.
    package static func encode(
        _ tensors: [(name: String, tensor: Tensor)]
    ) throws(TensorError) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        func put(_ value: Int, _ width: Int, _ into: inout [UInt8]) {
            for byte in 0..<width { into.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
        }
        for (name, tensor) in tensors {
            let content = try NPY.encode(tensor)
            let offset = bytes.count
            guard content.count < 0xFFFF_FFFF, offset < 0xFFFF_FFFF else {
                throw .domain(
                    operation: "save", problem: "an archive of 4 GB or more",
                    help: "'.safetensors' files can be longer")
            }
            let file = Array((name + ".npy").utf8)
            let sum = content.withUnsafeBufferPointer {
                Int(crc32(0, $0.baseAddress, UInt32($0.count)))
            }
            for isLocal in [true, false] {
                var head: [UInt8] = []
                put(isLocal ? 0x0403_4B50 : 0x0201_4B50, 4, &head)
                if !isLocal { put(20, 2, &head) }
                put(20, 2, &head)
                // Names are UTF-8, nothing is compressed, the date is the format's first.
                for (value, width) in [
                    (0x800, 2), (0, 2), (0, 2), (0x21, 2), (sum, 4), (content.count, 4),
                    (content.count, 4), (file.count, 2), (0, 2),
                ] { put(value, width, &head) }
                if isLocal {
                    bytes += head + file + content
                } else {
                    for (value, width) in [(0, 2), (0, 2), (0, 2), (0, 4), (offset, 4)] {
                        put(value, width, &head)
                    }
                    directory += head + file
                }
            }
        }
        let start = bytes.count
        bytes += directory
        put(0x0605_4B50, 4, &bytes)
        for (value, width) in [
            (0, 2), (0, 2), (tensors.count, 2), (tensors.count, 2), (directory.count, 4),
            (start, 4), (0, 2),
        ] { put(value, width, &bytes) }
        return bytes
    }
}

extension NumericRuntime {
    /// Whether so many bytes more would stay within the memory limit.
    static func fits(_ bytes: Int) -> Bool {
        memoryLimit == 0 || bytes <= memoryLimit - memoryInUse
    }
}
