// Shapes, axes and element types: views where that is possible.
extension Tensor {
    /// The same elements in row-major order under another shape; one extent may be −1.
    ///
    ///     Tensor.arange(6).reshaped(2, -1).shape      // [2, 3]
    public func reshaped(_ extents: Int...) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.reshaped(self, extents) }
    }

    /// The same elements in row-major order under another shape; one extent may be −1.
    public func reshaped(_ extents: [Int]) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.reshaped(self, extents) }
    }

    /// The same elements in row-major order under another tensor's shape.
    public func reshaped(_ shape: Shape) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.reshaped(self, shape) }
    }

    /// All elements along one axis, in row-major order.
    public func flattened() -> Tensor {
        orEnd { () throws(TensorError) in try Checked.flattened(self) }
    }

    /// The axes in another order; none named reverses them.
    public func transposed(_ axes: Int...) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.transposed(self, axes) }
    }

    /// The axes reversed: a matrix's transpose.
    public var T: Tensor {
        orEnd { () throws(TensorError) in try Checked.transposed(self) }
    }

    /// With two axes exchanged.
    public func swappedAxes(_ a: Int, _ b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.swappedAxes(self, a, b) }
    }

    /// With a new axis of extent 1 at that position.
    public func expandedDimensions(axis: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.expandedDimensions(self, axis: axis) }
    }

    /// Without the axis of extent 1, or without all of them.
    public func squeezed(axis: Int? = nil) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.squeezed(self, axis: axis) }
    }

    /// The elements repeated over a larger shape, without copying.
    public func broadcast(to extents: Int...) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.broadcast(self, to: Shape(checking: extents))
        }
    }

    /// The elements repeated over a larger shape, without copying.
    public func broadcast(to shape: Shape) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.broadcast(self, to: shape) }
    }

    /// The elements as another type: reals are cut towards zero, numbers are true unless 0.
    public func asType(_ dtype: DType) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.asType(self, dtype) }
    }

    /// The same value as a constant: no gradient flows back through it.
    public func stopGradient() -> Tensor { Checked.stopGradient(self) }

    /// The matrix product with another tensor.
    public func matmul(_ other: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.matmul(self, other) }
    }

    /// Values below `min` become `min`, values above `max` become `max`.
    public func clipped(min: Double? = nil, max: Double? = nil) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.clipped(self, min: min, max: max) }
    }

    /// −1, 0 or 1 by each element's sign.
    public func sign() -> Tensor {
        orEnd { () throws(TensorError) in try Checked.sign(self) }
    }

    /// condition ? a : b, element by element; shapes broadcast.
    public static func `where`(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.where(condition, a, b) }
    }

    /// condition ? a : b with a number for the false case.
    public static func `where`(_ condition: Tensor, _ a: Tensor, _ b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.where(condition, a, .real(b)) }
    }

    /// condition ? a : b with a number for the true case.
    public static func `where`(_ condition: Tensor, _ a: Double, _ b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.where(condition, .real(a), b) }
    }

    /// condition ? a : b for two numbers.
    public static func `where`(_ condition: Tensor, _ a: Double, _ b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.where(condition, .real(a), .real(b)) }
    }
}
