extension Checked {
    /// Several axes as one, the last: what a statistic of one axis needs to be one of many.
    static func gatheredAxes(
        _ x: Tensor, _ axes: [Int], _ operation: String
    ) throws(TensorError) -> Tensor {
        let bits = try Axes.set(axes, rank: x.rank, operation)
        let kept = (0..<x.rank).filter { bits & (1 << $0) == 0 }
        let gone = (0..<x.rank).filter { bits & (1 << $0) != 0 }
        let turned = try transposed(x, kept + gone)
        let width = gone.reduce(1) { $0 * x.shape[$1] }
        return try reshaped(turned, Shape(kept.map { x.shape[$0] } + [width]))
    }

    /// A statistic of several axes by way of the one that they make together.
    static func along(
        _ axes: [Int], of x: Tensor, keepDims: Bool, _ operation: String,
        _ body: (Tensor) throws(TensorError) -> Tensor
    ) throws(TensorError) -> Tensor {
        if axes.isEmpty { return x }
        let value = try body(gatheredAxes(x, axes, operation))
        guard keepDims else { return value }
        let bits = try Axes.set(axes, rank: x.rank, operation)
        return try reshaped(
            value, Shape((0..<x.rank).map { bits & (1 << $0) != 0 ? 1 : x.shape[$0] }))
    }

    /// The quantile along several axes together.
    package static func quantile(
        _ x: Tensor, _ fraction: Double, axes: [Int], keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try along(axes, of: x, keepDims: keepDims, "quantile") { (y) throws(TensorError) in
            try quantile(y, fraction, axis: -1)
        }
    }

    /// Several quantiles, along a new first axis (NumPy).
    package static func quantile(
        _ x: Tensor, _ fractions: [Double], axis: Int? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        guard !fractions.isEmpty else {
            throw .domain(operation: "quantile", problem: "no fraction is given", help: nil)
        }
        var parts: [Tensor] = []
        for fraction in fractions {
            parts.append(try quantile(x, fraction, axis: axis, keepDims: keepDims))
        }
        return try stacked(parts)
    }

    /// The median along several axes together.
    package static func median(
        _ x: Tensor, axes: [Int], keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try quantile(x, 0.5, axes: axes, keepDims: keepDims)
    }

    /// The root of the variance of what is not NaN.
    package static func nanStd(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false, unbiased: Bool = false
    ) throws(TensorError) -> Tensor {
        try sqrt(nanVariance(x, axes: axes, keepDims: keepDims, unbiased: unbiased))
    }

    /// Σ w·x / Σ w (NumPy's average); weights broadcast, or are a vector along `axis`.
    package static func average(
        _ x: Tensor, weights: Tensor, axis: Int? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        var w = weights
        if let axis, weights.rank == 1, x.rank > 1 {
            let position = try Axes.resolve(axis, rank: x.rank, "average")
            var shape = Shape(repeating: 1, rank: x.rank)
            shape[position] = weights.count
            w = try reshaped(weights, shape)
        }
        // Weights of the elements' own precision, or better: their sum divides.
        let dtype = x.dtype == .float64 || w.dtype == .float64 ? DType.float64 : .float32
        w = try broadcast(asType(w, dtype), to: x.shape)
        let axes = axis.map { [$0] }
        return try divide(
            sum(multiply(x, w), axes: axes, keepDims: keepDims),
            sum(w, axes: axes, keepDims: keepDims))
    }
}
