/// a = Q·R by Householder's reflections, in blocks (Schreiber and Van Loan 1989).
struct QRFactors {
    private var reflected: MatrixBuffer
    private var blocks: [Block] = []

    /// Reflections of some columns at once: I − V·T·Vᵀ.
    private struct Block {
        let start: Int
        /// [rows from start on, width].
        let v: MatrixBuffer
        /// [width, width], upper.
        let t: MatrixBuffer
    }

    init(_ a: MatrixBuffer) throws(TensorError) {
        reflected = a
        let (m, n) = (a.rows, a.columns)
        let count = Swift.min(m, n)
        var start = 0
        while start < count {
            try Interruption.check()
            let end = Swift.min(start + 32, count)
            let block = factorPanel(start, end)
            if end < n {
                try Self.apply(
                    block, transposed: true, to: &reflected, columns: end..<n)
            }
            blocks.append(block)
            start = end
        }
    }

    private mutating func factorPanel(_ start: Int, _ end: Int) -> Block {
        let (m, n) = (reflected.rows, reflected.columns)
        let (height, width) = (m - start, end - start)
        var v = MatrixBuffer(rows: height, columns: width)
        var t = MatrixBuffer(rows: width, columns: width)
        for j in 0..<width {
            let column = start + j
            var square = 0.0
            var scale = 0.0
            for i in column..<m { scale = Swift.max(scale, abs(reflected[i, column])) }
            var tau = 0.0
            v[j, j] = 1
            if scale > 0, scale.isFinite {
                for i in column..<m {
                    let x = reflected[i, column] / scale
                    square += x * x
                }
                let head = reflected[column, column]
                let length = square.squareRoot() * scale
                let beta = head > 0 ? -length : length
                let isReflected = (column + 1..<Swift.max(m, column + 1)).contains {
                    reflected[$0, column] != 0
                }
                if isReflected {
                    tau = (beta - head) / beta
                    for i in (column + 1)..<m {
                        v[i - start, j] = reflected[i, column] / (head - beta)
                    }
                    reflected[column, column] = beta
                    for i in (column + 1)..<m { reflected[i, column] = 0 }
                    // The rest of the panel.
                    for c in (column + 1)..<Swift.max(end, column + 1) {
                        var dot = 0.0
                        for i in column..<m { dot += v[i - start, j] * reflected[i, c] }
                        dot *= tau
                        for i in column..<m { reflected[i, c] -= dot * v[i - start, j] }
                    }
                }
            }
            // T grows by a column: −τ·T·Vᵀ·v.
            for k in 0..<j {
                var dot = 0.0
                for i in j..<height { dot += v[i, k] * v[i, j] }
                t[k, j] = -tau * dot
            }
            for k in 0..<j {
                var sum = 0.0
                for l in k..<j { sum += t[k, l] * t[l, j] }
                t[k, j] = sum
            }
            t[j, j] = tau
        }
        _ = n
        return Block(start: start, v: v, t: t)
    }

    /// x[start…, columns] −= V·T·Vᵀ·x, with Tᵀ if transposed.
    private static func apply(
        _ block: Block, transposed: Bool, to x: inout MatrixBuffer, columns: Range<Int>
    ) throws(TensorError) {
        let n = x.columns
        let (height, width, count) = (block.v.rows, block.v.columns, columns.count)
        var product = MatrixBuffer(rows: width, columns: count)
        var scaled = MatrixBuffer(rows: width, columns: count)
        try x.elements.access { (x) throws(TensorError) -> Void in
            let part = x + block.start * n + columns.lowerBound
            try block.v.elements.read { (v) throws(TensorError) -> Void in
                try block.t.elements.read { (t) throws(TensorError) -> Void in
                    try product.elements.access { (p) throws(TensorError) -> Void in
                        try scaled.elements.access { (s) throws(TensorError) -> Void in
                            try Blocks.product(
                                (width, count, height), 1, (v, 1, width),
                                (UnsafePointer(part), n, 1), 0, (p, count))
                            try Blocks.product(
                                (width, count, width), 1,
                                (t, transposed ? 1 : width, transposed ? width : 1),
                                (UnsafePointer(p), count, 1), 0, (s, count))
                            try Blocks.product(
                                (height, count, width), -1, (v, width, 1),
                                (UnsafePointer(s), count, 1), 1, (part, n))
                        }
                    }
                }
            }
        }
    }

    /// R, the first `rows` rows.
    func r(rows: Int) -> MatrixBuffer {
        var result = MatrixBuffer(rows: rows, columns: reflected.columns)
        for i in 0..<rows {
            for j in i..<Swift.max(reflected.columns, i) { result[i, j] = reflected[i, j] }
        }
        return result
    }

    /// The first `columns` columns of Q.
    func q(columns: Int) throws(TensorError) -> MatrixBuffer {
        try apply(to: MatrixBuffer(identity: reflected.rows, columns: columns))
    }

    /// Q·x.
    func apply(to x: MatrixBuffer) throws(TensorError) -> MatrixBuffer {
        var result = x
        for block in blocks.reversed() {
            try Self.apply(block, transposed: false, to: &result, columns: 0..<x.columns)
        }
        return result
    }
}
