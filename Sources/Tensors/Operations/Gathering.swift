internal import CKernels

extension Operations {
    /// attributes: tensor the positions, along axis 0.
    package static let gathered: Operation = Operation(
        "gathered", "the rows of x at some positions, negative ones from the end (NumPy's take)",
        samples: [
            Operation.Sample([3, 2], attributes: Attributes(tensor: Tensor([2, 0, 2, -1])))
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.gatheredRows(x[0], a.tensor ?? Tensor([0]))
        },
        gradient: { (c) throws(TensorError) in
            guard c.needs(0), let positions = c.attributes.tensor else { return }
            let (g, shape) = (c.upstream, c.shape(0))
            try c.give(0, try Checked.scatteredRows(g, positions, into: shape))
        })

    /// attributes: tensor the positions, shape the result's.
    package static let scatterAdd: Operation = Operation(
        "scatterAdd", "zeros to which each row of x is added at its position (NumPy's add.at)",
        samples: [
            Operation.Sample(
                [4, 2], attributes: Attributes(shape: [3, 2], tensor: Tensor([2, 0, 2, 1])))
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.scatteredRows(x[0], a.tensor ?? Tensor([0]), into: a.shape)
        },
        gradient: { (c) throws(TensorError) in
            guard let positions = c.attributes.tensor else { return }
            let g = c.upstream
            try c.give(0, try Checked.gatheredRows(g, positions))
        })

    package static let oneHot: Operation = Operation(
        "oneHot", "a new last axis with 1 at each label and 0 elsewhere (PyTorch)",
        run: { (x, a) throws(TensorError) in try Checked.oneHot(x[0], classes: a.i0) })
}

extension Checked {
    /// Positions as kernels take them.
    private static func positions(
        _ x: Tensor, _ operation: String
    ) throws(TensorError) -> TensorStorage {
        guard x.dtype.isInteger else {
            throw .dtype(operation: operation, expected: "integer positions", given: x.dtype)
        }
        let type: DType = x.dtype == .int32 ? .int32 : .int64
        return try Tensor(cast(x.storage, type)).contiguousStorage()
    }

    /// Elements at positions along an axis: the positions' axes take the axis's place.
    package static func gathered(
        _ x: Tensor, _ indices: Tensor, axis: Int = 0
    ) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: x.rank, "gathered")
        if position == 0 { return try gatheredRows(x, indices) }
        // Bring the axis to the front and the positions' axes back.
        var order = [position]
        order += (0..<x.rank).filter { $0 != position }
        let rows = try gatheredRows(transposed(x, order), indices)
        let width = indices.rank
        let back =
            Array(width..<width + position) + Array(0..<width)
            + Array((width + position)..<rows.rank)
        return try transposed(rows, back)
    }

    static func gatheredRows(_ x: Tensor, _ indices: Tensor) throws(TensorError) -> Tensor {
        guard x.rank > 0 else { throw .axis(operation: "gathered", axis: 0, rank: 0) }
        let table = try x.contiguousStorage()
        let positions = try positions(indices, "gathered")
        guard indices.rank + x.rank - 1 <= Shape.maximumRank else {
            throw .rank(indices.rank + x.rank - 1)
        }
        var shape = indices.shape
        for axis in 1..<Swift.max(x.rank, 1) { shape.append(x.shape[axis]) }
        let result = try TensorStorage.allocate(shape, x.dtype)
        let rows = x.shape[0]
        let width = rows == 0 ? 0 : x.count / rows
        var bad = 0
        let status = vj_gather_rows(
            x.dtype.c, rows, width, table.data, positions.dtype.c, positions.count,
            positions.data, result.data, &bad)
        if status == VJ_OUT_OF_RANGE {
            throw .index(
                operation: "gathered", index: try element(positions, bad), axis: 0, extent: rows)
        }
        try check(status, "gathered")
        Operations.gathered.record(x, result, Attributes(tensor: indices))
        withExtendedLifetime((table, positions)) {}
        return Tensor(result)
    }

    static func scatteredRows(
        _ x: Tensor, _ indices: Tensor, into shape: Shape
    ) throws(TensorError) -> Tensor {
        let source = try x.contiguousStorage()
        let positions = try positions(indices, "scatterAdd")
        let result = try TensorStorage.zeros(shape, x.dtype)
        let rows = shape[0]
        let width = rows == 0 ? 0 : result.count / rows
        guard source.count == positions.count * width else {
            throw .shape(
                operation: "scatterAdd",
                expected: "one row for each of \(positions.count) positions",
                given: x.shape, help: nil)
        }
        var bad = 0
        let status = vj_scatter_add_rows(
            x.dtype.c, rows, width, result.data, positions.dtype.c, positions.count,
            positions.data, source.data, &bad)
        if status == VJ_OUT_OF_RANGE {
            throw .index(
                operation: "scatterAdd", index: try element(positions, bad), axis: 0, extent: rows)
        }
        try check(status, "scatterAdd")
        Operations.scatterAdd.record(x, result, Attributes(shape: shape, tensor: indices))
        withExtendedLifetime((source, positions)) {}
        return Tensor(result)
    }

    private static func element(_ x: TensorStorage, _ index: Int) throws(TensorError) -> Int {
        x.dtype == .int32
            ? Int(x.data.load(fromByteOffset: index * 4, as: Int32.self))
            : x.data.load(fromByteOffset: index * 8, as: Int.self)
    }

    /// The sum of rows at equal positions: zeros of `shape` to which each row of x is added.
    package static func scatterAdd(
        _ x: Tensor, _ indices: Tensor, rows: Int
    ) throws(TensorError) -> Tensor {
        var shape = Shape(rows)
        guard indices.rank <= x.rank else {
            throw .shape(
                operation: "scatterAdd", expected: "one position for each row", given: x.shape,
                help: nil)
        }
        for axis in indices.rank..<x.rank { shape.append(x.shape[axis]) }
        return try scatteredRows(x, indices, into: shape)
    }

    /// One element for each position along an axis, x and indices of equal shapes elsewhere.
    package static func takenAlong(
        _ x: Tensor, _ indices: Tensor, axis: Int
    ) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: x.rank, "takenAlong")
        guard indices.rank == x.rank else {
            throw .shape(
                operation: "takenAlong", expected: "positions with \(x.rank) axes",
                given: indices.shape, help: nil)
        }
        let extent = x.shape[position]
        let strides = x.shape.rowMajorStrides
        let index = try asType(indices, .int64)
        let bad = try index.withElements(as: Int.self) { (elements) throws(TensorError) in
            elements.first { $0 < -extent || $0 >= extent }
        }
        if let bad {
            throw .index(operation: "takenAlong", index: bad, axis: axis, extent: extent)
        }
        let wrapped = try `where`(
            compare(.less, index, .integer(0)), add(index, .integer(extent)), index)
        var flat = try multiply(wrapped, .integer(strides[position]))
        for other in 0..<x.rank where other != position {
            guard indices.shape[other] == x.shape[other] else {
                throw .shape(
                    operation: "takenAlong", expected: "positions of x's extents beside the axis",
                    given: indices.shape, help: nil)
            }
            var shape = Shape(repeating: 1, rank: x.rank)
            shape[other] = x.shape[other]
            let steps = try multiply(arange(0, x.shape[other]), .integer(strides[other]))
            flat = try add(flat, reshaped(steps, shape))
        }
        return try gatheredRows(flattened(x), flat)
    }

    /// 1 at each label along a new last axis.
    package static func oneHot(
        _ labels: Tensor, classes: Int, dtype: DType = .float32
    ) throws(TensorError) -> Tensor {
        let positions = try positions(labels, "oneHot")
        guard classes > 0 else { throw .extent(classes, shape: [classes]) }
        guard labels.rank < Shape.maximumRank else { throw .rank(labels.rank + 1) }
        var shape = labels.shape
        shape.append(classes)
        let result = try TensorStorage.allocate(shape, dtype)
        var bad = 0
        let status = vj_one_hot(
            dtype.c, classes, positions.dtype.c, positions.count, positions.data, result.data,
            &bad)
        if status == VJ_OUT_OF_RANGE {
            throw .label(
                operation: "oneHot", label: try element(positions, bad), row: bad, classes: classes)
        }
        try check(status, "oneHot")
        withExtendedLifetime(positions) {}
        return Tensor(result)
    }
}
