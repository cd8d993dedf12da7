internal import Language
internal import Tensors

/// Further forms of what other files declare: several axes or fractions at once, shapes as arrays, extents one by one,
/// numbers beside tensors.
func declareTensorForms(_ table: DeclarationTable, _ tensor: Binder) {
    declareScalarForms(table, tensor)
    declareAxisForms(tensor)
    declareShapeForms(tensor)
    declareSelection(table, tensor)
    declareRandomForms(tensor)
    declarePrinting(table)
}

private func declareScalarForms(_ table: DeclarationTable, _ tensor: Binder) {
    let free = Binder(table)
    free("func + (_ x: Tensor) -> Tensor", "The tensor itself.", "print(+Tensor([1, -2]))") { (x: Tensor) in x }
    free("func hypot(_ a: Tensor, _ b: Tensor) -> Tensor", "√(a² + b²) without overflow, element by element.", "print(hypot(Tensor([3.0]), Tensor([4.0])))") { (a: Tensor, b: Tensor) in try Checked.hypot(a, b) }
    free("func acosh(_ x: Tensor) -> Tensor", "Element by element: the inverse of cosh.", "print(acosh(Tensor([1.0, 2])))") { (x: Tensor) in try Checked.acosh(x) }
    for (name, words, scalar) in [("max", "greater", { try Checked.max($0, $1) } as (Tensor, Scalar) throws -> Tensor), ("min", "less", { try Checked.min($0, $1) })] {
        free("func \(name)(_ a: Tensor, _ b: Int) -> Tensor", "The \(words) of element and number.", "print(\(name)(Tensor([1, 4]), 2))") { (a: Tensor, b: Int) in try scalar(a, .integer(b)) }
        free("func \(name)(_ a: Double, _ b: Tensor) -> Tensor", "The \(words) of number and element.", "print(\(name)(2.5, Tensor([1.0, 4])))") { (a: Double, b: Tensor) in try scalar(b, .real(a)) }
        free("func \(name)(_ a: Int, _ b: Tensor) -> Tensor", "The \(words) of number and element.", "print(\(name)(2, Tensor([1, 4])))") { (a: Int, b: Tensor) in try scalar(b, .integer(a)) }
    }
    free("func pow(_ x: Int, _ y: Tensor) -> Tensor", "xʸ, element by element; integers stay integers.", "print(pow(2, Tensor([1, 3])))") { (x: Int, y: Tensor) in try Checked.pow(.integer(x), y) }
    free("func lerp(_ a: Tensor, _ b: Tensor, _ t: Tensor) -> Tensor", "a + t·(b − a), element by element.", "print(lerp(Tensor([0.0]), Tensor([10.0]), 0.25))") { (a: Tensor, b: Tensor, t: Tensor) in try Checked.lerp(a, b, t) }
    free("func lerp(_ a: Tensor, _ b: Tensor, _ t: Double) -> Tensor", "a + t·(b − a), element by element.", "let t = 0.5\nprint(lerp(Tensor([0.0]), Tensor([10.0]), t))") { (a: Tensor, b: Tensor, t: Double) in try Checked.add(a, Checked.multiply(Checked.subtract(b, a), .real(t))) }
    let chosen = "A number or an element where the condition holds, the other elsewhere."
    let example = "let x = Tensor([1.0, 5])\nlet limit = 2.0\n"
    tensor("static func `where`(_ condition: Tensor, _ a: Tensor, _ b: Double) -> Tensor", chosen, example + "print(Tensor.where(x .< limit, x, limit))") { (c: Tensor, a: Tensor, b: Double) in try Checked.where(c, a, .real(b)) }
    tensor("static func `where`(_ condition: Tensor, _ a: Double, _ b: Tensor) -> Tensor", chosen, example + "print(Tensor.where(x .< limit, limit, x))") { (c: Tensor, a: Double, b: Tensor) in try Checked.where(c, .real(a), b) }
    tensor("static func `where`(_ condition: Tensor, _ a: Double, _ b: Double) -> Tensor", chosen, example + "print(Tensor.where(x .< limit, limit, -limit))") { (c: Tensor, a: Double, b: Double) in try Checked.where(c, .real(a), .real(b)) }
    tensor("static func `where`(_ condition: Tensor, _ a: Tensor, _ b: Int) -> Tensor", chosen, "let x = Tensor([1, 5])\nlet limit = 2\nprint(Tensor.where(x .< limit, x, limit))") { (c: Tensor, a: Tensor, b: Int) in try Checked.where(c, a, .integer(b)) }
    tensor("static func `where`(_ condition: Tensor, _ a: Int, _ b: Tensor) -> Tensor", chosen, "let x = Tensor([1, 5])\nlet limit = 2\nprint(Tensor.where(x .< limit, limit, x))") { (c: Tensor, a: Int, b: Tensor) in try Checked.where(c, .integer(a), b) }
}

private func declareAxisForms(_ tensor: Binder) {
    let matrix = "Tensor([[1.0, 2], [3, 4]])"
    tensor("func median(axis: [Int], keepDims: Bool = false) -> Tensor", "The median along several axes together.", "print(\(matrix).median(axis: [0, 1]))") { (x: Tensor, axes: [Int], keep: Bool) in try Checked.median(x, axes: axes, keepDims: keep) }
    tensor("func quantile(_ fraction: Double, axis: [Int], keepDims: Bool = false) -> Tensor", "The quantile along several axes together.", "print(\(matrix).quantile(0.25, axis: [0, 1]))") { (x: Tensor, fraction: Double, axes: [Int], keep: Bool) in try Checked.quantile(x, fraction, axes: axes, keepDims: keep) }
    tensor("func quantile(_ fractions: [Double], axis: Int? = nil, keepDims: Bool = false) -> Tensor", "Several quantiles, along a new first axis.", "print(Tensor([1.0, 2, 3]).quantile([0.25, 0.75]))") { (x: Tensor, fractions: [Double], axis: Int?, keep: Bool) in try Checked.quantile(x, fractions, axis: axis, keepDims: keep) }
    tensor("func nanStd(axis: Int? = nil, keepDims: Bool = false) -> Tensor", "The standard deviation of what is not NaN, of all elements or along an axis.", "print(Tensor([1.0, Double.nan, 3]).nanStd())") { (x: Tensor, axis: Int?, keep: Bool) in try Checked.nanStd(x, axes: axis.map { [$0] }, keepDims: keep) }
    let reductions: [(String, String, (Tensor, [Int], Bool) throws -> Tensor)] = [
        ("nanSum", "The sum", { try Checked.nanSum($0, axes: $1, keepDims: $2) }), ("nanMean", "The mean", { try Checked.nanMean($0, axes: $1, keepDims: $2) }),
        ("nanMax", "The greatest", { try Checked.nanMax($0, axes: $1, keepDims: $2) }), ("nanMin", "The least", { try Checked.nanMin($0, axes: $1, keepDims: $2) }),
        ("nanVariance", "The variance", { try Checked.nanVariance($0, axes: $1, keepDims: $2) }), ("nanStd", "The standard deviation", { try Checked.nanStd($0, axes: $1, keepDims: $2) }),
    ]
    for (name, words, reduce) in reductions {
        tensor("func \(name)(axis: [Int], keepDims: Bool = false) -> Tensor", "\(words) of what is not NaN, along several axes.", "print(Tensor([[1.0, Double.nan], [3, 5]]).\(name)(axis: [0, 1]))") { (x: Tensor, axes: [Int], keep: Bool) in try reduce(x, axes, keep) }
    }
    tensor("func countNonzero(axis: [Int], keepDims: Bool = false) -> Tensor", "How many elements are not 0, along several axes.", "print(Tensor([[0, 5], [7, 1]]).countNonzero(axis: [0, 1]))") { (x: Tensor, axes: [Int], keep: Bool) in try Checked.countNonzero(x, axes: axes, keepDims: keep) }
    tensor("func average(weights: Tensor, axis: Int? = nil, keepDims: Bool = false) -> Tensor", "Σ w·x / Σ w; the weights have the tensor's shape, or are a vector along `axis`.", "print(Tensor([1.0, 2, 3]).average(weights: Tensor([1, 1, 2])))") { (x: Tensor, weights: Tensor, axis: Int?, keep: Bool) in try Checked.average(x, weights: weights, axis: axis, keepDims: keep) }
    tensor("func flipped(axis: [Int]) -> Tensor", "The order along several axes turned round.", "print(Tensor([[1, 2], [3, 4]]).flipped(axis: [0, 1]))") { (x: Tensor, axes: [Int]) in try Checked.flipped(x, axes: axes) }
    tensor("func squeezed(axis: [Int]) -> Tensor", "Without several axes of extent 1.", "print(Tensor.zeros(1, 3, 1).squeezed(axis: [0, 2]).shape)") { (x: Tensor, axes: [Int]) in try Checked.squeezed(x, axes: axes) }
    tensor("func rolled(by shifts: [Int], axis: [Int]) -> Tensor", "Shifted along several axes, what falls off coming back on the other side.", "print(Tensor([[1, 2], [3, 4]]).rolled(by: [1, 1], axis: [0, 1]))") { (x: Tensor, shifts: [Int], axes: [Int]) in try Checked.rolled(x, by: shifts, axes: axes) }
    tensor("func movedAxis(from: Int, to: Int) -> Tensor", "With one axis at another place, the others in their order.", "print(Tensor.zeros(2, 3, 4).movedAxis(from: 0, to: -1).shape)") { (x: Tensor, from: Int, to: Int) in try Checked.movedAxis(x, from: from, to: to) }
}

private func declareShapeForms(_ tensor: Binder) {
    tensor("func transposed(_ axes: [Int]) -> Tensor", "The axes in another order.", "print(Tensor.zeros(2, 3).transposed([1, 0]).shape)") { (x: Tensor, axes: [Int]) in try Checked.transposed(x, axes) }
    tensor("func broadcast(to shape: [Int]) -> Tensor", "Repeated along axes of extent 1, without copying.", "print(Tensor([1, 2]).broadcast(to: [3, 2]))") { (x: Tensor, extents: [Int]) in try Checked.broadcast(x, to: shape(extents)) }
    tensor("func tiled(_ repeats: [Int]) -> Tensor", "The whole tensor several times along each axis.", "print(Tensor([1, 2]).tiled([2, 1]))") { (x: Tensor, repeats: [Int]) in try Checked.tiled(x, repeats) }
    tensor("static func arange(_ end: Double, dtype: DType = .float32) -> Tensor", "0, 1, 2, … to before `end`.", "print(Tensor.arange(3.0))") { (end: Double, dtype: DType) in try Checked.arange(0, end, dtype: dtype) }
    tensor("static func logspace(_ start: Double, _ end: Double, count: Int = 50, base: Double = 10, dtype: DType = .float32) -> Tensor", "`count` values from base^start to base^end whose logarithms lie at equal distances.", "print(Tensor.logspace(0, 2, count: 3))") { (start: Double, end: Double, count: Int, base: Double, dtype: DType) in try Checked.logspace(start, end, count: count, base: base, dtype: dtype) }
}

private func declareSelection(_ table: DeclarationTable, _ tensor: Binder) {
    let free = Binder(table)
    tensor("func nonzero() -> Tensor", "The positions of elements that are not 0: [how many, rank], in row-major order.", "print(Tensor([[0, 5], [7, 0]]).nonzero())") { (x: Tensor) in try Checked.nonzero(x) }
    tensor("func rounded(decimals: Int = 0) -> Tensor", "Rounded to so many decimal places, halves away from 0; a negative number rounds to tens, hundreds, ….", "print(Tensor([1.234, 5.678]).rounded(decimals: 1))") { (x: Tensor, decimals: Int) in try Checked.rounded(x, decimals: decimals) }
    tensor("func uniqueInverse() -> (values: Tensor, inverse: Tensor)", "The distinct elements in order, and for each element the place of its value among them.", "print(Tensor([3, 1, 3]).uniqueInverse().inverse)") { (x: Tensor) -> (Tensor, Tensor) in
        let result = try Checked.unique(x)
        return (result.values, result.inverse)
    }
    free("func isClose(_ a: Tensor, _ b: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8, equalNaN: Bool = false) -> Tensor", "Where |a − b| ≤ absolute + relative·|b|.", "print(isClose(Tensor([1.0, 2]), Tensor([1.000001, 3])))") { (a: Tensor, b: Tensor, relative: Double, absolute: Double, equalNaN: Bool) in try Checked.isClose(a, b, relative: relative, absolute: absolute, equalNaN: equalNaN) }
}

private func declarePrinting(_ table: DeclarationTable) {
    Binder(table)("func setPrintOptions(precision: Int = 8, threshold: Int = 1000, edgeItems: Int = 3, lineWidth: Int = 75, suppress: Bool = false)", "How tensors are printed from here on; what is not given is as at the start. `suppress` writes small numbers without exponents.", "setPrintOptions(precision: 3, suppress: true)\nprint(Tensor([1e-5, 2.0 / 3]))\nsetPrintOptions()") { (precision: Int, threshold: Int, edges: Int, width: Int, suppress: Bool) throws in
        try Checked.setPrintOptions(precision: precision, threshold: threshold, edgeItems: edges, lineWidth: width, suppress: suppress)
    }
}

private func declareRandomForms(_ tensor: Binder) {
    tensor("static func randomInt(_ shape: [Int], in range: Range<Int>, dtype: DType = .int64) -> Tensor", "Random integers of a range.", "print(Tensor.randomInt([2, 3], in: 0..<10).shape)") { (extents: [Int], range: Range<Int>, dtype: DType) in try Checked.randomInt(shape(extents), in: range, dtype: dtype) }
    for (form, make) in [("_ extents: Int...", "2, 3"), ("_ shape: [Int]", "[2, 3]")] {
        tensor("static func randomInt(\(form), in range: ClosedRange<Int>, dtype: DType = .int64) -> Tensor", "Random integers of a range.", "print(Tensor.randomInt(\(make), in: 1...6).shape)") { (extents: [Int], range: ClosedRange<Int>, dtype: DType) in
            guard range.upperBound < Int.max else { throw TensorError.domain(operation: "randomInt", problem: "the range \(range) is too long", help: nil) }
            return try Checked.randomInt(shape(extents), in: Range(range), dtype: dtype)
        }
    }
    tensor("static func randomTruncatedNormal(_ extents: Int..., mean: Double = 0, std: Double = 1, bound: Double = 2, dtype: DType = .float32) -> Tensor", "Normal within `bound` standard deviations of the mean.", "print(Tensor.randomTruncatedNormal(2, 3).shape)") { (extents: [Int], mean: Double, std: Double, bound: Double, dtype: DType) in try Checked.randomTruncatedNormal(shape(extents), mean: mean, std: std, bound: bound, dtype: dtype) }
    tensor("static func randomExponential(_ extents: Int..., rate: Double = 1, dtype: DType = .float32) -> Tensor", "Exponentially distributed with that rate.", "print(Tensor.randomExponential(2, 3).shape)") { (extents: [Int], rate: Double, dtype: DType) in try Checked.randomExponential(shape(extents), rate: rate, dtype: dtype) }
    tensor("static func randomBernoulli(_ extents: Int..., probability: Double) -> Tensor", "true with that probability.", "print(Tensor.randomBernoulli(2, 3, probability: 0.5).dtype)") { (extents: [Int], probability: Double) in try Checked.randomBernoulli(shape(extents), probability: probability) }
}
