package import Tensors

/// Normalises each row over the last axis: (x − mean) / √(variance + ε) · weight + bias (Ba, Kiros
/// and Hinton 2016; PyTorch's `LayerNorm` over one axis).
///
///     LayerNorm()
public final class LayerNorm: BuiltInLayer, @unchecked Sendable {
    public let epsilon: Double
    private var weightParameter: Parameter?
    private var biasParameter: Parameter?

    public init(epsilon: Double = 1e-5) {
        self.epsilon = epsilon
        super.init()
        isBuilt = false
    }

    override func build(_ input: Shape) throws {
        guard let size = input.last else {
            throw TensorError.shape(
                operation: "LayerNorm", expected: "features along the last axis", given: input,
                help: nil)
        }
        weightParameter = try Recording.created(
            Parameter(Initializer.constant([size], 1), trainable: trainable))
        biasParameter = try Recording.created(
            Parameter(Initializer.constant([size], 0), trainable: trainable))
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let weight = weightParameter?.value, let bias = biasParameter?.value else { return x }
        guard x.shape.last == weight.count else {
            throw TensorError.shape(
                operation: "LayerNorm", expected: "\(weight.count) features along the last axis",
                given: x.shape, help: nil)
        }
        let x = try asFloat(x, like: weight)
        let centred = try Checked.subtract(x, Checked.mean(x, axes: [-1], keepDims: true))
        let variance = try Checked.mean(Checked.square(centred), axes: [-1], keepDims: true)
        let scale = try Checked.rsqrt(Checked.add(variance, .real(epsilon)))
        return try Checked.add(Checked.multiply(Checked.multiply(centred, scale), weight), bias)
    }

    override func inputShape(ofSaved shapes: [String: Shape]) -> Shape? {
        shapes["weight"].flatMap { $0.count == 1 ? [1, $0[0]] : nil }
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        guard let weightParameter, let biasParameter else { return [] }
        return [("weight", .parameter(weightParameter)), ("bias", .parameter(biasParameter))]
    }
}

/// Normalises each feature (the last axis) over all other axes of the batch (Ioffe and Szegedy
/// 2015; PyTorch's `BatchNorm`).
///
///     BatchNorm()
///
/// In training by the batch's own mean and variance, which also move the running ones by
/// `momentum`; in inference by the running ones. The running variance takes the unbiased estimate.
public final class BatchNorm: BuiltInLayer, @unchecked Sendable {
    public let epsilon: Double
    public let momentum: Double
    private var weightParameter: Parameter?
    private var biasParameter: Parameter?
    package private(set) var runningMean: Tensor?
    package private(set) var runningVariance: Tensor?

    public init(epsilon: Double = 1e-5, momentum: Double = 0.1) {
        self.epsilon = epsilon
        self.momentum = momentum
        super.init()
        isBuilt = false
    }

    override func build(_ input: Shape) throws {
        guard let size = input.last, input.count >= 2 else {
            throw TensorError.shape(
                operation: "BatchNorm", expected: "a batch with features along the last axis",
                given: input, help: nil)
        }
        weightParameter = try Recording.created(
            Parameter(Initializer.constant([size], 1), trainable: trainable))
        biasParameter = try Recording.created(
            Parameter(Initializer.constant([size], 0), trainable: trainable))
        runningMean = try Initializer.constant([size], 0)
        runningVariance = try Initializer.constant([size], 1)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let weight = weightParameter?.value, let bias = biasParameter?.value,
            let runningMean, let runningVariance
        else { return x }
        guard x.rank >= 2, x.shape.last == weight.count else {
            throw TensorError.shape(
                operation: "BatchNorm", expected: "\(weight.count) features along the last axis",
                given: x.shape, help: nil)
        }
        let x = try asFloat(x, like: weight)
        guard LearningPhase.current == .training else {
            let scale = try Checked.multiply(
                weight, Checked.rsqrt(Checked.add(runningVariance, .real(epsilon))))
            return try Checked.add(Checked.multiply(Checked.subtract(x, runningMean), scale), bias)
        }
        let axes = Array(0..<(x.rank - 1))
        let mean = try Checked.mean(x, axes: axes, keepDims: false)
        let centred = try Checked.subtract(x, mean)
        let variance = try Checked.mean(Checked.square(centred), axes: axes, keepDims: false)
        let rows = Double(x.count / max(weight.count, 1))
        guard rows > 1 else {
            throw TensorError.shape(
                operation: "BatchNorm",
                expected: "more than one value for each feature in training",
                given: x.shape, help: "use a larger batch")
        }
        self.runningMean = try moved(runningMean, towards: mean, 1)
        self.runningVariance = try moved(runningVariance, towards: variance, rows / (rows - 1))
        let scale = try Checked.multiply(
            weight, Checked.rsqrt(Checked.add(variance, .real(epsilon))))
        return try Checked.add(Checked.multiply(centred, scale), bias)
    }

    /// (1 − momentum)·old + momentum·factor·new, apart from the tape.
    private func moved(_ old: Tensor, towards new: Tensor, _ factor: Double) throws -> Tensor {
        let step = momentum * factor
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

    override func inputShape(ofSaved shapes: [String: Shape]) -> Shape? {
        shapes["weight"].flatMap { $0.count == 1 ? [1, $0[0]] : nil }
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        guard let weightParameter, let biasParameter, let runningMean, let runningVariance else {
            return []
        }
        return [
            ("weight", .parameter(weightParameter)), ("bias", .parameter(biasParameter)),
            ("runningMean", .constant(runningMean, set: { self.runningMean = $0 })),
            ("runningVariance", .constant(runningVariance, set: { self.runningVariance = $0 })),
        ]
    }
}
