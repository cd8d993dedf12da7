// Files of arrays and pictures.
extension Tensor {
    /// The array in a .npy file, or the picture in a .png or .jpg file as uint8 [height, width,
    /// channels].
    ///
    ///     let x = try Tensor.load("weights.npy")
    public static func load(_ path: String) throws(TensorError) -> Tensor {
        try Checked.load(path)
    }

    /// Writes the tensor to a .npy file, or as a picture to a .png file.
    ///
    ///     try x.save("weights.npy")
    public func save(_ path: String) throws(TensorError) {
        try Checked.save(self, to: path)
    }
}

/// The arrays of a .npz or .safetensors file by name.
public func loadArrays(_ path: String) throws(TensorError) -> [String: Tensor] {
    let arrays = try Checked.loadArrays(path)
    return Dictionary(arrays.map { ($0.name, $0.tensor) }, uniquingKeysWith: { _, last in last })
}

/// Writes tensors by name to a .npz or .safetensors file, in the order of their names.
public func saveArrays(_ arrays: [String: Tensor], to path: String) throws(TensorError) {
    try Checked.saveArrays(
        arrays.sorted { $0.key < $1.key }.map { (name: $0.key, tensor: $0.value) }, to: path)
}
