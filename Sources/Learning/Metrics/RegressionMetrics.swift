public import Tensors

/// Figures of regressions.
package enum RegressionMetrics {
    private static func pairs(
        _ predicted: Tensor, _ expected: Tensor, _ operation: String
    ) throws(TensorError) -> (p: [Double], y: [Double]) {
        guard predicted.count == expected.count else {
            throw .shape(
                operation: operation,
                expected: "one prediction for each of \(expected.count) values",
                given: predicted.shape, help: nil)
        }
        guard expected.count > 0 else { throw .empty(operation: operation, shape: expected.shape) }
        return (
            try Checked.scalars(Checked.asType(predicted, .float64), as: Double.self),
            try Checked.scalars(Checked.asType(expected, .float64), as: Double.self)
        )
    }

    /// 1 − Σ(y − p)² / Σ(y − ȳ)²; of values that are all alike 1 where p is exact and 0 elsewhere,
    /// as scikit-learn has it.
    package static func r2(
        _ predicted: Tensor, _ expected: Tensor
    ) throws(TensorError) -> Double {
        let (p, y) = try pairs(predicted, expected, "r2Score")
        let mean = y.reduce(0, +) / Double(y.count)
        let rest = zip(p, y).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
        let whole = y.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        if whole == 0 { return rest == 0 ? 1 : 0 }
        return 1 - rest / whole
    }

    package static func rootMeanSquaredError(
        _ predicted: Tensor, _ expected: Tensor
    ) throws(TensorError) -> Double {
        let (p, y) = try pairs(predicted, expected, "rootMeanSquaredError")
        let sum = zip(p, y).reduce(0) { $0 + ($1.1 - $1.0) * ($1.1 - $1.0) }
        return (sum / Double(y.count)).squareRoot()
    }
}

/// 1 − Σ(y − p)² / Σ(y − ȳ)²: 1 is exact, 0 no better than the mean (scikit-learn's `r2_score`).
public func r2Score(predicted: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in try RegressionMetrics.r2(predicted, expected) }
}

/// The square root of the mean of (predicted − expected)².
public func rootMeanSquaredError(predicted: Tensor, expected: Tensor) -> Double {
    orEnd { () throws(TensorError) in
        try RegressionMetrics.rootMeanSquaredError(predicted, expected)
    }
}
