extension Operations {
    package static let argsort: Operation = Operation(
        "argsort", "positions that sort along an axis, equals in order, NaN last (NumPy, stable)",
        run: { (x, a) throws(TensorError) in
            try Checked.argsort(x[0], axis: a.i0, descending: a.i1 != 0)
        })
}

extension Checked {
    /// Positions that sort along an axis; equal elements keep their order, NaN comes last.
    package static func argsort(
        _ x: Tensor, axis: Int = -1, descending: Bool = false
    ) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: x.rank, "argsort")
        let last = try swappedAxes(stopGradient(x), position, -1)
        let length = x.shape[position]
        let positions: [Int]
        if x.dtype.isFloatingPoint {
            positions = try order(scalars(last, as: Double.self), length) { a, b in
                if a.isNaN { return false }
                if b.isNaN { return true }
                return descending ? a > b : a < b
            }
        } else {
            positions = try order(scalars(last, as: Int.self), length) { a, b in
                descending ? a > b : a < b
            }
        }
        return try swappedAxes(tensor(positions, shape: last.shape), position, -1)
    }

    private static func order<Value>(
        _ values: [Value], _ length: Int, _ isBefore: (Value, Value) -> Bool
    ) throws(TensorError) -> [Int] {
        var result: [Int] = []
        result.reserveCapacity(values.count)
        var start = 0
        while start < values.count {
            try Interruption.check()
            // Swift's sort keeps equal elements in order.
            var pairs = (0..<length).map { ($0, values[start + $0]) }
            pairs.sort { isBefore($0.1, $1.1) }
            for pair in pairs { result.append(pair.0) }
            start += length
        }
        return result
    }

    /// The elements in order along an axis; NaN comes last.
    package static func sorted(
        _ x: Tensor, axis: Int = -1, descending: Bool = false
    ) throws(TensorError) -> Tensor {
        try takenAlong(x, argsort(x, axis: axis, descending: descending), axis: axis)
    }

    /// The greatest elements along an axis, from the greatest down, and their positions.
    package static func topK(
        _ x: Tensor, _ count: Int, axis: Int = -1
    ) throws(TensorError) -> (values: Tensor, indices: Tensor) {
        let position = try Axes.resolve(axis, rank: x.rank, "topK")
        guard count >= 0, count <= x.shape[position] else {
            throw .domain(
                operation: "topK",
                problem: "\(count) of the \(x.shape[position]) elements of axis \(axis)", help: nil)
        }
        let order = try argsort(x, axis: position, descending: true)
        let indices = try narrowed(order, axis: position, 0..<count)
        let columns = try takenAlong(x, order, axis: position)
        return (try narrowed(columns, axis: position, 0..<count), indices)
    }
}
