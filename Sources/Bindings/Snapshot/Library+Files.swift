internal import NeuralNetworks
internal import Tensors

extension Library {
    /// Writes a file whole or not at all.
    package static func write(_ bytes: [UInt8], to path: String) throws { try Safetensors.write(bytes: bytes, to: path) }

    package static func read(_ path: String) throws -> [UInt8] { try FileBytes.read(path) }
}
