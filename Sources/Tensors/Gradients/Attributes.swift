/// What an operation is told besides its tensors, held in place so that recording costs nothing.
///
/// Each family says in its file which field means what; a list of axes is kept as a set of bits.
package struct Attributes: Sendable {
    package var shape = Shape()
    package var strides = Strides()
    package var i0 = 0
    package var i1 = 0
    package var p0 = 0.0
    package var p1 = 0.0
    /// Whatever does not fit: a mask, a list of paddings.
    package var tensor: Tensor?
    /// What the forward pass found and its gradient takes again: statistics, log sums.
    package var second: Tensor?
    /// What runs again for the gradient, of a checkpoint.
    package var recomputation: Recomputation?

    @inline(__always)
    package init() {}

    package init(
        shape: Shape = Shape(), strides: Strides = Strides(), i0: Int = 0, i1: Int = 0,
        p0: Double = 0, p1: Double = 0, tensor: Tensor? = nil,
        second: Tensor? = nil
    ) {
        self.shape = shape
        self.strides = strides
        self.i0 = i0
        self.i1 = i1
        self.p0 = p0
        self.p1 = p1
        self.tensor = tensor
        self.second = second
    }
}
