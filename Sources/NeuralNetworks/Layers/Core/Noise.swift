public import Tensors

/// Sets whole channels to zero while training and multiplies the others by 1 / (1 − rate): `[batch,
/// …, channels]` (Tompson et al. 2015; PyTorch's `Dropout1d` and `Dropout2d`).
///
///     SpatialDropout(0.2)
public final class SpatialDropout: BuiltInLayer, @unchecked Sendable {
    /// The part that is set to zero, 0 to 1.
    public let rate: Double

    public init(_ rate: Double) {
        self.rate = rate
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard rate >= 0, rate <= 1 else {
            throw TensorError.domain(
                operation: kindName, problem: "the rate must lie between 0 and 1, given \(rate)",
                help: nil)
        }
        guard x.rank >= 3, let channels = x.shape.last else {
            throw inputError("images or sequences [batch, …, channels]", x.shape)
        }
        guard rate > 0, LearningPhase.current == .training else { return x }
        var shape = Shape(repeating: 1, rank: x.rank)
        shape[0] = x.shape[0]
        shape[x.rank - 1] = channels
        let mask = try Checked.dropout(Checked.ones(shape), rate: rate)
        return try Checked.multiply(x, mask)
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["rate": .real(rate)])
    }
}

/// Adds normal noise while training.
///
///     GaussianNoise(0.1)
public final class GaussianNoise: BuiltInLayer, @unchecked Sendable {
    public let std: Double

    public init(_ std: Double) {
        self.std = std
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard std > 0, LearningPhase.current == .training else { return x }
        let x = x.dtype.isFloatingPoint ? x : try Checked.asType(x, .float32)
        return try Checked.add(x, Checked.randomNormal(x.shape, mean: 0, std: std))
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["std": .real(std)])
    }
}

/// Multiplies by normal noise around 1 with variance rate / (1 − rate) while training (Srivastava et
/// al. 2014).
public final class GaussianDropout: BuiltInLayer, @unchecked Sendable {
    public let rate: Double

    public init(_ rate: Double) {
        self.rate = rate
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard rate >= 0, rate < 1 else {
            throw TensorError.domain(
                operation: kindName, problem: "the rate must lie in 0..<1, given \(rate)",
                help: nil)
        }
        guard rate > 0, LearningPhase.current == .training else { return x }
        let x = x.dtype.isFloatingPoint ? x : try Checked.asType(x, .float32)
        let std = (rate / (1 - rate)).squareRoot()
        return try Checked.multiply(x, Checked.randomNormal(x.shape, mean: 1, std: std))
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["rate": .real(rate)])
    }
}
