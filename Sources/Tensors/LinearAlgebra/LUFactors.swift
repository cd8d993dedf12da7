/// P·a = L·U with partial pivoting, blocked.
struct LUFactors {
    /// L below the diagonal (ones on it), U on and above.
    private(set) var factors: MatrixBuffer
    /// The row that was exchanged with each row.
    private(set) var pivots: [Int]
    /// 1 or −1, by the number of exchanges.
    private(set) var sign = 1.0

    init(_ a: MatrixBuffer) throws(TensorError) {
        factors = a
        pivots = Array(0..<a.rows)
        let n = a.rows
        var start = 0
        while start < n {
            try Interruption.check()
            let end = Swift.min(start + Blocks.width, n)
            factorPanel(start, end)
            if end < n {
                try factors.elements.access { (a) throws(TensorError) -> Void in
                    // U₁₂ = L₁₁⁻¹·A₁₂, then A₂₂ −= L₂₁·U₁₂.
                    for i in start..<end {
                        for j in start..<i {
                            let factor = a[i * n + j]
                            for c in end..<n { a[i * n + c] -= factor * a[j * n + c] }
                        }
                    }
                    try Blocks.product(
                        (n - end, n - end, end - start), -1,
                        (UnsafePointer(a + end * n + start), n, 1),
                        (UnsafePointer(a + start * n + end), n, 1), 1, (a + end * n + end, n))
                }
            }
            start = end
        }
    }

    private mutating func factorPanel(_ start: Int, _ end: Int) {
        let n = factors.rows
        factors.elements.withUnsafeMutableBufferPointer { a in
            for k in start..<end {
                var best = k
                for i in k..<n where abs(a[i * n + k]) > abs(a[best * n + k]) { best = i }
                pivots[k] = best
                if best != k {
                    sign = -sign
                    for c in 0..<n { a.swapAt(k * n + c, best * n + c) }
                }
                let pivot = a[k * n + k]
                if pivot == 0 { continue }
                for i in (k + 1)..<Swift.max(n, k + 1) {
                    let factor = a[i * n + k] / pivot
                    a[i * n + k] = factor
                    if factor == 0 { continue }
                    for c in (k + 1)..<Swift.max(end, k + 1) {
                        a[i * n + c] -= factor * a[k * n + c]
                    }
                }
            }
        }
    }

    /// Whether a pivot is 0, so that nothing can be solved.
    var isSingular: Bool {
        (0..<factors.rows).contains { factors[$0, $0] == 0 || factors[$0, $0].isNaN }
    }

    var determinant: Double {
        (0..<factors.rows).reduce(sign) { $0 * factors[$1, $1] }
    }

    /// The determinant's sign (0 if it is 0) and the logarithm of its size.
    var signAndLogarithm: (sign: Double, logarithm: Double) {
        var (sign, logarithm) = (sign, 0.0)
        for i in 0..<factors.rows {
            let pivot = factors[i, i]
            if pivot == 0 { return (0, -.infinity) }
            if pivot < 0 { sign = -sign }
            logarithm += SpecialFunctions.logarithm(abs(pivot))
        }
        return (sign, logarithm)
    }

    /// a⁻¹·b.
    func solve(_ b: MatrixBuffer) throws(TensorError) -> MatrixBuffer {
        var x = b
        let (n, count) = (factors.rows, b.columns)
        for i in 0..<n where pivots[i] != i {
            for c in 0..<count { x.elements.swapAt(i * count + c, pivots[i] * count + c) }
        }
        try x.elements.access { (x) throws(TensorError) -> Void in
            try factors.elements.read { (f) throws(TensorError) -> Void in
                try Blocks.solveTriangle(
                    n, f, row: n, column: 1, lower: true, unit: true, x, count: count)
                try Blocks.solveTriangle(
                    n, f, row: n, column: 1, lower: false, unit: false, x, count: count)
            }
        }
        return x
    }
}

/// a = L·Lᵀ for a symmetric positive definite a, of which the lower triangle is read.
enum CholeskyFactor {
    /// L, or nil where a is not positive definite.
    static func lower(_ a: MatrixBuffer) throws(TensorError) -> MatrixBuffer? {
        var l = a
        let n = a.rows
        var start = 0
        while start < n {
            try Interruption.check()
            let end = Swift.min(start + Blocks.width, n)
            let isDefinite = try l.elements.access { (l) throws(TensorError) -> Bool in
                for j in start..<end {
                    var diagonal = l[j * n + j]
                    for k in start..<j { diagonal -= l[j * n + k] * l[j * n + k] }
                    if !(diagonal > 0) { return false }
                    let root = diagonal.squareRoot()
                    l[j * n + j] = root
                    for i in (j + 1)..<Swift.max(n, j + 1) {
                        var sum = l[i * n + j]
                        for k in start..<j { sum -= l[i * n + k] * l[j * n + k] }
                        l[i * n + j] = sum / root
                    }
                }
                try Blocks.product(
                    (n - end, n - end, end - start), -1,
                    (UnsafePointer(l + end * n + start), n, 1),
                    (UnsafePointer(l + end * n + start), 1, n), 1, (l + end * n + end, n))
                return true
            }
            if !isDefinite { return nil }
            start = end
        }
        for i in 0..<n {
            for j in (i + 1)..<Swift.max(n, i + 1) { l[i, j] = 0 }
        }
        return l
    }
}
