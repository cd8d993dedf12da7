package import Tensors

/// Eigenvalues and eigenvectors of symmetric matrices.
package enum SymmetricEigen {
    /// All of them, greatest first; vectors as rows. Jacobi's method: rotations that make one pair of
    /// elements zero after the other, until none is left that counts.
    package static func all(
        _ matrix: Matrix
    ) throws(TensorError) -> (values: [Double], vectors: Matrix) {
        let n = matrix.rows
        var a = matrix
        var v = Matrix(rows: n, columns: n)
        for i in 0..<n { v[i, i] = 1 }
        let scale = a.values.reduce(0) { $0 + $1 * $1 }
        for _ in 0..<60 {
            try Interruption.check()
            var off = 0.0
            for i in 0..<n { for j in 0..<i { off += 2 * a[i, j] * a[i, j] } }
            if off <= scale * 1e-30 { break }
            for p in 0..<n {
                for q in (p + 1)..<max(n, p + 1) where abs(a[p, q]) > 1e-300 {
                    let theta = (a[q, q] - a[p, p]) / (2 * a[p, q])
                    let t =
                        (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
                    let c = 1 / (t * t + 1).squareRoot()
                    let s = t * c
                    for k in 0..<n {
                        let (x, y) = (a[k, p], a[k, q])
                        a[k, p] = c * x - s * y
                        a[k, q] = s * x + c * y
                    }
                    for k in 0..<n {
                        let (x, y) = (a[p, k], a[q, k])
                        a[p, k] = c * x - s * y
                        a[q, k] = s * x + c * y
                        let (u, w) = (v[p, k], v[q, k])
                        v[p, k] = c * u - s * w
                        v[q, k] = s * u + c * w
                    }
                }
            }
        }
        let values = (0..<n).map { a[$0, $0] }
        let order = (0..<n).sorted { (values[$0], $1) > (values[$1], $0) }
        return (order.map { values[$0] }, v.selecting(order))
    }

    /// The `count` greatest, by iterating a subspace with some vectors to spare; all of them where
    /// that is no more work.
    package static func greatest(
        _ count: Int, of matrix: Matrix
    ) throws(TensorError) -> (values: [Double], vectors: Matrix) {
        let n = matrix.rows
        let width = min(n, 2 * count + 8)
        guard n > 48, width * 3 < n else {
            let (values, vectors) = try all(matrix)
            return (
                Array(values.prefix(count)), vectors.selecting(Array(0..<min(count, n)))
            )
        }
        // Fixed numbers to begin with: results do not depend on what was drawn before.
        let generator = RandomGenerator(seed: 7)
        var basis = Matrix(rows: width, columns: n)
        for i in basis.values.indices { basis.values[i] = generator.nextNormal() }
        orthonormalise(&basis)
        var previous: [Double] = []
        for _ in 0..<500 {
            try Interruption.check()
            // Rows of the basis times the matrix, twice for each look at the values.
            basis = try basis.times(matrix)
            orthonormalise(&basis)
            let image = try basis.times(matrix)
            let small = try image.times(basis.transposed)
            let (values, rotation) = try all(symmetric(small))
            basis = try rotation.times(image)
            orthonormalise(&basis)
            let top = Array(values.prefix(count))
            if previous.count == top.count,
                zip(previous, top).allSatisfy({ abs($0 - $1) <= 1e-13 * abs(top[0]) })
            {
                let settled = try residual(basis, matrix, top)
                if settled <= 1e-7 * abs(top[0]) { break }
            }
            previous = top
        }
        let image = try basis.times(matrix)
        let (values, rotation) = try all(symmetric(image.times(basis.transposed)))
        let vectors = try rotation.times(basis)
        return (Array(values.prefix(count)), vectors.selecting(Array(0..<count)))
    }

    /// The largest |A·v − λ·v| of the first vectors.
    private static func residual(
        _ basis: Matrix, _ matrix: Matrix, _ values: [Double]
    ) throws(TensorError) -> Double {
        let image = try basis.times(matrix)
        var worst = 0.0
        for (k, value) in values.enumerated() {
            var sum = 0.0
            for j in 0..<matrix.columns {
                let gap = image[k, j] - value * basis[k, j]
                sum += gap * gap
            }
            worst = max(worst, sum.squareRoot())
        }
        return worst
    }

    private static func symmetric(_ a: Matrix) -> Matrix {
        var result = a
        for i in 0..<a.rows { for j in 0..<i {
            let mean = (a[i, j] + a[j, i]) / 2
            result[i, j] = mean
            result[j, i] = mean
        } }
        return result
    }

    /// Rows made orthonormal, each against those before it, twice for the digits.
    private static func orthonormalise(_ a: inout Matrix) {
        for i in 0..<a.rows {
            for _ in 0..<2 {
                for j in 0..<i {
                    var dot = 0.0
                    for k in 0..<a.columns { dot += a[i, k] * a[j, k] }
                    for k in 0..<a.columns { a[i, k] -= dot * a[j, k] }
                }
            }
            let norm = a.row(i).reduce(0) { $0 + $1 * $1 }.squareRoot()
            if norm > 0 { for k in 0..<a.columns { a[i, k] /= norm } }
        }
    }
}

/// Solutions of systems with symmetric matrices.
package enum SymmetricSystem {
    /// x with A·x = b, of least length where there are several: by Cholesky's method, by
    /// eigenvectors where A is singular.
    package static func solve(_ a: Matrix, _ b: [Double]) throws(TensorError) -> [Double] {
        let n = a.rows
        var l = a
        let tiny = (0..<n).map { a[$0, $0] }.max().map { $0 * 1e-12 } ?? 0
        for j in 0..<n {
            for k in 0..<j { for i in j..<n { l[i, j] -= l[i, k] * l[j, k] } }
            guard l[j, j] > tiny else { return try pseudoInverse(a, b) }
            let root = l[j, j].squareRoot()
            for i in j..<n { l[i, j] /= root }
        }
        var x = b
        for i in 0..<n {
            for k in 0..<i { x[i] -= l[i, k] * x[k] }
            x[i] /= l[i, i]
        }
        for i in stride(from: n - 1, through: 0, by: -1) {
            for k in (i + 1)..<max(n, i + 1) { x[i] -= l[k, i] * x[k] }
            x[i] /= l[i, i]
        }
        return x
    }

    private static func pseudoInverse(_ a: Matrix, _ b: [Double]) throws(TensorError) -> [Double] {
        let (values, vectors) = try SymmetricEigen.all(a)
        var x = [Double](repeating: 0, count: b.count)
        for (k, value) in values.enumerated() where value > (values.first ?? 0) * 1e-12 {
            let share = zip(vectors.row(k), b).reduce(0) { $0 + $1.0 * $1.1 } / value
            for (j, v) in vectors.row(k).enumerated() { x[j] += share * v }
        }
        return x
    }
}
