internal import CKernels

/// A multi-dimensional array of numbers or truth values, with gradients.
///
///     let x = Tensor([[1, 2], [3, 4]], dtype: .float32)
///     matmul(x, x.T).sum(axis: 0)      // [14. 36.]
///
/// The element type is a value, ``dtype``, not a type parameter. A tensor is a value: assigning
/// through a subscript changes that variable alone; slices share memory until then. Semantics
/// follow NumPy where shapes are concerned and PyTorch where element types are.
///
/// Every operation has a throwing form in `Checked` under the same name; the methods, functions
/// and operators that a program calls end it with the error's message instead.
public struct Tensor: @unchecked Sendable {
    /// The one reference a tensor consists of; 8 bytes, so a tensor fits wherever a pointer does.
    package var storage: TensorStorage

    @inline(__always)
    package init(_ storage: TensorStorage) {
        self.storage = storage
    }

    /// The extent along each axis.
    public var shape: Shape { storage.shape }

    /// The number of axes; 0 for a scalar.
    public var rank: Int { storage.shape.count }

    /// The number of elements.
    public var count: Int { storage.count }

    /// The type of the elements.
    public var dtype: DType { storage.dtype }

    /// Whether the elements lie in memory in row-major order without gaps.
    package var isContiguous: Bool { storage.isContiguous }

    /// Bytes the elements take.
    package var byteCount: Int { storage.count * storage.dtype.byteCount }
}

extension Tensor {
    /// The same elements in row-major order without gaps; itself when they are already.
    ///
    /// Not recorded on the tape: the value is the same, for kernels that want flat memory.
    @inline(__always)
    package func contiguousStorage() throws(TensorError) -> TensorStorage {
        if storage.isContiguous { return storage }
        return try gathered()
    }

    /// The same elements in memory of their own, not recorded.
    package func copied() throws(TensorError) -> Tensor { Tensor(try gathered()) }

    @inline(never)
    private func gathered() throws(TensorError) -> TensorStorage {
        let result = try TensorStorage.allocate(shape, dtype)
        try storage.copy(to: result.data, strides: result.strides)
        return result
    }

    /// Calls `body` with the elements in row-major order, as one of the stored types.
    ///
    /// The caller asks for the type the tensor has, or converts first.
    package func withElements<Value, Result>(
        as type: Value.Type, _ body: (UnsafeBufferPointer<Value>) throws(TensorError) -> Result
    ) throws(TensorError) -> Result {
        let flat = try contiguousStorage()
        let pointer = UnsafePointer(flat.data.assumingMemoryBound(to: Value.self))
        let result = try body(UnsafeBufferPointer(start: pointer, count: flat.count))
        withExtendedLifetime(flat) {}
        return result
    }

    /// Calls `body` with the elements for writing, in row-major order, after making sure that no
    /// other tensor sees the change.
    package mutating func withMutableElements<Value, Result>(
        as type: Value.Type,
        _ body: (UnsafeMutableBufferPointer<Value>) throws(TensorError) -> Result
    ) throws(TensorError) -> Result {
        try makeUnique()
        let pointer = storage.data.assumingMemoryBound(to: Value.self)
        let result = try body(UnsafeMutableBufferPointer(start: pointer, count: count))
        withExtendedLifetime(storage) {}
        return result
    }

    /// Makes this tensor the only one that refers to its memory, which is then row-major.
    @inline(__always)
    package mutating func makeUnique() throws(TensorError) {
        if isUnshared() { return }
        storage = try gathered()
    }

    /// Whether nothing else refers to this tensor's memory; what waits to be computed from it is
    /// computed now.
    @inline(__always)
    mutating func isUnshared() -> Bool {
        guard storage.owner == nil, storage.isContiguous else { return false }
        if isKnownUniquelyReferenced(&storage) { return true }
        guard storage.count >= ElementChain.least, let chain = Tape.current.chain else {
            return false
        }
        chain.compute()
        return isKnownUniquelyReferenced(&storage)
    }

    /// A new tensor of this shape whose elements `fill` writes.
    package static func filled<Value: TensorElement>(
        _ shape: Shape, as type: Value.Type,
        _ fill: (UnsafeMutableBufferPointer<Value>) throws(TensorError) -> Void
    ) throws(TensorError) -> Tensor {
        let result = try TensorStorage.allocate(shape, Value.storedType)
        try fill(
            UnsafeMutableBufferPointer(
                start: result.data.assumingMemoryBound(to: Value.self), count: result.count))
        return Tensor(result)
    }
}

extension TensorStorage {
    /// Copies the elements to memory with other steps.
    package func copy(
        to target: UnsafeMutableRawPointer, strides targetStrides: Strides
    ) throws(TensorError) {
        let status = shape.withPointer { shapePointer in
            strides.withPointer { from in
                targetStrides.withPointer { to in
                    vj_copy_strided(
                        dtype.c, shape.count, shapePointer, data, from, target, to)
                }
            }
        }
        try check(status, "copy")
    }
}
