/// a = U·diag(s)·Vᵀ, thin, by one-sided Jacobi rotations after a QR factorisation (Drmač and
/// Veselić 2008): small singular values are as accurate as large ones.
struct SingularValues {
    let u: MatrixBuffer
    let s: [Double]
    /// Vᵀ, [min(m, n), n].
    let vt: MatrixBuffer

    /// - Throws: `domain` when the rotations do not converge, which takes NaN or infinities.
    init(_ a: MatrixBuffer) throws(TensorError) {
        if a.rows < a.columns {
            let other = try SingularValues(a.transposed())
            u = other.vt.transposed()
            s = other.s
            vt = other.u.transposed()
            return
        }
        guard a.elements.allSatisfy({ $0.isFinite }) else {
            throw .domain(
                operation: "svd", problem: "the matrix holds NaN or infinities", help: nil)
        }
        let n = a.columns
        let qr = try QRFactors(a)
        // Rows of R are the columns of Rᵀ = V·diag(s)·Wᵀ; W turns Q's columns into U.
        var work = qr.r(rows: n)
        var rotations = MatrixBuffer(identity: n, columns: n)
        try Self.rotate(&work, &rotations)
        var lengths = [Double](repeating: 0, count: n)
        for i in 0..<n { lengths[i] = Self.length(work, i) }
        let order = (0..<n).sorted { lengths[$0] > lengths[$1] }
        var w = MatrixBuffer(rows: n, columns: n)
        var v = MatrixBuffer(rows: n, columns: n)
        let least = Double.leastNormalMagnitude
        var missing: [Int] = []
        for (place, row) in order.enumerated() {
            for c in 0..<n { w[c, place] = rotations[row, c] }
            if lengths[row] > least {
                for c in 0..<n { v[place, c] = work[row, c] / lengths[row] }
            } else {
                missing.append(place)
            }
        }
        for place in missing { Self.complete(&v, place) }
        s = order.map { lengths[$0] }
        vt = v
        // U = Q·[W; 0].
        var padded = MatrixBuffer(rows: a.rows, columns: n)
        for i in 0..<n {
            for j in 0..<n { padded[i, j] = w[i, j] }
        }
        u = try qr.apply(to: padded)
    }

    private static func length(_ a: MatrixBuffer, _ row: Int) -> Double {
        let part = a.elements[(row * a.columns)..<((row + 1) * a.columns)]
        let scale = part.reduce(0) { Swift.max($0, abs($1)) }
        if scale == 0 { return 0 }
        return scale * part.reduce(0) { $0 + ($1 / scale) * ($1 / scale) }.squareRoot()
    }

    /// Turns pairs of rows until all are orthogonal, and the rows of `rotations` with them.
    private static func rotate(
        _ a: inout MatrixBuffer, _ rotations: inout MatrixBuffer
    ) throws(TensorError) {
        let n = a.columns
        let count = a.rows
        // Scaled by a power of two, so that squares neither overflow nor vanish.
        let largest = a.elements.reduce(0) { Swift.max($0, abs($1)) }
        if largest == 0 { return }
        let scale = Double(sign: .plus, exponent: -largest.exponent, significand: 1)
        for i in a.elements.indices { a.elements[i] *= scale }
        let tolerance = 1e-16 * Double(Swift.max(n, 4)).squareRoot()
        try a.elements.access { (x) throws(TensorError) -> Void in
            try rotations.elements.access { (r) throws(TensorError) -> Void in
                for sweep in 0..<80 {
                    var isDone = true
                    for p in 0..<Swift.max(count - 1, 0) {
                        try Interruption.check()
                        for q in (p + 1)..<count {
                            let (xp, xq) = (x + p * n, x + q * n)
                            var (alpha, beta, gamma) = (0.0, 0.0, 0.0)
                            for i in 0..<n {
                                alpha += xp[i] * xp[i]
                                beta += xq[i] * xq[i]
                                gamma += xp[i] * xq[i]
                            }
                            if abs(gamma) <= tolerance * (alpha.squareRoot() * beta.squareRoot())
                                || gamma == 0
                            {
                                continue
                            }
                            isDone = false
                            let zeta = (beta - alpha) / (2 * gamma)
                            let t = (zeta >= 0 ? 1.0 : -1.0)
                                / (abs(zeta) + (1 + zeta * zeta).squareRoot())
                            let c = 1 / (1 + t * t).squareRoot()
                            turn(xp, xq, n, c, c * t)
                            turn(r + p * count, r + q * count, count, c, c * t)
                        }
                    }
                    if isDone { break }
                    if sweep == 79 {
                        throw .domain(
                            operation: "svd", problem: "the rotations did not converge", help: nil)
                    }
                }
            }
        }
        for i in a.elements.indices { a.elements[i] /= scale }
    }

    @inline(__always)
    private static func turn(
        _ a: UnsafeMutablePointer<Double>, _ b: UnsafeMutablePointer<Double>, _ n: Int,
        _ c: Double, _ s: Double
    ) {
        for i in 0..<n {
            let (x, y) = (a[i], b[i])
            a[i] = c * x - s * y
            b[i] = s * x + c * y
        }
    }

    /// Makes a row a unit vector orthogonal to all others that are not zero.
    private static func complete(_ v: inout MatrixBuffer, _ place: Int) {
        let n = v.columns
        for axis in 0..<n {
            var candidate = [Double](repeating: 0, count: n)
            candidate[axis] = 1
            // Twice, as the first time leaves rounding errors.
            for _ in 0..<2 {
                for row in 0..<v.rows where row != place {
                    var dot = 0.0
                    for c in 0..<n { dot += v[row, c] * candidate[c] }
                    for c in 0..<n { candidate[c] -= dot * v[row, c] }
                }
            }
            let size = candidate.reduce(0) { $0 + $1 * $1 }.squareRoot()
            if size > 0.5 / Double(n).squareRoot() {
                for c in 0..<n { v[place, c] = candidate[c] / size }
                return
            }
        }
    }
}
