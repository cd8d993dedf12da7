public import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the augmentation layers have in common: images `[batch, height, width, channels]` that are
/// changed at random while training, each in its own way, and left alone otherwise. No gradient flows
/// through them: they stand before what is learned.
public class AugmentationLayer: BuiltInLayer, @unchecked Sendable {
    /// The changed images.
    func changed(_ x: Tensor) throws -> Tensor { x }

    final func images(_ x: Tensor) throws -> Tensor {
        guard x.rank == 4 else {
            throw inputError(
                "images [batch, height, width, channels]", x.shape,
                help: x.rank == 3
                    ? "'expandedDimensions(axis: -1)' adds an axis of one channel" : nil)
        }
        let floats = x.dtype == .float32 ? x : try Checked.asType(x, .float32)
        return Checked.stopGradient(floats)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        let x = try images(x)
        guard LearningPhase.current == .training else { return x }
        return try changed(x)
    }

    /// A number in −range…range, or low…high.
    final func random(_ range: Double) -> Double {
        (RandomGenerator.shared.nextUniform() * 2 - 1) * range
    }

    /// Each image mapped: `map` gives for an image the place in it that a place in the result comes
    /// from, as a matrix for (row, column, 1) from the image's centre. Bilinear; places outside are
    /// filled with the nearest one inside, mirrored.
    final func mapped(
        _ x: Tensor, _ map: (_ image: Int) -> (a: [Double], b: [Double])
    ) throws -> Tensor {
        let (batch, height, width, channels) = (x.shape[0], x.shape[1], x.shape[2], x.shape[3])
        guard height > 0, width > 0 else { return x }
        let (cy, cx) = (Double(height - 1) / 2, Double(width - 1) / 2)
        /// A place of a mirrored continuation.
        func reflected(_ value: Int, _ extent: Int) -> Int {
            var v = value % (2 * extent)
            if v < 0 { v += 2 * extent }
            return v < extent ? v : 2 * extent - 1 - v
        }
        return try x.withElements(as: Float.self) { source throws(TensorError) in
            try Tensor.filled(x.shape, as: Float.self) { out throws(TensorError) in
                for image in 0..<batch {
                    try Interruption.check()
                    let (a, b) = map(image)
                    let base = image * height * width * channels
                    for row in 0..<height {
                        for column in 0..<width {
                            let (v, u) = (Double(row) - cy, Double(column) - cx)
                            let y = a[0] * v + a[1] * u + a[2] + cy
                            let z = b[0] * v + b[1] * u + b[2] + cx
                            let (y0, z0) = (y.rounded(.down), z.rounded(.down))
                            let (fy, fz) = (Float(y - y0), Float(z - z0))
                            let rows = [reflected(Int(y0), height), reflected(Int(y0) + 1, height)]
                            let columns = [reflected(Int(z0), width), reflected(Int(z0) + 1, width)]
                            for c in 0..<channels {
                                func at(_ i: Int, _ j: Int) -> Float {
                                    source[base + (rows[i] * width + columns[j]) * channels + c]
                                }
                                let top = at(0, 0) * (1 - fz) + at(0, 1) * fz
                                let bottom = at(1, 0) * (1 - fz) + at(1, 1) * fz
                                out[base + (row * width + column) * channels + c] =
                                    top * (1 - fy) + bottom * fy
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The way images are mirrored.
public enum FlipDirection: String, Sendable, CaseIterable {
    /// Left and right exchanged.
    case horizontal
    /// Top and bottom exchanged.
    case vertical
    case both
}

/// Mirrors images at random (Keras' `RandomFlip`).
///
///     RandomFlip(.horizontal)
public final class RandomFlip: AugmentationLayer, @unchecked Sendable {
    public let direction: FlipDirection

    public init(_ direction: FlipDirection = .both) {
        self.direction = direction
    }

    override func changed(_ x: Tensor) throws -> Tensor {
        var result = x
        for (axis, wanted) in [(2, direction != .vertical), (1, direction != .horizontal)]
        where wanted {
            let flips = (0..<x.shape[0]).map { _ in RandomGenerator.shared.nextUInt64() & 1 == 1 }
            let mask = try Checked.reshaped(
                Checked.tensor(flips, shape: [flips.count]), [flips.count, 1, 1, 1])
            result = try Checked.where(mask, Checked.flipped(result, axes: [axis]), result)
        }
        return result
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["direction": .text(direction.rawValue)])
    }
}

/// Turns images by a random angle of up to ±factor of a full turn (Keras' `RandomRotation`).
///
///     RandomRotation(0.1)      // up to 36 degrees
public final class RandomRotation: AugmentationLayer, @unchecked Sendable {
    public let factor: Double

    public init(_ factor: Double) {
        self.factor = factor
    }

    override func changed(_ x: Tensor) throws -> Tensor {
        try mapped(x) { _ in
            let angle = random(factor) * 2 * Double.pi
            return ([cos(angle), -sin(angle), 0], [sin(angle), cos(angle), 0])
        }
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["factor": .real(factor)])
    }
}

/// Makes images larger or smaller by a random factor of 1 ± factor (Keras' `RandomZoom`).
public final class RandomZoom: AugmentationLayer, @unchecked Sendable {
    public let factor: Double

    public init(_ factor: Double) {
        self.factor = factor
    }

    override func changed(_ x: Tensor) throws -> Tensor {
        try mapped(x) { _ in
            let zoom = 1 + random(factor)
            return ([zoom, 0, 0], [0, zoom, 0])
        }
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["factor": .real(factor)])
    }
}

/// Moves images by a random part of their height and width (Keras' `RandomTranslation`).
///
///     RandomTranslation(height: 0.1, width: 0.1)
public final class RandomTranslation: AugmentationLayer, @unchecked Sendable {
    public let height: Double
    public let width: Double

    public init(height: Double, width: Double) {
        self.height = height
        self.width = width
    }

    override func changed(_ x: Tensor) throws -> Tensor {
        let (rows, columns) = (Double(x.shape[1]), Double(x.shape[2]))
        return try mapped(x) { _ in
            ([1, 0, random(height) * rows], [0, 1, random(width) * columns])
        }
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["height": .real(height), "width": .real(width)])
    }
}

/// Parts of images: a random one while training, the middle otherwise (Keras' `RandomCrop`).
///
///     RandomCrop(24, 24)
public final class RandomCrop: AugmentationLayer, @unchecked Sendable {
    public let height: Int
    public let width: Int

    public init(_ height: Int, _ width: Int) {
        self.height = height
        self.width = width
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        let x = try images(x)
        let (rows, columns) = try cut(x)
        guard LearningPhase.current == .training else {
            return try part(x, rows / 2, columns / 2)
        }
        var parts: [Tensor] = []
        for image in 0..<x.shape[0] {
            let top = RandomGenerator.shared.next(in: 0...rows)
            let left = RandomGenerator.shared.next(in: 0...columns)
            parts.append(try part(x.rows(image..<(image + 1)), top, left))
        }
        return parts.isEmpty ? try part(x, 0, 0) : try Checked.concatenated(parts, axis: 0)
    }

    /// How many rows and columns are left over.
    private func cut(_ x: Tensor) throws -> (Int, Int) {
        try check("height", height)
        try check("width", width)
        guard x.shape[1] >= height, x.shape[2] >= width else {
            throw inputError("images of at least \(height)×\(width)", x.shape)
        }
        return (x.shape[1] - height, x.shape[2] - width)
    }

    private func part(_ x: Tensor, _ top: Int, _ left: Int) throws -> Tensor {
        try Checked.narrowed(
            Checked.narrowed(x, axis: 1, top..<(top + height)), axis: 2, left..<(left + width))
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["height": .int(height), "width": .int(width)])
    }
}

/// The middle of images.
public final class CenterCrop: BuiltInLayer, @unchecked Sendable {
    public let height: Int
    public let width: Int

    public init(_ height: Int, _ width: Int) {
        self.height = height
        self.width = width
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard x.rank == 4, x.shape[1] >= height, x.shape[2] >= width, height > 0, width > 0 else {
            throw inputError("images of at least \(height)×\(width)", x.shape)
        }
        let (top, left) = ((x.shape[1] - height) / 2, (x.shape[2] - width) / 2)
        return try Checked.narrowed(
            Checked.narrowed(x, axis: 1, top..<(top + height)), axis: 2, left..<(left + width))
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["height": .int(height), "width": .int(width)])
    }
}

/// Images of another size, bilinear.
///
///     Resizing(32, 32)
public final class Resizing: BuiltInLayer, @unchecked Sendable {
    public let height: Int
    public let width: Int

    public init(_ height: Int, _ width: Int) {
        self.height = height
        self.width = width
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        try Checked.resized2D(x, size: Pair(height, width))
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["height": .int(height), "width": .int(width)])
    }
}

/// Draws images from their mean or to it by a random factor of 1 ± factor (Keras' `RandomContrast`).
public final class RandomContrast: AugmentationLayer, @unchecked Sendable {
    public let factor: Double

    public init(_ factor: Double) {
        self.factor = factor
    }

    override func changed(_ x: Tensor) throws -> Tensor {
        let factors = (0..<x.shape[0]).map { _ in Float(1 + random(factor)) }
        let scale = Term(
            try Checked.reshaped(
                Checked.tensor(factors, shape: [factors.count]), [factors.count, 1, 1, 1]))
        let mean = try Term(x).mean([1, 2], keepDims: true)
        return try ((Term(x) - mean) * scale + mean).tensor
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["factor": .real(factor)])
    }
}

/// Adds a random number within ±factor to each image, values of 0…1 (Keras' `RandomBrightness`).
public final class RandomBrightness: AugmentationLayer, @unchecked Sendable {
    public let factor: Double

    public init(_ factor: Double) {
        self.factor = factor
    }

    override func changed(_ x: Tensor) throws -> Tensor {
        let offsets = (0..<x.shape[0]).map { _ in Float(random(factor)) }
        let offset = try Checked.reshaped(
            Checked.tensor(offsets, shape: [offsets.count]), [offsets.count, 1, 1, 1])
        return try Checked.add(x, offset)
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["factor": .real(factor)])
    }
}
