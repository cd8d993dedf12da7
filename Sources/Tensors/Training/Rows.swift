#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Rows (entries along axis 0) of a tensor as batches take them: whole blocks of memory, nothing
/// recorded on the tape.
extension Tensor {
    /// The number of rows.
    ///
    /// - Throws: for a scalar, which has none.
    package func rowCount(_ operation: String) throws(TensorError) -> Int {
        guard rank > 0 else {
            throw .shape(
                operation: operation, expected: "examples along axis 0", given: shape, help: nil)
        }
        return shape[0]
    }

    /// The shape of a batch of `count` rows.
    @inline(__always)
    private func shape(rows count: Int) -> Shape {
        var shape = self.shape
        shape[0] = count
        return shape
    }

    /// Rows `range` as a view that shares this tensor's memory.
    package func rows(_ range: Range<Int>) throws(TensorError) -> Tensor {
        let flat = try contiguousStorage()
        let shape = self.shape(rows: range.count)
        let width = flat.shape[0] == 0 ? 0 : flat.count / flat.shape[0]
        return Tensor(
            TensorStorage(
                viewing: flat, offset: range.lowerBound * width, shape: shape,
                strides: shape.rowMajorStrides))
    }

    /// A copy of the rows with these positions, which must be in range.
    package func gatheringRows(
        _ positions: UnsafeBufferPointer<Int>
    ) throws(TensorError) -> Tensor {
        let flat = try contiguousStorage()
        let result = try TensorStorage.allocate(shape(rows: positions.count), dtype)
        let rowBytes =
            flat.shape[0] == 0 ? 0 : flat.count / flat.shape[0] * flat.dtype.byteCount
        if rowBytes == 4 {
            let source = flat.data.assumingMemoryBound(to: UInt32.self)
            let target = result.data.assumingMemoryBound(to: UInt32.self)
            for (row, position) in positions.enumerated() { target[row] = source[position] }
        } else if rowBytes == 8 {
            let source = flat.data.assumingMemoryBound(to: UInt64.self)
            let target = result.data.assumingMemoryBound(to: UInt64.self)
            for (row, position) in positions.enumerated() { target[row] = source[position] }
        } else {
            for (row, position) in positions.enumerated() {
                memcpy(result.data + row * rowBytes, flat.data + position * rowBytes, rowBytes)
            }
        }
        withExtendedLifetime(flat) {}
        return Tensor(result)
    }

    /// A copy of the rows with these positions, which must be in range.
    package func gatheringRows(_ positions: [Int]) throws(TensorError) -> Tensor {
        try gatheringRows(positions, 0..<positions.count)
    }

    /// A copy of the rows with a part of these positions, which must be in range.
    package func gatheringRows(
        _ positions: [Int], _ part: Range<Int>
    ) throws(TensorError) -> Tensor {
        let result: Result<Tensor, TensorError> = positions.withUnsafeBufferPointer { pointer in
            do throws(TensorError) {
                return .success(try gatheringRows(UnsafeBufferPointer(rebasing: pointer[part])))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    /// Tensors with equal shapes and types, one after the other along a new axis 0.
    package static func stackingRows(_ rows: [Tensor]) throws(TensorError) -> Tensor {
        guard let first = rows.first else {
            throw .empty(operation: "stacked", shape: [0])
        }
        var shape = first.shape
        guard shape.count < Shape.maximumRank else { throw .rank(shape.count + 1) }
        shape.insert(rows.count, at: 0)
        let result = try TensorStorage.allocate(shape, first.dtype)
        for (index, row) in rows.enumerated() {
            guard row.shape == first.shape, row.dtype == first.dtype else {
                throw .join(
                    operation: "stacked", first.shape, row.shape, axis: 0, position: index)
            }
            let flat = try row.contiguousStorage()
            memcpy(result.data + index * first.byteCount, flat.data, first.byteCount)
            withExtendedLifetime(flat) {}
        }
        return Tensor(result)
    }
}
