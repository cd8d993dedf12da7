extension Operations {
    /// attributes: i0 the axis.
    package static let cumprod: Operation = Operation(
        "cumprod", "running products along the axis; integers give int64 (NumPy)",
        samples: [
            Operation.Sample([2, 5], attributes: Attributes(i0: 1)),
            Operation.Sample([3, 2], attributes: Attributes(i0: 0)),
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in try Checked.cumprod(x[0], axis: a.i0) })

    /// attributes: i0 the axis.
    package static let cummax: Operation = Operation(
        "cummax", "the greatest element so far along the axis; NaN stays (NumPy)",
        samples: [Operation.Sample([2, 5], attributes: Attributes(i0: 1))], isComposed: true,
        run: { (x, a) throws(TensorError) in try Checked.cummax(x[0], axis: a.i0) })

    /// attributes: i0 the axis.
    package static let cummin: Operation = Operation(
        "cummin", "the least element so far along the axis; NaN stays (NumPy)",
        samples: [Operation.Sample([2, 5], attributes: Attributes(i0: 1))], isComposed: true,
        run: { (x, a) throws(TensorError) in try Checked.cummin(x[0], axis: a.i0) })

    /// attributes: i0 the axis, i1 how often.
    package static let differences: Operation = Operation(
        "differences", "each element less the one before it along the axis (NumPy's diff)",
        samples: [Operation.Sample([2, 4], attributes: Attributes(i0: 1, i1: 2))],
        isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.differences(x[0], axis: a.i0, order: a.i1)
        })
}

extension Checked {
    /// Running products along an axis, or over all elements in row-major order.
    package static func cumprod(_ x: Tensor, axis: Int? = nil) throws(TensorError) -> Tensor {
        guard let axis else { return try cumprod(flattened(x), axis: 0) }
        let position = try Axes.resolve(axis, rank: x.rank, "cumprod")
        var result = try asType(x, x.dtype.isFloatingPoint ? x.dtype : .int64)
        // Twice as many factors in each round: no division, so zeros and their derivatives are
        // right.
        let extent = x.shape[position]
        var reach = 1
        while reach < extent {
            let head = try narrowed(result, axis: position, 0..<reach)
            let tail = try multiply(
                narrowed(result, axis: position, reach..<extent),
                narrowed(result, axis: position, 0..<extent - reach))
            result = try concatenated([head, tail], axis: position)
            reach *= 2
        }
        return result
    }

    package static func cummax(_ x: Tensor, axis: Int) throws(TensorError) -> Tensor {
        try running(x, axis, "cummax") { $0 >= $1 }
    }

    package static func cummin(_ x: Tensor, axis: Int) throws(TensorError) -> Tensor {
        try running(x, axis, "cummin") { $0 <= $1 }
    }

    /// Takes at each place the best element so far.
    private static func running(
        _ x: Tensor, _ axis: Int, _ name: String, _ isBetter: (Double, Double) -> Bool
    ) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: x.rank, name)
        let last = try swappedAxes(stopGradient(x), position, -1)
        let values = try scalars(last, as: Double.self)
        let extent = x.shape[position]
        let indices = try Tensor.filled(last.shape, as: Int.self) { out in
            var start = 0
            while start < values.count {
                var best = 0
                for i in 0..<extent {
                    let (value, current) = (values[start + i], values[start + best])
                    if !current.isNaN, value.isNaN || isBetter(value, current) { best = i }
                    out[start + i] = best
                }
                start += extent
            }
        }
        return try takenAlong(x, swappedAxes(indices, position, -1), axis: position)
    }

    /// Differences of neighbours along an axis, `order` times.
    package static func differences(
        _ x: Tensor, axis: Int = -1, order: Int = 1
    ) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: x.rank, "differences")
        guard order >= 0 else {
            throw .domain(
                operation: "differences", problem: "the order \(order) is negative", help: nil)
        }
        var result = x
        for _ in 0..<order {
            let extent = result.shape[position]
            if extent == 0 { break }
            result = try subtract(
                narrowed(result, axis: position, 1..<extent),
                narrowed(result, axis: position, 0..<extent - 1))
        }
        return result
    }
}
