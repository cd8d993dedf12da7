/// The extent of a tensor along each of its axes, held without a heap array.
///
///     let shape: Shape = [2, 3]
///     shape.count      // 2 axes
///     shape.elementCount  // 6
///
/// A tensor has at most ``Shape/maximumRank`` axes.
public struct Shape: Sendable, ExpressibleByArrayLiteral {
    /// The greatest number of axes a tensor can have.
    public static let maximumRank = 8

    // Eight numbers in place: copying a shape allocates nothing.
    @usableFromInline
    var extents: (Int, Int, Int, Int, Int, Int, Int, Int)
    @usableFromInline
    var length: Int

    /// The shape of a tensor with no axis: one element.
    @inline(__always)
    public init() {
        extents = (0, 0, 0, 0, 0, 0, 0, 0)
        length = 0
    }

    @inline(__always)
    package init(_ a: Int) {
        extents = (a, 0, 0, 0, 0, 0, 0, 0)
        length = 1
    }

    @inline(__always)
    package init(_ a: Int, _ b: Int) {
        extents = (a, b, 0, 0, 0, 0, 0, 0)
        length = 2
    }

    package init(_ a: Int, _ b: Int, _ c: Int) {
        extents = (a, b, c, 0, 0, 0, 0, 0)
        length = 3
    }

    package init(_ a: Int, _ b: Int, _ c: Int, _ d: Int) {
        extents = (a, b, c, d, 0, 0, 0, 0)
        length = 4
    }

    /// A shape with `rank` axes that all have the extent `value`.
    package init(repeating value: Int, rank: Int) {
        self.init()
        for _ in 0..<rank { append(value) }
    }

    /// The shape with these extents; more than ``maximumRank`` of them end the program.
    public init(_ extents: [Int]) {
        self = orEnd { () throws(TensorError) in try Shape(checking: extents) }
    }

    public init(arrayLiteral elements: Int...) {
        self.init(elements)
    }

    /// The shape with these extents.
    ///
    /// - Throws: `rank` when there are too many, `extent` when one is negative.
    package init(checking extents: [Int]) throws(TensorError) {
        guard extents.count <= Shape.maximumRank else { throw .rank(extents.count) }
        self.init()
        for extent in extents {
            guard extent >= 0 else { throw .extent(extent, shape: extents) }
            append(extent)
        }
    }

    /// The number of elements of a tensor with this shape; too many to count end the program.
    public var elementCount: Int {
        orEnd { () throws(TensorError) in try checkedElementCount() }
    }

    /// The number of elements of a tensor with this shape.
    ///
    /// - Throws: `memory` when the number does not fit.
    @inline(__always)
    package func checkedElementCount() throws(TensorError) -> Int {
        var product = 1
        var overflows = false
        for i in 0..<length {
            let (next, overflow) = product.multipliedReportingOverflow(by: self[i])
            // A zero further on makes the product zero, whatever came before.
            if self[i] == 0 { return 0 }
            overflows = overflows || overflow
            product = next
        }
        if overflows { throw .tooLarge(shape: self) }
        return product
    }

    /// The product of the extents, wrapping: for shapes of tensors that exist.
    @inline(__always)
    package var product: Int {
        var product = 1
        for i in 0..<length { product = product &* self[i] }
        return product
    }

    @inline(__always)
    package mutating func append(_ extent: Int) {
        precondition(length < Shape.maximumRank)
        length += 1
        self[length - 1] = extent
    }

    package mutating func insert(_ extent: Int, at axis: Int) {
        precondition(length < Shape.maximumRank && axis <= length)
        length += 1
        var i = length - 1
        while i > axis {
            self[i] = self[i - 1]
            i -= 1
        }
        self[axis] = extent
    }

    package mutating func remove(at axis: Int) {
        precondition(axis < length)
        for i in axis..<(length - 1) { self[i] = self[i + 1] }
        length -= 1
    }

    /// The steps, in elements, between neighbours along each axis of a row-major tensor.
    @inline(__always)
    package var rowMajorStrides: Strides {
        var strides = self
        var step = 1
        var i = length - 1
        while i >= 0 {
            strides[i] = step
            step = step &* self[i]
            i -= 1
        }
        return strides
    }
}

/// Steps in elements between neighbours along each axis.
package typealias Strides = Shape

extension Shape: RandomAccessCollection, MutableCollection {
    public var startIndex: Int { 0 }
    /// The number of axes.
    @inlinable public var endIndex: Int { length }
    @inlinable public var count: Int { length }

    /// The extent along an axis.
    @inlinable
    public subscript(axis: Int) -> Int {
        @inline(__always)
        get {
            precondition(axis >= 0 && axis < length, "axis out of range")
            return withUnsafePointer(to: extents) {
                UnsafeRawPointer($0).assumingMemoryBound(to: Int.self)[axis]
            }
        }
        @inline(__always)
        set {
            precondition(axis >= 0 && axis < length, "axis out of range")
            withUnsafeMutablePointer(to: &extents) {
                UnsafeMutableRawPointer($0).assumingMemoryBound(to: Int.self)[axis] = newValue
            }
        }
    }
}

extension Shape: Hashable, CustomStringConvertible {
    @inline(__always)
    public static func == (a: Shape, b: Shape) -> Bool {
        guard a.length == b.length else { return false }
        for i in 0..<a.length where a[i] != b[i] { return false }
        return true
    }

    public static func == (a: Shape, b: [Int]) -> Bool {
        a.elementsEqual(b)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(length)
        for extent in self { hasher.combine(extent) }
    }

    /// The extents as an array is written: `[2, 3]`.
    public var description: String { "[" + map(String.init).joined(separator: ", ") + "]" }
}
