// Statistics and running reductions.

/// Where elements go to keep a sorted vector sorted: before equals, or after them on the right.
///
///     searchSorted(Tensor([1.0, 3, 5]), Tensor([3.0, 4]))
public func searchSorted(_ sorted: Tensor, _ x: Tensor, right: Bool = false) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.searchSorted(sorted, x, right: right) }
}

/// The covariances of rows as variables (or columns), divided by n − 1 unless `unbiased` is false.
///
///     covariance(Tensor([[1.0, 2, 3], [2, 4, 6]]))
public func covariance(_ x: Tensor, columns: Bool = false, unbiased: Bool = true) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.covariance(x, columns: columns, unbiased: unbiased)
    }
}

/// Pearson's correlations of rows as variables (or columns).
///
///     correlation(Tensor([[1.0, 2, 3], [2, 4, 6]]))
public func correlation(_ x: Tensor, columns: Bool = false) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.correlation(x, columns: columns) }
}

/// Whether |a − b| ≤ absolute + relative·|b| everywhere; NaN is close to nothing, or with `equalNaN`
/// to NaN.
///
///     allClose(Tensor([1.0]), Tensor([1.000001]))
public func allClose(
    _ a: Tensor, _ b: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8,
    equalNaN: Bool = false
) -> Bool {
    orEnd { () throws(TensorError) in
        try Checked.allClose(a, b, relative: relative, absolute: absolute, equalNaN: equalNaN)
    }
}

extension Tensor {
    /// The value below which a fraction of the elements lies, linear between neighbours; NaN where
    /// there is one.
    ///
    ///     Tensor([1.0, 2, 3, 4]).quantile(0.25)
    public func quantile(_ fraction: Double, axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.quantile(self, fraction, axis: axis, keepDims: keepDims)
        }
    }

    /// The middle of the sorted elements, or the mean of the middle two.
    ///
    ///     Tensor([3.0, 1, 10]).median()
    public func median(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.median(self, axis: axis, keepDims: keepDims) }
    }

    /// How many elements lie in each of equal bins, and the bins' bounds; the last bin is closed.
    /// With `density`, shares for each unit of length.
    ///
    ///     Tensor([1.0, 2, 2, 5]).histogram(bins: 2).counts
    public func histogram(
        bins: Int = 10, range: ClosedRange<Double>? = nil, density: Bool = false
    ) -> (counts: Tensor, edges: Tensor) {
        orEnd { () throws(TensorError) in
            try Checked.histogram(self, bins: bins, range: range, density: density)
        }
    }

    /// How often each integer from 0 occurs, or the sum of its weights.
    ///
    ///     Tensor([0, 2, 2]).bincount()
    public func bincount(weights: Tensor? = nil, minimumLength: Int = 0) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.bincount(self, weights: weights, minimumLength: minimumLength)
        }
    }

    /// The distinct elements in order.
    ///
    ///     Tensor([3, 1, 3]).unique()
    public func unique() -> Tensor {
        orEnd { () throws(TensorError) in try Checked.unique(self).values }
    }

    /// The distinct elements in order, and how often each occurs.
    ///
    ///     Tensor([3, 1, 3]).uniqueCounts().counts
    public func uniqueCounts() -> (values: Tensor, counts: Tensor) {
        orEnd { () throws(TensorError) in try Checked.uniqueCounts(self) }
    }

    /// The sum of what is not NaN, of all elements or along an axis.
    ///
    ///     Tensor([1.0, Double.nan, 3]).nanSum()
    public func nanSum(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.nanSum(self, axes: axis.map { [$0] }, keepDims: keepDims)
        }
    }

    /// The mean of what is not NaN, of all elements or along an axis.
    ///
    ///     Tensor([1.0, Double.nan, 3]).nanMean()
    public func nanMean(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.nanMean(self, axes: axis.map { [$0] }, keepDims: keepDims)
        }
    }

    /// The greatest of what is not NaN, of all elements or along an axis.
    ///
    ///     Tensor([1.0, Double.nan, 3]).nanMax()
    public func nanMax(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.nanMax(self, axes: axis.map { [$0] }, keepDims: keepDims)
        }
    }

    /// The least of what is not NaN, of all elements or along an axis.
    ///
    ///     Tensor([1.0, Double.nan, 3]).nanMin()
    public func nanMin(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.nanMin(self, axes: axis.map { [$0] }, keepDims: keepDims)
        }
    }

    /// The variance of what is not NaN, of all elements or along an axis.
    ///
    ///     Tensor([1.0, Double.nan, 3]).nanVariance()
    public func nanVariance(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.nanVariance(self, axes: axis.map { [$0] }, keepDims: keepDims)
        }
    }

    /// Running products along an axis, or over all elements in row-major order.
    ///
    ///     Tensor([1, 2, 3]).cumprod()
    public func cumprod(axis: Int? = nil) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.cumprod(self, axis: axis) }
    }

    /// The greatest element so far along an axis.
    ///
    ///     Tensor([1, 3, 2]).cummax()
    public func cummax(axis: Int = -1) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.cummax(self, axis: axis) }
    }

    /// The least element so far along an axis.
    ///
    ///     Tensor([3, 1, 2]).cummin()
    public func cummin(axis: Int = -1) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.cummin(self, axis: axis) }
    }

    /// Each element less the one before it along an axis, `order` times.
    ///
    ///     Tensor([1, 4, 9]).differences()
    public func differences(axis: Int = -1, order: Int = 1) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.differences(self, axis: axis, order: order) }
    }

    /// How many elements are not 0, of all or along an axis.
    ///
    ///     Tensor([0, 5, 7]).countNonzero()
    public func countNonzero(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.countNonzero(self, axes: axis.map { [$0] }, keepDims: keepDims)
        }
    }
}
