// Random distributions beside uniform and normal.

extension Tensor {
    /// The rows in random order.
    ///
    ///     Tensor.arange(5).shuffled().shape
    public func shuffled() -> Tensor {
        orEnd { () throws(TensorError) in try Checked.shuffled(self) }
    }

    /// Rows by chance, each at most once unless `replacing`.
    ///
    ///     Tensor.arange(5).randomSample(2).shape
    public func randomSample(_ count: Int, replacing: Bool = false) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.randomSample(self, count: count, replacing: replacing)
        }
    }

    /// Normal within `bound` standard deviations of the mean.
    ///
    ///     Tensor.randomTruncatedNormal([2, 3]).shape
    public static func randomTruncatedNormal(
        _ shape: Shape, mean: Double = 0, std: Double = 1, bound: Double = 2,
        dtype: DType = .float32
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.randomTruncatedNormal(
                shape, mean: mean, std: std, bound: bound, dtype: dtype)
        }
    }

    /// Exponentially distributed with that rate.
    ///
    ///     Tensor.randomExponential([2, 3]).shape
    public static func randomExponential(
        _ shape: Shape, rate: Double = 1, dtype: DType = .float32
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.randomExponential(shape, rate: rate, dtype: dtype)
        }
    }

    /// true with that probability.
    ///
    ///     Tensor.randomBernoulli([2, 3], probability: 0.5).dtype
    public static func randomBernoulli(_ shape: Shape, probability: Double) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.randomBernoulli(shape, probability: probability)
        }
    }

    /// Draws of classes by the weights of each row [..., classes]; with `logits` the weights are
    /// eˣ.
    ///
    ///     Tensor.randomCategorical(Tensor([0.0, 1, 0]))
    public static func randomCategorical(
        _ weights: Tensor, count: Int? = nil, logits: Bool = false
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.randomCategorical(weights, count: count, logits: logits)
        }
    }
}
