extension Operations {
    /// attributes: i0 the diagonal above which is kept.
    package static let triu: Operation = triangle("triu", "on and above", upper: true)
    package static let tril: Operation = triangle("tril", "on and below", upper: false)

    private static func triangle(_ name: String, _ place: String, upper: Bool) -> Operation {
        Operation(
            name, "matrices with what is \(place) a diagonal, 0 elsewhere (NumPy)",
            samples: [Operation.Sample([2, 3, 4], attributes: Attributes(i0: 1))],
            isComposed: true,
            run: { (x, a) throws(TensorError) in
                try Checked.triangle(x[0], upper: upper, offset: a.i0)
            })
    }

    /// attributes: i0 the offset above the main diagonal.
    package static let diagonal: Operation = Operation(
        "diagonal", "the diagonal of matrices, along the last axis (NumPy)",
        samples: [
            Operation.Sample([2, 3, 4], attributes: Attributes(i0: 1)),
            Operation.Sample([3, 3], attributes: Attributes(i0: -1)),
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in try Checked.diagonal(x[0], offset: a.i0) })

    /// attributes: i0 the offset above the main diagonal.
    package static let diagonalMatrix: Operation = Operation(
        "diagonalMatrix", "the matrix with a vector on its diagonal, 0 elsewhere (NumPy's diag)",
        samples: [Operation.Sample([3], attributes: Attributes(i0: -1))], isComposed: true,
        run: { (x, a) throws(TensorError) in try Checked.diagonalMatrix(x[0], offset: a.i0) })

    package static let trace: Operation = Operation(
        "trace", "the sum of matrices' diagonals (NumPy)",
        samples: [Operation.Sample([2, 3, 3])], isComposed: true,
        run: { (x, _) throws(TensorError) in try Checked.trace(x[0]) })
}

extension Checked {
    /// The part of matrices [..., rows, columns] on one side of a diagonal.
    package static func triangle(
        _ x: Tensor, upper: Bool, offset: Int = 0
    ) throws(TensorError) -> Tensor {
        let name = upper ? "triu" : "tril"
        guard x.rank >= 2 else {
            throw .shape(
                operation: name, expected: "matrices [..., rows, columns]", given: x.shape,
                help: nil)
        }
        let (rows, columns) = (x.shape[x.rank - 2], x.shape[x.rank - 1])
        let (bound, overflow) = rows.addingReportingOverflow(Swift.min(Swift.max(offset, -1 << 40), 1 << 40))
        _ = bound
        guard !overflow else { throw .tooLarge(shape: x.shape) }
        let shift = Swift.min(Swift.max(offset, -1 << 40), 1 << 40)
        let row = try reshaped(add(arange(0, rows), .integer(shift)), Shape(rows, 1))
        let isInside = try compare(upper ? .greaterOrEqual : .lessOrEqual, arange(0, columns), row)
        return try `where`(isInside, x, constant(.integer(0), x.dtype))
    }

    /// The diagonal of two axes, as a new last axis: a view.
    package static func diagonal(
        _ x: Tensor, offset: Int = 0, axes: (Int, Int) = (-2, -1)
    ) throws(TensorError) -> Tensor {
        let first = try Axes.resolve(axes.0, rank: x.rank, "diagonal")
        let second = try Axes.resolve(axes.1, rank: x.rank, "diagonal")
        guard first != second else {
            throw .repeatedAxis(operation: "diagonal", axis: axes.1)
        }
        let flat = x.shape.rowMajorStrides
        let (rows, columns) = (x.shape[first], x.shape[second])
        let bounded = Swift.min(Swift.max(offset, -rows), columns)
        let count = bounded >= 0
            ? Swift.max(0, Swift.min(rows, columns - bounded))
            : Swift.max(0, Swift.min(rows + bounded, columns))
        var shape = Shape()
        var strides = Strides()
        for axis in 0..<x.rank where axis != first && axis != second {
            shape.append(x.shape[axis])
            strides.append(flat[axis])
        }
        shape.append(count)
        strides.append(flat[first] + flat[second])
        let start = count == 0
            ? 0 : bounded >= 0 ? bounded * flat[second] : -bounded * flat[first]
        return try strided(x, shape: shape, strides: strides, offset: start)
    }

    /// The matrix with a vector on a diagonal.
    package static func diagonalMatrix(
        _ x: Tensor, offset: Int = 0
    ) throws(TensorError) -> Tensor {
        guard x.rank == 1 else {
            throw .shape(
                operation: "diagonalMatrix", expected: "a vector", given: x.shape,
                help: x.rank == 2 ? "'diagonal()' takes a matrix's diagonal" : nil)
        }
        let (size, overflow) = x.count.addingReportingOverflow(
            Int(clamping: offset.magnitude))
        guard !overflow else { throw .tooLarge(shape: x.shape) }
        return try scattered(
            x, into: Shape(checking: [size, size]), strides: Strides(size + 1),
            offset: x.count == 0 ? 0 : offset >= 0 ? offset : -offset * size)
    }

    package static func trace(_ x: Tensor, offset: Int = 0) throws(TensorError) -> Tensor {
        try sum(diagonal(x, offset: offset), axes: [-1])
    }

    /// Coordinates of a grid: for vectors x, y, … tensors of shape [x.count, y.count, …], or with
    /// `indexing` false [y.count, x.count, …] as NumPy's default does.
    package static func meshgrid(
        _ vectors: [Tensor], matrixIndexing: Bool = false
    ) throws(TensorError) -> [Tensor] {
        guard vectors.count <= Shape.maximumRank else { throw .rank(vectors.count) }
        var shape = Shape()
        for vector in vectors {
            guard vector.rank <= 1 else {
                throw .shape(
                    operation: "meshgrid", expected: "vectors", given: vector.shape, help: nil)
            }
            shape.append(vector.count)
        }
        let swaps = !matrixIndexing && vectors.count >= 2
        var result: [Tensor] = []
        for (axis, vector) in vectors.enumerated() {
            var own = Shape(repeating: 1, rank: vectors.count)
            own[axis] = vector.count
            let grid = try broadcast(reshaped(vector, own), to: shape)
            result.append(swaps ? try swappedAxes(grid, 0, 1) : grid)
        }
        return result
    }

    /// 1 on a diagonal of a matrix that need not be square.
    package static func identity(
        rows: Int, columns: Int, offset: Int = 0, dtype: DType = .float32
    ) throws(TensorError) -> Tensor {
        let shape = try Shape(checking: [rows, columns])
        let result = try zeros(shape, dtype: dtype)
        let count = try diagonal(result, offset: offset).count
        let ones = try ones(Shape(count), dtype: dtype)
        if count == 0 { return result }
        return try scattered(
            ones, into: shape, strides: Strides(columns + 1),
            offset: offset >= 0 ? offset : -offset * columns)
    }
}
