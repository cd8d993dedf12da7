// Linear algebra.

/// The x with a·x = b, for a [..., n, n] and b [n] or [..., n, count]; an error where a is
/// singular.
///
///     let a = Tensor([[4.0, 1], [1, 3]])
///     solve(a, Tensor([1.0, 2]))
public func solve(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.solve(a, b) }
}

/// The x with t·x = b for a triangular t, of which only that triangle is read.
///
///     triangularSolve(Tensor([[2.0, 0], [1, 4]]), Tensor([2.0, 5]))
public func triangularSolve(
    _ t: Tensor, _ b: Tensor, upper: Bool = false, unitDiagonal: Bool = false
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.triangularSolve(t, b, upper: upper, unitDiagonal: unitDiagonal)
    }
}

/// The inverse of square matrices; an error where one is singular.
///
///     let a = Tensor([[4.0, 1], [1, 3]])
///     inverse(a)
public func inverse(_ a: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.inverse(a) }
}

/// The determinant of square matrices.
///
///     let a = Tensor([[4.0, 1], [1, 3]])
///     determinant(a)
public func determinant(_ a: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.determinant(a) }
}

/// The determinant's sign and the logarithm of its size.
///
///     let a = Tensor([[4.0, 1], [1, 3]])
///     logDeterminant(a).logarithm
public func logDeterminant(_ a: Tensor) -> (sign: Tensor, logarithm: Tensor) {
    orEnd { () throws(TensorError) in try Checked.logDeterminant(a) }
}

/// The lower triangle L with a = L·Lᵀ, for symmetric positive definite matrices.
///
///     let a = Tensor([[4.0, 1], [1, 3]])
///     cholesky(a)
public func cholesky(_ a: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.cholesky(a) }
}

/// a = q·r with orthonormal columns of q and upper triangular r; `complete` gives all columns of
/// q.
///
///     let a = Tensor([[4.0, 1], [1, 3]])
///     qr(a).r
public func qr(_ a: Tensor, complete: Bool = false) -> (q: Tensor, r: Tensor) {
    orEnd { () throws(TensorError) in try Checked.qr(a, complete: complete) }
}

/// a = u·diag(s)·vt, thin, singular values from the greatest down.
///
///     let a = Tensor([[4.0, 1], [1, 3]])
///     svd(a).s
public func svd(_ a: Tensor) -> (u: Tensor, s: Tensor, vt: Tensor) {
    orEnd { () throws(TensorError) in try Checked.svd(a) }
}

/// Eigenvalues of symmetric matrices, ascending, and eigenvectors as columns.
///
///     let a = Tensor([[4.0, 1], [1, 3]])
///     symmetricEigen(a).values
public func symmetricEigen(_ a: Tensor) -> (values: Tensor, vectors: Tensor) {
    orEnd { () throws(TensorError) in try Checked.symmetricEigen(a) }
}

/// Eigenvalues [..., n, 2] and eigenvectors as columns [..., n, n, 2] of any square matrices, real
/// and imaginary parts along the last axis. Has no gradient.
///
///     eigen(Tensor([[0.0, -1], [1, 0]])).values.shape
public func eigen(_ a: Tensor) -> (values: Tensor, vectors: Tensor) {
    orEnd { () throws(TensorError) in try Checked.eigen(a) }
}

/// The x that makes |a·x − b| least.
///
///     leastSquares(Tensor([[1.0, 0], [1, 1], [1, 2]]), Tensor([1.0, 3, 5]))
public func leastSquares(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.leastSquares(a, b) }
}

/// The Moore–Penrose inverse; singular values below `tolerance` times the greatest count as 0.
///
///     pseudoInverse(Tensor([[1.0, 2]]))
public func pseudoInverse(_ a: Tensor, tolerance: Double? = nil) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.pseudoInverse(a, tolerance: tolerance) }
}

/// The number of singular values that are not 0 but for rounding.
///
///     matrixRank(Tensor([[1.0, 2], [2, 4]]))
public func matrixRank(_ a: Tensor, tolerance: Double? = nil) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.matrixRank(a, tolerance: tolerance) }
}

/// a·a·…, n factors; of the inverse for a negative n.
///
///     matrixPower(Tensor([[1, 1], [0, 1]]), 5)
public func matrixPower(_ a: Tensor, _ n: Int) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.matrixPower(a, n) }
}

/// The greatest singular value over the least.
///
///     let a = Tensor([[4.0, 1], [1, 3]])
///     conditionNumber(a)
public func conditionNumber(_ a: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.conditionNumber(a) }
}

/// (Σ|x|ᵖ)^(1/p) of all elements or along an axis; ∞ and −∞ give the greatest and the least size,
/// 0 the number of elements that are not 0.
///
///     norm(Tensor([3.0, -4]), order: 1)
public func norm(_ x: Tensor, order: Double, axis: Int? = nil, keepDims: Bool = false) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.norm(x, order: order, axes: axis.map { [$0] }, keepDims: keepDims)
    }
}

/// A norm of matrices.
///
///     let a = Tensor([[4.0, 1], [1, 3]])
///     matrixNorm(a, .one)
public func matrixNorm(_ a: Tensor, _ kind: MatrixNorm = .frobenius) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.matrixNorm(a, kind) }
}
