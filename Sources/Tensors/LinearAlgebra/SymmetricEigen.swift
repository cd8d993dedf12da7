/// a = V·diag(w)·Vᵀ for a symmetric a: Householder's reduction to three diagonals, then implicit QL
/// steps with Wilkinson's shift.
struct SymmetricEigen {
    /// In ascending order.
    let values: [Double]
    /// Vᵀ: row i is the eigenvector of value i.
    let vectors: MatrixBuffer

    /// Reads the lower triangle.
    init(_ a: MatrixBuffer) throws(TensorError) {
        guard a.elements.allSatisfy({ $0.isFinite }) else {
            throw .domain(
                operation: "symmetricEigen", problem: "the matrix holds NaN or infinities",
                help: nil)
        }
        let n = a.rows
        var (d, e) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
        var v = try Self.reduce(a, &d, &e)
        try Self.iterate(&d, &e, &v)
        let order = (0..<n).sorted { d[$0] < d[$1] }
        values = order.map { d[$0] }
        var sorted = MatrixBuffer(rows: n, columns: n)
        for (place, row) in order.enumerated() {
            for c in 0..<n { sorted[place, c] = v[row, c] }
        }
        vectors = sorted
    }

    /// a = Qᵀ·T·Q with T of diagonal d and subdiagonal e (e[i] between i and i + 1); gives Q.
    private static func reduce(
        _ a: MatrixBuffer, _ d: inout [Double], _ e: inout [Double]
    ) throws(TensorError) -> MatrixBuffer {
        let n = a.rows
        var x = a
        for i in 0..<n {
            for j in (i + 1)..<Swift.max(n, i + 1) { x[i, j] = x[j, i] }
        }
        var reflections: [(v: [Double], tau: Double)] = []
        try x.elements.access { (x) throws(TensorError) -> Void in
            var p = [Double](repeating: 0, count: n)
            for k in 0..<Swift.max(n - 2, 0) {
                try Interruption.check()
                // A reflection that leaves one element below the diagonal of column k.
                var v = [Double](repeating: 0, count: n)
                var scale = 0.0
                for i in (k + 1)..<n { scale = Swift.max(scale, abs(x[i * n + k])) }
                var tau = 0.0
                let head = x[(k + 1) * n + k]
                var beta = head
                var rest = 0.0
                if scale > 0 {
                    for i in (k + 2)..<n { rest += (x[i * n + k] / scale) * (x[i * n + k] / scale) }
                }
                if rest > 0 {
                    let length = (rest + (head / scale) * (head / scale)).squareRoot() * scale
                    beta = head > 0 ? -length : length
                    tau = (beta - head) / beta
                    v[k + 1] = 1
                    for i in (k + 2)..<n { v[i] = x[i * n + k] / (head - beta) }
                    // A − v·wᵀ − w·vᵀ with p = τ·A·v, w = p − ½τ(pᵀv)·v.
                    var dot = 0.0
                    for i in (k + 1)..<n {
                        var sum = 0.0
                        let row = x + i * n
                        for j in (k + 1)..<n { sum += row[j] * v[j] }
                        p[i] = tau * sum
                        dot += p[i] * v[i]
                    }
                    let half = 0.5 * tau * dot
                    for i in (k + 1)..<n { p[i] -= half * v[i] }
                    for i in (k + 1)..<n {
                        let (vi, wi) = (v[i], p[i])
                        let row = x + i * n
                        for j in (k + 1)..<n { row[j] -= vi * p[j] + wi * v[j] }
                    }
                }
                e[k] = beta
                reflections.append((v, tau))
            }
            for i in 0..<n { d[i] = x[i * n + i] }
            if n >= 2 { e[n - 2] = x[(n - 1) * n + n - 2] }
        }
        // Qᵀ = H₀·H₁·…, kept as its transpose: rows are what becomes eigenvectors.
        var q = MatrixBuffer(identity: n, columns: n)
        try q.elements.access { (q) throws(TensorError) -> Void in
            for (k, reflection) in reflections.enumerated().reversed() where reflection.tau != 0 {
                try Interruption.check()
                let v = reflection.v
                for i in (k + 1)..<n {
                    let row = q + i * n
                    var dot = 0.0
                    for j in (k + 1)..<n { dot += row[j] * v[j] }
                    dot *= reflection.tau
                    for j in (k + 1)..<n { row[j] -= dot * v[j] }
                }
            }
        }
        return q
    }

    /// Makes the subdiagonal vanish, turning the rows of v.
    private static func iterate(
        _ d: inout [Double], _ e: inout [Double], _ v: inout MatrixBuffer
    ) throws(TensorError) {
        let n = d.count
        try v.elements.access { (v) throws(TensorError) -> Void in
            for l in 0..<n {
                var round = 0
                while true {
                    // The first element that is negligible.
                    var m = l
                    while m < n - 1 {
                        let size = abs(d[m]) + abs(d[m + 1])
                        if abs(e[m]) <= 1.1e-16 * size || abs(e[m]) < 1e-300 { break }
                        m += 1
                    }
                    if m == l { break }
                    round += 1
                    guard round <= 60 else {
                        throw .domain(
                            operation: "symmetricEigen", problem: "the steps did not converge",
                            help: nil)
                    }
                    try Interruption.check()
                    var g = (d[l + 1] - d[l]) / (2 * e[l])
                    var r = (g * g + 1).squareRoot()
                    g = d[m] - d[l] + e[l] / (g + (g >= 0 ? r : -r))
                    var (s, c, p) = (1.0, 1.0, 0.0)
                    var i = m - 1
                    var isSplit = false
                    while i >= l {
                        let f = s * e[i]
                        let b = c * e[i]
                        let scale = Swift.max(abs(f), abs(g))
                        r = scale == 0
                            ? 0
                            : scale * ((f / scale) * (f / scale) + (g / scale) * (g / scale))
                                .squareRoot()
                        e[i + 1] = r
                        if r == 0 {
                            d[i + 1] -= p
                            e[m] = 0
                            isSplit = true
                            break
                        }
                        s = f / r
                        c = g / r
                        g = d[i + 1] - p
                        let t = (d[i] - g) * s + 2 * c * b
                        p = s * t
                        d[i + 1] = g + p
                        g = c * t - b
                        let (low, high) = (v + i * n, v + (i + 1) * n)
                        for k in 0..<n {
                            let (x, y) = (low[k], high[k])
                            high[k] = s * x + c * y
                            low[k] = c * x - s * y
                        }
                        i -= 1
                    }
                    if isSplit { continue }
                    d[l] -= p
                    e[l] = g
                    e[m] = 0
                }
            }
        }
    }
}
