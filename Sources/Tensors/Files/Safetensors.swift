internal import FoundationEssentials

/// The safetensors format: a length, a JSON header with name, type, shape and place of each tensor,
/// and their bytes.
package enum Safetensors {
    /// A file's tensors, in the order of their places.
    package static func read(
        _ path: String
    ) throws(TensorError) -> [(name: String, tensor: Tensor)] {
        try decode(FileBytes.read(path), path: path)
    }

    /// The texts that a file holds beside its tensors.
    package static func metadata(_ path: String) throws(TensorError) -> [String: String] {
        let bytes = try FileBytes.read(path)
        // What is wrong with the file is told when its tensors are read.
        _ = try decode(bytes, path: path)
        var length = 0
        for byte in bytes[..<8].reversed() { length = length << 8 | Int(byte) }
        struct Header: Decodable {
            let metadata: [String: String]?
            enum CodingKeys: String, CodingKey { case metadata = "__metadata__" }
        }
        let header = try? JSONDecoder().decode(Header.self, from: Data(bytes[8..<(8 + length)]))
        return header?.metadata ?? [:]
    }

    private struct Entry: Decodable {
        let dtype: String
        let shape: [Int]
        let offsets: [Int]

        enum CodingKeys: String, CodingKey {
            case dtype
            case shape
            case offsets = "data_offsets"
        }
    }

    /// One value of the header: a tensor, or the metadata, which is not read.
    private enum Value: Decodable {
        case entry(Entry)
        case other

        init(from decoder: any Decoder) throws {
            if let entry = try? Entry(from: decoder) { self = .entry(entry) } else { self = .other }
        }
    }

    package static func decode(
        _ bytes: [UInt8], path: String
    ) throws(TensorError) -> [(name: String, tensor: Tensor)] {
        func failure(_ problem: String) -> TensorError {
            .file(path: path, problem: "not a valid safetensors file: " + problem, help: nil)
        }
        guard bytes.count >= 8 else {
            throw failure("\(bytes.count) bytes, too short for a header")
        }
        var length: UInt64 = 0
        for byte in bytes[..<8].reversed() { length = length << 8 | UInt64(byte) }
        guard length <= UInt64(bytes.count - 8) else {
            throw failure("the header promises \(length) bytes, the file has \(bytes.count - 8)")
        }
        let start = 8 + Int(length)
        let header: [String: Value]
        do {
            header = try JSONDecoder().decode(
                [String: Value].self, from: Data(bytes[8..<start]))
        } catch {
            throw failure("the header is not JSON of the expected form")
        }
        var result: [(name: String, begin: Int, tensor: Tensor)] = []
        for (name, value) in header.sorted(by: { $0.key < $1.key }) where name != "__metadata__" {
            guard case .entry(let entry) = value, entry.offsets.count == 2 else {
                throw failure("the entry '\(name)' has no dtype, shape and data_offsets")
            }
            guard let kind = kinds.first(where: { $0.name == entry.dtype })?.kind else {
                throw failure("tensor '\(name)' has element type \(entry.dtype), which is not read")
            }
            let shape: Shape
            let count: Int
            do throws(TensorError) {
                shape = try Shape(checking: entry.shape)
                count = try shape.checkedElementCount()
            } catch {
                throw failure("tensor '\(name)': \(error.wording.problem)")
            }
            let (size, overflow) = count.multipliedReportingOverflow(by: kind.byteCount)
            let (begin, end) = (entry.offsets[0], entry.offsets[1])
            guard !overflow, begin >= 0, end >= begin, end <= bytes.count - start,
                end - begin == size
            else {
                throw failure(
                    "tensor '\(name)' of shape \(shape) does not fit bytes \(begin)..<\(end) of "
                        + "\(bytes.count - start)")
            }
            let tensor = try ForeignElements.tensor(
                bytes[(start + begin)..<(start + end)], kind, shape: shape, format: "safetensors")
            result.append((name, begin, tensor))
        }
        result.sort { ($0.begin, $0.name) < ($1.begin, $1.name) }
        return result.map { (name: $0.name, tensor: $0.tensor) }
    }

    private static let types: [(name: String, type: DType)] = [
        ("F32", .float32), ("F64", .float64), ("I64", .int64), ("I32", .int32), ("U8", .uint8),
        ("BOOL", .bool),
    ]

    /// What is read beside these: half precision as float32, other integers as those that hold them.
    private static let kinds: [(name: String, kind: ForeignElements.Kind)] =
        types.map { ($0.name, .own($0.type)) } + [
            ("F16", .float16), ("BF16", .bfloat16), ("I8", .int8), ("I16", .int16),
            ("U16", .uint16), ("U32", .uint32), ("U64", .uint64),
        ]

    /// The bytes of a file with these tensors, in this order.
    package static func encode(
        _ tensors: [(name: String, tensor: Tensor)], metadata: [String: String] = [:]
    ) throws(TensorError) -> [UInt8] {
        var header = "{"
        if !metadata.isEmpty {
            let texts = metadata.sorted { $0.key < $1.key }
                .map { "\(quoted($0.key)):\(quoted($0.value))" }
            header += "\"__metadata__\":{" + texts.joined(separator: ",") + "}"
            header += tensors.isEmpty ? "" : ","
        }
        var offset = 0
        for (position, (name, tensor)) in tensors.enumerated() {
            let type = types.first { $0.type == tensor.dtype }?.name ?? "F32"
            let shape = tensor.shape.map(String.init).joined(separator: ",")
            header += position == 0 ? "" : ","
            header += "\(quoted(name)):{\"dtype\":\"\(type)\",\"shape\":[\(shape)],"
            header += "\"data_offsets\":[\(offset),\(offset + tensor.byteCount)]}"
            offset += tensor.byteCount
        }
        header += "}"
        // The data begin at a multiple of 8, as the format asks.
        header += String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
        let length = UInt64(header.utf8.count)
        var bytes = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * UInt64($0))) }
        bytes.reserveCapacity(8 + header.utf8.count + offset)
        bytes += header.utf8
        for (_, tensor) in tensors {
            let flat = try tensor.contiguousStorage()
            bytes += UnsafeRawBufferPointer(start: flat.data, count: tensor.byteCount)
            withExtendedLifetime(flat) {}
        }
        return bytes
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Writes a file whole or not at all.
    package static func write(
        _ tensors: [(name: String, tensor: Tensor)], metadata: [String: String] = [:],
        to path: String
    ) throws(TensorError) {
        try FileBytes.write(encode(tensors, metadata: metadata), to: path)
    }

    /// Writes a file whole or not at all.
    package static func write(bytes: [UInt8], to path: String) throws(TensorError) {
        try FileBytes.write(bytes, to: path)
    }
}
