import FoundationEssentials
import Tensors
import Testing

/// A tensor as golden files store it: raw little-endian elements in base64.
struct StoredTensor: Decodable, Sendable {
    var shape: [Int]
    var dtype: String
    var data: String

    func tensor() throws -> Tensor {
        let dtype = try #require(DType.allCases.first { $0.name == self.dtype })
        let bytes = [UInt8](try #require(Data(base64Encoded: data)))
        let storage = try TensorStorage.allocate(Shape(checking: shape), dtype)
        try #require(bytes.count == storage.count * dtype.byteCount)
        bytes.withUnsafeBytes { source in
            if let base = source.baseAddress {
                storage.data.copyMemory(from: base, byteCount: bytes.count)
            }
        }
        return Tensor(storage)
    }
}

/// The contents of a golden file beside this one.
func golden<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appending(path: "Golden/" + name))
    return try JSONDecoder().decode(Value.self, from: data)
}
