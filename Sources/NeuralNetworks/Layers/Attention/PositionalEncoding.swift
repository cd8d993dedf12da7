public import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Adds to each step what tells its place: sines and cosines (Vaswani et al. 2017), or numbers that
/// are learned.
///
///     PositionalEncoding()
///     PositionalEncoding(learned: true, maximumLength: 64)
///
/// Sequences `[batch, steps, dimensions]` keep their shape. Learned ones, `weight` `[maximumLength,
/// dimensions]`, start normal with standard deviation 0.02.
public final class PositionalEncoding: BuiltInLayer, @unchecked Sendable {
    public let learned: Bool
    public let maximumLength: Int?
    @exclusivity(unchecked) private var weight: Parameter?
    /// The waves of the longest sequence so far.
    @exclusivity(unchecked) private var waves: Tensor?

    public init(learned: Bool = false, maximumLength: Int? = nil) {
        self.learned = learned
        self.maximumLength = maximumLength
        super.init()
        isBuilt = !learned
    }

    override func build(_ input: Shape) throws {
        guard input.count == 3 else { throw inputError("sequences [batch, steps, dimensions]", input) }
        weight = try make(
            "weight", [maximumLength ?? input[1], input[2]], .randomNormal(std: 0.02))
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard x.rank == 3 else { throw inputError("sequences [batch, steps, dimensions]", x.shape) }
        let (steps, dimensions) = (x.shape[1], x.shape[2])
        guard let weight = weight?.value else {
            if waves == nil || waves?.shape[0] ?? 0 < steps || waves?.shape[1] != dimensions {
                waves = try PositionalEncoding.sinusoids(
                    Checked.arange(0, steps), dimensions: dimensions)
            }
            guard let waves else { return x }
            return try Checked.add(x, Checked.narrowed(waves, axis: 0, 0..<steps))
        }
        guard steps <= weight.shape[0], dimensions == weight.shape[1] else {
            throw inputError(
                "at most \(weight.shape[0]) steps of \(weight.shape[1]) dimensions", x.shape,
                help: "'maximumLength:' says how long sequences can be")
        }
        return try Checked.add(x, Checked.narrowed(weight, axis: 0, 0..<steps))
    }

    /// Sines in the even places and cosines in the odd ones, of position / 10000^(2i/d).
    package static func sinusoids(
        _ positions: Tensor, dimensions: Int, interleaved: Bool = true
    ) throws -> Tensor {
        guard dimensions > 0, dimensions % 2 == 0 else {
            throw TensorError.domain(
                operation: "sinusoidalEmbedding",
                problem: "dimensions must be an even number above 0, given \(dimensions)",
                help: nil)
        }
        let places = try Checked.scalars(Checked.asType(positions, .float64), as: Double.self)
        let half = dimensions / 2
        var shape = positions.shape
        guard shape.count < Shape.maximumRank else { throw TensorError.rank(shape.count + 1) }
        shape.append(dimensions)
        return try Tensor.filled(shape, as: Float.self) { out in
            for (row, place) in places.enumerated() {
                for i in 0..<half {
                    let angle = place * exp(-9.210340371976184 * Double(i) / Double(half))
                    let start = row * dimensions
                    out[start + (interleaved ? 2 * i : i)] = Float(sin(angle))
                    out[start + (interleaved ? 2 * i + 1 : half + i)] = Float(cos(angle))
                }
            }
        }
    }

    override func inputShape(ofSaved shapes: [String: Shape]) -> Shape? {
        shapes["weight"].flatMap { $0.count == 2 ? [1, $0[0], $0[1]] : nil }
    }

    package override var configuration: Configuration? {
        Configuration(
            kindName,
            [
                "learned": .bool(learned),
                "maximumLength": (maximumLength ?? weight?.shape[0]).map { .int($0) } ?? .none,
            ])
    }
}

/// Sines and cosines of numbers, such as a diffusion's times: `[n]` to `[n, dimensions]`, the sines
/// in the first half (Ho et al. 2020).
public func sinusoidalEmbedding(_ positions: Tensor, dimensions: Int) -> Tensor {
    orFail {
        try PositionalEncoding.sinusoids(positions, dimensions: dimensions, interleaved: false)
    }
}

/// An image as a sequence of square patches: `[batch, height, width, channels]` to `[batch, patches,
/// dimensions]` (Dosovitskiy et al. 2021).
///
///     PatchEmbedding(patchSize: 4, dimensions: 64)
///
/// `weight` is `[patchSize, patchSize, channels, dimensions]`: a convolution whose windows do not
/// overlap. Patches come row by row.
public final class PatchEmbedding: BuiltInLayer, @unchecked Sendable {
    public let patchSize: Int
    public let dimensions: Int
    private let projection: Conv2D

    public init(patchSize: Int, dimensions: Int) {
        self.patchSize = patchSize
        self.dimensions = dimensions
        projection = Conv2D(dimensions, kernelSize: patchSize, strides: patchSize)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        try check("patchSize", patchSize)
        guard x.rank == 4, x.shape[1] % patchSize == 0, x.shape[2] % patchSize == 0 else {
            throw inputError(
                "images [batch, height, width, channels] whose sides are multiples of \(patchSize)",
                x.shape)
        }
        let y = try projection.call(x)
        return try Checked.reshaped(y, [y.shape[0], y.shape[1] * y.shape[2], dimensions])
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        [("", .layer(projection))]
    }

    package override var configuration: Configuration? {
        Configuration(
            kindName, ["patchSize": .int(patchSize), "dimensions": .int(dimensions)])
    }
}
