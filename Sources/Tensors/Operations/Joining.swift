internal import CKernels

// Joining and repeating.
extension Operations {
    /// attributes: i0 the axis, i1 the number of inputs.
    package static let concatenated: Operation = Operation(
        "concatenated", "tensors one after the other along an axis (NumPy)",
        samples: [
            Operation.Sample([2, 1], [2, 2], [2, 3], attributes: Attributes(i0: 1)),
            Operation.Sample([1, 2], [2, 2], attributes: Attributes(i0: 0)),
        ],
        run: { (x, a) throws(TensorError) in try Checked.concatenated(x, axis: a.i0) },
        gradient: { (c) throws(TensorError) in
            let (g, axis, count) = (c.upstream, c.attributes.i0, c.attributes.i1)
            // Extents of inputs without a record are kept as bounds of the parts.
            let bounds = c.attributes.tensor
            guard let bounds else { return }
            let ends = try Checked.scalars(bounds, as: Int.self)
            var start = 0
            for index in 0..<count {
                let part = start..<ends[index]
                start = ends[index]
                if c.needs(index) { try c.give(index, try Checked.narrowed(g, axis: axis, part)) }
            }
        })

    /// attributes: i0 the axis.
    package static let stacked: Operation = Operation(
        "stacked", "tensors of one shape along a new axis (NumPy)",
        samples: [Operation.Sample([2, 3], [2, 3], attributes: Attributes(i0: 1))],
        run: { (x, a) throws(TensorError) in try Checked.stacked(x, axis: a.i0) },
        gradient: { (c) throws(TensorError) in
            let (g, axis, count) = (c.upstream, c.attributes.i0, c.attributes.i1)
            for index in 0..<count where c.needs(index) {
                let part = try Checked.narrowed(g, axis: axis, index..<index + 1)
                try c.give(index, try Checked.squeezed(part, axis: axis))
            }
        })

    /// attributes: shape the elements before each axis, strides those after, p0 the value.
    package static let padded: Operation = Operation(
        "padded", "a value around the elements (NumPy's pad, constant)",
        samples: [
            Operation.Sample(
                [2, 3], attributes: Attributes(shape: [1, 0], strides: [0, 2], p0: 3))
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.padded(
                x[0], Array(zip(a.shape, a.strides).map { ($0, $1) }), value: a.p0)
        },
        gradient: { (c) throws(TensorError) in
            guard c.needs(0) else { return }
            var (g, before, shape) = (c.upstream, c.attributes.shape, c.shape(0))
            for axis in 0..<shape.count {
                g = try Checked.narrowed(
                    g, axis: axis, before[axis]..<before[axis] + shape[axis])
            }
            shape = g.shape
            try c.give(0, g)
        })
}

extension Checked {
    package static func concatenated(
        _ tensors: [Tensor], axis: Int = 0
    ) throws(TensorError) -> Tensor {
        guard let first = tensors.first else {
            throw .domain(
                operation: "concatenated", problem: "there is no tensor to join", help: nil)
        }
        let position = try Axes.resolve(axis, rank: first.rank, "concatenated")
        var shape = first.shape
        var type = first.dtype
        var ends: [Int] = [first.shape[position]]
        for (index, tensor) in tensors.enumerated().dropFirst() {
            var fits = tensor.rank == first.rank
            var wrong = 0
            if fits {
                for axis in 0..<first.rank
                where axis != position && tensor.shape[axis] != first.shape[axis] {
                    fits = false
                    wrong = axis
                }
            }
            guard fits else {
                throw .join(
                    operation: "concatenated", first.shape, tensor.shape, axis: wrong,
                    position: index + 1)
            }
            shape[position] += tensor.shape[position]
            ends.append(shape[position])
            type = DType.promoted(type, tensor.dtype)
        }
        let result = try TensorStorage.allocate(shape, type)
        var start = 0
        for (index, tensor) in tensors.enumerated() {
            let source = try cast(tensor.storage, type)
            if source.count > 0 {
                try source.copy(
                    to: result.data + start * result.strides[position] * type.byteCount,
                    strides: result.strides)
            }
            start = ends[index]
        }
        if tensors.contains(where: { $0.storage.tapeSerial != 0 }) {
            Tape.current.record(
                Operations.concatenated, list: tensors, output: result,
                attributes: Attributes(
                    i0: position, tensor: try tensor(ends, shape: Shape(ends.count))))
        }
        return Tensor(result)
    }

    package static func stacked(
        _ tensors: [Tensor], axis: Int = 0
    ) throws(TensorError) -> Tensor {
        guard let first = tensors.first else {
            throw .domain(operation: "stacked", problem: "there is no tensor to join", help: nil)
        }
        guard first.rank < Shape.maximumRank else { throw .rank(first.rank + 1) }
        let position = try Axes.resolve(axis, rank: first.rank + 1, "stacked")
        var type = first.dtype
        for (index, tensor) in tensors.enumerated() {
            guard tensor.shape == first.shape else {
                let wrong =
                    tensor.rank == first.rank
                    ? first.shape.indices.first { first.shape[$0] != tensor.shape[$0] } ?? 0 : 0
                throw .join(
                    operation: "stacked", first.shape, tensor.shape, axis: wrong,
                    position: index + 1)
            }
            type = DType.promoted(type, tensor.dtype)
        }
        var shape = first.shape
        shape.insert(tensors.count, at: position)
        let result = try TensorStorage.allocate(shape, type)
        let step = result.strides[position] * type.byteCount
        var strides = result.strides
        strides.remove(at: position)
        for (index, tensor) in tensors.enumerated() where tensor.count > 0 {
            try cast(tensor.storage, type).copy(to: result.data + index * step, strides: strides)
        }
        if tensors.contains(where: { $0.storage.tapeSerial != 0 }) {
            Tape.current.record(
                Operations.stacked, list: tensors, output: result,
                attributes: Attributes(i0: position))
        }
        return Tensor(result)
    }

    /// The elements `part` along one axis.
    package static func narrowed(
        _ x: Tensor, axis: Int, _ part: Range<Int>
    ) throws(TensorError) -> Tensor {
        var indices = [TensorIndex](repeating: .whole, count: axis)
        indices.append(.slice(from: part.lowerBound, to: part.upperBound, by: 1))
        return try `subscript`(x, indices)
    }

    /// As many equal parts along an axis.
    package static func split(
        _ x: Tensor, count: Int, axis: Int = 0
    ) throws(TensorError) -> [Tensor] {
        let position = try Axes.resolve(axis, rank: x.rank, "split")
        guard count > 0, x.shape[position] % count == 0 else {
            throw .domain(
                operation: "split",
                problem: "axis \(axis) with \(x.shape[position]) elements does not divide into "
                    + "\(count) equal parts", help: "'split(sizes:)' makes parts of any size")
        }
        return try split(
            x, sizes: Array(repeating: x.shape[position] / count, count: count), axis: axis)
    }

    /// Parts of these sizes along an axis.
    package static func split(
        _ x: Tensor, sizes: [Int], axis: Int = 0
    ) throws(TensorError) -> [Tensor] {
        let position = try Axes.resolve(axis, rank: x.rank, "split")
        let total = sizes.reduce(0) { $0.addingReportingOverflow($1).partialValue }
        guard sizes.allSatisfy({ $0 >= 0 }), total == x.shape[position] else {
            throw .domain(
                operation: "split",
                problem: "sizes \(sizes) do not add up to the \(x.shape[position]) elements of "
                    + "axis \(axis)", help: nil)
        }
        var start = 0
        var parts: [Tensor] = []
        for size in sizes {
            parts.append(try narrowed(x, axis: position, start..<start + size))
            start += size
        }
        return parts
    }

    /// Parts of `size` rows each, the last with what is left.
    package static func batched(
        _ x: Tensor, _ size: Int, droppingLast: Bool = false
    ) throws(TensorError) -> [Tensor] {
        _ = try Axes.resolve(0, rank: x.rank, "batched")
        guard size > 0 else {
            throw .domain(operation: "batched", problem: "a batch has at least one row, given \(size)", help: nil)
        }
        let (whole, rest) = x.shape[0].quotientAndRemainder(dividingBy: size)
        var sizes = Array(repeating: size, count: whole)
        if rest > 0 { sizes.append(rest) }
        let parts = try split(x, sizes: sizes)
        return droppingLast && rest > 0 ? parts.dropLast() : parts
    }

    /// The whole repeated along each axis.
    package static func tiled(_ x: Tensor, _ repeats: [Int]) throws(TensorError) -> Tensor {
        let rank = Swift.max(x.rank, repeats.count)
        guard rank <= Shape.maximumRank else { throw .rank(rank) }
        var result = x
        while result.rank < rank { result = try expandedDimensions(result, axis: 0) }
        for (index, count) in repeats.enumerated() {
            guard count >= 0 else { throw .extent(count, shape: repeats) }
            let axis = rank - repeats.count + index
            if count == 1 { continue }
            // A new axis in front of this one, repeated, then both made one.
            var shape = result.shape
            let (extent, overflow) = shape[axis].multipliedReportingOverflow(by: count)
            guard !overflow else { throw .tooLarge(shape: shape) }
            shape[axis] = extent
            let apart = try expandedDimensions(result, axis: axis)
            var repeated = apart.shape
            repeated[axis] = count
            result = try reshaped(broadcast(apart, to: repeated), shape)
        }
        return result
    }

    /// Each element `count` times along an axis, or of all elements in row-major order.
    package static func repeated(
        _ x: Tensor, count: Int, axis: Int? = nil
    ) throws(TensorError) -> Tensor {
        guard count >= 0 else { throw .extent(count, shape: [count]) }
        guard let axis else { return try repeated(flattened(x), count: count, axis: 0) }
        let position = try Axes.resolve(axis, rank: x.rank, "repeated")
        guard !x.shape[position].multipliedReportingOverflow(by: count).overflow else {
            throw .tooLarge(shape: Shape(.max))
        }
        let indices = try floorDivide(
            arange(0, x.shape[position] * count),
            constant(.integer(Swift.max(count, 1)), .int64))
        return try gathered(x, indices, axis: position)
    }

    /// A value around the elements: (before, after) for each axis.
    package static func padded(
        _ x: Tensor, _ sizes: [(Int, Int)], value: Double = 0
    ) throws(TensorError) -> Tensor {
        guard sizes.count == x.rank else {
            throw .domain(
                operation: "padded",
                problem: "\(sizes.count) pairs of sizes for a tensor with \(x.rank) axes",
                help: "give (before, after) for each axis")
        }
        var before = Shape()
        var after = Shape()
        var shape = x.shape
        for (axis, (left, right)) in sizes.enumerated() {
            guard left >= 0, right >= 0 else { throw .extent(Swift.min(left, right), shape: []) }
            before.append(left)
            after.append(right)
            for size in [left, right] {
                let (extent, overflow) = shape[axis].addingReportingOverflow(size)
                guard !overflow else { throw .tooLarge(shape: shape) }
                shape[axis] = extent
            }
        }
        let result = try full(shape, scalar: .real(value), dtype: x.dtype)
        var offset = 0
        for axis in 0..<x.rank { offset += before[axis] * result.storage.strides[axis] }
        if x.count > 0 {
            try x.storage.copy(
                to: result.storage.data + offset * x.dtype.byteCount,
                strides: result.storage.strides)
        }
        Operations.padded.record(
            x, result.storage, Attributes(shape: before, strides: after, p0: value))
        return result
    }

    /// In reverse order along some axes; nil means all.
    package static func flipped(_ x: Tensor, axes: [Int]? = nil) throws(TensorError) -> Tensor {
        let bits = try Axes.set(axes, rank: x.rank, "flipped")
        var indices: [TensorIndex] = []
        for axis in 0..<x.rank {
            indices.append(
                bits & (1 << axis) != 0 ? .slice(from: nil, to: nil, by: -1) : .whole)
        }
        return try `subscript`(x, indices)
    }

    /// Moved around along an axis: what leaves at the end comes back at the beginning.
    package static func rolled(
        _ x: Tensor, by shift: Int, axis: Int
    ) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: x.rank, "rolled")
        let extent = x.shape[position]
        if extent == 0 { return x }
        let cut = extent - ((shift % extent) + extent) % extent
        if cut == extent { return x }
        return try concatenated(
            [
                narrowed(x, axis: position, cut..<extent), narrowed(x, axis: position, 0..<cut),
            ], axis: position)
    }
}
