internal import CKernels

extension Operations {
    package static let argsort: Operation = Operation(
        "argsort", "positions that sort along an axis, equals in order, NaN as the greatest (PyTorch, stable)",
        run: { (x, a) throws(TensorError) in
            try Checked.argsort(x[0], axis: a.i0, descending: a.i1 != 0)
        })
}

extension Checked {
    /// Positions that sort along an axis; equal elements keep their order, NaN is the greatest.
    package static func argsort(
        _ x: Tensor, axis: Int = -1, descending: Bool = false
    ) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: x.rank, "argsort")
        let last = try swappedAxes(stopGradient(x), position, -1)
        let source = try last.contiguousStorage()
        let result = try TensorStorage.allocate(last.shape, .int64)
        let length = x.shape[position]
        try check(
            vj_argsort(
                source.dtype.c, length == 0 ? 0 : source.count / length, length, source.data,
                descending, result.data.assumingMemoryBound(to: Int64.self)), "argsort")
        withExtendedLifetime(source) {}
        return try swappedAxes(Tensor(result), position, -1)
    }

    /// The elements in order along an axis; NaN is the greatest.
    package static func sorted(
        _ x: Tensor, axis: Int = -1, descending: Bool = false
    ) throws(TensorError) -> Tensor {
        if Tape.current.isTracking(x) {
            return try takenAlong(
                x, argsort(x, axis: axis, descending: descending), axis: axis)
        }
        let position = try Axes.resolve(axis, rank: x.rank, "sorted")
        let last = try swappedAxes(stopGradient(x), position, -1)
        let source = try last.contiguousStorage()
        let result = try TensorStorage.allocate(last.shape, x.dtype)
        let length = x.shape[position]
        try check(
            vj_sort(
                source.dtype.c, length == 0 ? 0 : source.count / length, length, source.data,
                descending, result.data), "sorted")
        withExtendedLifetime(source) {}
        return try swappedAxes(Tensor(result), position, -1)
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
        let last = try swappedAxes(stopGradient(x), position, -1)
        let source = try last.contiguousStorage()
        var shape = last.shape
        shape[shape.count - 1] = count
        let result = try TensorStorage.allocate(shape, .int64)
        let length = x.shape[position]
        try check(
            vj_top(
                source.dtype.c, length == 0 ? 0 : source.count / length, length, count,
                source.data, true, result.data.assumingMemoryBound(to: Int64.self)), "topK")
        withExtendedLifetime(source) {}
        let indices = try swappedAxes(Tensor(result), position, -1)
        return (try takenAlong(x, indices, axis: position), indices)
    }
}

/// Elements as unsigned integers that are in the elements' order: NaN last, equal elements equal.
struct SortKeys {
    private let keys: [UInt64]

    init(_ x: Tensor) throws(TensorError) {
        switch x.dtype {
        case .float32:
            keys = try x.withElements(as: Float.self) { (elements) throws(TensorError) in
                elements.map { value in
                    if value.isNaN { return 0xFFFF_FFFF }
                    // −0 and 0 are equal; negative numbers are ordered backwards by their bits.
                    let bits = value == 0 ? 0 : value.bitPattern
                    return UInt64(bits >> 31 == 1 ? ~bits : bits | 0x8000_0000)
                }
            }
        case .float64:
            keys = try x.withElements(as: Double.self) { (elements) throws(TensorError) in
                elements.map { value in
                    if value.isNaN { return .max }
                    let bits = value == 0 ? 0 : value.bitPattern
                    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
                }
            }
        default:
            keys = try Checked.scalars(x, as: Int.self).map { UInt64(bitPattern: Int64($0)) ^ 1 << 63 }
        }
    }

    /// Whether two elements are equal; NaN is equal to NaN.
    func areEqual(_ a: Int, _ b: Int) -> Bool { keys[a] == keys[b] }
}
