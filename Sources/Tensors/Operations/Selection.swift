extension Checked {
    /// The positions of elements that are not 0: [how many, rank], in row-major order (NumPy's
    /// argwhere).
    package static func nonzero(_ x: Tensor) throws(TensorError) -> Tensor {
        let positions = try scalars(flatNonzero(x), as: Int.self)
        let shape = x.shape
        return try Tensor.filled(Shape(positions.count, shape.count), as: Int.self) { out in
            for (place, position) in positions.enumerated() {
                var rest = position
                for axis in (0..<shape.count).reversed() {
                    out[place * shape.count + axis] = rest % shape[axis]
                    rest /= shape[axis]
                }
            }
        }
    }

    /// Where |a − b| ≤ absolute + relative·|b| (NumPy).
    package static func isClose(
        _ a: Tensor, _ b: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8,
        equalNaN: Bool = false
    ) throws(TensorError) -> Tensor {
        let (x, y) = (try asType(a, .float64), try asType(b, .float64))
        let bound = try add(multiply(abs(y), .real(relative)), .real(absolute))
        let near = try compare(.lessOrEqual, abs(subtract(x, y)), bound)
        // Infinities are close to themselves; what is finite is not close to them.
        let isUsable = try logicalAnd(isFinite(x), isFinite(y))
        var close = try logicalOr(logicalAnd(near, isUsable), compare(.equal, x, y))
        if equalNaN { close = try logicalOr(close, logicalAnd(isNaN(x), isNaN(y))) }
        return close
    }

    /// Rounded to so many decimal places, halves away from 0; negative numbers of places round to
    /// tens, hundreds, …
    package static func rounded(_ x: Tensor, decimals: Int) throws(TensorError) -> Tensor {
        guard (-300...300).contains(decimals) else {
            throw .domain(
                operation: "rounded", problem: "\(decimals) decimal places", help: "-300 to 300 are possible")
        }
        guard x.dtype.isFloatingPoint || decimals < 0 else { return x }
        var scale = 1.0
        for _ in 0..<decimals.magnitude { scale *= 10 }
        let y = try asType(x, .float64)
        let result =
            decimals < 0
            ? try multiply(round(divide(y, .real(scale))), .real(scale))
            : try divide(round(multiply(y, .real(scale))), .real(scale))
        // What is too large to be scaled has no decimal places.
        return try asType(`where`(isFinite(multiply(y, .real(scale))), result, y), x.dtype)
    }

    /// With one axis at another place, the others in their order (NumPy's moveaxis).
    package static func movedAxis(
        _ x: Tensor, from: Int, to: Int
    ) throws(TensorError) -> Tensor {
        let source = try Axes.resolve(from, rank: x.rank, "movedAxis")
        let target = try Axes.resolve(to, rank: x.rank, "movedAxis")
        var order = Array(0..<x.rank)
        order.remove(at: source)
        order.insert(source, at: target)
        return try transposed(x, order)
    }

    /// Without several axes of extent 1.
    package static func squeezed(_ x: Tensor, axes: [Int]) throws(TensorError) -> Tensor {
        let bits = try Axes.set(axes, rank: x.rank, "squeezed")
        var result = x
        for axis in (0..<x.rank).reversed() where bits & (1 << axis) != 0 {
            result = try squeezed(result, axis: axis)
        }
        return result
    }

    /// Moved around along several axes.
    package static func rolled(
        _ x: Tensor, by shifts: [Int], axes: [Int]
    ) throws(TensorError) -> Tensor {
        guard shifts.count == axes.count else {
            throw .domain(
                operation: "rolled", problem: "\(shifts.count) shifts for \(axes.count) axes", help: nil)
        }
        var result = x
        for (shift, axis) in zip(shifts, axes) { result = try rolled(result, by: shift, axis: axis) }
        return result
    }

    /// a + t·(b − a).
    package static func lerp(_ a: Tensor, _ b: Tensor, _ t: Tensor) throws(TensorError) -> Tensor {
        try add(a, multiply(t, subtract(b, a)))
    }

    /// `count` values whose logarithms to a base lie at equal distances.
    package static func logspace(
        _ start: Double, _ end: Double, count: Int = 50, base: Double = 10,
        dtype: DType = .float32
    ) throws(TensorError) -> Tensor {
        guard base > 0 else {
            throw .domain(operation: "logspace", problem: "the base \(base) is not positive", help: nil)
        }
        let exponents = try linspace(start, end, count: count, dtype: .float64)
        return try asType(pow(.real(base), exponents), dtype)
    }
}
