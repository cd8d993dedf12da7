// Reductions: over all axes, one, or several; `keepDims` leaves the reduced axes with extent 1.
extension Tensor {
    /// Σx; integers and truth values give int64.
    public func sum(keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.sum(self, keepDims: keepDims) }
    }

    /// Σx; integers and truth values give int64, along one axis.
    public func sum(axis: Int, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.sum(self, axes: [axis], keepDims: keepDims)
        }
    }

    /// Σx; integers and truth values give int64, along several axes.
    public func sum(axis: [Int], keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.sum(self, axes: axis, keepDims: keepDims)
        }
    }

    /// Σx/n; integers give float32.
    public func mean(keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.mean(self, keepDims: keepDims) }
    }

    /// Σx/n; integers give float32, along one axis.
    public func mean(axis: Int, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.mean(self, axes: [axis], keepDims: keepDims)
        }
    }

    /// Σx/n; integers give float32, along several axes.
    public func mean(axis: [Int], keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.mean(self, axes: axis, keepDims: keepDims)
        }
    }

    /// The greatest element; NaN wins.
    public func max(keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.max(self, keepDims: keepDims) }
    }

    /// The greatest element; NaN wins, along one axis.
    public func max(axis: Int, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.max(self, axes: [axis], keepDims: keepDims)
        }
    }

    /// The greatest element; NaN wins, along several axes.
    public func max(axis: [Int], keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.max(self, axes: axis, keepDims: keepDims)
        }
    }

    /// The least element; NaN wins.
    public func min(keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.min(self, keepDims: keepDims) }
    }

    /// The least element; NaN wins, along one axis.
    public func min(axis: Int, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.min(self, axes: [axis], keepDims: keepDims)
        }
    }

    /// The least element; NaN wins, along several axes.
    public func min(axis: [Int], keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.min(self, axes: axis, keepDims: keepDims)
        }
    }

    /// Πx; integers and truth values give int64.
    public func prod(keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.prod(self, keepDims: keepDims) }
    }

    /// Πx; integers and truth values give int64, along one axis.
    public func prod(axis: Int, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.prod(self, axes: [axis], keepDims: keepDims)
        }
    }

    /// Πx; integers and truth values give int64, along several axes.
    public func prod(axis: [Int], keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.prod(self, axes: axis, keepDims: keepDims)
        }
    }

    /// √variance: the spread around the mean, with 1/n, or 1/(n − 1) if unbiased.
    public func std(keepDims: Bool = false, unbiased: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.std(self, keepDims: keepDims, unbiased: unbiased)
        }
    }

    /// √variance: the spread around the mean, with 1/n, or 1/(n − 1) if unbiased, along one axis.
    public func std(axis: Int, keepDims: Bool = false, unbiased: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.std(self, axes: [axis], keepDims: keepDims, unbiased: unbiased)
        }
    }

    /// √variance: the spread around the mean, with 1/n, or 1/(n − 1) if unbiased, along several axes.
    public func std(axis: [Int], keepDims: Bool = false, unbiased: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.std(self, axes: axis, keepDims: keepDims, unbiased: unbiased)
        }
    }

    /// Σ(x − mean)²/n, or /(n − 1) if unbiased.
    public func variance(keepDims: Bool = false, unbiased: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.variance(self, keepDims: keepDims, unbiased: unbiased)
        }
    }

    /// Σ(x − mean)²/n, or /(n − 1) if unbiased, along one axis.
    public func variance(axis: Int, keepDims: Bool = false, unbiased: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.variance(self, axes: [axis], keepDims: keepDims, unbiased: unbiased)
        }
    }

    /// Σ(x − mean)²/n, or /(n − 1) if unbiased, along several axes.
    public func variance(axis: [Int], keepDims: Bool = false, unbiased: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.variance(self, axes: axis, keepDims: keepDims, unbiased: unbiased)
        }
    }

    /// Whether any element is true, or not 0.
    public func any(keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.any(self, keepDims: keepDims) }
    }

    /// Whether any element is true, or not 0, along one axis.
    public func any(axis: Int, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.any(self, axes: [axis], keepDims: keepDims)
        }
    }

    /// Whether any element is true, or not 0, along several axes.
    public func any(axis: [Int], keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.any(self, axes: axis, keepDims: keepDims)
        }
    }

    /// Whether all elements are true, or not 0.
    public func all(keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.all(self, keepDims: keepDims) }
    }

    /// Whether all elements are true, or not 0, along one axis.
    public func all(axis: Int, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.all(self, axes: [axis], keepDims: keepDims)
        }
    }

    /// Whether all elements are true, or not 0, along several axes.
    public func all(axis: [Int], keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.all(self, axes: axis, keepDims: keepDims)
        }
    }

    /// √Σx².
    public func norm(keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.norm(self, keepDims: keepDims) }
    }

    /// √Σx², along one axis.
    public func norm(axis: Int, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.norm(self, axes: [axis], keepDims: keepDims)
        }
    }

    /// √Σx², along several axes.
    public func norm(axis: [Int], keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.norm(self, axes: axis, keepDims: keepDims)
        }
    }

    /// log Σeˣ without overflow.
    public func logSumExp(keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.logSumExp(self, keepDims: keepDims) }
    }

    /// log Σeˣ without overflow, along one axis.
    public func logSumExp(axis: Int, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.logSumExp(self, axes: [axis], keepDims: keepDims)
        }
    }

    /// log Σeˣ without overflow, along several axes.
    public func logSumExp(axis: [Int], keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.logSumExp(self, axes: axis, keepDims: keepDims)
        }
    }

    /// The position of the greatest element, the first of equals, as int64; without an axis in row-major order.
    public func argmax(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.argmax(self, axis: axis, keepDims: keepDims)
        }
    }

    /// The position of the least element, the first of equals, as int64; without an axis in row-major order.
    public func argmin(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.argmin(self, axis: axis, keepDims: keepDims)
        }
    }

    /// Running sums along an axis, or over all elements in row-major order.
    public func cumsum(axis: Int? = nil) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.cumsum(self, axis: axis) }
    }
}
