package import Tensors

/// Rows of numbers in double precision, as the classical models compute with them.
package struct Matrix {
    package let rows: Int
    package let columns: Int
    package var values: [Double]

    package init(rows: Int, columns: Int, values: [Double]? = nil) {
        self.rows = rows
        self.columns = columns
        self.values = values ?? Array(repeating: 0, count: rows * columns)
    }

    /// The rows of a tensor [count, features]; further axes, such as an image's, are one.
    package init(_ x: Tensor, _ operation: String) throws(TensorError) {
        let flat = try Matrix.rows(of: x, operation)
        rows = flat.shape[0]
        columns = flat.shape[1]
        values = try Checked.scalars(flat, as: Double.self)
    }

    /// The same as a tensor in double precision.
    package static func rows(of x: Tensor, _ operation: String) throws(TensorError) -> Tensor {
        guard x.rank >= 2 else {
            throw .shape(
                operation: operation, expected: "examples [count, features]", given: x.shape,
                help: x.rank == 1 ? "'reshaped(-1, 1)' makes a column of single features" : nil)
        }
        let columns = x.shape.dropFirst().reduce(1, &*)
        return try Checked.reshaped(
            Checked.asType(Checked.stopGradient(x), .float64), Shape(x.shape[0], columns))
    }

    /// A tensor of two axes.
    package init(_ x: Tensor) throws(TensorError) {
        rows = x.shape[0]
        columns = x.shape[1]
        values = try Checked.scalars(x, as: Double.self)
    }

    package subscript(row: Int, column: Int) -> Double {
        @inline(__always) get { values[row * columns + column] }
        @inline(__always) set { values[row * columns + column] = newValue }
    }

    package func row(_ row: Int) -> ArraySlice<Double> {
        values[(row * columns)..<((row + 1) * columns)]
    }

    package func selecting(_ positions: [Int]) -> Matrix {
        var result: [Double] = []
        result.reserveCapacity(positions.count * columns)
        for position in positions { result.append(contentsOf: row(position)) }
        return Matrix(rows: positions.count, columns: columns, values: result)
    }

    package func tensor(_ dtype: DType = .float64) throws(TensorError) -> Tensor {
        try Checked.tensor(values, shape: [rows, columns], dtype: dtype)
    }

    /// The product, by the tensors' kernels.
    package func times(_ other: Matrix) throws(TensorError) -> Matrix {
        let product = try Checked.matmul(tensor(), other.tensor())
        return Matrix(
            rows: rows, columns: other.columns,
            values: try Checked.scalars(product, as: Double.self))
    }

    package var transposed: Matrix {
        var result = Matrix(rows: columns, columns: rows)
        for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
        return result
    }

    /// The mean of each column.
    package var means: [Double] {
        var sums = [Double](repeating: 0, count: columns)
        for i in 0..<rows { for j in 0..<columns { sums[j] += self[i, j] } }
        return sums.map { $0 / Double(max(rows, 1)) }
    }

    /// The variance of each column, divided by the number of rows.
    package func variances(_ means: [Double]) -> [Double] {
        var sums = [Double](repeating: 0, count: columns)
        for i in 0..<rows {
            for j in 0..<columns {
                let gap = self[i, j] - means[j]
                sums[j] += gap * gap
            }
        }
        return sums.map { $0 / Double(max(rows, 1)) }
    }

    package func centred(_ means: [Double]) -> Matrix {
        var result = self
        for i in 0..<rows { for j in 0..<columns { result[i, j] -= means[j] } }
        return result
    }
}

/// The squared Euclidean distance between two rows.
@inline(__always)
package func squaredDistance(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>) -> Double {
    var sum = 0.0
    var i = a.startIndex
    var j = b.startIndex
    while i < a.endIndex {
        let gap = a[i] - b[j]
        sum += gap * gap
        i += 1
        j += 1
    }
    return sum
}
