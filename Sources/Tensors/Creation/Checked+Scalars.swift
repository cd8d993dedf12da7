internal import CKernels

extension Checked {
    /// A tensor of scalars in row-major order; `dtype` converts.
    ///
    /// - Throws: `scalarCount` when they do not fill the shape.
    package static func tensor<Value: TensorElement>(
        _ scalars: [Value], shape: Shape, dtype: DType? = nil
    ) throws(TensorError) -> Tensor {
        guard try shape.checkedElementCount() == scalars.count else {
            throw .scalarCount(given: scalars.count, shape: shape)
        }
        let stored = Value.storedType
        let wanted = dtype ?? stored
        let result = try TensorStorage.allocate(shape, wanted)
        let status = scalars.withUnsafeBytes { bytes in
            // An empty array has no address; there is nothing to copy then.
            bytes.baseAddress.map { vj_cast(stored.c, wanted.c, scalars.count, $0, result.data) }
                ?? VJ_OK
        }
        try check(status, "Tensor")
        return Tensor(result)
    }

    /// A tensor from nested arrays, numbers, truth values and tensors.
    package static func tensor(
        _ value: any TensorConvertible, dtype: DType? = nil
    ) throws(TensorError) -> Tensor {
        // The common kinds need no walk over brackets.
        switch value {
        case let tensor as Tensor:
            return try dtype.map { (type) throws(TensorError) in try asType(tensor, type) }
                ?? tensor
        case let scalars as [Double]:
            return try self.tensor(
                scalars, shape: Shape(scalars.count), dtype: dtype ?? .float32)
        case let scalars as [Float]:
            return try self.tensor(scalars, shape: Shape(scalars.count), dtype: dtype)
        case let scalars as [Int]:
            // Casts between arrays of no elements succeed for any type: an empty one is real.
            return try self.tensor(
                scalars, shape: Shape(scalars.count),
                dtype: dtype ?? (scalars.isEmpty ? .float32 : .int64))
        case let scalars as [Bool]:
            return try self.tensor(scalars, shape: Shape(scalars.count), dtype: dtype)
        default:
            var builder = TensorBuilder()
            try value.append(to: &builder)
            return try builder.finish(dtype: dtype)
        }
    }

    /// The elements in row-major order as an array.
    package static func scalars<Value: TensorElement>(
        _ x: Tensor, as type: Value.Type
    ) throws(TensorError) -> [Value] {
        let flat = try Tensor(cast(x.storage, Value.storedType)).contiguousStorage()
        defer { withExtendedLifetime(flat) {} }
        return [Value](unsafeUninitializedCapacity: flat.count) { buffer, count in
            if flat.count > 0, let base = buffer.baseAddress {
                UnsafeMutableRawPointer(base).copyMemory(
                    from: flat.data, byteCount: flat.count * MemoryLayout<Value>.stride)
            }
            count = flat.count
        }
    }

    /// The one element.
    ///
    /// - Throws: `item` when there are none or several.
    package static func item(_ x: Tensor) throws(TensorError) -> Double {
        guard x.count == 1 else { throw .item(shape: x.shape) }
        let data = x.storage.data
        defer { withExtendedLifetime(x.storage) {} }
        return switch x.dtype {
        case .float32: Double(data.load(as: Float.self))
        case .float64: data.load(as: Double.self)
        case .int32: Double(data.load(as: Int32.self))
        case .int64: Double(data.load(as: Int.self))
        case .uint8, .bool: Double(data.load(as: UInt8.self))
        }
    }

    /// The value as a constant: an alias that the tape does not know.
    package static func stopGradient(_ x: Tensor) -> Tensor {
        if x.storage.tapeSerial == 0 { return x }
        return Tensor(
            TensorStorage(viewing: x.storage, shape: x.shape, strides: x.storage.strides))
    }
}
