// Choosing, comparing and rearranging elements.

/// Where |a − b| ≤ absolute + relative·|b|; NaN is close to nothing, or with `equalNaN` to NaN.
///
///     isClose(Tensor([1.0, 2]), Tensor([1.000001, 3]))      // [true, false]
public func isClose(
    _ a: Tensor, _ b: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8,
    equalNaN: Bool = false
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.isClose(a, b, relative: relative, absolute: absolute, equalNaN: equalNaN)
    }
}

/// a + t·(b − a), element by element.
///
///     lerp(Tensor([0.0]), Tensor([10.0]), Tensor(0.25))      // [2.5]
public func lerp(_ a: Tensor, _ b: Tensor, _ t: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.lerp(a, b, t) }
}

extension Tensor {
    /// The positions of elements that are not 0: [how many, rank], in row-major order.
    ///
    ///     Tensor([[0, 5], [7, 0]]).nonzero()      // [[0, 1], [1, 0]]
    public func nonzero() -> Tensor {
        orEnd { () throws(TensorError) in try Checked.nonzero(self) }
    }

    /// Rounded to so many decimal places, halves away from 0; a negative number rounds to tens,
    /// hundreds, ….
    ///
    ///     Tensor([1.234, 5.678]).rounded(decimals: 1)      // [1.2, 5.7]
    public func rounded(decimals: Int = 0) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.rounded(self, decimals: decimals) }
    }

    /// With one axis at another place, the others in their order.
    ///
    ///     Tensor.zeros(2, 3, 4).movedAxis(from: 0, to: -1).shape      // [3, 4, 2]
    public func movedAxis(from: Int, to: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.movedAxis(self, from: from, to: to) }
    }

    /// The median along several axes together.
    public func median(axis: [Int], keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.median(self, axes: axis, keepDims: keepDims) }
    }

    /// The quantile along several axes together.
    public func quantile(_ fraction: Double, axis: [Int], keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.quantile(self, fraction, axes: axis, keepDims: keepDims)
        }
    }

    /// Several quantiles, along a new first axis.
    ///
    ///     Tensor([1.0, 2, 3]).quantile([0.25, 0.75])      // [1.5, 2.5]
    public func quantile(
        _ fractions: [Double], axis: Int? = nil, keepDims: Bool = false
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.quantile(self, fractions, axis: axis, keepDims: keepDims)
        }
    }

    /// The standard deviation of what is not NaN, of all elements or along an axis.
    public func nanStd(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.nanStd(self, axes: axis.map { [$0] }, keepDims: keepDims)
        }
    }

    /// Σ w·x / Σ w; the weights have the tensor's shape, or are a vector along `axis`.
    public func average(weights: Tensor, axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.average(self, weights: weights, axis: axis, keepDims: keepDims)
        }
    }

    /// The distinct elements in order, and for each element the place of its value among them.
    public func uniqueInverse() -> (values: Tensor, inverse: Tensor) {
        let result = orEnd { () throws(TensorError) in try Checked.unique(self) }
        return (result.values, result.inverse)
    }

    /// `count` values from base^start to base^end whose logarithms lie at equal distances.
    ///
    ///     Tensor.logspace(0, 2, count: 3)      // [1, 10, 100]
    public static func logspace(
        _ start: Double, _ end: Double, count: Int = 50, base: Double = 10,
        dtype: DType = .float32
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.logspace(start, end, count: count, base: base, dtype: dtype)
        }
    }
}
