package import Tensors

/// What the normalising layers have in common: a scale and an offset for each feature along the last
/// axis.
public class NormalizationLayer: BuiltInLayer, @unchecked Sendable {
    public let epsilon: Double
    package private(set) var weightParameter: Parameter?
    package private(set) var biasParameter: Parameter?

    init(epsilon: Double) {
        self.epsilon = epsilon
        super.init()
        isBuilt = false
    }

    /// The least number of axes the input has.
    var leastRank: Int { 1 }

    override func build(_ input: Shape) throws {
        guard let size = input.last, input.count >= leastRank else {
            throw inputError(
                leastRank == 1 ? "features along the last axis"
                    : "a batch with features along the last axis", input)
        }
        weightParameter = try make("weight", [size], .ones)
        biasParameter = try make("bias", [size], .zeros)
    }

    /// The input as floats, with scale and offset.
    final func checked(_ x: Tensor) throws -> (x: Tensor, weight: Tensor, bias: Tensor)? {
        guard let weight = weightParameter?.value, let bias = biasParameter?.value else {
            return nil
        }
        guard x.rank >= leastRank, x.shape.last == weight.count else {
            throw inputError("\(weight.count) features along the last axis", x.shape)
        }
        return (try asFloat(x, like: weight), weight, bias)
    }

    override func inputShape(ofSaved shapes: [String: Shape]) -> Shape? {
        guard let weight = shapes["weight"], weight.count == 1 else { return nil }
        return Shape(Array(repeating: 1, count: max(leastRank, 2) - 1) + [weight[0]])
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["epsilon": .real(epsilon)])
    }
}

/// Normalises each row over the last axis: (x − mean) / √(variance + ε) · weight + bias (Ba, Kiros
/// and Hinton 2016; PyTorch's `LayerNorm` over one axis).
///
///     LayerNorm()
public final class LayerNorm: NormalizationLayer, @unchecked Sendable {
    public override init(epsilon: Double = 1e-5) {
        super.init(epsilon: epsilon)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let (x, weight, bias) = try checked(x) else { return x }
        let centred = try Term(x) - Term(x).mean([-1], keepDims: true)
        let scale = try (centred.squared().mean([-1], keepDims: true) + epsilon).rsqrt()
        return try (centred * scale * Term(weight) + Term(bias)).tensor
    }
}

/// Divides each row by the root of its mean square: x / √(mean x² + ε) · weight (Zhang and Sennrich
/// 2019; PyTorch's `RMSNorm`).
public final class RMSNorm: NormalizationLayer, @unchecked Sendable {
    private var weight: Parameter?

    public override init(epsilon: Double = 1e-6) {
        super.init(epsilon: epsilon)
    }

    override func build(_ input: Shape) throws {
        guard let size = input.last else { throw inputError("features along the last axis", input) }
        weight = try make("weight", [size], .ones)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let weight = weight?.value else { return x }
        guard x.shape.last == weight.count else {
            throw inputError("\(weight.count) features along the last axis", x.shape)
        }
        let x = Term(try asFloat(x, like: weight))
        let scale = try (x.squared().mean([-1], keepDims: true) + epsilon).rsqrt()
        return try (x * scale * Term(weight)).tensor
    }
}

/// Normalises groups of channels over each example: `[batch, …, channels]` (Wu and He 2018;
/// PyTorch's `GroupNorm`).
///
///     GroupNorm(groups: 8)
public class GroupNorm: NormalizationLayer, @unchecked Sendable {
    private let count: Int?

    /// The number of groups; nil for one for each channel.
    public var groups: Int? { count }

    public init(groups: Int, epsilon: Double = 1e-5) {
        count = groups
        super.init(epsilon: epsilon)
    }

    init(epsilon: Double, eachChannel: Void) {
        count = nil
        super.init(epsilon: epsilon)
    }

    override var leastRank: Int { 2 }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let (x, weight, bias) = try checked(x) else { return x }
        let groups = count ?? weight.count
        guard groups > 0, weight.count % groups == 0 else {
            throw TensorError.domain(
                operation: kindName,
                problem: "\(groups) groups do not divide \(weight.count) channels", help: nil)
        }
        let places = x.count / max(x.shape[0] * weight.count, 1)
        let parts = Term(
            try Checked.reshaped(x, [x.shape[0], places, groups, weight.count / groups]))
        let centred = try parts - parts.mean([1, 3], keepDims: true)
        let scale = try (centred.squared().mean([1, 3], keepDims: true) + epsilon).rsqrt()
        let normal = try Checked.reshaped((centred * scale).tensor, Array(x.shape))
        return try (Term(normal) * Term(weight) + Term(bias)).tensor
    }

    package override var configuration: Configuration? {
        Configuration(
            kindName, ["epsilon": .real(epsilon), "groups": count.map { .int($0) } ?? .none])
    }
}

/// Normalises each channel over each example (Ulyanov et al. 2016; PyTorch's `InstanceNorm2d` with
/// scale and offset).
///
///     InstanceNorm()
public final class InstanceNorm: GroupNorm, @unchecked Sendable {
    public init(epsilon: Double = 1e-5) {
        super.init(epsilon: epsilon, eachChannel: ())
    }

    override var leastRank: Int { 3 }
}

/// Normalises each feature (the last axis) over all other axes of the batch (Ioffe and Szegedy
/// 2015; PyTorch's `BatchNorm`).
///
///     BatchNorm()
///
/// In training by the batch's own mean and variance, which also move the running ones by
/// `momentum`; in inference by the running ones. The running variance takes the unbiased estimate.
public final class BatchNorm: NormalizationLayer, @unchecked Sendable {
    public let momentum: Double
    package private(set) var runningMean: Tensor?
    package private(set) var runningVariance: Tensor?

    public init(epsilon: Double = 1e-5, momentum: Double = 0.1) {
        self.momentum = momentum
        super.init(epsilon: epsilon)
    }

    override var leastRank: Int { 2 }

    override func build(_ input: Shape) throws {
        try super.build(input)
        guard let size = input.last else { return }
        runningMean = try Initializer.constant([size], 0)
        runningVariance = try Initializer.constant([size], 1)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let (x, weight, bias) = try checked(x), let runningMean, let runningVariance else {
            return x
        }
        guard LearningPhase.current == .training else {
            let scale = try Term(weight) * (Term(runningVariance) + epsilon).rsqrt()
            return try ((Term(x) - Term(runningMean)) * scale + Term(bias)).tensor
        }
        let rows = Double(x.count / max(weight.count, 1))
        guard rows > 1 else {
            throw inputError(
                "more than one value for each feature in training", x.shape,
                help: "use a larger batch")
        }
        let axes = Array(0..<(x.rank - 1))
        let mean = try Term(x).mean(axes)
        let centred = try Term(x) - mean
        let variance = try centred.squared().mean(axes)
        self.runningMean = try moved(runningMean, towards: mean.tensor, 1)
        self.runningVariance = try moved(
            runningVariance, towards: variance.tensor, rows / (rows - 1))
        let scale = try Term(weight) * (variance + epsilon).rsqrt()
        return try (centred * scale + Term(bias)).tensor
    }

    /// (1 − momentum)·old + momentum·factor·new, apart from the tape.
    private func moved(_ old: Tensor, towards new: Tensor, _ factor: Double) throws -> Tensor {
        let step = momentum * factor
        let new = new.dtype == .float32 ? new : try Checked.asType(new, .float32)
        return try old.withElements(as: Float.self) { old throws(TensorError) in
            try new.withElements(as: Float.self) { new throws(TensorError) in
                try Tensor.filled([old.count], as: Float.self) { out in
                    for i in out.indices {
                        out[i] = Float((1 - momentum) * Double(old[i]) + step * Double(new[i]))
                    }
                }
            }
        }
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        guard let runningMean, let runningVariance else { return super.children() }
        return super.children() + [
            ("runningMean", .constant(runningMean, set: { self.runningMean = $0 })),
            ("runningVariance", .constant(runningVariance, set: { self.runningVariance = $0 })),
        ]
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["epsilon": .real(epsilon), "momentum": .real(momentum)])
    }
}
