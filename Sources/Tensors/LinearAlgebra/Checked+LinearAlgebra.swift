/// Matrices [..., rows, columns] one after the other, in float64.
struct MatrixBatch {
    let rows: Int
    let columns: Int
    /// The axes before the last two.
    let batch: Shape
    let elements: [Double]
    /// The type results come back in.
    let dtype: DType

    init(_ x: Tensor, _ operation: String, square: Bool = false) throws(TensorError) {
        guard x.rank >= 2 else {
            throw .shape(
                operation: operation, expected: "matrices [..., rows, columns]", given: x.shape,
                help: nil)
        }
        rows = x.shape[x.rank - 2]
        columns = x.shape[x.rank - 1]
        guard !square || rows == columns else {
            throw .shape(
                operation: operation, expected: "square matrices", given: x.shape,
                help: "'leastSquares' and 'pseudoInverse' take any")
        }
        batch = x.shape.leading(x.rank - 2)
        dtype = x.dtype.floating
        elements = try Checked.scalars(x, as: Double.self)
    }

    var count: Int { batch.product }

    subscript(index: Int) -> MatrixBuffer {
        let size = rows * columns
        return MatrixBuffer(
            rows: rows, columns: columns, elements: elements[(index * size)..<((index + 1) * size)])
    }

    /// One flat result for each matrix, as [batch…, extents…].
    func map(
        _ extents: Int..., body: (MatrixBuffer) throws(TensorError) -> [Double]
    ) throws(TensorError) -> Tensor {
        var result: [Double] = []
        var shape = batch
        for extent in extents {
            guard shape.count < Shape.maximumRank else { throw .rank(shape.count + 1) }
            shape.append(extent)
        }
        result.reserveCapacity(shape.product)
        for index in 0..<count { result += try body(self[index]) }
        return try Checked.tensor(result, shape: shape, dtype: dtype)
    }
}

extension Checked {
    private static func singular(_ operation: String) -> TensorError {
        .domain(
            operation: operation, problem: "the matrix is singular",
            help: "'pseudoInverse' and 'leastSquares' take singular matrices")
    }

    // MARK: Solving

    /// x with a·x = b, for a [..., n, n] and b [..., n] or [..., n, count].
    package static func solve(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        guard a.rank >= 2, a.shape[a.rank - 1] == a.shape[a.rank - 2] else {
            throw .shape(
                operation: "solve", expected: "square matrices", given: a.shape,
                help: "'leastSquares' takes any")
        }
        let type = DType.promoted(a.dtype, b.dtype).floating
        let n = a.shape[a.rank - 1]
        // A vector, or a batch of vectors where no batch of matrices would fit (NumPy 2).
        let isVector = b.rank == 1
        var right = try asType(b, type)
        if isVector { right = try expandedDimensions(right, axis: 1) }
        guard right.rank >= 2, right.shape[right.rank - 2] == n else {
            throw .shape(
                operation: "solve", expected: "\(n) rows, as matrices \(a.shape) have",
                given: b.shape, help: nil)
        }
        let batch = try Broadcasting.shape(
            a.shape.leading(a.rank - 2), right.shape.leading(right.rank - 2), "solve")
        func whole(_ x: Tensor) throws(TensorError) -> Tensor {
            var shape = batch
            shape.append(x.shape[x.rank - 2])
            shape.append(x.shape[x.rank - 1])
            return try broadcast(x, to: shape)
        }
        let x = try solved(whole(asType(a, type)), whole(right))
        return isVector ? try squeezed(x, axis: -1) : x
    }

    static func solved(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        let (left, right) = (
            try MatrixBatch(stopGradient(a), "solve", square: true),
            try MatrixBatch(stopGradient(b), "solve")
        )
        var result: [Double] = []
        for index in 0..<left.count {
            let lu = try LUFactors(left[index])
            if lu.isSingular { throw singular("solve") }
            result += try lu.solve(right[index]).elements
        }
        let x = try tensor(result, shape: b.shape, dtype: b.dtype)
        Operations.solve.record(a, b, x.storage)
        return x
    }

    /// x with t·x = b for triangular t [..., n, n], of which only that triangle is read.
    package static func triangularSolve(
        _ t: Tensor, _ b: Tensor, upper: Bool = false, unitDiagonal: Bool = false
    ) throws(TensorError) -> Tensor {
        var part = try triangle(t, upper: upper)
        if unitDiagonal {
            part = try add(
                triangle(t, upper: upper, offset: upper ? 1 : -1),
                identity(t.shape[t.rank - 1], dtype: t.dtype))
        }
        return try solve(part, b)
    }

    package static func inverse(_ a: Tensor) throws(TensorError) -> Tensor {
        let matrices = try MatrixBatch(stopGradient(a), "inverse", square: true)
        let n = matrices.rows
        let y = try matrices.map(n, n) { (a) throws(TensorError) in
            let lu = try LUFactors(a)
            if lu.isSingular { throw singular("inverse") }
            return try lu.solve(MatrixBuffer(identity: n, columns: n)).elements
        }
        Operations.inverse.record(a, y.storage)
        return y
    }

    package static func determinant(_ a: Tensor) throws(TensorError) -> Tensor {
        let matrices = try MatrixBatch(stopGradient(a), "determinant", square: true)
        let y = try matrices.map { (a) throws(TensorError) in [try LUFactors(a).determinant] }
        Operations.determinant.record(a, y.storage)
        return y
    }

    /// The determinant's sign and the logarithm of its size, where it would overflow or vanish.
    package static func logDeterminant(
        _ a: Tensor
    ) throws(TensorError) -> (sign: Tensor, logarithm: Tensor) {
        let matrices = try MatrixBatch(stopGradient(a), "logDeterminant", square: true)
        var signs: [Double] = []
        let y = try matrices.map { (a) throws(TensorError) in
            let value = try LUFactors(a).signAndLogarithm
            signs.append(value.sign)
            return [value.logarithm]
        }
        Operations.logDeterminant.record(a, y.storage)
        return (try tensor(signs, shape: matrices.batch, dtype: matrices.dtype), y)
    }

    /// The lower triangle L with a = L·Lᵀ.
    package static func cholesky(_ a: Tensor) throws(TensorError) -> Tensor {
        let matrices = try MatrixBatch(stopGradient(a), "cholesky", square: true)
        let y = try matrices.map(matrices.rows, matrices.rows) { (a) throws(TensorError) in
            guard let factor = try CholeskyFactor.lower(a) else {
                throw .domain(
                    operation: "cholesky", problem: "the matrix is not positive definite",
                    help: "a small multiple of the identity added to it may help")
            }
            return factor.elements
        }
        Operations.cholesky.record(a, y.storage)
        return y
    }

    // MARK: Factorisations

    /// a = q·r with orthonormal columns of q; `complete` gives all columns.
    package static func qr(
        _ a: Tensor, complete: Bool = false
    ) throws(TensorError) -> (q: Tensor, r: Tensor) {
        let matrices = try MatrixBatch(stopGradient(a), "qr")
        let (m, n) = (matrices.rows, matrices.columns)
        if complete, m > n {
            let total = m * m + m * n
            let packed = try matrices.map(total) { (a) throws(TensorError) in
                let factors = try QRFactors(a)
                return try factors.q(columns: m).elements + factors.r(rows: m).elements
            }
            return (
                try unpacked(packed, at: 0, m, m), try unpacked(packed, at: m * m, m, n)
            )
        }
        if m < n {
            // Square part first; the rest follows from it.
            let (q, u) = try qr(narrowed(a, axis: a.rank - 1, 0..<m))
            let v = try matmul(matrixTransposed(q), narrowed(a, axis: a.rank - 1, m..<n))
            return (q, try concatenated([u, v], axis: -1))
        }
        let packed = try matrices.map(m * n + n * n) { (a) throws(TensorError) in
            let factors = try QRFactors(a)
            return try factors.q(columns: n).elements + factors.r(rows: n).elements
        }
        Operations.qr.record(a, packed.storage, Attributes(shape: Shape(m, n)))
        return (try unpacked(packed, at: 0, m, n), try unpacked(packed, at: m * n, n, n))
    }

    /// A matrix out of flat results.
    static func unpacked(
        _ packed: Tensor, at start: Int, _ rows: Int, _ columns: Int
    ) throws(TensorError) -> Tensor {
        let flat = try narrowed(
            packed, axis: packed.rank - 1, start..<start + rows * columns)
        var shape = packed.shape.leading(packed.rank - 1)
        shape.append(rows)
        shape.append(columns)
        return try reshaped(flat, shape)
    }

    /// a = u·diag(s)·vt, thin: k = min(m, n) singular values from the greatest down.
    package static func svd(
        _ a: Tensor
    ) throws(TensorError) -> (u: Tensor, s: Tensor, vt: Tensor) {
        let matrices = try MatrixBatch(stopGradient(a), "svd")
        let (m, n) = (matrices.rows, matrices.columns)
        let k = Swift.min(m, n)
        let packed = try matrices.map(m * k + k + k * n) { (a) throws(TensorError) in
            let factors = try SingularValues(a)
            return factors.u.elements + factors.s + factors.vt.elements
        }
        Operations.svd.record(a, packed.storage, Attributes(shape: Shape(m, n)))
        return try svdParts(packed, m, n)
    }

    static func svdParts(
        _ packed: Tensor, _ m: Int, _ n: Int
    ) throws(TensorError) -> (u: Tensor, s: Tensor, vt: Tensor) {
        let k = Swift.min(m, n)
        return (
            try unpacked(packed, at: 0, m, k),
            try narrowed(packed, axis: packed.rank - 1, m * k..<m * k + k),
            try unpacked(packed, at: m * k + k, k, n)
        )
    }

    /// Singular values from the greatest down.
    package static func singularValues(_ a: Tensor) throws(TensorError) -> Tensor {
        try svd(a).s
    }

    /// Eigenvalues of symmetric matrices, ascending, and eigenvectors as columns; the lower
    /// triangle is read.
    package static func symmetricEigen(
        _ a: Tensor
    ) throws(TensorError) -> (values: Tensor, vectors: Tensor) {
        let matrices = try MatrixBatch(stopGradient(a), "symmetricEigen", square: true)
        let n = matrices.rows
        let packed = try matrices.map(n + n * n) { (a) throws(TensorError) in
            let factors = try SymmetricEigen(a)
            return factors.values + factors.vectors.transposed().elements
        }
        Operations.symmetricEigen.record(a, packed.storage, Attributes(i0: n))
        return (
            try narrowed(packed, axis: packed.rank - 1, 0..<n),
            try unpacked(packed, at: n, n, n)
        )
    }

    /// Eigenvalues [..., n, 2] and eigenvectors as columns [..., n, n, 2] of any square matrices,
    /// complex numbers along the last axis.
    package static func eigen(
        _ a: Tensor
    ) throws(TensorError) -> (values: Tensor, vectors: Tensor) {
        if Tape.current.isTracking(a) { throw .noGradient(operation: "eigen") }
        let matrices = try MatrixBatch(a, "eigen", square: true)
        let n = matrices.rows
        var vectors: [Double] = []
        let values = try matrices.map(n, 2) { (a) throws(TensorError) in
            let factors = try GeneralEigen(a)
            for value in factors.vectors { vectors += [value.re, value.im] }
            return factors.values.flatMap { [$0.re, $0.im] }
        }
        var shape = matrices.batch
        guard shape.count + 3 <= Shape.maximumRank else { throw .rank(shape.count + 3) }
        for extent in [n, n, 2] { shape.append(extent) }
        return (values, try tensor(vectors, shape: shape, dtype: matrices.dtype))
    }

    // MARK: By singular values

    /// The Moore–Penrose inverse; singular values below `tolerance` times the greatest count as 0.
    package static func pseudoInverse(
        _ a: Tensor, tolerance: Double? = nil
    ) throws(TensorError) -> Tensor {
        let matrices = try MatrixBatch(stopGradient(a), "pseudoInverse")
        let (m, n) = (matrices.rows, matrices.columns)
        let bound = tolerance ?? Self.tolerance(m, n, matrices.dtype)
        let y = try matrices.map(n, m) { (a) throws(TensorError) in
            let factors = try SingularValues(a)
            let least = bound * (factors.s.first ?? 0)
            // V·diag(1/s)·Uᵀ.
            var v = factors.vt.transposed()
            for i in 0..<v.rows {
                for j in 0..<v.columns {
                    v[i, j] = factors.s[j] > least ? v[i, j] / factors.s[j] : 0
                }
            }
            return try v.times(factors.u.transposed()).elements
        }
        Operations.pseudoInverse.record(a, y.storage)
        return y
    }

    private static func tolerance(_ m: Int, _ n: Int, _ dtype: DType) -> Double {
        Double(Swift.max(m, n)) * (dtype == .float64 ? Double.ulpOfOne : Double(Float.ulpOfOne))
    }

    /// The x that makes |a·x − b| least, and the shortest of several.
    package static func leastSquares(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        guard a.rank == 2, b.rank >= 1, b.rank <= 2, b.shape[0] == a.shape[0] else {
            throw .shape(
                operation: "leastSquares",
                expected: "b [m] or [m, count] for a matrix [m, n] (given \(a.shape))",
                given: b.shape, help: nil)
        }
        let type = DType.promoted(a.dtype, b.dtype).floating
        return try matmul(pseudoInverse(asType(a, type)), asType(b, type))
    }

    /// The number of singular values above `tolerance` times the greatest.
    package static func matrixRank(
        _ a: Tensor, tolerance: Double? = nil
    ) throws(TensorError) -> Tensor {
        let matrices = try MatrixBatch(stopGradient(a), "matrixRank")
        let bound = tolerance ?? Self.tolerance(matrices.rows, matrices.columns, matrices.dtype)
        let ranks = try matrices.map { (a) throws(TensorError) in
            let s = try SingularValues(a).s
            return [Double(s.filter { $0 > bound * (s.first ?? 0) }.count)]
        }
        return try asType(ranks, .int64)
    }

    /// The greatest singular value over the least.
    package static func conditionNumber(_ a: Tensor) throws(TensorError) -> Tensor {
        let s = try svd(a).s
        return try divide(max(s, axes: [-1]), min(s, axes: [-1]))
    }

    /// a·a·…, n factors; of the inverse for a negative n.
    package static func matrixPower(_ a: Tensor, _ n: Int) throws(TensorError) -> Tensor {
        guard a.rank >= 2, a.shape[a.rank - 1] == a.shape[a.rank - 2] else {
            throw .shape(
                operation: "matrixPower", expected: "square matrices", given: a.shape, help: nil)
        }
        var base = n < 0 ? try inverse(a) : a
        var exponent = n.magnitude
        let one = try identity(a.shape[a.rank - 1], dtype: base.dtype)
        if exponent == 0 { return try broadcast(one, to: a.shape) }
        var result: Tensor?
        while exponent > 0 {
            if exponent & 1 == 1 {
                result = try result.map { (r) throws(TensorError) in try matmul(r, base) } ?? base
            }
            exponent >>= 1
            if exponent > 0 { base = try matmul(base, base) }
        }
        return result ?? one
    }

    // MARK: Norms

    /// (Σ|x|ᵖ)^(1/p) over axes: ∞ and −∞ give the greatest and the least size, 0 the number of
    /// elements that are not 0.
    package static func norm(
        _ x: Tensor, order: Double, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        let y = try asType(x, x.dtype.floating)
        switch order {
        case 2: return try norm(y, axes: axes, keepDims: keepDims)
        case 1: return try sum(abs(y), axes: axes, keepDims: keepDims)
        case .infinity: return try max(abs(y), axes: axes, keepDims: keepDims)
        case -.infinity: return try min(abs(y), axes: axes, keepDims: keepDims)
        case 0:
            return try asType(
                sum(compare(.notEqual, y, .integer(0)), axes: axes, keepDims: keepDims), y.dtype)
        default:
            guard !order.isNaN else {
                throw .domain(operation: "norm", problem: "the order is not a number", help: nil)
            }
            let total = try sum(pow(abs(y), .real(order)), axes: axes, keepDims: keepDims)
            return try pow(total, .real(1 / order))
        }
    }

    /// A norm of matrices: 1 and ∞ the greatest sum of a column and of a row, 2 and −2 the greatest
    /// and the least singular value.
    package static func matrixNorm(
        _ a: Tensor, _ kind: MatrixNorm
    ) throws(TensorError) -> Tensor {
        guard a.rank >= 2 else {
            throw .shape(
                operation: "matrixNorm", expected: "matrices [..., rows, columns]",
                given: a.shape, help: nil)
        }
        switch kind {
        case .frobenius: return try norm(a, axes: [-2, -1])
        case .nuclear: return try sum(svd(a).s, axes: [-1])
        case .spectral: return try max(svd(a).s, axes: [-1])
        case .one: return try max(sum(abs(a), axes: [-2]), axes: [-1])
        case .infinity: return try max(sum(abs(a), axes: [-1]), axes: [-1])
        }
    }
}

/// Norms of matrices.
public enum MatrixNorm: String, Sendable, CaseIterable {
    /// √Σx².
    case frobenius
    /// The sum of the singular values.
    case nuclear
    /// The greatest singular value.
    case spectral
    /// The greatest sum of a column's sizes.
    case one
    /// The greatest sum of a row's sizes.
    case infinity
}
