// Products, distances and bits.

/// All products of two vectors' elements.
///
///     outer(Tensor([1, 2]), Tensor([3, 4]))
public func outer(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.outer(a, b) }
}

/// The Kronecker product of matrices.
///
///     kron(Tensor.identity(2), Tensor([[1.0, 2]]))
public func kron(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.kron(a, b) }
}

/// The cross product of vectors of 3 along the last axis.
///
///     cross(Tensor([1, 0, 0]), Tensor([0, 1, 0]))
public func cross(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.cross(a, b) }
}

/// The sum of products over the last axes of a and the first of b.
///
///     tensordot(Tensor.ones(2, 3), Tensor.ones(3, 4), axes: 1)
public func tensordot(_ a: Tensor, _ b: Tensor, axes: Int = 2) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.tensordot(a, b, axes: axes) }
}

/// The sum of products over pairs of axes: those of a in `axes`, those of b in `with`.
///
///     tensordot(Tensor.ones(2, 3), Tensor.ones(4, 3), axes: [1], with: [1])
public func tensordot(_ a: Tensor, _ b: Tensor, axes: [Int], with: [Int]) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.tensordot(a, b, axes: (axes, with)) }
}

/// Einstein's summation: letters name axes, `->` says which stay, `...` stands for axes that
/// broadcast.
///
///     einsum("ij,jk->ik", Tensor([[1, 2]]), Tensor([[3], [4]]))
public func einsum(_ equation: String, _ operands: Tensor...) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.einsum(equation, operands) }
}

/// ⌊a / b⌋, element by element.
///
///     floorDivide(Tensor([7, -7]), Tensor([2, 2]))
public func floorDivide(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.floorDivide(a, b) }
}

/// a − b·⌊a / b⌋, with the sign of b (Python's %), element by element.
///
///     floorRemainder(Tensor([7, -7]), Tensor([3, 3]))
public func floorRemainder(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.floorRemainder(a, b) }
}

/// a·b/(|a||b|) along an axis.
///
///     cosineSimilarity(Tensor([1.0, 0]), Tensor([1.0, 1]))
public func cosineSimilarity(_ a: Tensor, _ b: Tensor, axis: Int = -1) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.cosineSimilarity(a, b, axis: axis) }
}

/// The Euclidean distance of each row of a from each row of b.
///
///     pairwiseDistances(Tensor([[0.0, 0]]), Tensor([[3.0, 4], [0, 1]]))
public func pairwiseDistances(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.pairwiseDistances(a, b) }
}

/// The bits that are set in both, integers element by element.
///
///     bitwiseAnd(Tensor([6]), Tensor([3]))
public func bitwiseAnd(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.bitwise(.and, a, b) }
}

/// The bits that are set in one or both, integers element by element.
///
///     bitwiseOr(Tensor([6]), Tensor([3]))
public func bitwiseOr(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.bitwise(.or, a, b) }
}

/// The bits that are set in one only, integers element by element.
///
///     bitwiseXor(Tensor([6]), Tensor([3]))
public func bitwiseXor(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.bitwise(.xor, a, b) }
}

/// The bits moved up, integers element by element.
///
///     shiftedLeft(Tensor([6]), Tensor([3]))
public func shiftedLeft(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.bitwise(.shiftLeft, a, b) }
}

/// The bits moved down, integers element by element.
///
///     shiftedRight(Tensor([6]), Tensor([3]))
public func shiftedRight(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.bitwise(.shiftRight, a, b) }
}

/// All bits turned, integers element by element.
///
///     bitwiseNot(Tensor([5]))
public func bitwiseNot(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.bitwiseNot(x) }
}
