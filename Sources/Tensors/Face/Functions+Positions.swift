// Scattering, masks and diagonals.

/// The matrix with a vector on a diagonal, 0 elsewhere.
///
///     diagonalMatrix(Tensor([1, 2]))
public func diagonalMatrix(_ x: Tensor, offset: Int = 0) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.diagonalMatrix(x, offset: offset) }
}

/// Coordinates of a grid: for x and y tensors of shape [y.count, x.count], or [x.count, y.count]
/// with `matrixIndexing`.
///
///     meshgrid([Tensor([0, 1, 2]), Tensor([0, 1])])[0]
public func meshgrid(_ vectors: [Tensor], matrixIndexing: Bool = false) -> [Tensor] {
    orEnd { () throws(TensorError) in
        try Checked.meshgrid(vectors, matrixIndexing: matrixIndexing)
    }
}

/// The coordinates of a grid over x and y, each of shape [y.count, x.count].
///
///     let (xs, ys) = meshgrid(Tensor.linspace(-1, 1, count: 50), Tensor.linspace(0, 2, count: 40))
///
/// With `matrixIndexing` both have shape [x.count, y.count] (NumPy's `indexing="ij"`).
public func meshgrid(_ x: Tensor, _ y: Tensor, matrixIndexing: Bool = false) -> (Tensor, Tensor) {
    let grid = meshgrid([x, y], matrixIndexing: matrixIndexing)
    return (grid[0], grid[1])
}

extension Tensor {
    /// With the element at each position along an axis replaced; of equal positions the last
    /// counts.
    ///
    ///     Tensor.zeros(3).scattered(Tensor([2, 0]), Tensor([5.0, 7]))
    public func scattered(_ indices: Tensor, _ updates: Tensor, axis: Int = 0) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.scattered(self, indices, updates, axis: axis)
        }
    }

    /// With each update added at its position along an axis.
    ///
    ///     Tensor.zeros(3).scatteredAdding(Tensor([2, 2]), Tensor([5.0, 7]))
    public func scatteredAdding(_ indices: Tensor, _ updates: Tensor, axis: Int = 0) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.scatteredAdding(self, indices, updates, axis: axis)
        }
    }

    /// With one value where a mask of truth values holds.
    ///
    ///     Tensor([1.0, 2]).maskedFill(Tensor([true, false]), value: 0)
    public func maskedFill(_ mask: Tensor, value: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.maskedFill(self, mask, value: value) }
    }

    /// Matrices with what is on and above a diagonal, 0 elsewhere.
    ///
    ///     Tensor.ones(3, 3).triu()
    public func triu(offset: Int = 0) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.triangle(self, upper: true, offset: offset) }
    }

    /// Matrices with what is on and below a diagonal, 0 elsewhere.
    ///
    ///     Tensor.ones(3, 3).tril(offset: -1)
    public func tril(offset: Int = 0) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.triangle(self, upper: false, offset: offset) }
    }

    /// The diagonal of matrices, along the last axis.
    ///
    ///     Tensor([[1, 2], [3, 4]]).diagonal()
    public func diagonal(offset: Int = 0) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.diagonal(self, offset: offset) }
    }

    /// The sum of matrices' diagonals.
    ///
    ///     Tensor([[1, 2], [3, 4]]).trace()
    public func trace() -> Tensor {
        orEnd { () throws(TensorError) in try Checked.trace(self) }
    }

    /// 1 on a diagonal of a matrix that need not be square, 0 elsewhere.
    ///
    ///     Tensor.identity(rows: 2, columns: 3)
    public static func identity(
        rows: Int, columns: Int, offset: Int = 0, dtype: DType = .float32
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.identity(rows: rows, columns: columns, offset: offset, dtype: dtype)
        }
    }
}
