import Tensors

/// Sets a random part of its inputs to zero while training, and multiplies the others by
/// 1 / (1 − rate); does nothing otherwise (Srivastava et al. 2014; PyTorch's and Keras' `Dropout`).
///
///     Dropout(0.5)
public final class Dropout: BuiltInLayer, @unchecked Sendable {
    /// The part that is set to zero, 0 to 1.
    public let rate: Double

    /// A layer that drops this part of its inputs; a rate outside 0…1 is an error when it is called.
    public init(_ rate: Double) {
        self.rate = rate
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard rate >= 0, rate <= 1 else {
            throw TensorError.domain(
                operation: "Dropout", problem: "the rate must lie between 0 and 1, given \(rate)",
                help: rate > 1 && rate <= 100
                    ? "write \(rate) percent as 'Dropout(\(rate / 100))'" : nil)
        }
        guard rate > 0, LearningPhase.current == .training else { return x }
        return try Checked.dropout(x, rate: rate)
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["rate": .real(rate)])
    }
}
