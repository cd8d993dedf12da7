import Tensors

/// Makes one axis of all but the first: `[batch, a, b, …]` to `[batch, a·b·…]`.
public final class Flatten: BuiltInLayer, @unchecked Sendable {
    public override init() {}

    override func forward(_ x: Tensor) throws -> Tensor {
        let shape = x.shape
        if shape.count == 2 { return x }
        guard shape.count > 0 else {
            throw TensorError.shape(
                operation: "Flatten", expected: "a batch along axis 0", given: shape, help: nil)
        }
        return try Checked.reshaped(x, [shape[0], shape.dropFirst().reduce(1, &*)])
    }

    package override var configuration: Configuration? { Configuration(kindName) }
}

/// Gives each example another shape: `[batch, …]` to `[batch, extents…]`.
///
///     Reshape(7, 7, 64)
public final class Reshape: BuiltInLayer, @unchecked Sendable {
    /// The shape of one example; one extent may be −1.
    public let extents: [Int]

    public init(_ extents: Int...) {
        self.extents = extents
    }

    public init(_ extents: [Int]) {
        self.extents = extents
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard x.rank > 0 else {
            throw TensorError.shape(
                operation: "Reshape", expected: "a batch along axis 0", given: x.shape, help: nil)
        }
        return try Checked.reshaped(x, [x.shape[0]] + extents)
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["extents": .ints(extents)])
    }
}
