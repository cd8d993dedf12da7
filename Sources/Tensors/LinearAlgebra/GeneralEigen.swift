/// A complex number of two float64.
struct ComplexDouble: Sendable {
    var re: Double
    var im: Double

    init(_ re: Double, _ im: Double = 0) {
        self.re = re
        self.im = im
    }

    static func + (a: Self, b: Self) -> Self { Self(a.re + b.re, a.im + b.im) }
    static func - (a: Self, b: Self) -> Self { Self(a.re - b.re, a.im - b.im) }
    static func * (a: Self, b: Self) -> Self {
        Self(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re)
    }
    static func * (a: Double, b: Self) -> Self { Self(a * b.re, a * b.im) }
    /// Smith's division, without overflow on the way.
    static func / (a: Self, b: Self) -> Self {
        if abs(b.re) >= abs(b.im) {
            let ratio = b.im / b.re
            let size = b.re + b.im * ratio
            return Self((a.re + a.im * ratio) / size, (a.im - a.re * ratio) / size)
        }
        let ratio = b.re / b.im
        let size = b.re * ratio + b.im
        return Self((a.re * ratio + a.im) / size, (a.im * ratio - a.re) / size)
    }

    var conjugate: Self { Self(re, -im) }
    var square: Double { re * re + im * im }

    var size: Double {
        let (big, small) = (Swift.max(abs(re), abs(im)), Swift.min(abs(re), abs(im)))
        if big == 0 { return 0 }
        let ratio = small / big
        return big * (1 + ratio * ratio).squareRoot()
    }

    var squareRoot: Self {
        let r = size
        if r == 0 { return Self(0) }
        let a = ((r + abs(re)) / 2).squareRoot()
        let b = im / (2 * a)
        return re >= 0 ? Self(a, b) : Self(abs(b), im < 0 ? -a : a)
    }
}

/// Eigenvalues and eigenvectors of any square matrix: reduction to Hessenberg form, then complex QR
/// steps with Wilkinson's shift to an upper triangle, whose vectors are substituted back.
struct GeneralEigen {
    private(set) var values: [ComplexDouble] = []
    /// vectors[i·n + j]: component i of the vector of value j, of length 1.
    private(set) var vectors: [ComplexDouble] = []

    init(_ a: MatrixBuffer) throws(TensorError) {
        guard a.elements.allSatisfy({ $0.isFinite }) else {
            throw .domain(
                operation: "eigen", problem: "the matrix holds NaN or infinities", help: nil)
        }
        let n = a.rows
        var h = a
        var q = MatrixBuffer(identity: n, columns: n)
        Self.reduce(&h, &q)
        var t = h.elements.map { ComplexDouble($0) }
        var z = q.elements.map { ComplexDouble($0) }
        try Self.iterate(&t, &z, n)
        values = (0..<n).map { t[$0 * n + $0] }
        vectors = try Self.substitute(t, z, n)
        tidy(a)
    }

    /// h = Qᵀ·h·Q with zeros below the first subdiagonal.
    private static func reduce(_ h: inout MatrixBuffer, _ q: inout MatrixBuffer) {
        let n = h.rows
        for k in 0..<Swift.max(n - 2, 0) {
            var scale = 0.0
            for i in (k + 1)..<n { scale = Swift.max(scale, abs(h[i, k])) }
            if scale == 0 { continue }
            var rest = 0.0
            for i in (k + 2)..<n { rest += (h[i, k] / scale) * (h[i, k] / scale) }
            if rest == 0 { continue }
            let head = h[k + 1, k]
            let length = (rest + (head / scale) * (head / scale)).squareRoot() * scale
            let beta = head > 0 ? -length : length
            let tau = (beta - head) / beta
            var v = [Double](repeating: 0, count: n)
            v[k + 1] = 1
            for i in (k + 2)..<n { v[i] = h[i, k] / (head - beta) }
            for j in 0..<n {
                var dot = 0.0
                for i in (k + 1)..<n { dot += v[i] * h[i, j] }
                for i in (k + 1)..<n { h[i, j] -= tau * dot * v[i] }
            }
            for i in 0..<n {
                var (dot, other) = (0.0, 0.0)
                for j in (k + 1)..<n {
                    dot += h[i, j] * v[j]
                    other += q[i, j] * v[j]
                }
                for j in (k + 1)..<n {
                    h[i, j] -= tau * dot * v[j]
                    q[i, j] -= tau * other * v[j]
                }
            }
            for i in (k + 2)..<n { h[i, k] = 0 }
        }
    }

    /// Givens rotations down the subdiagonal and back up, until it has vanished.
    private static func iterate(
        _ t: inout [ComplexDouble], _ z: inout [ComplexDouble], _ n: Int
    ) throws(TensorError) {
        var high = n - 1
        var round = 0
        let norm = t.reduce(0) { Swift.max($0, $1.size) }
        while high > 0 {
            var low = high
            while low > 0 {
                let size = t[low * n + low].size + t[(low - 1) * n + low - 1].size
                if t[low * n + low - 1].size <= 2.2e-16 * (size == 0 ? norm : size) {
                    t[low * n + low - 1] = ComplexDouble(0)
                    break
                }
                low -= 1
            }
            if low == high {
                high -= 1
                round = 0
                continue
            }
            round += 1
            guard round <= 300 else {
                throw .domain(
                    operation: "eigen", problem: "the steps did not converge", help: nil)
            }
            try Interruption.check()
            let shift = self.shift(t, n, high, isUnusual: round % 11 == 10)
            for i in low...high { t[i * n + i] = t[i * n + i] - shift }
            var rotations: [(c: Double, s: ComplexDouble)] = []
            for k in low..<high {
                let (a, b) = (t[k * n + k], t[(k + 1) * n + k])
                let size = (a.square + b.square).squareRoot()
                var (c, s) = (1.0, ComplexDouble(0))
                if size > 0 {
                    if a.size == 0 {
                        (c, s) = (0, ComplexDouble(1))
                    } else {
                        c = a.size / size
                        s = (c / a.square) * (a * b.conjugate)
                    }
                }
                rotations.append((c, s))
                for j in k..<n {
                    let (x, y) = (t[k * n + j], t[(k + 1) * n + j])
                    t[k * n + j] = c * x + s * y
                    t[(k + 1) * n + j] = c * y - s.conjugate * x
                }
            }
            for (index, (c, s)) in rotations.enumerated() {
                let k = low + index
                for i in 0...Swift.min(k + 1, high) {
                    let (x, y) = (t[i * n + k], t[i * n + k + 1])
                    t[i * n + k] = c * x + s.conjugate * y
                    t[i * n + k + 1] = c * y - s * x
                }
                for i in 0..<n {
                    let (x, y) = (z[i * n + k], z[i * n + k + 1])
                    z[i * n + k] = c * x + s.conjugate * y
                    z[i * n + k + 1] = c * y - s * x
                }
            }
            for i in low...high { t[i * n + i] = t[i * n + i] + shift }
        }
    }

    /// The eigenvalue of the last 2×2 block that is closer to its corner.
    private static func shift(
        _ t: [ComplexDouble], _ n: Int, _ high: Int, isUnusual: Bool
    ) -> ComplexDouble {
        let (a, b) = (t[(high - 1) * n + high - 1], t[(high - 1) * n + high])
        let (c, d) = (t[high * n + high - 1], t[high * n + high])
        if isUnusual { return ComplexDouble(c.size + d.re, d.im) }
        let half = 0.5 * (a - d)
        let root = (half * half + b * c).squareRoot
        let plus = half + root
        let minus = half - root
        let far = plus.square >= minus.square ? plus : minus
        return far.square == 0 ? d : d - b * c / far
    }

    /// The vectors of an upper triangle t, turned by z and scaled to length 1.
    private static func substitute(
        _ t: [ComplexDouble], _ z: [ComplexDouble], _ n: Int
    ) throws(TensorError) -> [ComplexDouble] {
        var result = [ComplexDouble](repeating: ComplexDouble(0), count: n * n)
        let norm = Swift.max(t.reduce(0) { Swift.max($0, $1.size) }, 1e-300)
        for j in 0..<n {
            try Interruption.check()
            var x = [ComplexDouble](repeating: ComplexDouble(0), count: n)
            x[j] = ComplexDouble(1)
            for i in stride(from: j - 1, through: 0, by: -1) {
                var sum = ComplexDouble(0)
                for k in (i + 1)...j { sum = sum + t[i * n + k] * x[k] }
                var pivot = t[i * n + i] - t[j * n + j]
                // Equal values: a step that is lost in rounding keeps the vector finite.
                if pivot.size < 2.2e-16 * norm { pivot = ComplexDouble(2.2e-16 * norm) }
                x[i] = ComplexDouble(0) - sum / pivot
            }
            var length = 0.0
            var column = [ComplexDouble](repeating: ComplexDouble(0), count: n)
            for i in 0..<n {
                var sum = ComplexDouble(0)
                for k in 0...j { sum = sum + z[i * n + k] * x[k] }
                column[i] = sum
            }
            let largest = column.reduce(0) { Swift.max($0, $1.size) }
            for value in column { length += (1 / largest * value).square }
            length = length.squareRoot() * largest
            for i in 0..<n { result[i * n + j] = 1 / length * column[i] }
        }
        return result
    }

    /// Values that are real but for rounding become real, and so do their vectors.
    private mutating func tidy(_ a: MatrixBuffer) {
        let n = a.rows
        let norm = values.reduce(0) { Swift.max($0, $1.size) }
        for j in 0..<n where abs(values[j].im) <= 1e-14 * Double(n) * norm {
            // Turned so that the largest component is real.
            var best = ComplexDouble(0)
            for i in 0..<n where vectors[i * n + j].square > best.square { best = vectors[i * n + j] }
            guard best.size > 0 else { continue }
            let turn = 1 / best.size * best.conjugate
            let turned = (0..<n).map { turn * vectors[$0 * n + j] }
            guard turned.allSatisfy({ abs($0.im) < 1e-7 }) else { continue }
            values[j].im = 0
            let length = turned.reduce(0) { $0 + $1.re * $1.re }.squareRoot()
            for i in 0..<n { vectors[i * n + j] = ComplexDouble(turned[i].re / length) }
        }
    }
}
