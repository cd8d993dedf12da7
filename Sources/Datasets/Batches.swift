public import Tensors

/// The examples of a data set in batches.
///
///     for (x, y) in train.batched(32, shuffled: true).prefetch(2) { … }
///
/// A batch is made when it is asked for; with ``prefetch(_:)`` a second thread makes it ahead.
public struct Batches: Sequence, Sendable {
    package let dataset: Dataset
    package let size: Int
    package let droppingLast: Bool
    /// Whether each walk takes the examples in a new random order.
    package let isShuffled: Bool
    private(set) var prefetched = 0
    private var transforms: [@Sendable (Tensor, Tensor) throws(TensorError) -> (Tensor, Tensor)] = []

    package init(dataset: Dataset, size: Int, droppingLast: Bool, shuffled: Bool = false) {
        self.dataset = dataset
        self.size = size
        self.droppingLast = droppingLast
        isShuffled = shuffled
    }

    /// The number of batches.
    public var count: Int {
        let whole = dataset.count / size
        return droppingLast || dataset.count % size == 0 ? whole : whole + 1
    }

    /// A batch's examples and labels: views of the data set's memory where its order is kept.
    package func batch(_ index: Int, order: [Int]? = nil) throws(TensorError) -> (Tensor, Tensor) {
        guard index >= 0, index < count else {
            throw .index(operation: "Batches", index: index, axis: 0, extent: count)
        }
        let start = index * size
        let range = start..<(start + Swift.min(size, dataset.count - start))
        var batch =
            if let order {
                (
                    try dataset.features.gatheringRows(order, range),
                    try dataset.labels.gatheringRows(order, range)
                )
            } else {
                (try dataset.features.rows(range), try dataset.labels.rows(range))
            }
        for transform in transforms { batch = try transform(batch.0, batch.1) }
        return batch
    }

    /// The batch at a position, of the data set's own order.
    public subscript(index: Int) -> (Tensor, Tensor) {
        orEnd { () throws(TensorError) in try batch(index) }
    }

    /// The same batches, made by a second thread so many ahead of their use.
    public func prefetch(_ count: Int = 2) -> Batches {
        var copy = self
        copy.prefetched = Swift.max(0, count)
        return copy
    }

    /// Batches of what a function makes of each; with ``prefetch(_:)`` it runs on the second thread.
    public func map(
        _ transform: @escaping @Sendable (Tensor, Tensor) throws(TensorError) -> (Tensor, Tensor)
    ) -> Batches {
        var copy = self
        copy.transforms.append(transform)
        return copy
    }

    /// One walk over the batches.
    public final class Iterator: IteratorProtocol {
        private let batches: Batches
        private let order: [Int]?
        private let ahead: Prefetcher?
        private var index = 0

        package init(_ batches: Batches) throws(TensorError) {
            self.batches = batches
            let order = batches.isShuffled ? try RandomOrder.permutation(batches.dataset.count) : nil
            self.order = order
            guard batches.prefetched > 0, batches.count > 1 else {
                ahead = nil
                return
            }
            let prefetcher = Prefetcher(depth: batches.prefetched, count: batches.count) {
                (number) throws(TensorError) in
                let (x, y) = try batches.batch(number, order: order)
                // A view is read here, so that its pages are in memory when it is used.
                return batches.isShuffled
                    ? (x, y) : (try x.gatheringRows(0..<x.shape[0]), try y.gatheringRows(0..<y.shape[0]))
            }
            ahead = prefetcher.start() ? prefetcher : nil
        }

        package func checkedNext() throws(TensorError) -> (Tensor, Tensor)? {
            if let ahead { return try ahead.next() }
            guard index < batches.count else { return nil }
            defer { index += 1 }
            return try batches.batch(index, order: order)
        }

        public func next() -> (Tensor, Tensor)? {
            orEnd { () throws(TensorError) in try checkedNext() }
        }

        deinit { ahead?.cancel() }
    }

    public func makeIterator() -> Iterator {
        orEnd { () throws(TensorError) in try Iterator(self) }
    }

    public var underestimatedCount: Int { count }
}

extension Tensor {
    fileprivate func gatheringRows(_ range: Range<Int>) throws(TensorError) -> Tensor {
        try gatheringRows(Array(range))
    }
}

extension Dataset {
    package func checkedBatched(
        _ size: Int, droppingLast: Bool = false, shuffled: Bool = false
    ) throws(TensorError) -> Batches {
        guard size > 0 else {
            throw .domain(
                operation: "batched", problem: "a batch needs at least 1 example, given \(size)",
                help: nil)
        }
        return Batches(dataset: self, size: size, droppingLast: droppingLast, shuffled: shuffled)
    }

    /// The examples in batches of `size`; the last one may be smaller, or is left out. With
    /// `shuffled` each walk over the batches has a new random order.
    public func batched(
        _ size: Int, droppingLast: Bool = false, shuffled: Bool = false
    ) -> Batches {
        orEnd { () throws(TensorError) in
            try checkedBatched(size, droppingLast: droppingLast, shuffled: shuffled)
        }
    }
}
