internal import CKernels

/// Which comparison of two elements.
package enum Comparison: UInt32, Sendable, CaseIterable {
    case equal
    case notEqual
    case less
    case lessOrEqual
    case greater
    case greaterOrEqual

    /// As it is written between tensors.
    package var symbol: String {
        switch self {
        case .equal: ".=="
        case .notEqual: ".!="
        case .less: ".<"
        case .lessOrEqual: ".<="
        case .greater: ".>"
        case .greaterOrEqual: ".>="
        }
    }

    /// The comparison with the operands exchanged.
    var mirrored: Comparison {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}

extension Operations {
    /// The six comparisons, in the order of ``Comparison``.
    package static let comparisons: [Operation] = Comparison.allCases.map { comparison in
        Operation(
            comparison.symbol, "truth values, broadcast; false beside NaN except .!= (NumPy)",
            run: { (x, _) throws(TensorError) in try Checked.compare(comparison, x[0], x[1]) })
    }

    package static let logicalAnd: Operation = Operation(
        ".&&", "a and b, broadcast; a number is true unless 0 (NumPy)",
        run: { (x, _) throws(TensorError) in try Checked.logicalAnd(x[0], x[1]) })

    package static let logicalOr: Operation = Operation(
        ".||", "a or b, broadcast; a number is true unless 0 (NumPy)",
        run: { (x, _) throws(TensorError) in try Checked.logicalOr(x[0], x[1]) })

    package static let logicalXor: Operation = Operation(
        ".^", "exactly one of a and b, broadcast (NumPy)",
        run: { (x, _) throws(TensorError) in try Checked.logicalXor(x[0], x[1]) })

    package static let logicalNot: Operation = Operation(
        ".!", "true where x is false or 0 (NumPy)",
        run: { (x, _) throws(TensorError) in try Checked.logicalNot(x[0]) })

    package static let isNaN: Operation = Operation(
        "isNaN", "true where x is not a number",
        run: { (x, _) throws(TensorError) in try Checked.isNaN(x[0]) })

    package static let isInfinite: Operation = Operation(
        "isInfinite", "true where x is ∞ or −∞",
        run: { (x, _) throws(TensorError) in try Checked.isInfinite(x[0]) })

    package static let isFinite: Operation = Operation(
        "isFinite", "true where x is neither infinite nor NaN",
        run: { (x, _) throws(TensorError) in try Checked.isFinite(x[0]) })

    package static let select: Operation = Operation(
        "where", "condition ? a : b element by element, broadcast (NumPy)", saves: .inputs,
        samples: [
            Operation.Sample(
                [2, 3], [3],
                constants: [
                    Tensor([true, false, true, false, false, true]).reshaped(2, 3)
                ])
        ],
        run: { (x, _) throws(TensorError) in try Checked.where(x[2], x[0], x[1]) },
        gradient: { (c) throws(TensorError) in
            let (g, condition) = (c.upstream, c[2])
            if c.needs(0) { try c.give(0, try Checked.where(condition, g, .integer(0))) }
            if c.needs(1) {
                try c.give(1, try Checked.where(Checked.logicalNot(condition), g, .integer(0)))
            }
        })
}

extension Checked {
    package static func compare(
        _ comparison: Comparison, _ a: Tensor, _ b: Tensor
    ) throws(TensorError) -> Tensor {
        let type = Broadcasting.dtype(a.storage, b.storage)
        let shape = try Broadcasting.shape(a.shape, b.shape, comparison.symbol)
        let x = try cast(a.storage, type)
        let y = try cast(b.storage, type)
        let result = try TensorStorage.allocate(shape, .bool)
        let left = x.strides(over: shape)
        let right = y.strides(over: shape)
        let status = shape.withPointer { extents in
            left.withPointer { l in
                right.withPointer { r in
                    vj_compare(
                        vj_compare_op(comparison.rawValue), type.c, shape.count, extents, x.data,
                        l, y.data, r, result.data.assumingMemoryBound(to: UInt8.self))
                }
            }
        }
        try check(status, comparison.symbol)
        return Tensor(result)
    }

    package static func compare(
        _ comparison: Comparison, _ a: Tensor, _ b: Scalar
    ) throws(TensorError) -> Tensor {
        if case .integer(let value) = b, case .integer(let near) = b.within(a.dtype), near != value {
            // A number that the type does not reach is still less or greater, not what is left of its bits.
            return try compare(comparison, asType(a, .int64), constant(b, .int64))
        }
        return try compare(comparison, a, constant(b, b.dtype(with: a.dtype)))
    }

    package static func compare(
        _ comparison: Comparison, _ a: Scalar, _ b: Tensor
    ) throws(TensorError) -> Tensor {
        try compare(comparison.mirrored, b, a)
    }

    package static func logicalAnd(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try logical(VJ_AND, ".&&", a, b)
    }

    package static func logicalOr(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try logical(VJ_OR, ".||", a, b)
    }

    package static func logicalXor(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try logical(VJ_XOR, ".^", a, b)
    }

    private static func logical(
        _ operation: vj_logical_op, _ name: String, _ a: Tensor, _ b: Tensor
    ) throws(TensorError) -> Tensor {
        let shape = try Broadcasting.shape(a.shape, b.shape, name)
        let x = try cast(a.storage, .bool)
        let y = try cast(b.storage, .bool)
        let result = try TensorStorage.allocate(shape, .bool)
        let left = x.strides(over: shape)
        let right = y.strides(over: shape)
        let status = shape.withPointer { extents in
            left.withPointer { l in
                right.withPointer { r in
                    vj_logical(
                        operation, shape.count, extents,
                        x.data.assumingMemoryBound(to: UInt8.self), l,
                        y.data.assumingMemoryBound(to: UInt8.self), r,
                        result.data.assumingMemoryBound(to: UInt8.self))
                }
            }
        }
        try check(status, name)
        return Tensor(result)
    }

    package static func logicalNot(_ x: Tensor) throws(TensorError) -> Tensor {
        let source = try Tensor(cast(x.storage, .bool)).contiguousStorage()
        let result = try TensorStorage.allocate(source.shape, .bool)
        try check(
            vj_logical_not(
                source.count, source.data.assumingMemoryBound(to: UInt8.self),
                result.data.assumingMemoryBound(to: UInt8.self)), ".!")
        withExtendedLifetime(source) {}
        return Tensor(result)
    }

    package static func isNaN(_ x: Tensor) throws(TensorError) -> Tensor {
        try classify(VJ_IS_NAN, x)
    }

    package static func isInfinite(_ x: Tensor) throws(TensorError) -> Tensor {
        try classify(VJ_IS_INFINITE, x)
    }

    package static func isFinite(_ x: Tensor) throws(TensorError) -> Tensor {
        try classify(VJ_IS_FINITE, x)
    }

    private static func classify(
        _ kind: vj_classify_op, _ x: Tensor
    ) throws(TensorError) -> Tensor {
        let source = try x.contiguousStorage()
        let result = try TensorStorage.allocate(source.shape, .bool)
        try check(
            vj_classify(
                kind, source.dtype.c, source.count, source.data,
                result.data.assumingMemoryBound(to: UInt8.self)), "isNaN")
        withExtendedLifetime(source) {}
        return Tensor(result)
    }

    package static func `where`(
        _ condition: Tensor, _ a: Tensor, _ b: Tensor
    ) throws(TensorError) -> Tensor {
        let type = Broadcasting.dtype(a.storage, b.storage)
        let shape = try Broadcasting.shape(
            Broadcasting.shape(condition.shape, a.shape, "where"), b.shape, "where")
        let c = try cast(condition.storage, .bool)
        let x = try cast(a.storage, type)
        let y = try cast(b.storage, type)
        let result = try TensorStorage.allocate(shape, type)
        let choices = c.strides(over: shape)
        let left = x.strides(over: shape)
        let right = y.strides(over: shape)
        let status = shape.withPointer { extents in
            choices.withPointer { cs in
                left.withPointer { l in
                    right.withPointer { r in
                        vj_where(
                            type.c, shape.count, extents,
                            c.data.assumingMemoryBound(to: UInt8.self), cs, x.data, l, y.data,
                            r, result.data)
                    }
                }
            }
        }
        try check(status, "where")
        Operations.select.record(a, b, condition, result)
        return Tensor(result)
    }

    package static func `where`(
        _ condition: Tensor, _ a: Tensor, _ b: Scalar
    ) throws(TensorError) -> Tensor {
        try `where`(condition, a, constant(b, b.dtype(with: a.dtype)))
    }

    package static func `where`(
        _ condition: Tensor, _ a: Scalar, _ b: Tensor
    ) throws(TensorError) -> Tensor {
        try `where`(condition, constant(a, a.dtype(with: b.dtype)), b)
    }

    package static func `where`(
        _ condition: Tensor, _ a: Scalar, _ b: Scalar
    ) throws(TensorError) -> Tensor {
        try `where`(condition, constant(a, a.dtype), constant(b, b.dtype))
    }

    /// Whether shapes and all elements are equal; element types may differ.
    package static func equal(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Bool {
        guard a.shape == b.shape else { return false }
        return try all(compare(.equal, a, b)).item() != 0
    }
}
