internal import CKernels

extension Operations {
    /// attributes: i0 the axis, tensor the positions; inputs x, updates.
    package static let scatteredAlong: Operation = Operation(
        "scattered", "x with the element at each position along an axis replaced (PyTorch's scatter)",
        samples: [
            Operation.Sample(
                [3, 4], [2, 4],
                attributes: Attributes(i0: 0, tensor: Tensor([[0, 1, 2, 0], [2, 0, 1, 1]])))
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.scattered(x[0], a.tensor ?? x[1], x[1], axis: a.i0)
        })

    /// attributes: i0 the axis, tensor the positions; inputs x, updates.
    package static let scatteredAddingAlong: Operation = Operation(
        "scatteredAdding", "x with each update added at its position (PyTorch's scatter_add)",
        samples: [
            Operation.Sample(
                [3, 4], [2, 4],
                attributes: Attributes(i0: 0, tensor: Tensor([[0, 1, 2, 0], [0, 0, 1, 1]])))
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.scatteredAdding(x[0], a.tensor ?? x[1], x[1], axis: a.i0)
        })

    /// attributes: i0 the axis, tensor the positions.
    package static let takenAlong: Operation = Operation(
        "takenAlong", "one element for each position along an axis (NumPy's take_along_axis)",
        samples: [
            Operation.Sample(
                [3, 4],
                attributes: Attributes(i0: 0, tensor: Tensor([[0, 1, 2, 0], [0, -1, 1, 1]])))
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.takenAlong(x[0], a.tensor ?? x[0], axis: a.i0)
        })

    /// attributes: p0 the value; inputs x, mask.
    package static let maskedFill: Operation = Operation(
        "maskedFill", "x with one value where a mask holds (PyTorch)",
        samples: [
            Operation.Sample(
                [2, 3], attributes: Attributes(p0: 7),
                constants: [Tensor([true, false, true])])
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.maskedFill(x[0], x[1], value: a.p0)
        })

    /// attributes: i0 the mode (0 reflect, 1 edge, 2 symmetric, 3 wrap), shape and strides the
    /// places before and after.
    package static let paddedBy: Operation = Operation(
        "padded(mode)", "the tensor's own elements around it: reflect, edge, symmetric, wrap (NumPy)",
        samples: [
            Operation.Sample(
                [3, 4], attributes: Attributes(shape: [1, 2], strides: [2, 0], i0: 0)),
            Operation.Sample(
                [3, 4], attributes: Attributes(shape: [1, 2], strides: [2, 0], i0: 1)),
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.padded(
                x[0], Array(zip(a.shape, a.strides).map { ($0, $1) }),
                mode: PaddingMode.allCases[a.i0])
        })
}

/// What is put around a tensor.
public enum PaddingMode: String, Sendable, CaseIterable {
    /// Mirrored without the edge: 3 2 | 1 2 3 | 2 1.
    case reflect
    /// The edge repeated: 1 1 | 1 2 3 | 3 3.
    case edge
    /// Mirrored with the edge: 2 1 | 1 2 3 | 3 2.
    case symmetric
    /// From the other end: 2 3 | 1 2 3 | 1 2.
    case wrap
}

extension PaddingMode: ExpressibleByStringLiteral {
    /// The mode of that name; an unknown name ends the program.
    public init(stringLiteral name: String) {
        guard let mode = PaddingMode(rawValue: name) else {
            end(
                with: .domain(
                    operation: "padded", problem: "the mode '\(name)' is unknown",
                    help: "use 'reflect', 'edge', 'symmetric' or 'wrap'"))
        }
        self = mode
    }
}

extension Checked {
    /// The row-major positions in x that positions along an axis name.
    private static func flatPositions(
        _ x: Tensor, _ indices: Tensor, _ axis: Int, _ name: String, updates: Tensor
    ) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: x.rank, name)
        guard indices.dtype.isInteger else {
            throw .dtype(operation: name, expected: "integer positions", given: indices.dtype)
        }
        guard indices.shape == updates.shape else {
            throw .shape(
                operation: name, expected: "one update for each position of \(indices.shape)",
                given: updates.shape, help: nil)
        }
        guard indices.rank == x.rank,
            (0..<x.rank).allSatisfy({ $0 == position || indices.shape[$0] <= x.shape[$0] })
        else {
            throw .shape(
                operation: name, expected: "positions that fit x of shape \(x.shape)",
                given: indices.shape, help: nil)
        }
        let extent = x.shape[position]
        let strides = x.shape.rowMajorStrides
        let index = try asType(stopGradient(indices), .int64)
        let bad = try index.withElements(as: Int.self) { (elements) throws(TensorError) in
            elements.first { $0 < -extent || $0 >= extent }
        }
        if let bad { throw .index(operation: name, index: bad, axis: axis, extent: extent) }
        let wrapped = try `where`(
            compare(.less, index, .integer(0)), add(index, .integer(extent)), index)
        var flat = try multiply(wrapped, .integer(strides[position]))
        for other in 0..<x.rank where other != position {
            var shape = Shape(repeating: 1, rank: x.rank)
            shape[other] = indices.shape[other]
            let steps = try multiply(arange(0, indices.shape[other]), .integer(strides[other]))
            flat = try add(flat, reshaped(steps, shape))
        }
        return try flattened(flat)
    }

    /// x with the element at each position along an axis replaced; of equal positions the last
    /// counts.
    package static func scattered(
        _ x: Tensor, _ indices: Tensor, _ updates: Tensor, axis: Int
    ) throws(TensorError) -> Tensor {
        let positions = try flatPositions(x, indices, axis, "scattered", updates: updates)
        // Only the last of equal positions has a gradient: the others are not in the result.
        let all = try scalars(positions, as: Int.self)
        var last: [Int: Int] = [:]
        for (index, position) in all.enumerated() { last[position] = index }
        var values = try flattened(updates)
        var places = positions
        if last.count < all.count {
            let kept = all.indices.filter { last[all[$0]] == $0 }
            let chosen = try tensor(kept, shape: Shape(kept.count), dtype: .int64)
            values = try gathered(values, chosen)
            places = try gathered(positions, chosen)
        }
        return try reshaped(assigned(flattened(x), values, positions: places), x.shape)
    }

    /// x with each update added at its position along an axis.
    package static func scatteredAdding(
        _ x: Tensor, _ indices: Tensor, _ updates: Tensor, axis: Int
    ) throws(TensorError) -> Tensor {
        let positions = try flatPositions(x, indices, axis, "scatteredAdding", updates: updates)
        let type = DType.promoted(x.dtype, updates.dtype)
        let sums = try scatteredRows(
            flattened(asType(updates, type)), positions, into: Shape(x.count))
        return try add(x, reshaped(sums, x.shape))
    }

    /// x with one value where a mask, broadcast to x's shape, holds.
    package static func maskedFill(
        _ x: Tensor, _ mask: Tensor, value: Double
    ) throws(TensorError) -> Tensor {
        guard mask.dtype == .bool else {
            throw .dtype(
                operation: "maskedFill", expected: "a mask of truth values (bool)",
                given: mask.dtype)
        }
        let shape = try Broadcasting.shape(x.shape, mask.shape, "maskedFill")
        guard shape == x.shape else {
            throw .broadcastTo(operation: "maskedFill", from: mask.shape, to: x.shape)
        }
        return try `where`(mask, constant(.real(value), x.dtype), x)
    }

    /// The tensor's own elements around it: (before, after) for each axis.
    package static func padded(
        _ x: Tensor, _ sizes: [(Int, Int)], mode: PaddingMode
    ) throws(TensorError) -> Tensor {
        guard sizes.count == x.rank else {
            throw .domain(
                operation: "padded",
                problem: "\(sizes.count) pairs of sizes for a tensor with \(x.rank) axes",
                help: "give (before, after) for each axis")
        }
        var result = x
        for (axis, (before, after)) in sizes.enumerated() where before != 0 || after != 0 {
            guard before >= 0, after >= 0 else {
                throw .extent(Swift.min(before, after), shape: [])
            }
            let extent = x.shape[axis]
            guard extent > 0 else { throw .empty(operation: "padded", shape: x.shape) }
            let (some, a) = before.addingReportingOverflow(extent)
            let (count, b) = some.addingReportingOverflow(after)
            guard !a, !b, count < 1 << 40 else { throw .tooLarge(shape: x.shape) }
            let places = (0..<count).map { mode.place($0 - before, extent) }
            result = try gathered(
                result, tensor(places, shape: Shape(count), dtype: .int64), axis: axis)
        }
        return result
    }
}

extension PaddingMode {
    /// Where the element at a place outside comes from.
    fileprivate func place(_ index: Int, _ extent: Int) -> Int {
        func wrapped(_ i: Int, _ n: Int) -> Int { ((i % n) + n) % n }
        switch self {
        case .edge: return Swift.min(Swift.max(index, 0), extent - 1)
        case .wrap: return wrapped(index, extent)
        case .symmetric:
            let i = wrapped(index, 2 * extent)
            return i < extent ? i : 2 * extent - 1 - i
        case .reflect:
            if extent == 1 { return 0 }
            let i = wrapped(index, 2 * extent - 2)
            return i < extent ? i : 2 * extent - 2 - i
        }
    }
}
