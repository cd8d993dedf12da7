public import Tensors

/// The greatest of several linear functions for each unit (Goodfellow et al. 2013).
///
///     Maxout(64, pieces: 2)
///
/// `weight` is `[inputs, units · pieces]`; the pieces of a unit follow each other.
public final class Maxout: BuiltInLayer, @unchecked Sendable {
    public let units: Int
    public let pieces: Int
    public let useBias: Bool
    private let options: KernelOptions
    private var weight: Parameter?
    private var bias: Parameter?

    public init(
        _ units: Int, pieces: Int = 2, useBias: Bool = true,
        kernelInitializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros,
        kernelRegularizer: Regularizer? = nil, kernelConstraint: Constraint? = nil
    ) {
        self.units = units
        self.pieces = pieces
        self.useBias = useBias
        options = KernelOptions(
            kernelInitializer, bias: biasInitializer, regularizer: kernelRegularizer,
            constraint: kernelConstraint)
        super.init()
        isBuilt = false
    }

    override func build(_ input: Shape) throws {
        try check("units", units)
        try check("pieces", pieces)
        guard let size = input.last, size > 0 else {
            throw inputError("features along the last axis", input)
        }
        (weight, bias) = try makeKernel(
            [size, units * pieces], inputs: size, outputs: units,
            bias: useBias ? units * pieces : nil, options)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let weight = weight?.value else { return x }
        guard x.shape.last == weight.shape[0] else {
            throw inputError("\(weight.shape[0]) features along the last axis", x.shape)
        }
        let linear = try Checked.linear(asFloat(x, like: weight), weight, bias?.value)
        let split = try Checked.reshaped(linear, Array(x.shape.dropLast()) + [units, pieces])
        return try Checked.max(split, axes: [-1])
    }

    override func inputShape(ofSaved shapes: [String: Shape]) -> Shape? {
        shapes["weight"].flatMap { $0.count == 2 ? [1, $0[0]] : nil }
    }

    package override var configuration: Configuration? {
        Configuration(
            kindName,
            ["units": .int(units), "pieces": .int(pieces), "useBias": .bool(useBias)])
    }
}

/// max(x, 0) + a·min(x, 0) with a slope a that is learned for each channel, or one for all (He et
/// al. 2015; PyTorch's `PReLU`).
///
///     PReLU()
public final class PReLU: BuiltInLayer, @unchecked Sendable {
    public let initial: Double
    /// Whether all channels share one slope.
    public let isShared: Bool
    private var slope: Parameter?

    public init(initial: Double = 0.25, shared: Bool = false) {
        self.initial = initial
        isShared = shared
        super.init()
        isBuilt = false
    }

    override func build(_ input: Shape) throws {
        guard let channels = input.last else {
            throw inputError("channels along the last axis", input)
        }
        slope = try make("weight", [isShared ? 1 : channels], .constant(initial))
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let slope = slope?.value else { return x }
        guard isShared || x.shape.last == slope.count else {
            throw inputError("\(slope.count) channels along the last axis", x.shape)
        }
        let x = try asFloat(x, like: slope)
        return try Checked.where(
            Checked.compare(.greater, x, .integer(0)), x, Checked.multiply(x, slope))
    }

    override func inputShape(ofSaved shapes: [String: Shape]) -> Shape? {
        shapes["weight"].flatMap { $0.count == 1 ? [1, $0[0]] : nil }
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["initial": .real(initial), "shared": .bool(isShared)])
    }
}

/// A function as a layer.
///
///     Lambda { x in x / 255 }
public final class Lambda: BuiltInLayer, @unchecked Sendable {
    private let function: (Tensor) throws -> Tensor

    public init(_ function: @escaping (Tensor) throws -> Tensor) {
        self.function = function
    }

    override func forward(_ x: Tensor) throws -> Tensor { try function(x) }
}

/// x·scale + offset: `Rescaling(1.0 / 255)` brings bytes to 0…1.
public final class Rescaling: BuiltInLayer, @unchecked Sendable {
    public let scale: Double
    public let offset: Double

    public init(_ scale: Double, offset: Double = 0) {
        self.scale = scale
        self.offset = offset
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        let x = x.dtype.isFloatingPoint ? x : try Checked.asType(x, .float32)
        let scaled = try Checked.multiply(x, .real(scale))
        return offset == 0 ? scaled : try Checked.add(scaled, .real(offset))
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["scale": .real(scale), "offset": .real(offset)])
    }
}

/// The axes of each example in another order, counted from 1 as Keras counts them: `Permute(2, 1)`
/// exchanges the two.
public final class Permute: BuiltInLayer, @unchecked Sendable {
    public let axes: [Int]

    public init(_ axes: Int...) {
        self.axes = axes
    }

    public init(_ axes: [Int]) {
        self.axes = axes
    }

    override func forward(_ x: Tensor) throws -> Tensor { try Checked.transposed(x, [0] + axes) }

    package override var configuration: Configuration? {
        Configuration(kindName, ["axes": .ints(axes)])
    }
}

/// Each example so many times along a new axis: `[batch, features]` to `[batch, count, features]`.
public final class RepeatVector: BuiltInLayer, @unchecked Sendable {
    public let count: Int

    public init(_ count: Int) {
        self.count = count
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard x.rank == 2 else { throw inputError("examples [batch, features]", x.shape) }
        try check("count", count)
        let shape = Shape([x.shape[0], count, x.shape[1]])
        return try Checked.broadcast(Checked.expandedDimensions(x, axis: 1), to: shape)
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["count": .int(count)])
    }
}

/// A layer applied to each step of a sequence: `[batch, steps, …]`, axes 0 and 1 taken together.
///
///     TimeDistributed(Dense(10))
public final class TimeDistributed: BuiltInLayer, @unchecked Sendable {
    public let layer: any Layer

    public init(_ layer: any Layer) {
        self.layer = layer
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard x.rank >= 3 else { throw inputError("sequences [batch, steps, …]", x.shape) }
        let (batch, steps) = (x.shape[0], x.shape[1])
        let flat = try Checked.reshaped(x, [batch * steps] + Array(x.shape.dropFirst(2)))
        let y = try layer.call(flat)
        return try Checked.reshaped(y, [batch, steps] + Array(y.shape.dropFirst()))
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        [("layer", .layer(layer))]
    }

    package override var configuration: Configuration? {
        guard case .list(let list)? = Configuration.Value.layers([layer]) else { return nil }
        return Configuration(kindName, ["layer": list[0]])
    }
}
