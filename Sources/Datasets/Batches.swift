public import Tensors

/// The examples of a data set in batches, in order.
public struct Batches: Sequence, Sendable {
    package let dataset: Dataset
    package let size: Int
    package let droppingLast: Bool

    /// The number of batches.
    public var count: Int {
        droppingLast ? dataset.count / size : (dataset.count + size - 1) / size
    }

    /// A batch's examples and labels, as views of the data set's memory.
    package func batch(_ index: Int) throws(TensorError) -> (Tensor, Tensor) {
        let range = (index * size)..<Swift.min((index + 1) * size, dataset.count)
        return (try dataset.features.rows(range), try dataset.labels.rows(range))
    }

    public struct Iterator: IteratorProtocol {
        let batches: Batches
        var index = 0

        public mutating func next() -> (Tensor, Tensor)? {
            guard index < batches.count else { return nil }
            defer { index += 1 }
            return orEnd { () throws(TensorError) in try batches.batch(index) }
        }
    }

    public func makeIterator() -> Iterator { Iterator(batches: self) }

    public var underestimatedCount: Int { count }
}

extension Dataset {
    package func checkedBatched(
        _ size: Int, droppingLast: Bool = false
    ) throws(TensorError) -> Batches {
        guard size > 0 else {
            throw .domain(
                operation: "batched", problem: "a batch needs at least 1 example, given \(size)",
                help: nil)
        }
        return Batches(dataset: self, size: size, droppingLast: droppingLast)
    }

    /// The examples in batches of `size`; the last one may be smaller, or is left out.
    public func batched(_ size: Int, droppingLast: Bool = false) -> Batches {
        orEnd { () throws(TensorError) in try checkedBatched(size, droppingLast: droppingLast) }
    }
}
