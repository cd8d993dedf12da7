internal import CKernels

extension Checked {
    package static func zeros(
        _ shape: Shape, dtype: DType = .float32
    ) throws(TensorError) -> Tensor {
        Tensor(try TensorStorage.zeros(shape, dtype))
    }

    package static func ones(
        _ shape: Shape, dtype: DType = .float32
    ) throws(TensorError) -> Tensor {
        try full(shape, scalar: .integer(1), dtype: dtype)
    }

    package static func full(
        _ shape: Shape, value: Double, dtype: DType = .float32
    ) throws(TensorError) -> Tensor {
        try full(shape, scalar: .real(value), dtype: dtype)
    }

    package static func full(
        _ shape: Shape, scalar: Scalar, dtype: DType
    ) throws(TensorError) -> Tensor {
        let result = try TensorStorage.allocate(shape, dtype)
        try check(
            scalar.withBytes(as: dtype) { vj_fill(dtype.c, result.count, $0, result.data) },
            "full")
        return Tensor(result)
    }

    /// One value in the shape and type of another tensor.
    package static func full(like x: Tensor, value: Double) throws(TensorError) -> Tensor {
        try full(x.shape, scalar: .real(value), dtype: x.dtype)
    }

    /// The matrix with 1 on the diagonal and 0 elsewhere.
    package static func identity(
        _ count: Int, dtype: DType = .float32
    ) throws(TensorError) -> Tensor {
        let result = try TensorStorage.zeros(Shape(checking: [count, count]), dtype)
        let one = Scalar.integer(1)
        let shape = Shape(count)
        let strides = Strides(count + 1)
        let status = one.withBytes(as: dtype) { value in
            shape.withPointer { extents in
                strides.withPointer { steps in
                    vj_fill_strided(dtype.c, 1, extents, value, result.data, steps)
                }
            }
        }
        try check(status, "identity")
        return Tensor(result)
    }

    /// start, start + step, … below `end` (above, for a negative step).
    package static func arange(
        _ start: Int, _ end: Int, step: Int = 1, dtype: DType = .int64
    ) throws(TensorError) -> Tensor {
        guard step != 0 else {
            throw .domain(operation: "arange", problem: "the step is 0", help: nil)
        }
        // Differences are taken as Double only to see that they can be counted at all.
        let span = step > 0 ? Double(end) - Double(start) : Double(start) - Double(end)
        let length = span <= 0 ? 0 : (span / Double(step.magnitude)).rounded(.up)
        guard length < 9e18 else { throw .tooLarge(shape: Shape(Int.max)) }
        var count = Int(length)
        if span > 0, span < 9e18 {
            let magnitude = step > 0 ? end &- start : start &- end
            let width = Int(clamping: step.magnitude)
            count = magnitude / width + (magnitude % width == 0 ? 0 : 1)
        }
        let result = try TensorStorage.allocate(Shape(count), dtype)
        let status =
            dtype.isFloatingPoint
            ? vj_arange(dtype.c, count, Double(start), Double(step), result.data)
            : vj_arange_int(dtype.c, count, Int64(start), Int64(step), result.data)
        try check(status, "arange")
        return Tensor(result)
    }

    package static func arange(
        _ start: Double, _ end: Double, step: Double = 1, dtype: DType = .float32
    ) throws(TensorError) -> Tensor {
        guard step != 0, step.isFinite, start.isFinite, end.isFinite else {
            throw .domain(
                operation: "arange",
                problem: "the bounds and the step must be finite, the step not 0",
                help: nil)
        }
        // A quotient of no number at all (∞/∞) is too large as well.
        let length = Swift.max(0, ((end - start) / step).rounded(.up))
        guard length < 9e18 else { throw .tooLarge(shape: Shape(Int.max)) }
        let count = Int(length)
        let result = try TensorStorage.allocate(Shape(count), dtype)
        try check(vj_arange(dtype.c, count, start, step, result.data), "arange")
        return Tensor(result)
    }

    /// `count` values at equal distances from `start` to `end`, both included.
    package static func linspace(
        _ start: Double, _ end: Double, count: Int = 50, dtype: DType = .float32
    ) throws(TensorError) -> Tensor {
        let shape = try Shape(checking: [count])
        let result = try TensorStorage.allocate(shape, dtype)
        let step = count > 1 ? (end - start) / Double(count - 1) : 0
        try check(vj_arange(dtype.c, count, start, step, result.data), "linspace")
        // The end is met exactly, as in NumPy.
        if count > 1 {
            let last = result.data + (count - 1) * dtype.byteCount
            try check(
                Scalar.real(end).withBytes(as: dtype) { vj_fill(dtype.c, 1, $0, last) }, "linspace")
        }
        return Tensor(result)
    }
}
