internal import CKernels
internal import Synchronization

/// The one object behind a tensor: its elements, or a view of another's, and how they are laid out.
///
/// A tensor is one strong reference to this. Memory belongs to the object that allocated it; a view
/// keeps that object alive through `owner`. Nothing here changes after creation but the elements,
/// while one tensor alone refers to them, and the place on the gradient tape.
package final class TensorStorage: @unchecked Sendable {
    /// The first element's memory, which may wait to be written; see ``data``.
    @exclusivity(unchecked) private(set) var memory: UnsafeMutableRawPointer
    /// Whether the elements wait for their chain.
    private let isWaiting: Atomic<Bool>
    /// What computes the elements when somebody looks at them.
    let chain: ElementChain?
    /// The first element; elements that wait are computed now.
    package var data: UnsafeMutableRawPointer {
        @inline(__always)
        get {
            if isWaiting.load(ordering: .acquiring) { chain?.compute() }
            return memory
        }
    }
    package let count: Int
    package let dtype: DType
    /// Whether the elements lie in row-major order without gaps.
    package let isContiguous: Bool
    package let shape: Shape
    package let strides: Strides
    /// The object that owns the memory, when this is a view.
    package let owner: TensorStorage?
    /// Where the value was recorded, valid only together with the entry's serial number.
    @exclusivity(unchecked) package var tapeIndex: Int = 0
    /// The serial number of that entry; 0 when the value was never recorded.
    @exclusivity(unchecked) package var tapeSerial: UInt64 = 0
    /// Whether the memory came from the allocator and goes back to it.
    private let isAllocated: Bool
    /// Where the elements of a small tensor lie, so that it is one allocation in all.
    @exclusivity(unchecked) private var small = Small()

    private typealias Word = (UInt64, UInt64, UInt64, UInt64)

    private struct Small {
        var words: (Word, Word, Word, Word) = (
            (0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0)
        )
        static let byteCount = 128
    }

    /// A tensor of its own, not yet filled; without memory given it is a small one, of zeros.
    @inline(__always)
    private init(
        data: UnsafeMutableRawPointer?, count: Int, shape: Shape, dtype: DType,
        chain: ElementChain? = nil
    ) {
        self.memory = data ?? UnsafeMutableRawPointer(bitPattern: 16).unsafelyUnwrapped
        self.isWaiting = Atomic(chain != nil)
        self.chain = chain
        self.isAllocated = data != nil
        self.count = count
        self.dtype = dtype
        self.isContiguous = true
        self.shape = shape
        self.strides = shape.rowMajorStrides
        self.owner = nil
        if data == nil {
            // The object does not move and its fields lie in place, so the address stays valid.
            self.memory = withUnsafeMutablePointer(to: &small) { UnsafeMutableRawPointer($0) }
        }
    }

    /// A view of another's elements.
    package init(
        viewing base: TensorStorage, offset: Int = 0, shape: Shape, strides: Strides
    ) {
        self.memory = base.data + offset * base.dtype.byteCount
        self.isWaiting = Atomic(false)
        self.chain = nil
        self.count = shape.product
        self.dtype = base.dtype
        self.shape = shape
        self.strides = strides
        self.isContiguous = TensorStorage.isRowMajor(shape, strides)
        self.owner = base.owner ?? base
        self.isAllocated = false
    }

    deinit {
        chain?.forget(self)
        if isAllocated { vj_free(memory) }
    }

    /// Says that the chain has written the elements.
    func isComputed() { isWaiting.store(false, ordering: .releasing) }

    /// Memory for a tensor of this shape whose elements a chain will write.
    static func allocate(
        _ shape: Shape, _ dtype: DType, waitingFor chain: ElementChain
    ) throws(TensorError) -> TensorStorage {
        let count = try shape.checkedElementCount()
        let (bytes, overflow) = count.multipliedReportingOverflow(by: dtype.byteCount)
        guard !overflow else { throw .tooLarge(shape: shape) }
        guard let data = vj_alloc(bytes) else { throw outOfMemory(bytes) }
        return TensorStorage(data: data, count: count, shape: shape, dtype: dtype, chain: chain)
    }

    /// Memory for a tensor of this shape, not filled.
    ///
    /// - Throws: `tooLarge` when the elements cannot be counted, `memory` beyond the limit.
    @inline(__always)
    package static func allocate(
        _ shape: Shape, _ dtype: DType
    ) throws(TensorError) -> TensorStorage {
        let count = try shape.checkedElementCount()
        let (bytes, overflow) = count.multipliedReportingOverflow(by: dtype.byteCount)
        guard !overflow else { throw .tooLarge(shape: shape) }
        if bytes <= Small.byteCount {
            return TensorStorage(data: nil, count: count, shape: shape, dtype: dtype)
        }
        guard let data = vj_alloc(bytes) else { throw outOfMemory(bytes) }
        return TensorStorage(data: data, count: count, shape: shape, dtype: dtype)
    }

    /// Memory for a tensor of this shape, filled with zeros.
    package static func zeros(_ shape: Shape, _ dtype: DType) throws(TensorError) -> TensorStorage {
        let count = try shape.checkedElementCount()
        let (bytes, overflow) = count.multipliedReportingOverflow(by: dtype.byteCount)
        guard !overflow else { throw .tooLarge(shape: shape) }
        if bytes <= Small.byteCount {
            return TensorStorage(data: nil, count: count, shape: shape, dtype: dtype)
        }
        guard let data = vj_alloc_zeroed(bytes) else { throw outOfMemory(bytes) }
        return TensorStorage(data: data, count: count, shape: shape, dtype: dtype)
    }

    @inline(never)
    private static func outOfMemory(_ bytes: Int) -> TensorError {
        .memory(bytes: bytes, inUse: vj_memory_in_use(), limit: vj_memory_limit())
    }

    private static func isRowMajor(_ shape: Shape, _ strides: Strides) -> Bool {
        var step = 1
        var axis = shape.count - 1
        while axis >= 0 {
            if shape[axis] == 0 { return true }
            if shape[axis] != 1 && strides[axis] != step { return false }
            step &*= shape[axis]
            axis -= 1
        }
        return true
    }

    /// The steps with which this tensor's elements repeat over a larger shape it broadcasts to.
    @inline(__always)
    package func strides(over target: Shape) -> Strides {
        var result = target
        let missing = target.count - shape.count
        for axis in 0..<target.count {
            if axis < missing || shape[axis - missing] == 1 {
                result[axis] = 0
            } else {
                result[axis] = strides[axis - missing]
            }
        }
        return result
    }
}

extension Shape {
    /// Calls `body` with the extents as C arrays take them.
    @inline(__always)
    func withPointer<Result>(_ body: (UnsafePointer<Int>) -> Result) -> Result {
        withUnsafePointer(to: extents) {
            body(UnsafeRawPointer($0).assumingMemoryBound(to: Int.self))
        }
    }
}
