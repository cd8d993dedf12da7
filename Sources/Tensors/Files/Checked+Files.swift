extension Checked {
    /// The array in a .npy file, or the picture in a .png or .jpg file as uint8 [height, width,
    /// channels].
    package static func load(_ path: String) throws(TensorError) -> Tensor {
        switch suffix(path) {
        case "npy":
            let bytes = try FileBytes.read(path)
            return try inFile(path) { () throws(TensorError) in try NPY.decode(bytes[...]) }
        case "png", "jpg", "jpeg":
            return try loadImage(path)
        case "npz", "safetensors":
            throw .file(
                path: path, problem: "it holds several arrays",
                help: "'loadArrays' gives them by name")
        default:
            throw .file(
                path: path, problem: "its format is not known by its name",
                help: "names end in '.npy', '.png' or '.jpg'; 'loadArrays' reads '.npz' and "
                    + "'.safetensors', 'readIDX' IDX files")
        }
    }

    /// Writes a tensor to a .npy file, or a picture to a .png file.
    package static func save(_ x: Tensor, to path: String) throws(TensorError) {
        switch suffix(path) {
        case "npy": try FileBytes.write(NPY.encode(x), to: path)
        case "png": try FileBytes.write(PNGEncoder().encode(image(x)), to: path)
        default:
            throw .file(
                path: path, problem: "its format is not known by its name",
                help: "names end in '.npy' or '.png'; 'saveArrays' writes '.npz' and '.safetensors'"
            )
        }
    }

    /// The arrays of a .npz or .safetensors file by name, in its order.
    package static func loadArrays(
        _ path: String
    ) throws(TensorError) -> [(name: String, tensor: Tensor)] {
        switch suffix(path) {
        case "safetensors": return try Safetensors.read(path)
        case "npy", "png", "jpg", "jpeg":
            throw .file(
                path: path, problem: "it holds one array", help: "'Tensor.load' reads it")
        default:
            let bytes = try FileBytes.read(path)
            return try inFile(path) { () throws(TensorError) in try NPZ.decode(bytes) }
        }
    }

    /// Writes tensors by name to a .npz or .safetensors file.
    package static func saveArrays(
        _ tensors: [(name: String, tensor: Tensor)], to path: String
    ) throws(TensorError) {
        var names: Set<String> = []
        for (name, _) in tensors where !names.insert(name).inserted {
            throw .domain(
                operation: "saveArrays", problem: "the name '\(name)' is given twice", help: nil)
        }
        switch suffix(path) {
        case "npz": try FileBytes.write(NPZ.encode(tensors), to: path)
        case "safetensors": try Safetensors.write(tensors, to: path)
        default:
            throw .file(
                path: path, problem: "its format is not known by its name",
                help: "names end in '.npz' or '.safetensors'")
        }
    }

    /// What stands behind the last point of a file's name, in small letters.
    private static func suffix(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let point = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: point)...].lowercased()
    }

    /// Names the file in errors of its format.
    private static func inFile<Value>(
        _ path: String, _ body: () throws(TensorError) -> Value
    ) throws(TensorError) -> Value {
        do throws(TensorError) {
            return try body()
        } catch {
            guard case .format(let name, let problem, let help) = error else { throw error }
            throw .file(path: path, problem: "not a valid \(name) file: \(problem)", help: help)
        }
    }

    /// A picture of either format; its first bytes say which, whatever it is called.
    private static func loadImage(_ path: String) throws(TensorError) -> Tensor {
        let bytes = try FileBytes.read(path)
        let image: PNGImage
        do {
            image = try PNGImage.isJPEG(bytes) ? PNGImage(jpeg: bytes) : PNGImage(png: bytes)
        } catch {
            throw .file(path: path, problem: "\(error)", help: nil)
        }
        let shape = Shape(image.height, image.width, image.channels)
        return try tensor(image.pixels, shape: shape)
    }

    /// A picture from [height, width] or [height, width, channels]: uint8 as it is, others from
    /// 0 to 1.
    package static func image(_ x: Tensor) throws(TensorError) -> PNGImage {
        guard x.rank == 2 || x.rank == 3 && (1...4).contains(x.shape[2]) else {
            throw .shape(
                operation: "save",
                expected: "a picture [height, width] or [height, width, 1 to 4 channels]",
                given: x.shape, help: nil)
        }
        var values = stopGradient(x)
        if x.dtype == .bool || x.dtype.isFloatingPoint {
            values = try multiply(clipped(asType(values, .float32), min: 0, max: 1), .integer(255))
            values = try round(values)
        } else {
            values = try clipped(asType(values, .int64), min: 0, max: 255)
        }
        let pixels = try scalars(asType(values, .uint8), as: UInt8.self)
        do throws(PNGError) {
            return try PNGImage(
                width: x.shape[1], height: x.shape[0],
                channels: x.rank == 2 ? 1 : x.shape[2], pixels: pixels)
        } catch {
            throw .domain(operation: "save", problem: error.description, help: nil)
        }
    }
}
