// Random tensors, drawn from the session's one seeded generator.
extension Tensor {
    /// Uniform in min..<max.
    public static func randomUniform(
        _ extents: Int..., min: Double = 0, max: Double = 1, dtype: DType = .float32
    ) -> Tensor {
        randomUniform(Shape(extents), min: min, max: max, dtype: dtype)
    }

    /// Uniform in min..<max.
    public static func randomUniform(
        _ shape: Shape, min: Double = 0, max: Double = 1, dtype: DType = .float32
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.randomUniform(shape, min: min, max: max, dtype: dtype)
        }
    }

    /// Uniform in min..<max, in the shape and type of another tensor.
    public static func randomUniform(
        like x: Tensor, min: Double = 0, max: Double = 1
    ) -> Tensor {
        randomUniform(x.shape, min: min, max: max, dtype: x.dtype.floating)
    }

    /// Normal with that mean and standard deviation.
    public static func randomNormal(
        _ extents: Int..., mean: Double = 0, std: Double = 1, dtype: DType = .float32
    ) -> Tensor {
        randomNormal(Shape(extents), mean: mean, std: std, dtype: dtype)
    }

    /// Normal with that mean and standard deviation.
    public static func randomNormal(
        _ shape: Shape, mean: Double = 0, std: Double = 1, dtype: DType = .float32
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.randomNormal(shape, mean: mean, std: std, dtype: dtype)
        }
    }

    /// Normal, in the shape and type of another tensor.
    public static func randomNormal(
        like x: Tensor, mean: Double = 0, std: Double = 1
    ) -> Tensor {
        randomNormal(x.shape, mean: mean, std: std, dtype: x.dtype.floating)
    }

    /// Integers in a range.
    public static func randomInt(
        _ extents: Int..., in range: Range<Int>, dtype: DType = .int64
    ) -> Tensor {
        randomInt(Shape(extents), in: range, dtype: dtype)
    }

    /// Integers in a range.
    public static func randomInt(
        _ shape: Shape, in range: Range<Int>, dtype: DType = .int64
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.randomInt(shape, in: range, dtype: dtype)
        }
    }

    /// The integers 0..<count in random order, as int64.
    public static func permutation(_ count: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.permutation(count) }
    }
}
