/// NumPy's .npy files: a magic, a header that is a Python dictionary, and the elements.
package enum NPY {
    private static let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59]

    private static func failure(_ problem: String, help: String? = nil) -> TensorError {
        .format(name: ".npy", problem: problem, help: help)
    }

    // MARK: Reading

    /// The tensor in the bytes of a file; all integer, floating-point and Bool types, either byte
    /// order, row- or column-major.
    ///
    /// - Throws: `format` when the bytes are cut short, are longer than they say, or hold another
    ///   kind of array.
    package static func decode(_ bytes: ArraySlice<UInt8>) throws(TensorError) -> Tensor {
        let start = bytes.startIndex
        guard bytes.count >= 10, bytes.starts(with: magic) else {
            throw failure("it does not begin with the magic of NumPy's format")
        }
        let major = bytes[start + 6]
        guard (1...3).contains(major) else { throw failure("version \(major) is not known") }
        var length = Int(bytes[start + 8]) | Int(bytes[start + 9]) << 8
        var begin = start + 10
        if major > 1 {
            guard bytes.count >= 12 else { throw failure("it is cut short in the header") }
            length |= Int(bytes[start + 10]) << 16 | Int(bytes[start + 11]) << 24
            begin = start + 12
        }
        guard length <= bytes.endIndex - begin else {
            throw failure(
                "the header promises \(length) bytes, the file has \(bytes.endIndex - begin)")
        }
        let header = String(decoding: bytes[begin..<begin + length], as: UTF8.self)
        let (kind, bigEndian) = try elements(field("descr", of: header))
        let isColumnMajor = field("fortran_order", of: header) == "True"
        let extents = try shape(field("shape", of: header))
        let stored = isColumnMajor ? Array(extents.reversed()) : extents
        let tensor = try ForeignElements.tensor(
            bytes[(begin + length)...], kind, shape: Shape(checking: stored),
            bigEndian: bigEndian, format: ".npy")
        guard isColumnMajor, tensor.rank > 1 else { return tensor }
        return Tensor(try Checked.transposed(tensor).contiguousStorage())
    }

    /// What stands behind a key of the dictionary, up to the next comma outside brackets.
    private static func field(_ name: String, of header: String) -> String {
        let text = Array(header.utf8)
        for quote in ["'", "\""] {
            let key = Array((quote + name + quote).utf8)
            guard text.count > key.count else { continue }
            for start in 0..<(text.count - key.count) where text[start..<(start + key.count)].elementsEqual(key) {
                var value: [UInt8] = []
                var depth = 0
                var hasColon = false
                for byte in text[(start + key.count)...] {
                    if !hasColon {
                        hasColon = byte == UInt8(ascii: ":")
                        continue
                    }
                    if byte == UInt8(ascii: "(") { depth += 1 }
                    if byte == UInt8(ascii: ")") { depth -= 1 }
                    if depth == 0, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") { break }
                    if byte != UInt8(ascii: " ") { value.append(byte) }
                }
                return String(decoding: value, as: UTF8.self)
            }
        }
        return ""
    }

    private static func elements(
        _ descr: String
    ) throws(TensorError) -> (ForeignElements.Kind, bigEndian: Bool) {
        let code = descr.filter { $0 != "'" && $0 != "\"" }
        let order = code.first ?? " "
        let name = "<>|=".contains(order) ? String(code.dropFirst()) : code
        let kinds: [String: ForeignElements.Kind] = [
            "b1": .own(.bool), "?": .own(.bool), "u1": .own(.uint8), "i1": .int8, "i2": .int16,
            "u2": .uint16, "i4": .own(.int32), "u4": .uint32, "i8": .own(.int64), "u8": .uint64,
            "f2": .float16, "f4": .own(.float32), "f8": .own(.float64),
        ]
        guard let kind = kinds[name] else {
            throw failure(
                "elements of type \(descr.isEmpty ? "that is not named" : descr) are not read",
                help: "integers, floating-point numbers and Bools are")
        }
        return (kind, order == ">")
    }

    private static func shape(_ text: String) throws(TensorError) -> [Int] {
        guard text.first == "(", text.last == ")" else {
            throw failure("its header names no shape")
        }
        var extents: [Int] = []
        for part in text.dropFirst().dropLast().split(separator: ",") {
            guard let extent = Int(part), extent >= 0 else {
                throw failure("'\(text)' is not a shape")
            }
            extents.append(extent)
        }
        return extents
    }

    // MARK: Writing

    /// The bytes of a file that holds a tensor.
    package static func encode(_ x: Tensor) throws(TensorError) -> [UInt8] {
        let code =
            switch x.dtype {
            case .bool: "|b1"
            case .uint8: "|u1"
            case .int32: "<i4"
            case .int64: "<i8"
            case .float32: "<f4"
            case .float64: "<f8"
            }
        let extents = x.shape.map(String.init).joined(separator: ", ")
        var header =
            "{'descr': '\(code)', 'fortran_order': False, 'shape': (\(extents)\(x.rank == 1 ? "," : "")), }"
        // The elements begin at a multiple of 64.
        header += String(repeating: " ", count: 63 - (10 + header.utf8.count) % 64) + "\n"
        var bytes = magic + [1, 0]
        bytes.append(UInt8(truncatingIfNeeded: header.utf8.count))
        bytes.append(UInt8(truncatingIfNeeded: header.utf8.count >> 8))
        bytes += header.utf8
        let flat = try x.contiguousStorage()
        bytes += UnsafeRawBufferPointer(start: flat.data, count: x.byteCount)
        withExtendedLifetime(flat) {}
        return bytes
    }
}
