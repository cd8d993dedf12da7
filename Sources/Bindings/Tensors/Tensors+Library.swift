internal import Language
internal import Tensors

extension MatrixNorm: CellObject {}
extension PaddingMode: CellObject {}

/// Everything of the tensor library that is a function of tensors and numbers alone.
func declareTensorLibrary(_ table: DeclarationTable, _ tensor: Binder) {
    declareNorms(table)
    declareCalculus(table)
    declareFiles(tensor)
    declareSpecial(table, tensor)
    declareStatistics(table, tensor)
    declarePositions(table, tensor)
    declareProducts(table, tensor)
    declareLinearAlgebra(table, tensor)
    declareFourier(table, tensor)
    declareRandom(table, tensor)
}

private func declareSpecial(_ table: DeclarationTable, _ tensor: Binder) {
    let free = Binder(table)
    free("func lgamma(_ x: Tensor) -> Tensor", "Element by element: log |Γ(x)|.", "print(lgamma(Tensor([0.5, 4])))") { (x: Tensor) in try Checked.lgamma(x) }
    free("func gamma(_ x: Tensor) -> Tensor", "Element by element: the gamma function Γ(x).", "print(gamma(Tensor([0.5, 5])))") { (x: Tensor) in try Checked.gamma(x) }
    free("func digamma(_ x: Tensor) -> Tensor", "Element by element: ψ(x) = Γ′(x)/Γ(x).", "print(digamma(Tensor([1.0, 2])))") { (x: Tensor) in try Checked.digamma(x) }
    free("func erfc(_ x: Tensor) -> Tensor", "Element by element: 1 − erf(x), exact where erf is close to 1.", "print(erfc(Tensor([0.0, 5])))") { (x: Tensor) in try Checked.erfc(x) }
    free("func erfinv(_ x: Tensor) -> Tensor", "Element by element: the inverse of the error function.", "print(erfinv(Tensor([0.0, 0.5])))") { (x: Tensor) in try Checked.erfinv(x) }
    free("func cbrt(_ x: Tensor) -> Tensor", "Element by element: ∛x, of negative numbers too.", "print(cbrt(Tensor([8.0, -27])))") { (x: Tensor) in try Checked.cbrt(x) }
    free("func logit(_ x: Tensor) -> Tensor", "Element by element: log(p/(1 − p)), the inverse of the sigmoid.", "print(logit(Tensor([0.25, 0.5])))") { (x: Tensor) in try Checked.logit(x) }
    free("func logSigmoid(_ x: Tensor) -> Tensor", "Element by element: log(1/(1 + e⁻ˣ)) without overflow.", "print(logSigmoid(Tensor([0.0, -100])))") { (x: Tensor) in try Checked.logSigmoid(x) }
    free("func polygamma(_ order: Int, _ x: Tensor) -> Tensor", "The derivative of that order of ψ, element by element.", "print(polygamma(1, Tensor([1.0, 2])))") { (order: Int, x: Tensor) in try Checked.polygamma(order, x) }
    free("func logAddExp(_ a: Tensor, _ b: Tensor) -> Tensor", "log(eᵃ + eᵇ) without overflow, element by element.", "print(logAddExp(Tensor([1000.0]), Tensor([1000.0])))") { (a: Tensor, b: Tensor) in try Checked.logAddExp(a, b) }
    tensor("func nanToNumber(nan: Double = 0, positiveInfinity: Double? = nil, negativeInfinity: Double? = nil) -> Tensor", "NaN replaced by a number, infinities by the largest finite numbers or those given.", "print(Tensor([1.0, Double.nan]).nanToNumber())") { (x: Tensor, nan: Double, positiveInfinity: Double?, negativeInfinity: Double?) in try Checked.nanToNumber(x, nan: nan, positiveInfinity: positiveInfinity, negativeInfinity: negativeInfinity) }
}

private func declareStatistics(_ table: DeclarationTable, _ tensor: Binder) {
    let free = Binder(table)
    free("func searchSorted(_ sorted: Tensor, _ x: Tensor, right: Bool = false) -> Tensor", "Where elements go to keep a sorted vector sorted: before equals, or after them on the right.", "print(searchSorted(Tensor([1.0, 3, 5]), Tensor([3.0, 4])))") { (sorted: Tensor, x: Tensor, right: Bool) in try Checked.searchSorted(sorted, x, right: right) }
    free("func covariance(_ x: Tensor, columns: Bool = false, unbiased: Bool = true) -> Tensor", "The covariances of rows as variables (or columns), divided by n − 1 unless `unbiased` is false.", "print(covariance(Tensor([[1.0, 2, 3], [2, 4, 6]])))") { (x: Tensor, columns: Bool, unbiased: Bool) in try Checked.covariance(x, columns: columns, unbiased: unbiased) }
    free("func correlation(_ x: Tensor, columns: Bool = false) -> Tensor", "Pearson's correlations of rows as variables (or columns).", "print(correlation(Tensor([[1.0, 2, 3], [2, 4, 6]])))") { (x: Tensor, columns: Bool) in try Checked.correlation(x, columns: columns) }
    free("func polyfit(_ x: Tensor, _ y: Tensor, degree: Int) -> Tensor", "The coefficients of the polynomial of a degree that comes nearest to points, the highest power first, by least squares (NumPy's `polyfit`).", "print(polyfit(Tensor([0.0, 1, 2]), Tensor([1.0, 3, 5]), degree: 1))") { (x: Tensor, y: Tensor, degree: Int) in try Checked.polyfit(x, y, degree: degree) }
    free("func polyval(_ coefficients: Tensor, _ x: Tensor) -> Tensor", "A polynomial's values, its coefficients from the highest power: p[0]·xⁿ⁻¹ + … + p[n − 1] (NumPy's `polyval`).", "print(polyval(Tensor([1.0, 0, -2]), Tensor([3.0])))") { (coefficients: Tensor, x: Tensor) in try Checked.polyval(coefficients, x) }
    free("func interp(_ x: Tensor, _ xs: Tensor, _ ys: Tensor) -> Tensor", "The values at `x` of the line through the points (xs, ys), whose places must increase; outside of them those of the first and the last one (NumPy's `interp`).", "print(interp(Tensor([1.5]), Tensor([1.0, 2, 3]), Tensor([10.0, 20, 40])))") { (x: Tensor, xs: Tensor, ys: Tensor) in try Checked.interp(x, xs, ys) }
    free("func trapezoid(_ y: Tensor, _ x: Tensor? = nil, step: Double = 1, axis: Int = -1) -> Tensor", "The area below the line through values, Σ (yᵢ + yᵢ₊₁) / 2 · (xᵢ₊₁ − xᵢ); without places the values lie `step` apart (NumPy's `trapezoid`).", "print(trapezoid(Tensor([1.0, 2, 3]), Tensor([0.0, 2, 6])))") { (y: Tensor, x: Tensor?, step: Double, axis: Int) in try Checked.trapezoid(y, x, step: step, axis: axis) }
    free("func allClose(_ a: Tensor, _ b: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8, equalNaN: Bool = false) -> Bool", "Whether |a − b| ≤ absolute + relative·|b| everywhere; NaN is close to nothing, or with `equalNaN` to NaN.", "print(allClose(Tensor([1.0]), Tensor([1.000001])))") { (a: Tensor, b: Tensor, relative: Double, absolute: Double, equalNaN: Bool) -> Bool in try Checked.allClose(a, b, relative: relative, absolute: absolute, equalNaN: equalNaN) }
    tensor("func quantile(_ fraction: Double, axis: Int? = nil, keepDims: Bool = false) -> Tensor", "The value below which a fraction of the elements lies, linear between neighbours; NaN where there is one.", "print(Tensor([1.0, 2, 3, 4]).quantile(0.25))") { (x: Tensor, fraction: Double, axis: Int?, keepDims: Bool) in try Checked.quantile(x, fraction, axis: axis, keepDims: keepDims) }
    tensor("func median(axis: Int? = nil, keepDims: Bool = false) -> Tensor", "The middle of the sorted elements, or the mean of the middle two.", "print(Tensor([3.0, 1, 10]).median())") { (x: Tensor, axis: Int?, keepDims: Bool) in try Checked.median(x, axis: axis, keepDims: keepDims) }
    tensor("func histogram(bins: Int = 10, range: ClosedRange<Double>? = nil, density: Bool = false) -> (counts: Tensor, edges: Tensor)", "How many elements lie in each of equal bins, and the bins' bounds; the last bin is closed. With `density`, shares for each unit of length.", "print(Tensor([1.0, 2, 2, 5]).histogram(bins: 2).counts)") { (x: Tensor, bins: Int, range: ClosedRange<Double>?, density: Bool) -> (Tensor, Tensor) in
        let result = try Checked.histogram(x, bins: bins, range: range, density: density)
        return (result.counts, result.edges)
    }
    tensor("func bincount(weights: Tensor? = nil, minimumLength: Int = 0) -> Tensor", "How often each integer from 0 occurs, or the sum of its weights.", "print(Tensor([0, 2, 2]).bincount())") { (x: Tensor, weights: Tensor?, minimumLength: Int) in try Checked.bincount(x, weights: weights, minimumLength: minimumLength) }
    tensor("func unique() -> Tensor", "The distinct elements in order.", "print(Tensor([3, 1, 3]).unique())") { (x: Tensor) in try Checked.unique(x).values }
    tensor("func uniqueCounts() -> (values: Tensor, counts: Tensor)", "The distinct elements in order, and how often each occurs.", "print(Tensor([3, 1, 3]).uniqueCounts().counts)") { (x: Tensor) -> (Tensor, Tensor) in
        let result = try Checked.uniqueCounts(x)
        return (result.values, result.counts)
    }
    tensor("func nanSum(axis: Int? = nil, keepDims: Bool = false) -> Tensor", "The sum of what is not NaN, of all elements or along an axis.", "print(Tensor([1.0, Double.nan, 3]).nanSum())") { (x: Tensor, axis: Int?, keepDims: Bool) in try Checked.nanSum(x, axes: axis.map { [$0] }, keepDims: keepDims) }
    tensor("func nanMean(axis: Int? = nil, keepDims: Bool = false) -> Tensor", "The mean of what is not NaN, of all elements or along an axis.", "print(Tensor([1.0, Double.nan, 3]).nanMean())") { (x: Tensor, axis: Int?, keepDims: Bool) in try Checked.nanMean(x, axes: axis.map { [$0] }, keepDims: keepDims) }
    tensor("func nanMax(axis: Int? = nil, keepDims: Bool = false) -> Tensor", "The greatest of what is not NaN, of all elements or along an axis.", "print(Tensor([1.0, Double.nan, 3]).nanMax())") { (x: Tensor, axis: Int?, keepDims: Bool) in try Checked.nanMax(x, axes: axis.map { [$0] }, keepDims: keepDims) }
    tensor("func nanMin(axis: Int? = nil, keepDims: Bool = false) -> Tensor", "The least of what is not NaN, of all elements or along an axis.", "print(Tensor([1.0, Double.nan, 3]).nanMin())") { (x: Tensor, axis: Int?, keepDims: Bool) in try Checked.nanMin(x, axes: axis.map { [$0] }, keepDims: keepDims) }
    tensor("func nanVariance(axis: Int? = nil, keepDims: Bool = false) -> Tensor", "The variance of what is not NaN, of all elements or along an axis.", "print(Tensor([1.0, Double.nan, 3]).nanVariance())") { (x: Tensor, axis: Int?, keepDims: Bool) in try Checked.nanVariance(x, axes: axis.map { [$0] }, keepDims: keepDims) }
    tensor("func cumprod(axis: Int? = nil) -> Tensor", "Running products along an axis, or over all elements in row-major order.", "print(Tensor([1, 2, 3]).cumprod())") { (x: Tensor, axis: Int?) in try Checked.cumprod(x, axis: axis) }
    tensor("func cummax(axis: Int = -1) -> Tensor", "The greatest element so far along an axis.", "print(Tensor([1, 3, 2]).cummax())") { (x: Tensor, axis: Int) in try Checked.cummax(x, axis: axis) }
    tensor("func cummin(axis: Int = -1) -> Tensor", "The least element so far along an axis.", "print(Tensor([3, 1, 2]).cummin())") { (x: Tensor, axis: Int) in try Checked.cummin(x, axis: axis) }
    tensor("func differences(axis: Int = -1, order: Int = 1) -> Tensor", "Each element less the one before it along an axis, `order` times.", "print(Tensor([1, 4, 9]).differences())") { (x: Tensor, axis: Int, order: Int) in try Checked.differences(x, axis: axis, order: order) }
    tensor("func countNonzero(axis: Int? = nil, keepDims: Bool = false) -> Tensor", "How many elements are not 0, of all or along an axis.", "print(Tensor([0, 5, 7]).countNonzero())") { (x: Tensor, axis: Int?, keepDims: Bool) in try Checked.countNonzero(x, axes: axis.map { [$0] }, keepDims: keepDims) }
}

private func declarePositions(_ table: DeclarationTable, _ tensor: Binder) {
    let free = Binder(table)
    free("func diagonalMatrix(_ x: Tensor, offset: Int = 0) -> Tensor", "The matrix with a vector on a diagonal, 0 elsewhere.", "print(diagonalMatrix(Tensor([1, 2])))") { (x: Tensor, offset: Int) in try Checked.diagonalMatrix(x, offset: offset) }
    free("func meshgrid(_ vectors: [Tensor], matrixIndexing: Bool = false) -> [Tensor]", "Coordinates of a grid: for x and y tensors of shape [y.count, x.count], or [x.count, y.count] with `matrixIndexing`.", "print(meshgrid([Tensor([0, 1, 2]), Tensor([0, 1])])[0])") { (vectors: [Tensor], matrixIndexing: Bool) -> [Tensor] in try Checked.meshgrid(vectors, matrixIndexing: matrixIndexing) }
    free("func meshgrid(_ x: Tensor, _ y: Tensor, matrixIndexing: Bool = false) -> (Tensor, Tensor)", "The coordinates of a grid over x and y, each of shape [y.count, x.count], or [x.count, y.count] with `matrixIndexing`.", "let (xs, ys) = meshgrid(Tensor([0.0, 1, 2]), Tensor([5.0, 6]))\nprint(xs, ys)") { (x: Tensor, y: Tensor, matrixIndexing: Bool) -> (Tensor, Tensor) in
        let grid = try Checked.meshgrid([x, y], matrixIndexing: matrixIndexing)
        return (grid[0], grid[1])
    }
    tensor("func scattered(_ indices: Tensor, _ updates: Tensor, axis: Int = 0) -> Tensor", "With the element at each position along an axis replaced; of equal positions the last counts.", "print(Tensor.zeros(3).scattered(Tensor([2, 0]), Tensor([5.0, 7])))") { (x: Tensor, indices: Tensor, updates: Tensor, axis: Int) in try Checked.scattered(x, indices, updates, axis: axis) }
    tensor("func scatteredAdding(_ indices: Tensor, _ updates: Tensor, axis: Int = 0) -> Tensor", "With each update added at its position along an axis.", "print(Tensor.zeros(3).scatteredAdding(Tensor([2, 2]), Tensor([5.0, 7])))") { (x: Tensor, indices: Tensor, updates: Tensor, axis: Int) in try Checked.scatteredAdding(x, indices, updates, axis: axis) }
    tensor("func maskedFill(_ mask: Tensor, value: Double) -> Tensor", "With one value where a mask of truth values holds.", "print(Tensor([1.0, 2]).maskedFill(Tensor([true, false]), value: 0))") { (x: Tensor, mask: Tensor, value: Double) in try Checked.maskedFill(x, mask, value: value) }
    tensor("func triu(offset: Int = 0) -> Tensor", "Matrices with what is on and above a diagonal, 0 elsewhere.", "print(Tensor.ones(3, 3).triu())") { (x: Tensor, offset: Int) in try Checked.triangle(x, upper: true, offset: offset) }
    tensor("func tril(offset: Int = 0) -> Tensor", "Matrices with what is on and below a diagonal, 0 elsewhere.", "print(Tensor.ones(3, 3).tril(offset: -1))") { (x: Tensor, offset: Int) in try Checked.triangle(x, upper: false, offset: offset) }
    tensor("func diagonal(offset: Int = 0) -> Tensor", "The diagonal of matrices, along the last axis.", "print(Tensor([[1, 2], [3, 4]]).diagonal())") { (x: Tensor, offset: Int) in try Checked.diagonal(x, offset: offset) }
    tensor("func trace() -> Tensor", "The sum of matrices' diagonals.", "print(Tensor([[1, 2], [3, 4]]).trace())") { (x: Tensor) in try Checked.trace(x) }
    tensor("static func identity(rows: Int, columns: Int, offset: Int = 0, dtype: DType = .float32) -> Tensor", "1 on a diagonal of a matrix that need not be square, 0 elsewhere.", "print(Tensor.identity(rows: 2, columns: 3))") { (rows: Int, columns: Int, offset: Int, dtype: DType) in try Checked.identity(rows: rows, columns: columns, offset: offset, dtype: dtype) }
}

private func declareProducts(_ table: DeclarationTable, _ tensor: Binder) {
    let free = Binder(table)
    free("func outer(_ a: Tensor, _ b: Tensor) -> Tensor", "All products of two vectors' elements.", "print(outer(Tensor([1, 2]), Tensor([3, 4])))") { (a: Tensor, b: Tensor) in try Checked.outer(a, b) }
    free("func kron(_ a: Tensor, _ b: Tensor) -> Tensor", "The Kronecker product of matrices.", "print(kron(Tensor.identity(2), Tensor([[1.0, 2]])))") { (a: Tensor, b: Tensor) in try Checked.kron(a, b) }
    free("func cross(_ a: Tensor, _ b: Tensor) -> Tensor", "The cross product of vectors of 3 along the last axis.", "print(cross(Tensor([1, 0, 0]), Tensor([0, 1, 0])))") { (a: Tensor, b: Tensor) in try Checked.cross(a, b) }
    free("func tensordot(_ a: Tensor, _ b: Tensor, axes: Int = 2) -> Tensor", "The sum of products over the last axes of a and the first of b.", "print(tensordot(Tensor.ones(2, 3), Tensor.ones(3, 4), axes: 1))") { (a: Tensor, b: Tensor, axes: Int) in try Checked.tensordot(a, b, axes: axes) }
    free("func tensordot(_ a: Tensor, _ b: Tensor, axes: [Int], with: [Int]) -> Tensor", "The sum of products over pairs of axes: those of a in `axes`, those of b in `with`.", "print(tensordot(Tensor.ones(2, 3), Tensor.ones(4, 3), axes: [1], with: [1]))") { (a: Tensor, b: Tensor, axes: [Int], with: [Int]) in try Checked.tensordot(a, b, axes: (axes, with)) }
    free("func einsum(_ equation: String, _ operands: Tensor...) -> Tensor", "Einstein's summation: letters name axes, `->` says which stay, `...` stands for axes that broadcast.", "print(einsum(\"ij,jk->ik\", Tensor([[1, 2]]), Tensor([[3], [4]])))") { (equation: String, operands: [Tensor]) in try Checked.einsum(equation, operands) }
    free("func floorDivide(_ a: Tensor, _ b: Tensor) -> Tensor", "⌊a / b⌋, element by element.", "print(floorDivide(Tensor([7, -7]), Tensor([2, 2])))") { (a: Tensor, b: Tensor) in try Checked.floorDivide(a, b) }
    free("func floorRemainder(_ a: Tensor, _ b: Tensor) -> Tensor", "a − b·⌊a / b⌋, with the sign of b (Python's %), element by element.", "print(floorRemainder(Tensor([7, -7]), Tensor([3, 3])))") { (a: Tensor, b: Tensor) in try Checked.floorRemainder(a, b) }
    free("func cosineSimilarity(_ a: Tensor, _ b: Tensor, axis: Int = -1) -> Tensor", "a·b/(|a||b|) along an axis.", "print(cosineSimilarity(Tensor([1.0, 0]), Tensor([1.0, 1])))") { (a: Tensor, b: Tensor, axis: Int) in try Checked.cosineSimilarity(a, b, axis: axis) }
    free("func pairwiseDistances(_ a: Tensor, _ b: Tensor) -> Tensor", "The Euclidean distance of each row of a from each row of b.", "print(pairwiseDistances(Tensor([[0.0, 0]]), Tensor([[3.0, 4], [0, 1]])))") { (a: Tensor, b: Tensor) in try Checked.pairwiseDistances(a, b) }
    free("func bitwiseAnd(_ a: Tensor, _ b: Tensor) -> Tensor", "The bits that are set in both, integers element by element.", "print(bitwiseAnd(Tensor([6]), Tensor([3])))") { (a: Tensor, b: Tensor) in try Checked.bitwise(.and, a, b) }
    free("func bitwiseOr(_ a: Tensor, _ b: Tensor) -> Tensor", "The bits that are set in one or both, integers element by element.", "print(bitwiseOr(Tensor([6]), Tensor([3])))") { (a: Tensor, b: Tensor) in try Checked.bitwise(.or, a, b) }
    free("func bitwiseXor(_ a: Tensor, _ b: Tensor) -> Tensor", "The bits that are set in one only, integers element by element.", "print(bitwiseXor(Tensor([6]), Tensor([3])))") { (a: Tensor, b: Tensor) in try Checked.bitwise(.xor, a, b) }
    free("func shiftedLeft(_ a: Tensor, _ b: Tensor) -> Tensor", "The bits moved up, integers element by element.", "print(shiftedLeft(Tensor([6]), Tensor([3])))") { (a: Tensor, b: Tensor) in try Checked.bitwise(.shiftLeft, a, b) }
    free("func shiftedRight(_ a: Tensor, _ b: Tensor) -> Tensor", "The bits moved down, integers element by element.", "print(shiftedRight(Tensor([6]), Tensor([3])))") { (a: Tensor, b: Tensor) in try Checked.bitwise(.shiftRight, a, b) }
    free("func bitwiseNot(_ x: Tensor) -> Tensor", "All bits turned, integers element by element.", "print(bitwiseNot(Tensor([5])))") { (x: Tensor) in try Checked.bitwiseNot(x) }
}

private func declareLinearAlgebra(_ table: DeclarationTable, _ tensor: Binder) {
    let free = Binder(table)
    free("func solve(_ a: Tensor, _ b: Tensor) -> Tensor", "The x with a·x = b, for a [..., n, n] and b [n] or [..., n, count]; an error where a is singular.", "let a = Tensor([[4.0, 1], [1, 3]])\nprint(solve(a, Tensor([1.0, 2])))") { (a: Tensor, b: Tensor) in try Checked.solve(a, b) }
    free("func triangularSolve(_ t: Tensor, _ b: Tensor, upper: Bool = false, unitDiagonal: Bool = false) -> Tensor", "The x with t·x = b for a triangular t, of which only that triangle is read.", "print(triangularSolve(Tensor([[2.0, 0], [1, 4]]), Tensor([2.0, 5])))") { (t: Tensor, b: Tensor, upper: Bool, unitDiagonal: Bool) in try Checked.triangularSolve(t, b, upper: upper, unitDiagonal: unitDiagonal) }
    free("func inverse(_ a: Tensor) -> Tensor", "The inverse of square matrices; an error where one is singular.", "let a = Tensor([[4.0, 1], [1, 3]])\nprint(inverse(a))") { (a: Tensor) in try Checked.inverse(a) }
    free("func determinant(_ a: Tensor) -> Tensor", "The determinant of square matrices.", "let a = Tensor([[4.0, 1], [1, 3]])\nprint(determinant(a))") { (a: Tensor) in try Checked.determinant(a) }
    free("func logDeterminant(_ a: Tensor) -> (sign: Tensor, logarithm: Tensor)", "The determinant's sign and the logarithm of its size.", "let a = Tensor([[4.0, 1], [1, 3]])\nprint(logDeterminant(a).logarithm)") { (a: Tensor) -> (Tensor, Tensor) in
        let result = try Checked.logDeterminant(a)
        return (result.sign, result.logarithm)
    }
    free("func cholesky(_ a: Tensor) -> Tensor", "The lower triangle L with a = L·Lᵀ, for symmetric positive definite matrices.", "let a = Tensor([[4.0, 1], [1, 3]])\nprint(cholesky(a))") { (a: Tensor) in try Checked.cholesky(a) }
    free("func qr(_ a: Tensor, complete: Bool = false) -> (q: Tensor, r: Tensor)", "a = q·r with orthonormal columns of q and upper triangular r; `complete` gives all columns of q.", "let a = Tensor([[4.0, 1], [1, 3]])\nprint(qr(a).r)") { (a: Tensor, complete: Bool) -> (Tensor, Tensor) in
        let result = try Checked.qr(a, complete: complete)
        return (result.q, result.r)
    }
    free("func svd(_ a: Tensor) -> (u: Tensor, s: Tensor, vt: Tensor)", "a = u·diag(s)·vt, thin, singular values from the greatest down.", "let a = Tensor([[4.0, 1], [1, 3]])\nprint(svd(a).s)") { (a: Tensor) -> CellTuple<Tensor, Tensor, Tensor> in
        let result = try Checked.svd(a)
        return CellTuple(result.u, result.s, result.vt)
    }
    free("func symmetricEigen(_ a: Tensor) -> (values: Tensor, vectors: Tensor)", "Eigenvalues of symmetric matrices, ascending, and eigenvectors as columns.", "let a = Tensor([[4.0, 1], [1, 3]])\nprint(symmetricEigen(a).values)") { (a: Tensor) -> (Tensor, Tensor) in
        let result = try Checked.symmetricEigen(a)
        return (result.values, result.vectors)
    }
    free("func eigen(_ a: Tensor) -> (values: Tensor, vectors: Tensor)", "Eigenvalues [..., n, 2] and eigenvectors as columns [..., n, n, 2] of any square matrices, real and imaginary parts along the last axis. Has no gradient.", "print(eigen(Tensor([[0.0, -1], [1, 0]])).values.shape)") { (a: Tensor) -> (Tensor, Tensor) in
        let result = try Checked.eigen(a)
        return (result.values, result.vectors)
    }
    free("func leastSquares(_ a: Tensor, _ b: Tensor) -> Tensor", "The x that makes |a·x − b| least.", "print(leastSquares(Tensor([[1.0, 0], [1, 1], [1, 2]]), Tensor([1.0, 3, 5])))") { (a: Tensor, b: Tensor) in try Checked.leastSquares(a, b) }
    free("func pseudoInverse(_ a: Tensor, tolerance: Double? = nil) -> Tensor", "The Moore–Penrose inverse; singular values below `tolerance` times the greatest count as 0.", "print(pseudoInverse(Tensor([[1.0, 2]])))") { (a: Tensor, tolerance: Double?) in try Checked.pseudoInverse(a, tolerance: tolerance) }
    free("func matrixRank(_ a: Tensor, tolerance: Double? = nil) -> Tensor", "The number of singular values that are not 0 but for rounding.", "print(matrixRank(Tensor([[1.0, 2], [2, 4]])))") { (a: Tensor, tolerance: Double?) in try Checked.matrixRank(a, tolerance: tolerance) }
    free("func matrixPower(_ a: Tensor, _ n: Int) -> Tensor", "a·a·…, n factors; of the inverse for a negative n.", "print(matrixPower(Tensor([[1, 1], [0, 1]]), 5))") { (a: Tensor, n: Int) in try Checked.matrixPower(a, n) }
    free("func conditionNumber(_ a: Tensor) -> Tensor", "The greatest singular value over the least.", "let a = Tensor([[4.0, 1], [1, 3]])\nprint(conditionNumber(a))") { (a: Tensor) in try Checked.conditionNumber(a) }
    free("func norm(_ x: Tensor, order: Double, axis: Int? = nil, keepDims: Bool = false) -> Tensor", "(Σ|x|ᵖ)^(1/p) of all elements or along an axis; ∞ and −∞ give the greatest and the least size, 0 the number of elements that are not 0.", "print(norm(Tensor([3.0, -4]), order: 1))") { (x: Tensor, order: Double, axis: Int?, keepDims: Bool) in try Checked.norm(x, order: order, axes: axis.map { [$0] }, keepDims: keepDims) }
    free("func matrixNorm(_ a: Tensor, _ kind: MatrixNorm = .frobenius) -> Tensor", "A norm of matrices.", "let a = Tensor([[4.0, 1], [1, 3]])\nprint(matrixNorm(a, .one))") { (a: Tensor, kind: MatrixNorm) in try Checked.matrixNorm(a, kind) }
}

private func declareFourier(_ table: DeclarationTable, _ tensor: Binder) {
    let free = Binder(table)
    free("func complex(_ re: Tensor, _ im: Tensor? = nil) -> Tensor", "Complex numbers: real and imaginary parts along a last axis of 2.", "print(complex(Tensor([1.0, 2])).shape)") { (re: Tensor, im: Tensor?) in try Checked.complex(re, im) }
    free("func fft(_ x: Tensor, axis: Int = -1) -> Tensor", "The discrete Fourier transform of real numbers [..., n] as complex ones [..., n, 2].", "print(fft(Tensor([1.0, 0, 0, 0])))") { (x: Tensor, axis: Int) in try Checked.fft(x, axis: axis) }
    free("func fft(complex z: Tensor, axis: Int = -1) -> Tensor", "The discrete Fourier transform of complex numbers [..., n, 2].", "print(fft(complex: Tensor([[1.0, 0], [0, 1]])))") { (z: Tensor, axis: Int) in try Checked.fft(complex: z, axis: axis) }
    free("func ifft(_ z: Tensor, axis: Int = -1) -> Tensor", "The inverse transform of complex numbers [..., n, 2], divided by n.", "print(ifft(fft(Tensor([1.0, 2]))))") { (z: Tensor, axis: Int) in try Checked.ifft(z, axis: axis) }
    free("func rfft(_ x: Tensor, axis: Int = -1) -> Tensor", "The first ⌊n/2⌋ + 1 terms of real numbers' transform; the others are their conjugates.", "print(rfft(Tensor([1.0, 2, 3, 4])).shape)") { (x: Tensor, axis: Int) in try Checked.rfft(x, axis: axis) }
    free("func irfft(_ z: Tensor, count: Int? = nil, axis: Int = -1) -> Tensor", "The real numbers whose transform begins so; 2·(terms − 1) of them unless `count` is given.", "print(irfft(rfft(Tensor([1.0, 2, 3, 4]))))") { (z: Tensor, count: Int?, axis: Int) in try Checked.irfft(z, count: count, axis: axis) }
    free("func fft2(_ x: Tensor) -> Tensor", "The transform along the last two axes of real numbers [..., h, w].", "print(fft2(Tensor.ones(2, 2)).shape)") { (x: Tensor) in try Checked.fft2(x) }
    free("func fft2(complex z: Tensor) -> Tensor", "The transform along the two axes before the last of complex numbers [..., h, w, 2].", "print(fft2(complex: Tensor.ones(2, 2, 2)).shape)") { (z: Tensor) in try Checked.fft2(complex: z) }
    free("func ifft2(_ z: Tensor) -> Tensor", "The inverse of `fft2`.", "print(ifft2(fft2(Tensor.ones(2, 2))).shape)") { (z: Tensor) in try Checked.ifft2(z) }
    free("func fftFrequencies(_ n: Int, spacing: Double = 1) -> Tensor", "The frequencies of a transform's terms, in cycles for each unit.", "print(fftFrequencies(4))") { (n: Int, spacing: Double) in try Checked.fftFrequencies(n, spacing: spacing) }
    free("func fftShifted(_ x: Tensor, axis: Int) -> Tensor", "With the term of frequency 0 in the middle of an axis.", "print(fftShifted(Tensor([0, 1, -2, -1]), axis: 0))") { (x: Tensor, axis: Int) in try Checked.fftShifted(x, axis: axis) }
    free("func magnitude(_ z: Tensor) -> Tensor", "|z| of complex numbers [..., 2].", "print(magnitude(Tensor([3.0, 4])))") { (z: Tensor) in try Checked.magnitude(z) }
    free("func phase(_ z: Tensor) -> Tensor", "The angle of complex numbers [..., 2], −π to π.", "print(phase(Tensor([0.0, 1])))") { (z: Tensor) in try Checked.phase(z) }
}

private func declareRandom(_ table: DeclarationTable, _ tensor: Binder) {
    tensor("func shuffled() -> Tensor", "The rows in random order.", "print(Tensor.arange(5).shuffled().shape)") { (x: Tensor) in try Checked.shuffled(x) }
    tensor("func randomSample(_ count: Int, replacing: Bool = false) -> Tensor", "Rows by chance, each at most once unless `replacing`.", "print(Tensor.arange(5).randomSample(2).shape)") { (x: Tensor, count: Int, replacing: Bool) in try Checked.randomSample(x, count: count, replacing: replacing) }
    tensor("static func randomTruncatedNormal(_ shape: [Int], mean: Double = 0, std: Double = 1, bound: Double = 2, dtype: DType = .float32) -> Tensor", "Normal within `bound` standard deviations of the mean.", "print(Tensor.randomTruncatedNormal([2, 3]).shape)") { (shape: [Int], mean: Double, std: Double, bound: Double, dtype: DType) in try Checked.randomTruncatedNormal(Bindings.shape(shape), mean: mean, std: std, bound: bound, dtype: dtype) }
    tensor("static func randomExponential(_ shape: [Int], rate: Double = 1, dtype: DType = .float32) -> Tensor", "Exponentially distributed with that rate.", "print(Tensor.randomExponential([2, 3]).shape)") { (shape: [Int], rate: Double, dtype: DType) in try Checked.randomExponential(Bindings.shape(shape), rate: rate, dtype: dtype) }
    tensor("static func randomBernoulli(_ shape: [Int], probability: Double) -> Tensor", "true with that probability.", "print(Tensor.randomBernoulli([2, 3], probability: 0.5).dtype)") { (shape: [Int], probability: Double) in try Checked.randomBernoulli(Bindings.shape(shape), probability: probability) }
    tensor("static func randomCategorical(_ weights: Tensor, count: Int? = nil, logits: Bool = false) -> Tensor", "Draws of classes by the weights of each row [..., classes]; with `logits` the weights are eˣ.", "print(Tensor.randomCategorical(Tensor([0.0, 1, 0])))") { (weights: Tensor, count: Int?, logits: Bool) in try Checked.randomCategorical(weights, count: count, logits: logits) }
}

private func declareNorms(_ table: DeclarationTable) {
    let norm = Binder.type(table, MatrixNorm.self, "enum MatrixNorm", "Which norm of matrices.", "print(matrixNorm(Tensor.identity(2), .spectral))", describe: { $0.rawValue }, equal: { $0 == $1 })
    for value in MatrixNorm.allCases { norm("static var \(value.rawValue): MatrixNorm { get }", "The \(value.rawValue) norm.", "print(matrixNorm(Tensor.identity(2), .\(value.rawValue)))") { () -> MatrixNorm in value } }
    let mode = Binder.type(table, PaddingMode.self, "enum PaddingMode", "What is put around a tensor: `.reflect`, `.edge`, `.symmetric`, `.wrap`.", "print(Tensor([1, 2, 3]).padded([(1, 1)], mode: .reflect))", describe: { $0.rawValue }, equal: { $0 == $1 })
    for value in PaddingMode.allCases { mode("static var \(value.rawValue): PaddingMode { get }", "The tensor's own elements, \(value.rawValue).", "print(Tensor([1, 2, 3]).padded([(2, 2)], mode: .\(value.rawValue)))") { () -> PaddingMode in value } }
    let tensor = Binder(table, on: "Tensor")
    tensor("func padded(_ sizes: [(Int, Int)], value: Double = 0) -> Tensor", "A value around the elements: (before, after) for each axis.", "print(Tensor([1, 2]).padded([(1, 2)]))") { (x: Tensor, sizes: [CellTuple<Int, Int>], value: Double) in try Checked.padded(x, sizes.map { $0.elements }, value: value) }
    tensor("func padded(_ sizes: [(Int, Int)], mode: PaddingMode) -> Tensor", "The tensor's own elements around it: (before, after) for each axis.", "print(Tensor([1, 2, 3]).padded([(1, 2)], mode: .edge))") { (x: Tensor, sizes: [CellTuple<Int, Int>], mode: PaddingMode) in try Checked.padded(x, sizes.map { $0.elements }, mode: mode) }
    tensor("func takenAlong(_ indices: Tensor, axis: Int) -> Tensor", "One element for each position along an axis.", "print(Tensor([[1, 2], [3, 4]]).takenAlong(Tensor([[1], [0]]), axis: 1))") { (x: Tensor, indices: Tensor, axis: Int) in try Checked.takenAlong(x, indices, axis: axis) }
    tensor("func batched(_ size: Int, droppingLast: Bool = false) -> [Tensor]", "Parts of `size` rows each along axis 0, the last with what is left; for examples with labels there is `Dataset(x, y).batched(size)`.", "for batch in Tensor.arange(5).batched(2) { print(batch) }") { (x: Tensor, size: Int, droppingLast: Bool) -> [Tensor] in try Checked.batched(x, size, droppingLast: droppingLast) }
    tensor("func split(sizes: [Int], axis: Int = 0) -> [Tensor]", "Parts of these sizes along an axis.", "print(Tensor.arange(4).split(sizes: [1, 3]))") { (x: Tensor, sizes: [Int], axis: Int) -> [Tensor] in try Checked.split(x, sizes: sizes, axis: axis) }
    tensor("var isNaN: Tensor { get }", "Where an element is not a number.", "print(Tensor([1.0, Double.nan]).isNaN)") { (x: Tensor) in try Checked.isNaN(x) }
    tensor("var isFinite: Tensor { get }", "Where an element is neither infinite nor NaN.", "print(Tensor([1.0, Double.infinity]).isFinite)") { (x: Tensor) in try Checked.isFinite(x) }
    tensor("var isInfinite: Tensor { get }", "Where an element is ∞ or −∞.", "print(Tensor([1.0, Double.infinity]).isInfinite)") { (x: Tensor) in try Checked.isInfinite(x) }
}

private func declareCalculus(_ table: DeclarationTable) {
    let free = Binder(table)
    free("func jacobian(at x: Tensor, _ body: (Tensor) throws -> Tensor) -> Tensor", "The derivatives of every element of a function's value with respect to every element of x: [value's axes…, x's axes…].", "print(jacobian(at: Tensor([1.0, 2])) { x in x * x })") { (x: Tensor, body: CellClosure<Tensor, Tensor>) in
        try Gradient.jacobian(at: x) { try body($0) }
    }
    free("func hessian(at x: Tensor, _ body: (Tensor) throws -> Tensor) -> Tensor", "The second derivatives of a scalar function: [x's axes…, x's axes…].", "print(hessian(at: Tensor([1.0, 2])) { x in (x * x * x).sum() })") { (x: Tensor, body: CellClosure<Tensor, Tensor>) in
        try Gradient.hessian(at: x) { try body($0) }
    }
    free("func checkpoint(at x: Tensor, _ body: (Tensor) throws -> Tensor) -> Tensor", "A function's value of which the gradient keeps no intermediate results: they are computed again, so memory is exchanged for time.", "print(gradient(at: Tensor(3.0)) { x in checkpoint(at: x) { x in x * x } })") { (x: Tensor, body: CellClosure<Tensor, Tensor>) in
        try Gradient.checkpoint(at: [x]) { try body($0[0]) }
    }
    let gradients = Binder(table, on: "Array where Element == Tensor")
    gradients("func clipped(byGlobalNorm norm: Double) -> [Tensor]", "Gradients scaled down together so that their common length is at most `norm`.", "print([Tensor([3.0]), Tensor([4.0])].clipped(byGlobalNorm: 1))") { (gradients: [Tensor], norm: Double) -> [Tensor] in try Gradient.clipped(gradients, byGlobalNorm: norm) }
    free("func gradient(at a: Tensor, _ b: Tensor, _ c: Tensor, _ d: Tensor, _ body: (Tensor, Tensor, Tensor, Tensor) throws -> Tensor) -> (Tensor, Tensor, Tensor, Tensor)", "The gradients at four tensors.", "print(gradient(at: Tensor(3.0), Tensor(2.0), Tensor(1.0), Tensor(4.0)) { a, b, c, d in a * b * c * d })") { (a: Tensor, b: Tensor, c: Tensor, d: Tensor, body: CellClosure<Tensor, Tensor, Tensor, Tensor, Tensor>) -> CellTuple<Tensor, Tensor, Tensor, Tensor> in
        let g = try Gradient.valueWithGradient(at: [a, b, c, d]) { try body($0[0], $0[1], $0[2], $0[3]) }.gradients
        return CellTuple(g[0], g[1], g[2], g[3])
    }
    free("func valueWithGradient(at a: Tensor, _ b: Tensor, _ body: (Tensor, Tensor) throws -> Tensor) -> (value: Tensor, gradient: (Tensor, Tensor))", "The value of a scalar function of two tensors and its gradients.", "print(valueWithGradient(at: Tensor(3.0), Tensor(2.0)) { a, b in a * b }.gradient)") { (a: Tensor, b: Tensor, body: CellClosure<Tensor, Tensor, Tensor>) -> CellTuple<Tensor, CellTuple<Tensor, Tensor>> in
        let result = try Gradient.valueWithGradient(at: [a, b]) { try body($0[0], $0[1]) }
        return CellTuple(result.value, CellTuple(result.gradients[0], result.gradients[1]))
    }
    free("func valueWithGradient(at a: Tensor, _ b: Tensor, _ c: Tensor, _ body: (Tensor, Tensor, Tensor) throws -> Tensor) -> (value: Tensor, gradient: (Tensor, Tensor, Tensor))", "The value of a scalar function of three tensors and its gradients.", "print(valueWithGradient(at: Tensor(3.0), Tensor(2.0), Tensor(1.0)) { a, b, c in a * b * c }.value)") { (a: Tensor, b: Tensor, c: Tensor, body: CellClosure<Tensor, Tensor, Tensor, Tensor>) -> CellTuple<Tensor, CellTuple<Tensor, Tensor, Tensor>> in
        let result = try Gradient.valueWithGradient(at: [a, b, c]) { try body($0[0], $0[1], $0[2]) }
        let g = result.gradients
        return CellTuple(result.value, CellTuple(g[0], g[1], g[2]))
    }
}

private func declareFiles(_ tensor: Binder) {
    tensor("static func load(_ path: String) throws -> Tensor", "The array in a .npy file, or the picture in a .png or .jpg file as uint8 [height, width, channels].", "if let x = try? Tensor.load(\"weights.npy\") { print(x.shape) } else { print(\"no such file\") }") { (path: String) in try Checked.load(path) }
    tensor("func save(_ path: String) throws", "Writes the tensor to a .npy file, or as a picture (0 to 1, or uint8) to a .png file.") { (x: Tensor, path: String) in try Checked.save(x, to: path) }
}
