/// Gives the slices of a tensor along its first axis, one after the other.
public struct TensorIterator: IteratorProtocol {
    private let tensor: Tensor
    private var position = 0

    fileprivate init(_ tensor: Tensor) { self.tensor = tensor }

    public mutating func next() -> Tensor? {
        guard position < tensor.shape[0] else { return nil }
        defer { position += 1 }
        let index = position
        return orEnd { () throws(TensorError) in try Checked.subscript(tensor, index) }
    }
}

/// A loop over a tensor goes along its first axis, as in NumPy:
///
///     for row in Tensor([[1, 2], [3, 4]]) { print(row.sum()) }
extension Tensor: Sequence {
    public func makeIterator() -> TensorIterator {
        orEnd { () throws(TensorError) in
            guard rank > 0 else {
                throw .subscripting(
                    problem: "a tensor of shape [] has no first axis to go over",
                    help: "take its value with 'item()'")
            }
            return TensorIterator(self)
        }
    }

    /// The number of slices is known beforehand.
    public var underestimatedCount: Int { rank > 0 ? shape[0] : 0 }
}

extension Tensor {
    /// The elements that the subscripts name, taking whatever a tensor can be made from:
    ///
    ///     x[0, 1] = number        x[2] = array        x[mask] = 0
    ///
    /// What is assigned broadcasts to the place; reading gives a Tensor.
    @_disfavoredOverload
    public subscript(_ indices: any TensorIndexing...) -> any TensorConvertible {
        get {
            orEnd { () throws(TensorError) in
                try Checked.subscript(self, indices.map(\.tensorIndex))
            }
        }
        set {
            orEnd { () throws(TensorError) in
                try Checked.assign(&self, indices.map(\.tensorIndex), Checked.tensor(newValue))
            }
        }
    }
}
