package import Tensors

/// What the normalising layers have in common: a scale and an offset for each feature along the last
/// axis.
public class NormalizationLayer: BuiltInLayer, @unchecked Sendable {
    public let epsilon: Double
    @exclusivity(unchecked) package private(set) var weightParameter: Parameter?
    @exclusivity(unchecked) package private(set) var biasParameter: Parameter?

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
        return try Checked.layerNorm(x, weight: weight, bias: bias, epsilon: epsilon)
    }
}

/// Divides each row by the root of its mean square: x / √(mean x² + ε) · weight (Zhang and Sennrich
/// 2019; PyTorch's `RMSNorm`).
public final class RMSNorm: NormalizationLayer, @unchecked Sendable {
    @exclusivity(unchecked) private var weight: Parameter?

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
        return try Checked.rmsNorm(asFloat(x, like: weight), weight: weight, epsilon: epsilon)
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
        guard let groups = count else {
            return try Checked.instanceNorm(x, weight: weight, bias: bias, epsilon: epsilon)
        }
        guard groups > 0, weight.count % groups == 0 else {
            throw TensorError.domain(
                operation: kindName,
                problem: "\(groups) groups do not divide \(weight.count) channels", help: nil)
        }
        return try Checked.groupNorm(
            x, groups: groups, weight: weight, bias: bias, epsilon: epsilon)
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
    @exclusivity(unchecked) private var running: RunningStatistics?

    package var runningMean: Tensor? { running?.mean }
    package var runningVariance: Tensor? { running?.variance }

    public init(epsilon: Double = 1e-5, momentum: Double = 0.1) {
        self.momentum = momentum
        super.init(epsilon: epsilon)
    }

    override var leastRank: Int { 2 }

    override func build(_ input: Shape) throws {
        try super.build(input)
        guard let size = input.last else { return }
        running = RunningStatistics(
            mean: try Initializer.constant([size], 0),
            variance: try Initializer.constant([size], 1), momentum: momentum)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let (x, weight, bias) = try checked(x), let running else { return x }
        guard LearningPhase.current == .training else {
            return try Checked.batchNorm(
                x, mean: running.mean, variance: running.variance, weight: weight, bias: bias,
                epsilon: epsilon)
        }
        guard x.count > weight.count else {
            throw inputError(
                "more than one value for each feature in training", x.shape,
                help: "use a larger batch")
        }
        return try Checked.batchNorm(
            x, weight: weight, bias: bias, epsilon: epsilon, running: running)
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        guard let running else { return super.children() }
        return super.children() + [
            ("runningMean", .constant(running.mean, set: { running.mean = $0 })),
            ("runningVariance", .constant(running.variance, set: { running.variance = $0 })),
        ]
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["epsilon": .real(epsilon), "momentum": .real(momentum)])
    }
}
