public import Tensors

// Further forms of the tensors' functions, as cells have them: several axes at once, shapes as arrays, extents one by
// one, numbers beside tensors.

// MARK: Numbers beside tensors

/// The greater of number and element.
public func max(_ a: Double, _ b: Tensor) -> Tensor { orEnded { try Checked.max(b, .real(a)) } }

/// The greater of number and element.
public func max(_ a: Int, _ b: Tensor) -> Tensor { orEnded { try Checked.max(b, .integer(a)) } }

/// The less of number and element.
public func min(_ a: Double, _ b: Tensor) -> Tensor { orEnded { try Checked.min(b, .real(a)) } }

/// The less of number and element.
public func min(_ a: Int, _ b: Tensor) -> Tensor { orEnded { try Checked.min(b, .integer(a)) } }

/// a + t·(b − a), element by element.
public func lerp(_ a: Tensor, _ b: Tensor, _ t: Double) -> Tensor {
    orEnded { try Checked.add(a, Checked.multiply(Checked.subtract(b, a), .real(t))) }
}

extension Tensor {
    /// An element where the condition holds, a number elsewhere.
    public static func `where`(_ condition: Tensor, _ a: Tensor, _ b: Int) -> Tensor { orEnded { try Checked.where(condition, a, .integer(b)) } }

    /// A number where the condition holds, an element elsewhere.
    public static func `where`(_ condition: Tensor, _ a: Int, _ b: Tensor) -> Tensor { orEnded { try Checked.where(condition, .integer(a), b) } }
}

// MARK: Several axes

extension Tensor {
    /// The sum of what is not NaN, along several axes.
    public func nanSum(axis: [Int], keepDims: Bool = false) -> Tensor { orEnded { try Checked.nanSum(self, axes: axis, keepDims: keepDims) } }

    /// The mean of what is not NaN, along several axes.
    public func nanMean(axis: [Int], keepDims: Bool = false) -> Tensor { orEnded { try Checked.nanMean(self, axes: axis, keepDims: keepDims) } }

    /// The greatest of what is not NaN, along several axes.
    public func nanMax(axis: [Int], keepDims: Bool = false) -> Tensor { orEnded { try Checked.nanMax(self, axes: axis, keepDims: keepDims) } }

    /// The least of what is not NaN, along several axes.
    public func nanMin(axis: [Int], keepDims: Bool = false) -> Tensor { orEnded { try Checked.nanMin(self, axes: axis, keepDims: keepDims) } }

    /// The variance of what is not NaN, along several axes.
    public func nanVariance(axis: [Int], keepDims: Bool = false) -> Tensor { orEnded { try Checked.nanVariance(self, axes: axis, keepDims: keepDims) } }

    /// The standard deviation of what is not NaN, along several axes.
    public func nanStd(axis: [Int], keepDims: Bool = false) -> Tensor { orEnded { try Checked.nanStd(self, axes: axis, keepDims: keepDims) } }

    /// How many elements are not 0, along several axes.
    public func countNonzero(axis: [Int], keepDims: Bool = false) -> Tensor { orEnded { try Checked.countNonzero(self, axes: axis, keepDims: keepDims) } }

    /// The order along several axes turned round.
    public func flipped(axis: [Int]) -> Tensor { orEnded { try Checked.flipped(self, axes: axis) } }

    /// Without several axes of extent 1.
    public func squeezed(axis: [Int]) -> Tensor { orEnded { try Checked.squeezed(self, axes: axis) } }

    /// Shifted along several axes, what falls off coming back on the other side.
    public func rolled(by shifts: [Int], axis: [Int]) -> Tensor { orEnded { try Checked.rolled(self, by: shifts, axes: axis) } }

    /// The axes in another order.
    public func transposed(_ axes: [Int]) -> Tensor { orEnded { try Checked.transposed(self, axes) } }

    /// The whole tensor several times along each axis.
    public func tiled(_ repeats: [Int]) -> Tensor { orEnded { try Checked.tiled(self, repeats) } }
}

// MARK: Making

extension Tensor {
    /// 0, 1, 2, … to before `end`.
    public static func arange(_ end: Double, dtype: DType = .float32) -> Tensor { orEnded { try Checked.arange(0, end, dtype: dtype) } }

    /// Random integers of a range.
    public static func randomInt(_ extents: Int..., in range: ClosedRange<Int>, dtype: DType = .int64) -> Tensor {
        randomInt(Shape(extents), in: range, dtype: dtype)
    }

    /// Random integers of a range.
    public static func randomInt(_ shape: Shape, in range: ClosedRange<Int>, dtype: DType = .int64) -> Tensor {
        guard range.upperBound < Int.max else { fatalError("randomInt: the range \(range) is too long") }
        return randomInt(shape, in: Range(range), dtype: dtype)
    }

    /// Normal within `bound` standard deviations of the mean.
    public static func randomTruncatedNormal(_ extents: Int..., mean: Double = 0, std: Double = 1, bound: Double = 2, dtype: DType = .float32) -> Tensor {
        randomTruncatedNormal(Shape(extents), mean: mean, std: std, bound: bound, dtype: dtype)
    }

    /// Exponentially distributed with that rate.
    public static func randomExponential(_ extents: Int..., rate: Double = 1, dtype: DType = .float32) -> Tensor {
        randomExponential(Shape(extents), rate: rate, dtype: dtype)
    }

    /// true with that probability.
    public static func randomBernoulli(_ extents: Int..., probability: Double) -> Tensor {
        randomBernoulli(Shape(extents), probability: probability)
    }
}

/// The arrays of a .npz or .safetensors file with their names, in the file's order.
public func namedArrays(_ path: String) throws -> [(name: String, tensor: Tensor)] {
    try Checked.loadArrays(path).map { (name: $0.name, tensor: $0.tensor) }
}

/// Writes arrays by name to a .npz or .safetensors file, in this order.
public func saveArrays(_ arrays: [(String, Tensor)], to path: String) throws {
    try Checked.saveArrays(arrays.map { (name: $0.0, tensor: $0.1) }, to: path)
}
