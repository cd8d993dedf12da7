extension Checked {
    /// The array in a .npy file, or the picture in a .png file as uint8 [height, width, channels].
    package static func load(_ path: String) throws(TensorError) -> Tensor {
        let name = path.lowercased()
        if name.hasSuffix(".npy") {
            let bytes = try FileBytes.read(path)
            return try inFile(path) { () throws(TensorError) in try NPY.decode(bytes[...]) }
        }
        if name.hasSuffix(".png") { return try loadImage(path) }
        if name.hasSuffix(".npz") {
            throw .file(
                path: path, problem: "it holds several arrays",
                help: "'loadArrays' gives them by name")
        }
        throw .file(
            path: path, problem: "its format is not known by its name",
            help: "names end in '.npy' or '.png'")
    }

    /// Writes a tensor to a .npy file, or a picture to a .png file.
    package static func save(_ x: Tensor, to path: String) throws(TensorError) {
        let name = path.lowercased()
        if name.hasSuffix(".npy") { return try FileBytes.write(NPY.encode(x), to: path) }
        if name.hasSuffix(".png") {
            return try FileBytes.write(PNGEncoder().encode(image(x)), to: path)
        }
        throw .file(
            path: path, problem: "its format is not known by its name",
            help: "names end in '.npy' or '.png'; 'saveArrays' writes '.npz'")
    }

    /// The arrays of a .npz file by name, in its order.
    package static func loadArrays(
        _ path: String
    ) throws(TensorError) -> [(name: String, tensor: Tensor)] {
        let bytes = try FileBytes.read(path)
        return try inFile(path) { () throws(TensorError) in try NPZ.decode(bytes) }
    }

    /// Writes tensors by name to a .npz file.
    package static func saveArrays(
        _ tensors: [(name: String, tensor: Tensor)], to path: String
    ) throws(TensorError) {
        try FileBytes.write(NPZ.encode(tensors), to: path)
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

    private static func loadImage(_ path: String) throws(TensorError) -> Tensor {
        let bytes = try FileBytes.read(path)
        do throws(PNGError) {
            let image = try PNGImage(png: bytes)
            return try tensorOf(image)
        } catch {
            throw .file(path: path, problem: error.description, help: nil)
        }
    }

    private static func tensorOf(_ image: PNGImage) throws(PNGError) -> Tensor {
        let shape = Shape(image.height, image.width, image.channels)
        guard let tensor = try? tensor(image.pixels, shape: shape) else {
            throw .impossibleSize(
                width: image.width, height: image.height, byteCount: image.pixels.count)
        }
        return tensor
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
