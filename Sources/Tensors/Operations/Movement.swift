internal import CKernels

// Operations that lay the same elements out differently, without copying where that is possible.
extension Operations {
    package static let reshaped: Operation = Operation(
        "reshaped",
        "the same elements in row-major order under another shape; -1 is computed (NumPy)",
        samples: [Operation.Sample([2, 3], attributes: Attributes(shape: [3, 2]))],
        run: { (x, a) throws(TensorError) in try Checked.reshaped(x[0], Array(a.shape)) },
        gradient: { (c) throws(TensorError) in
            let g = c.upstream
            guard c.needs(0) else { return }
            let shape = c.shape(0)
            try c.give(0, try Checked.reshaped(g, shape))
        })

    package static let transposed: Operation = Operation(
        "transposed", "the axes in another order, reversed if none is given (NumPy)",
        samples: [Operation.Sample([2, 3, 4], attributes: Attributes(shape: [1, 2, 0]))],
        run: { (x, a) throws(TensorError) in try Checked.transposed(x[0], Array(a.shape)) },
        gradient: { (c) throws(TensorError) in
            let g = c.upstream
            let order = c.attributes.shape
            var inverse = order
            for axis in 0..<order.count { inverse[order[axis]] = axis }
            try c.give(0, try Checked.transposed(g, order: inverse))
        })

    package static let broadcast: Operation = Operation(
        "broadcast", "the elements repeated over a larger shape, without copying (NumPy)",
        samples: [Operation.Sample([3, 1], attributes: Attributes(shape: [2, 3, 4]))],
        run: { (x, a) throws(TensorError) in try Checked.broadcast(x[0], to: a.shape) },
        gradient: { (c) throws(TensorError) in
            let g = c.upstream
            try c.give(0, g)
        })

    /// attributes: shape and strides of the view over the row-major input, i0 its first element.
    package static let slice: Operation = Operation(
        "slice", "elements start, start + step, … along each axis, without copying (NumPy)",
        samples: [
            Operation.Sample(
                [3, 4], attributes: Attributes(shape: [2, 2], strides: Strides(-8, 2), i0: 9))
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.strided(x[0], shape: a.shape, strides: a.strides, offset: a.i0)
        },
        gradient: { (c) throws(TensorError) in
            guard c.needs(0) else { return }
            let (g, a, shape) = (c.upstream, c.attributes, c.shape(0))
            try c.give(
                0,
                try Checked.scattered(g, into: shape, strides: a.strides, offset: a.i0))
        })

    /// attributes: strides and i0 as in `slice`; shape is the whole's.
    package static let scatter: Operation = Operation(
        "scatter", "zeros but for a slice, which holds x: the gradient of a slice",
        samples: [
            Operation.Sample(
                [2, 2], attributes: Attributes(shape: [3, 4], strides: Strides(-8, 2), i0: 9))
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.scattered(x[0], into: a.shape, strides: a.strides, offset: a.i0)
        },
        gradient: { (c) throws(TensorError) in
            guard c.needs(0) else { return }
            let (g, a, shape) = (c.upstream, c.attributes, c.shape(0))
            try c.give(
                0, try Checked.strided(g, shape: shape, strides: a.strides, offset: a.i0))
        })
}

extension Checked {
    // MARK: Shapes

    package static func reshaped(_ x: Tensor, _ extents: [Int]) throws(TensorError) -> Tensor {
        guard extents.count <= Shape.maximumRank else { throw .rank(extents.count) }
        var open: Int?
        var known = 1
        var shape = Shape()
        for (axis, extent) in extents.enumerated() {
            if extent == -1, open == nil {
                open = axis
                shape.append(1)
                continue
            }
            guard extent >= 0 else {
                if extent == -1 { throw .reshape(from: x.shape, to: extents) }
                throw .extent(extent, shape: extents)
            }
            let (product, overflow) = known.multipliedReportingOverflow(by: extent)
            guard !overflow else { throw .reshape(from: x.shape, to: extents) }
            known = product
            shape.append(extent)
        }
        if let open {
            guard known != 0, x.count % known == 0 else {
                throw .reshape(from: x.shape, to: extents)
            }
            shape[open] = x.count / known
        } else if known != x.count {
            throw .reshape(from: x.shape, to: extents)
        }
        return try reshaped(x, shape)
    }

    /// To a shape with as many elements.
    package static func reshaped(_ x: Tensor, _ shape: Shape) throws(TensorError) -> Tensor {
        guard shape.product == x.count else { throw .reshape(from: x.shape, to: Array(shape)) }
        let result: TensorStorage
        if let strides = viewStrides(x.storage, shape) {
            result = TensorStorage(viewing: x.storage, shape: shape, strides: strides)
        } else {
            let flat = try x.contiguousStorage()
            result = TensorStorage(viewing: flat, shape: shape, strides: shape.rowMajorStrides)
        }
        Operations.reshaped.record(x, result)
        return Tensor(result)
    }

    /// The strides under which another shape shows the same elements in the same order, if any do.
    private static func viewStrides(_ x: TensorStorage, _ shape: Shape) -> Strides? {
        if x.isContiguous { return shape.rowMajorStrides }
        // Runs of old axes that are walked as one must match runs of new axes.
        var result = shape
        var old = x.shape.count - 1
        var new = shape.count - 1
        while old >= 0 || new >= 0 {
            while old >= 0, x.shape[old] == 1 { old -= 1 }
            if old < 0 {
                while new >= 0 {
                    if shape[new] != 1 { return nil }
                    result[new] = 1
                    new -= 1
                }
                break
            }
            let innermost = x.strides[old]
            var run = x.shape[old]
            while old > 0, x.strides[old - 1] == x.strides[old] &* x.shape[old] {
                old -= 1
                run &*= x.shape[old]
            }
            old -= 1
            var step = innermost
            var filled = 1
            while new >= 0, filled < run || shape[new] == 1 {
                result[new] = step
                step &*= shape[new]
                filled &*= shape[new]
                new -= 1
            }
            if filled != run { return nil }
        }
        return result
    }

    package static func flattened(_ x: Tensor) throws(TensorError) -> Tensor {
        try reshaped(x, Shape(x.count))
    }

    package static func expandedDimensions(
        _ x: Tensor, axis: Int
    ) throws(TensorError) -> Tensor {
        guard x.rank < Shape.maximumRank else { throw .rank(x.rank + 1) }
        let position = try Axes.resolve(axis, rank: x.rank + 1, "expandedDimensions")
        var shape = x.shape
        shape.insert(1, at: position)
        return try reshaped(x, shape)
    }

    /// Without the axis, or all axes, of extent 1.
    package static func squeezed(
        _ x: Tensor, axis: Int? = nil
    ) throws(TensorError) -> Tensor {
        var shape = x.shape
        if let axis {
            let position = try Axes.resolve(axis, rank: x.rank, "squeezed")
            guard shape[position] == 1 else {
                throw .shape(
                    operation: "squeezed", expected: "extent 1 along axis \(axis)", given: x.shape,
                    help: nil)
            }
            shape.remove(at: position)
        } else {
            shape = Shape()
            for extent in x.shape where extent != 1 { shape.append(extent) }
        }
        return try reshaped(x, shape)
    }

    // MARK: Axes

    /// Axes in that order; none given reverses them.
    package static func transposed(_ x: Tensor, _ axes: [Int] = []) throws(TensorError) -> Tensor {
        var order = Shape()
        if axes.isEmpty {
            for axis in 0..<x.rank { order.append(x.rank - 1 - axis) }
        } else {
            guard axes.count == x.rank else { throw .permutation(axes: axes, rank: x.rank) }
            var seen = 0
            for axis in axes {
                let resolved = axis < 0 ? axis + x.rank : axis
                guard resolved >= 0, resolved < x.rank, seen & (1 << resolved) == 0 else {
                    throw .permutation(axes: axes, rank: x.rank)
                }
                seen |= 1 << resolved
                order.append(resolved)
            }
        }
        return try transposed(x, order: order)
    }

    static func transposed(_ x: Tensor, order: Shape) throws(TensorError) -> Tensor {
        var shape = order
        var strides = order
        for axis in 0..<order.count {
            shape[axis] = x.storage.shape[order[axis]]
            strides[axis] = x.storage.strides[order[axis]]
        }
        let result = TensorStorage(viewing: x.storage, shape: shape, strides: strides)
        Operations.transposed.record(x, result, Attributes(shape: order))
        return Tensor(result)
    }

    /// With two axes exchanged.
    package static func swappedAxes(
        _ x: Tensor, _ a: Int, _ b: Int
    ) throws(TensorError) -> Tensor {
        let first = try Axes.resolve(a, rank: x.rank, "swappedAxes")
        let second = try Axes.resolve(b, rank: x.rank, "swappedAxes")
        var order = Shape()
        for axis in 0..<x.rank { order.append(axis) }
        order[first] = second
        order[second] = first
        return try transposed(x, order: order)
    }

    /// The last two axes exchanged, for products of matrices and batches of them.
    static func matrixTransposed(_ x: Tensor) throws(TensorError) -> Tensor {
        try swappedAxes(x, -1, -2)
    }

    package static func broadcast(_ x: Tensor, to shape: Shape) throws(TensorError) -> Tensor {
        if x.storage.shape == shape { return x }
        guard shape.count >= x.rank else {
            throw .broadcastTo(operation: "broadcast", from: x.shape, to: shape)
        }
        let missing = shape.count - x.rank
        for axis in 0..<x.rank where x.shape[axis] != 1 && x.shape[axis] != shape[axis + missing] {
            throw .broadcastTo(operation: "broadcast", from: x.shape, to: shape)
        }
        _ = try shape.checkedElementCount()
        let result = TensorStorage(
            viewing: x.storage, shape: shape, strides: x.storage.strides(over: shape))
        Operations.broadcast.record(x, result, Attributes(shape: shape))
        return Tensor(result)
    }

    // MARK: Slices

    /// A view given by strides over the row-major order of the tensor.
    static func strided(
        _ x: Tensor, shape: Shape, strides: Strides, offset: Int
    ) throws(TensorError) -> Tensor {
        let flat = try x.contiguousStorage()
        let result = TensorStorage(viewing: flat, offset: offset, shape: shape, strides: strides)
        Operations.slice.record(
            x, result, Attributes(shape: shape, strides: strides, i0: offset))
        return Tensor(result)
    }

    static func scattered(
        _ x: Tensor, into shape: Shape, strides: Strides, offset: Int
    ) throws(TensorError) -> Tensor {
        let result = try TensorStorage.zeros(shape, x.dtype)
        if x.count > 0 {
            try x.storage.copy(
                to: result.data + offset * x.dtype.byteCount, strides: strides)
        }
        Operations.scatter.record(
            x, result, Attributes(shape: shape, strides: strides, i0: offset))
        return Tensor(result)
    }
}
