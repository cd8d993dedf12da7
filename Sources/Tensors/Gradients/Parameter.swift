internal import CKernels

/// A tensor that training changes.
///
///     struct Scale: Layer {
///         var weight = Parameter(Tensor.ones(3))
///     }
///
/// A reference: layers, optimizers and gradients name the same parameter. Optimizers change the
/// elements in place while no other tensor shares them, so a step allocates nothing for them.
public final class Parameter {
    /// The value now.
    @exclusivity(unchecked) public var value: Tensor
    /// Whether training changes it.
    @exclusivity(unchecked) public var trainable: Bool

    /// What a value is made to obey after each update, such as a greatest norm.
    @exclusivity(unchecked) package var constraint:
        (@Sendable (Tensor) throws(TensorError) -> Tensor)?
    /// What `fit` adds to its loss for this parameter, such as λ·Σw².
    @exclusivity(unchecked) package var penalty:
        (@Sendable (Tensor) throws(TensorError) -> Tensor)?

    /// A parameter with that initial value.
    public init(_ value: Tensor, trainable: Bool = true) {
        self.value = value
        self.trainable = trainable
    }

    /// The value's extents.
    public var shape: Shape { value.shape }

    /// Calls `body` with the elements' memory for writing and their number; what other tensors share
    /// is copied first, so they keep the old value.
    package func update(
        _ body: (UnsafeMutableRawPointer, Int, DType) throws(TensorError) -> Void
    ) throws(TensorError) {
        try value.makeUnique()
        try body(value.storage.data, value.count, value.dtype)
    }
}
