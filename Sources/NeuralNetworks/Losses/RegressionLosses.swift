package import Tensors

/// Losses that are written in other operations.
package enum RegressionLosses {
    /// |predicted − expected|.
    package static func absoluteError(
        predicted: Tensor, expected: Tensor
    ) throws(TensorError) -> Tensor {
        try Checked.abs(Checked.subtract(predicted, expected))
    }

    /// ½d² for |d| ≤ delta, delta·(|d| − ½delta) beyond, as ½c² + delta·(|d| − c) with
    /// c = min(|d|, delta).
    package static func huber(
        predicted: Tensor, expected: Tensor, delta: Double
    ) throws(TensorError) -> Tensor {
        guard delta > 0 else {
            throw .domain(
                operation: "huber", problem: "delta must be above 0, given \(delta)", help: nil)
        }
        let distance = try absoluteError(predicted: predicted, expected: expected)
        let clipped = try Checked.clipped(distance, min: 0, max: delta)
        return try Checked.add(
            Checked.multiply(Checked.square(clipped), .real(0.5)),
            Checked.multiply(Checked.subtract(distance, clipped), .real(delta)))
    }
}
