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
        let keys = try SortKeys(last, descending: descending)
        let result = try TensorStorage.allocate(last.shape, .int64)
        let positions = result.data.assumingMemoryBound(to: Int.self)
        var start = 0
        while start < result.count {
            try Interruption.check()
            keys.order(start..<start + length, into: positions + start)
            start += length
        }
        return try swappedAxes(Tensor(result), position, -1)
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

/// Elements as unsigned integers that are in the elements' order, so that any type is sorted by its
/// digits: NaN last, equal elements equal.
struct SortKeys {
    private let keys: [UInt64]
    private let bitCount: Int

    init(_ x: Tensor, descending: Bool) throws(TensorError) {
        let flip: UInt64
        switch x.dtype {
        case .float32:
            flip = descending ? 0xFFFF_FFFF : 0
            bitCount = 32
            keys = try x.withElements(as: Float.self) { (elements) throws(TensorError) in
                elements.map { value in
                    if value.isNaN { return 0xFFFF_FFFF }
                    // −0 and 0 are equal; negative numbers are ordered backwards by their bits.
                    let bits = value == 0 ? 0 : value.bitPattern
                    let key = bits >> 31 == 1 ? ~bits : bits | 0x8000_0000
                    return UInt64(key) ^ flip
                }
            }
        case .float64:
            flip = descending ? .max : 0
            bitCount = 64
            keys = try x.withElements(as: Double.self) { (elements) throws(TensorError) in
                elements.map { value in
                    if value.isNaN { return .max }
                    let bits = value == 0 ? 0 : value.bitPattern
                    return (bits >> 63 == 1 ? ~bits : bits | 1 << 63) ^ flip
                }
            }
        default:
            flip = descending ? .max : 0
            bitCount = 64
            keys = try Checked.scalars(x, as: Int.self).map {
                (UInt64(bitPattern: Int64($0)) ^ 1 << 63) ^ flip
            }
        }
    }

    /// Whether two elements are equal; NaN is equal to NaN.
    func areEqual(_ a: Int, _ b: Int) -> Bool { keys[a] == keys[b] }

    /// Writes the positions within a part that sort it; equal keys stay in order.
    func order(_ part: Range<Int>, into result: UnsafeMutablePointer<Int>) {
        if part.count < 512 {
            for (index, position) in part.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() {
                result[index] = position - part.lowerBound
            }
            return
        }
        orderByDigits(part, into: result)
    }

    /// Digits of 11 bits from the least, each pass keeping the order of the one before.
    private func orderByDigits(_ part: Range<Int>, into result: UnsafeMutablePointer<Int>) {
        let count = part.count
        var from = (0..<count).map { (key: keys[part.lowerBound + $0], position: $0) }
        var to = from
        var shift = 0
        while shift < bitCount {
            var counts = [Int](repeating: 0, count: 2049)
            for item in from { counts[Int(item.key >> UInt64(shift) & 2047) + 1] += 1 }
            // A digit that all keys share changes nothing.
            if !counts.contains(count) {
                for digit in 0..<2048 { counts[digit + 1] += counts[digit] }
                for item in from {
                    let digit = Int(item.key >> UInt64(shift) & 2047)
                    to[counts[digit]] = item
                    counts[digit] += 1
                }
                swap(&from, &to)
            }
            shift += 11
        }
        for (index, item) in from.enumerated() { result[index] = item.position }
    }
}
