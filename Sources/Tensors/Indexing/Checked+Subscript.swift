internal import CKernels

/// Subscripts without tensors, resolved against a tensor: a view, and the axes of it that
/// tensors still select from.
struct ResolvedIndex {
    var shape = Shape()
    /// Steps over the tensor's own memory, and over its row-major order.
    var strides = Strides()
    var rowMajor = Strides()
    var offset = 0
    var rowMajorOffset = 0
    /// Tensor subscripts and the first of the view's axes they apply to.
    var selections: [(axis: Int, tensor: Tensor)] = []

    init(_ x: TensorStorage, _ indices: [TensorIndex]) throws(TensorError) {
        let rank = x.shape.count
        var consumed = 0
        var hasEllipsis = false
        for index in indices {
            switch index {
            case .at, .slice: consumed += 1
            case .tensor(let tensor): consumed += tensor.dtype == .bool ? tensor.rank : 1
            case .rest:
                if hasEllipsis {
                    throw .subscripting(
                        problem: "'.ellipsis' can stand only once in a subscript", help: nil)
                }
                hasEllipsis = true
            case .new: break
            }
        }
        guard consumed <= rank else { throw .tooManyIndices(given: consumed, shape: x.shape) }
        let flat = x.shape.rowMajorStrides
        var axis = 0
        for index in indices {
            switch index {
            case .at(let position):
                let extent = x.shape[axis]
                let resolved = position < 0 ? position + extent : position
                guard resolved >= 0, resolved < extent else {
                    throw .index(
                        operation: "subscript", index: position, axis: axis, extent: extent)
                }
                offset += resolved * x.strides[axis]
                rowMajorOffset += resolved * flat[axis]
                axis += 1
            case .slice(let from, let to, let by):
                let (start, count) = try Self.bounds(from, to, by, x.shape[axis])
                // A step beyond the axis leaves one element, whose stride is never walked.
                try append(count, x.strides[axis] &* by, flat[axis] &* by)
                if count > 0 {
                    offset += start * x.strides[axis]
                    rowMajorOffset += start * flat[axis]
                }
                axis += 1
            case .new:
                try append(1, 0, 0)
            case .rest:
                for _ in 0..<(rank - consumed) {
                    try append(x.shape[axis], x.strides[axis], flat[axis])
                    axis += 1
                }
            case .tensor(let tensor):
                selections.append((shape.count, tensor))
                for _ in 0..<(tensor.dtype == .bool ? tensor.rank : 1) {
                    try append(x.shape[axis], x.strides[axis], flat[axis])
                    axis += 1
                }
            }
        }
        while axis < rank {
            try append(x.shape[axis], x.strides[axis], flat[axis])
            axis += 1
        }
    }

    private mutating func append(_ extent: Int, _ stride: Int, _ flat: Int) throws(TensorError) {
        guard shape.count < Shape.maximumRank else { throw .rank(shape.count + 1) }
        shape.append(extent)
        strides.append(stride)
        rowMajor.append(flat)
    }

    /// The first position and the number of positions of a slice, clamped as Python does.
    private static func bounds(
        _ from: Int?, _ to: Int?, _ by: Int, _ extent: Int
    ) throws(TensorError) -> (start: Int, count: Int) {
        guard by != 0 else {
            throw .subscripting(problem: "the step of a slice is 0", help: nil)
        }
        func clamp(_ bound: Int, _ low: Int, _ high: Int) -> Int {
            Swift.min(Swift.max(bound < 0 ? bound &+ extent : bound, low), high)
        }
        let start: Int
        let end: Int
        if by > 0 {
            start = from.map { clamp($0, 0, extent) } ?? 0
            end = to.map { clamp($0, 0, extent) } ?? extent
            return (start, end <= start ? 0 : (end - start - 1) / by + 1)
        }
        start = from.map { clamp($0, -1, extent - 1) } ?? extent - 1
        end = to.map { clamp($0, -1, extent - 1) } ?? -1
        // The magnitude of the least Int does not fit, but no slice is that long either.
        let step = by == .min ? Int.max : -by
        return (start, start <= end ? 0 : (start - end - 1) / step + 1)
    }
}

extension Checked {
    /// x[indices…].
    package static func `subscript`(
        _ x: Tensor, _ indices: [TensorIndex]
    ) throws(TensorError) -> Tensor {
        let resolved = try ResolvedIndex(x.storage, indices)
        let view = TensorStorage(
            viewing: x.storage, offset: resolved.offset, shape: resolved.shape,
            strides: resolved.strides)
        Operations.slice.record(
            x, view,
            Attributes(
                shape: resolved.shape, strides: resolved.rowMajor, i0: resolved.rowMajorOffset))
        if resolved.selections.isEmpty { return Tensor(view) }
        return try select(Tensor(view), resolved.selections)
    }

    /// x[index] for one position: what loops over rows use.
    package static func `subscript`(_ x: Tensor, _ index: Int) throws(TensorError) -> Tensor {
        try `subscript`(x, [.at(index)])
    }

    /// Elements chosen by tensors of positions or truth values.
    private static func select(
        _ x: Tensor, _ selections: [(axis: Int, tensor: Tensor)]
    ) throws(TensorError) -> Tensor {
        // Each selection as positions along one axis; a mask covers several axes at once.
        var chosen: [(axes: [Int], positions: Tensor)] = []
        for (axis, tensor) in selections {
            if tensor.dtype == .bool {
                let axes = Array(axis..<axis + tensor.rank)
                let extents = try Shape(checking: axes.map { x.shape[$0] })
                guard tensor.shape == extents else {
                    throw .mask(mask: tensor.shape, shape: x.shape)
                }
                chosen.append((axes, try flatNonzero(tensor)))
            } else {
                guard tensor.dtype.isInteger else {
                    throw .dtype(
                        operation: "subscript", expected: "integer positions or truth values",
                        given: tensor.dtype)
                }
                let extent = x.shape[axis]
                try checkPositions(tensor, axis: axis, extent: extent)
                chosen.append(([axis], tensor))
            }
        }
        if chosen.count == 1, chosen[0].axes.count == 1 {
            return try gathered(x, chosen[0].positions, axis: chosen[0].axes[0])
        }
        // Bring the chosen axes to the front, make them one, and look up rows.
        let axes = chosen.flatMap(\.axes)
        let rest = (0..<x.rank).filter { !axes.contains($0) }
        let front = try transposed(x, axes + rest)
        var positions = try constant(.integer(0), .int64)
        for (axes, tensor) in chosen {
            let extent = axes.reduce(1) { $0 * x.shape[$1] }
            let index = try asType(tensor, .int64)
            let wrapped = try `where`(
                compare(.less, index, .integer(0)), add(index, .integer(extent)), index)
            positions = try add(multiply(positions, .integer(extent)), wrapped)
        }
        let extents = [axes.reduce(1) { $0 * x.shape[$1] }] + rest.map { x.shape[$0] }
        let rows = try gathered(reshaped(front, extents), positions, axis: 0)
        // Neighbouring axes leave their place to the chosen ones, as in NumPy.
        let isBlock = axes == Array(axes[0]..<axes[0] + axes.count)
        if !isBlock || axes[0] == 0 { return rows }
        let width = positions.rank
        let order =
            Array(width..<width + axes[0]) + Array(0..<width)
            + Array((width + axes[0])..<rows.rank)
        return try transposed(rows, order)
    }

    private static func checkPositions(
        _ positions: Tensor, axis: Int, extent: Int
    ) throws(TensorError) {
        let failure = try asType(positions, .int64).withElements(as: Int.self) {
            (elements) throws(TensorError) -> Int? in
            elements.first { $0 < -extent || $0 >= extent }
        }
        if let failure {
            throw .index(operation: "subscript", index: failure, axis: axis, extent: extent)
        }
    }

    /// Row-major positions of the elements that are true, or not 0, as int64.
    package static func flatNonzero(_ x: Tensor) throws(TensorError) -> Tensor {
        let positions = try asType(x, .bool).withElements(as: UInt8.self) {
            (elements) throws(TensorError) -> [Int] in
            var positions: [Int] = []
            for (index, element) in elements.enumerated() where element != 0 {
                positions.append(index)
            }
            return positions
        }
        return try tensor(positions, shape: Shape(positions.count))
    }

    /// x[indices…] = value; the value broadcasts and is converted to x's element type.
    package static func assign(
        _ x: inout Tensor, _ indices: [TensorIndex], _ value: Tensor
    ) throws(TensorError) {
        let resolved = try ResolvedIndex(x.storage, indices)
        guard resolved.selections.isEmpty else {
            return try assignSelected(&x, indices, value)
        }
        let target = try broadcastForAssignment(value, to: resolved.shape)
        let isTaped =
            value.storage.tapeSerial | x.storage.tapeSerial != 0 && x.dtype.isFloatingPoint
            && (Tape.current.isTracking(value) || Tape.current.isTracking(x))
        if isTaped {
            x = try assigned(
                x, target, strides: resolved.rowMajor, offset: resolved.rowMajorOffset)
            return
        }
        // The source may be a view of x itself: it is read before x is written.
        var source = try cast(target.storage, x.dtype)
        if source.owner === x.storage || source === x.storage
            || (source.owner != nil && source.owner === x.storage.owner)
        {
            let copy = try TensorStorage.allocate(source.shape, source.dtype)
            try source.copy(to: copy.data, strides: copy.strides)
            source = copy
        }
        try x.makeUnique()
        if source.count > 0 {
            try source.copy(
                to: x.storage.data + resolved.rowMajorOffset * x.dtype.byteCount,
                strides: resolved.rowMajor)
        }
        // What was recorded was the value before.
        x.storage.tapeSerial = 0
    }

    /// x[indices…] = number.
    package static func assign(
        _ x: inout Tensor, _ indices: [TensorIndex], _ value: Scalar
    ) throws(TensorError) {
        try assign(&x, indices, constant(value, x.dtype))
    }

    private static func broadcastForAssignment(
        _ value: Tensor, to shape: Shape
    ) throws(TensorError) -> Tensor {
        // Leading extents of 1 fall away, as in NumPy.
        var value = value
        while value.rank > shape.count, value.shape[0] == 1 {
            value = try squeezed(value, axis: 0)
        }
        guard value.rank <= shape.count,
            (try? Broadcasting.shape(value.shape, shape, "")) == shape
        else { throw .broadcastTo(operation: "assignment", from: value.shape, to: shape) }
        return try broadcast(value, to: shape)
    }

    private static func assignSelected(
        _ x: inout Tensor, _ indices: [TensorIndex], _ value: Tensor
    ) throws(TensorError) {
        // The same subscripts on the elements' numbers say which of them change.
        let numbers = try reshaped(arange(0, x.count), x.shape)
        let positions = try `subscript`(numbers, indices)
        let source = try broadcastForAssignment(value, to: positions.shape)
        x = try assigned(x, source, positions: positions)
    }
}
