// Gradients of linear algebra, written in operations that can be differentiated again; formulas as
// Giles (2008) and Townsend (2016) derive them.
extension Operations {
    package static let solve: Operation = Operation(
        "solve", "x with a·x = b, by elimination with partial pivoting (NumPy)",
        saves: [.inputs, .output],
        samples: [
            Operation.Sample([3, 3], [3, 2], range: 0.5...2),
            Operation.Sample([2, 2, 2], [2, 2, 1], range: 0.5...2),
        ],
        run: { (x, _) throws(TensorError) in try Checked.solve(x[0], x[1]) },
        gradient: { (c) throws(TensorError) in
            let (a, x, g) = (c[0], c.output, c.upstream)
            let share = try Checked.solved(Checked.matrixTransposed(a), g)
            try c.give(1, share)
            if c.needs(0) {
                try c.give(
                    0, try Checked.negate(Checked.matmul(share, Checked.matrixTransposed(x))))
            }
        })

    package static let inverse: Operation = Operation(
        "inverse", "the matrix that undoes a (NumPy's inv)", saves: .output,
        samples: [Operation.Sample([3, 3], range: 0.5...2)],
        run: { (x, _) throws(TensorError) in try Checked.inverse(x[0]) },
        gradient: { (c) throws(TensorError) in
            let (y, g) = (c.output, c.upstream)
            let t = try Checked.matrixTransposed(y)
            try c.give(0, try Checked.negate(Checked.matmul(Checked.matmul(t, g), t)))
        })

    package static let determinant: Operation = Operation(
        "determinant", "the determinant (NumPy)", saves: [.inputs, .output],
        samples: [Operation.Sample([2, 3, 3], range: 0.5...2)],
        run: { (x, _) throws(TensorError) in try Checked.determinant(x[0]) },
        gradient: { (c) throws(TensorError) in
            let (a, y) = (c[0], c.output)
            func column(_ x: Tensor) throws(TensorError) -> Tensor {
                try Checked.expandedDimensions(Checked.expandedDimensions(x, axis: -1), axis: -1)
            }
            let g = try column(c.upstream)
            let isSingular = try Checked.scalars(y, as: Double.self).contains(0)
            if isSingular {
                try c.give(0, try Checked.multiply(g, Operations.cofactors(a)))
                return
            }
            let t = try Checked.matrixTransposed(Checked.inverse(a))
            try c.give(0, try Checked.multiply(Checked.multiply(g, column(y)), t))
        })

    /// The derivatives of the determinant where the matrix may be singular: each is the determinant
    /// without a row and a column.
    private static func cofactors(_ a: Tensor) throws(TensorError) -> Tensor {
        let n = a.shape[a.rank - 1]
        if n == 1 { return try Checked.full(like: a, value: 1) }
        let (rows, columns) = (a.rank - 2, a.rank - 1)
        func without(_ x: Tensor, _ axis: Int, _ index: Int) throws(TensorError) -> Tensor {
            try Checked.concatenated(
                [
                    Checked.narrowed(x, axis: axis, 0..<index),
                    Checked.narrowed(x, axis: axis, index + 1..<n),
                ], axis: axis)
        }
        var parts: [Tensor] = []
        for i in 0..<n {
            for j in 0..<n {
                let minor = try Checked.determinant(without(without(a, rows, i), columns, j))
                parts.append((i + j) % 2 == 0 ? minor : try Checked.negate(minor))
            }
        }
        return try Checked.reshaped(Checked.stacked(parts, axis: -1), a.shape)
    }

    package static let logDeterminant: Operation = Operation(
        "logDeterminant", "log |determinant| (NumPy's slogdet)", saves: .inputs,
        samples: [Operation.Sample([2, 3, 3], range: 0.5...2)],
        run: { (x, _) throws(TensorError) in try Checked.logDeterminant(x[0]).logarithm },
        gradient: { (c) throws(TensorError) in
            let a = c[0]
            let g = try Checked.expandedDimensions(
                Checked.expandedDimensions(c.upstream, axis: -1), axis: -1)
            try c.give(
                0, try Checked.multiply(g, Checked.matrixTransposed(Checked.inverse(a))))
        })

    package static let cholesky: Operation = Operation(
        "cholesky", "the lower triangle L with a = L·Lᵀ (NumPy)", saves: .output,
        samples: [Operation.Sample([3, 3], range: 0.5...2, attributes: Attributes(i0: 1))],
        run: { (x, a) throws(TensorError) in
            if a.i0 == 0 { return try Checked.cholesky(x[0]) }
            // A matrix that is positive definite whatever x is.
            let product = try Checked.matmul(x[0], Checked.matrixTransposed(x[0]))
            let n = x[0].shape[x[0].rank - 1]
            return try Checked.cholesky(
                Checked.add(product, Checked.identity(n, dtype: product.dtype)))
        },
        gradient: { (c) throws(TensorError) in
            let (l, g) = (c.output, c.upstream)
            let t = try Checked.matrixTransposed(l)
            // Φ: the lower triangle with half the diagonal.
            let product = try Checked.matmul(t, g)
            let lower = try Checked.triangle(product, upper: false)
            let half = try Checked.multiply(
                Operations.onDiagonal(Checked.diagonal(product)), .real(0.5))
            let inner = try Checked.subtract(lower, half)
            let left = try Checked.solved(t, inner)
            let share = try Checked.matrixTransposed(
                Checked.solved(t, Checked.matrixTransposed(left)))
            try c.give(0, try Operations.symmetric(share))
        })

    /// (x + xᵀ)/2.
    static func symmetric(_ x: Tensor) throws(TensorError) -> Tensor {
        try Checked.multiply(Checked.add(x, Checked.matrixTransposed(x)), .real(0.5))
    }

    /// Vectors [..., n] as diagonal matrices [..., n, n].
    static func onDiagonal(_ x: Tensor) throws(TensorError) -> Tensor {
        let n = x.shape[x.rank - 1]
        return try Checked.multiply(
            Checked.expandedDimensions(x, axis: -1), Checked.identity(n, dtype: x.dtype))
    }

    /// attributes: shape rows and columns; the packed q and r.
    package static let qr: Operation = Operation(
        "qr", "a = q·r, q with orthonormal columns, r upper triangular (NumPy)", saves: .output,
        samples: [
            Operation.Sample([3, 2], range: 0.5...2), Operation.Sample([3, 3], range: 0.5...2),
            Operation.Sample([2, 2, 3], range: 0.5...2),
        ],
        run: { (x, _) throws(TensorError) in
            let (q, r) = try Checked.qr(x[0])
            return try Checked.packed([q, r])
        },
        gradient: { (c) throws(TensorError) in
            let (m, n) = (c.attributes.shape[0], c.attributes.shape[1])
            let q = try Checked.unpacked(c.output, at: 0, m, n)
            let r = try Checked.unpacked(c.output, at: m * n, n, n)
            let gq = try Checked.unpacked(c.upstream, at: 0, m, n)
            let gr = try Checked.unpacked(c.upstream, at: m * n, n, n)
            let mixed = try Checked.subtract(
                Checked.matmul(r, Checked.matrixTransposed(gr)),
                Checked.matmul(Checked.matrixTransposed(gq), q))
            let below = try Checked.triangle(mixed, upper: false, offset: -1)
            let copied = try Checked.add(
                Checked.triangle(mixed, upper: false), Checked.matrixTransposed(below))
            let inner = try Checked.add(gq, Checked.matmul(q, copied))
            // inner·R⁻ᵀ.
            try c.give(
                0,
                try Checked.matrixTransposed(
                    Checked.solved(r, Checked.matrixTransposed(inner))))
        })

    /// attributes: shape rows and columns, i0 1 for the singular values alone.
    package static let svd: Operation = Operation(
        "svd", "a = u·diag(s)·vt with orthonormal columns of u and rows of vt (NumPy)",
        saves: .output,
        samples: [
            Operation.Sample([3, 3], range: 0.5...2), Operation.Sample([3, 2], range: 0.5...2),
            Operation.Sample([2, 3], range: 0.5...2),
        ],
        run: { (x, a) throws(TensorError) in
            let (u, s, vt) = try Checked.svd(x[0])
            if a.i0 == 1 { return s }
            // The product of both factors: their signs are free.
            return try Checked.packed([
                Checked.matmul(Checked.multiply(u, Checked.expandedDimensions(s, axis: -2)), vt),
                Checked.matmul(u, vt), Checked.expandedDimensions(s, axis: -1),
            ])
        },
        gradient: { (c) throws(TensorError) in
            let (m, n) = (c.attributes.shape[0], c.attributes.shape[1])
            let k = Swift.min(m, n)
            let (u, s, vt) = try Checked.svdParts(c.output, m, n)
            let (gu, gs, gvt) = try Checked.svdParts(c.upstream, m, n)
            let (ut, v, gv) = (
                try Checked.matrixTransposed(u), try Checked.matrixTransposed(vt),
                try Checked.matrixTransposed(gvt)
            )
            let type = s.dtype
            let row = try Checked.expandedDimensions(s, axis: -2)
            let column = try Checked.expandedDimensions(s, axis: -1)
            let one = try Checked.identity(k, dtype: type)
            // 1/(sⱼ² − sᵢ²) beside the diagonal.
            let gaps = try Checked.add(
                Checked.multiply(Checked.subtract(row, column), Checked.add(row, column)), one)
            let f = try Checked.divide(Checked.subtract(.real(1), one), gaps)
            func turned(_ x: Tensor, _ g: Tensor) throws(TensorError) -> Tensor {
                let product = try Checked.matmul(Checked.matrixTransposed(x), g)
                return try Checked.multiply(
                    f, Checked.subtract(product, Checked.matrixTransposed(product)))
            }
            var inner = try Checked.multiply(turned(u, gu), row)
            inner = try Checked.add(inner, Checked.multiply(column, turned(v, gv)))
            inner = try Checked.add(inner, Operations.onDiagonal(gs))
            var share = try Checked.matmul(Checked.matmul(u, inner), vt)
            if m > k {
                let outside = try Checked.subtract(
                    gu, Checked.matmul(u, Checked.matmul(ut, gu)))
                share = try Checked.add(
                    share, Checked.matmul(Checked.divide(outside, row), vt))
            }
            if n > k {
                let outside = try Checked.subtract(
                    gvt, Checked.matmul(Checked.matmul(gvt, v), vt))
                share = try Checked.add(
                    share, Checked.matmul(u, Checked.divide(outside, column)))
            }
            try c.give(0, share)
        })

    /// attributes: i0 the extent.
    package static let symmetricEigen: Operation = Operation(
        "symmetricEigen", "eigenvalues, ascending, and eigenvectors of symmetric matrices (NumPy's eigh)",
        saves: .output,
        samples: [Operation.Sample([3, 3], range: 0.5...2)],
        run: { (x, a) throws(TensorError) in
            let symmetric = try Operations.symmetric(x[0])
            let (values, vectors) = try Checked.symmetricEigen(symmetric)
            if a.i0 == 1 { return values }
            // Signs of eigenvectors are free; their squares are not.
            return try Checked.packed([
                Checked.expandedDimensions(values, axis: -1), Checked.square(vectors),
            ])
        },
        gradient: { (c) throws(TensorError) in
            let n = c.attributes.i0
            let (packed, g) = (c.output, c.upstream)
            let last = packed.rank - 1
            let w = try Checked.narrowed(packed, axis: last, 0..<n)
            let v = try Checked.unpacked(packed, at: n, n, n)
            let gw = try Checked.narrowed(g, axis: last, 0..<n)
            let gv = try Checked.unpacked(g, at: n, n, n)
            let one = try Checked.identity(n, dtype: w.dtype)
            let gaps = try Checked.add(
                Checked.subtract(
                    Checked.expandedDimensions(w, axis: -2),
                    Checked.expandedDimensions(w, axis: -1)), one)
            let f = try Checked.divide(Checked.subtract(.real(1), one), gaps)
            let t = try Checked.matrixTransposed(v)
            let inner = try Checked.add(
                Operations.onDiagonal(gw), Checked.multiply(f, Checked.matmul(t, gv)))
            try c.give(0, try Operations.symmetric(Checked.matmul(Checked.matmul(v, inner), t)))
        })

    package static let pseudoInverse: Operation = Operation(
        "pseudoInverse", "the Moore–Penrose inverse (NumPy's pinv)", saves: [.inputs, .output],
        samples: [
            Operation.Sample([3, 2], range: 0.5...2), Operation.Sample([2, 3], range: 0.5...2),
        ],
        run: { (x, _) throws(TensorError) in try Checked.pseudoInverse(x[0]) },
        gradient: { (c) throws(TensorError) in
            // dP = −P·dA·P + P·Pᵀ·dAᵀ·(I − A·P) + (I − P·A)·dAᵀ·Pᵀ·P (Golub and Pereyra 1973).
            let (a, p, g) = (c[0], c.output, c.upstream)
            let t = try Checked.matrixTransposed(p)
            let gt = try Checked.matrixTransposed(g)
            var share = try Checked.negate(Checked.matmul(Checked.matmul(t, g), t))
            let left = try Checked.subtract(gt, Checked.matmul(a, Checked.matmul(p, gt)))
            share = try Checked.add(share, Checked.matmul(left, Checked.matmul(p, t)))
            let right = try Checked.subtract(gt, Checked.matmul(Checked.matmul(gt, p), a))
            share = try Checked.add(share, Checked.matmul(Checked.matmul(t, p), right))
            try c.give(0, share)
        })

    // MARK: Composed

    package static let leastSquares: Operation = Operation(
        "leastSquares", "the x that makes |a·x − b| least (NumPy's lstsq)",
        samples: [Operation.Sample([4, 2], [4], range: 0.5...2)], isComposed: true,
        run: { (x, _) throws(TensorError) in try Checked.leastSquares(x[0], x[1]) })

    package static let matrixRank: Operation = Operation(
        "matrixRank", "the number of singular values that are not 0 but for rounding (NumPy)",
        run: { (x, _) throws(TensorError) in try Checked.matrixRank(x[0]) })

    /// attributes: i0 the exponent.
    package static let matrixPower: Operation = Operation(
        "matrixPower", "a·a·…, the inverse's for a negative exponent (NumPy)",
        samples: [Operation.Sample([2, 2], range: 0.5...2, attributes: Attributes(i0: 3))],
        isComposed: true,
        run: { (x, a) throws(TensorError) in try Checked.matrixPower(x[0], a.i0) })

    package static let eigen: Operation = Operation(
        "eigen", "eigenvalues and eigenvectors of any square matrices, complex (NumPy's eig)",
        run: { (x, _) throws(TensorError) in try Checked.eigen(x[0]).values })

    /// attributes: p0 the order, i0 the axes as bits.
    package static let normOfOrder: Operation = Operation(
        "norm(order)", "(Σ|x|ᵖ)^(1/p) over the axes, also for 0, ∞ and −∞ (NumPy)",
        samples: [
            Operation.Sample([2, 3], range: 0.5...2, attributes: Attributes(i0: 0b10, p0: 3)),
            Operation.Sample([2, 3], range: 0.5...2, attributes: Attributes(i0: 0b11, p0: 1)),
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.norm(
                x[0], order: a.p0, axes: (0..<x[0].rank).filter { a.i0 & (1 << $0) != 0 })
        })

    /// attributes: i0 which of ``MatrixNorm``.
    package static let matrixNorm: Operation = Operation(
        "matrixNorm", "Frobenius, nuclear, spectral, 1- and ∞-norm of matrices (NumPy)",
        samples: [
            Operation.Sample([3, 2], range: 0.5...2, attributes: Attributes(i0: 1)),
            Operation.Sample([3, 2], range: 0.5...2, attributes: Attributes(i0: 2)),
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.matrixNorm(x[0], MatrixNorm.allCases[a.i0])
        })
}

extension Checked {
    /// Matrices of one batch, flattened one after the other: [..., elements of all].
    static func packed(_ parts: [Tensor]) throws(TensorError) -> Tensor {
        var flat: [Tensor] = []
        for part in parts {
            var shape = part.shape.leading(part.rank - 2)
            shape.append(part.shape[part.rank - 2] * part.shape[part.rank - 1])
            flat.append(try reshaped(part, shape))
        }
        return try concatenated(flat, axis: -1)
    }
}
