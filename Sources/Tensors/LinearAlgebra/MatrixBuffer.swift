internal import CKernels

/// A matrix of float64 in row-major order, as the factorisations work on it.
struct MatrixBuffer {
    let rows: Int
    let columns: Int
    var elements: [Double]

    init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
        elements = [Double](repeating: 0, count: rows * columns)
    }

    init(rows: Int, columns: Int, elements: ArraySlice<Double>) {
        self.rows = rows
        self.columns = columns
        self.elements = Array(elements)
    }

    /// The first `columns` columns of the identity.
    init(identity rows: Int, columns: Int) {
        self.init(rows: rows, columns: columns)
        for i in 0..<Swift.min(rows, columns) { elements[i * columns + i] = 1 }
    }

    subscript(row: Int, column: Int) -> Double {
        @inline(__always) get { elements[row * columns + column] }
        @inline(__always) set { elements[row * columns + column] = newValue }
    }

    func transposed() -> MatrixBuffer {
        var result = MatrixBuffer(rows: columns, columns: rows)
        for i in 0..<rows {
            for j in 0..<columns { result.elements[j * rows + i] = elements[i * columns + j] }
        }
        return result
    }

    /// This matrix times another.
    func times(_ other: MatrixBuffer) throws(TensorError) -> MatrixBuffer {
        var result = MatrixBuffer(rows: rows, columns: other.columns)
        let (m, n, k) = (rows, other.columns, columns)
        try result.elements.access { (c) throws(TensorError) -> Void in
            try elements.read { (a) throws(TensorError) -> Void in
                try other.elements.read { (b) throws(TensorError) -> Void in
                    try Blocks.product(
                        (m, n, k), 1, (a, columns, 1), (b, other.columns, 1), 0, (c, n))
                }
            }
        }
        return result
    }
}

extension [Double] {
    /// The elements' memory for writing.
    @inline(__always)
    mutating func access<Result>(
        _ body: (UnsafeMutablePointer<Double>) throws(TensorError) -> Result
    ) throws(TensorError) -> Result {
        var outcome: Swift.Result<Result, TensorError>?
        withUnsafeMutableBufferPointer { buffer in
            // An empty array has no address; nothing is read or written through this one.
            let base = buffer.baseAddress ?? UnsafeMutablePointer(bitPattern: 16).unsafelyUnwrapped
            do throws(TensorError) { outcome = .success(try body(base)) } catch {
                outcome = .failure(error)
            }
        }
        return try outcome.unsafelyUnwrapped.get()
    }

    /// The elements' memory.
    @inline(__always)
    func read<Result>(
        _ body: (UnsafePointer<Double>) throws(TensorError) -> Result
    ) throws(TensorError) -> Result {
        var outcome: Swift.Result<Result, TensorError>?
        withUnsafeBufferPointer { buffer in
            let base = buffer.baseAddress ?? UnsafePointer(bitPattern: 16).unsafelyUnwrapped
            do throws(TensorError) { outcome = .success(try body(base)) } catch {
                outcome = .failure(error)
            }
        }
        return try outcome.unsafelyUnwrapped.get()
    }
}

/// Operations on parts of matrices.
enum Blocks {
    /// Columns that are factorised at once.
    static let width = 48

    /// c = alpha·a·b + beta·c for operands with the steps between rows and between columns.
    static func product(
        _ size: (m: Int, n: Int, k: Int), _ alpha: Double,
        _ a: (data: UnsafePointer<Double>, row: Int, column: Int),
        _ b: (data: UnsafePointer<Double>, row: Int, column: Int), _ beta: Double,
        _ c: (data: UnsafeMutablePointer<Double>, row: Int)
    ) throws(TensorError) {
        if size.m == 0 || size.n == 0 { return }
        if size.k == 0, beta == 1 { return }
        var args = vj_matmul_args()
        args.dtype = VJ_FLOAT64
        (args.m, args.n, args.k) = (size.m, size.n, size.k)
        (args.alpha, args.beta) = (alpha, beta)
        args.a = UnsafeRawPointer(a.data)
        (args.a_row, args.a_col) = (a.row, a.column)
        args.b = UnsafeRawPointer(b.data)
        (args.b_row, args.b_col) = (b.row, b.column)
        args.c = UnsafeMutableRawPointer(c.data)
        args.c_row = c.row
        try check(vj_matmul(&args), "product")
    }

    /// Solves t·x = b in place for a triangular n×n t and b [n, count], in blocks of rows.
    ///
    /// t's element (i, j) is t[i·row + j·column]; `unit` takes its diagonal as ones.
    static func solveTriangle(
        _ n: Int, _ t: UnsafePointer<Double>, row: Int, column: Int, lower: Bool, unit: Bool,
        _ b: UnsafeMutablePointer<Double>, count: Int
    ) throws(TensorError) {
        var done = 0
        while done < n {
            try Interruption.check()
            let size = Swift.min(width, n - done)
            let start = lower ? done : n - done - size
            // What the rows that are solved already contribute.
            let solved = lower ? 0 : start + size
            try product(
                (size, count, done), -1, (t + start * row + solved * column, row, column),
                (UnsafePointer(b + solved * count), count, 1), 1, (b + start * count, count))
            for step in 0..<size {
                let i = lower ? start + step : start + size - 1 - step
                let target = b + i * count
                let others = lower ? start..<i : (i + 1)..<(start + size)
                for j in others {
                    let factor = t[i * row + j * column]
                    if factor == 0 { continue }
                    let source = b + j * count
                    for c in 0..<count { target[c] -= factor * source[c] }
                }
                if !unit {
                    let pivot = t[i * row + i * column]
                    for c in 0..<count { target[c] /= pivot }
                }
            }
            done += size
        }
    }
}
