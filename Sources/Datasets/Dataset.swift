public import Tensors

/// Examples with their labels: two tensors whose axis 0 counts the examples.
///
///     for (x, y) in train.shuffled().batched(32) { … }
///
/// Iterating gives single examples; ``batched(_:droppingLast:)`` gives batches.
public struct Dataset: Sendable {
    /// The examples, along axis 0.
    public let features: Tensor
    /// One label for each example.
    public let labels: Tensor
    /// The names of the classes, where they have some: label i is `classNames[i]`.
    public let classNames: [String]
    /// The names of the features, where they have some.
    public let featureNames: [String]

    package init(
        checking features: Tensor, labels: Tensor, classNames: [String] = [],
        featureNames: [String] = []
    ) throws(TensorError) {
        let rows = try features.rowCount("Dataset")
        let labelRows = try labels.rowCount("Dataset")
        guard rows == labelRows else {
            throw .shape(
                operation: "Dataset", expected: "one label for each of the \(rows) examples",
                given: labels.shape, help: nil)
        }
        self.features = features
        self.labels = labels
        self.classNames = classNames
        self.featureNames = featureNames
    }

    /// A data set of these examples and labels, which must be equally many.
    public init(_ features: Tensor, _ labels: Tensor, classNames: [String] = []) {
        self = orEnd { () throws(TensorError) in
            try Dataset(checking: features, labels: labels, classNames: classNames)
        }
    }

    /// The examples, where they are images: the same as ``features``.
    public var images: Tensor { features }

    /// The number of examples.
    public var count: Int { features.shape[0] }

    /// The examples with these positions.
    package func selecting(_ positions: [Int]) throws(TensorError) -> Dataset {
        return try Dataset(
            checking: features.gatheringRows(positions), labels: labels.gatheringRows(positions),
            classNames: classNames, featureNames: featureNames)
    }

    package func checkedShuffled() throws(TensorError) -> Dataset {
        try selecting(RandomOrder.permutation(count))
    }

    /// The examples in a random order, from the seeded generator.
    public func shuffled() -> Dataset {
        orEnd { () throws(TensorError) in try checkedShuffled() }
    }

    package func checkedPrefix(_ count: Int) throws(TensorError) -> Dataset {
        guard count >= 0 else {
            throw .domain(
                operation: "prefix", problem: "a negative number of examples (\(count))", help: nil)
        }
        let range = 0..<Swift.min(count, self.count)
        return try Dataset(
            checking: features.rows(range), labels: labels.rows(range), classNames: classNames,
            featureNames: featureNames)
    }

    /// The first examples, at most `count`.
    public func prefix(_ count: Int) -> Dataset {
        orEnd { () throws(TensorError) in try checkedPrefix(count) }
    }

    package func checkedSplit(
        _ fraction: Double
    ) throws(TensorError) -> (Dataset, Dataset) {
        guard fraction > 0, fraction < 1 else {
            throw .domain(
                operation: "split", problem: "the fraction \(fraction) is not between 0 and 1",
                help: "0.8 gives four fifths of the examples to the first part")
        }
        let first = Int((Double(count) * fraction).rounded())
        let rest = first..<count
        return (
            try checkedPrefix(first),
            try Dataset(
                checking: features.rows(rest), labels: labels.rows(rest), classNames: classNames,
                featureNames: featureNames)
        )
    }

    /// Two parts, the first with `fraction` of the examples; the order is kept.
    public func split(_ fraction: Double) -> (Dataset, Dataset) {
        orEnd { () throws(TensorError) in try checkedSplit(fraction) }
    }

    /// The data set of what `transform` makes of each example and its label.
    ///
    ///     train.map { x, y in (x.asType(.float32) / 255, y) }
    public func map(
        _ transform: (Tensor, Tensor) throws -> (Tensor, Tensor)
    ) throws -> Dataset {
        var xs: [Tensor] = []
        var ys: [Tensor] = []
        for position in 0..<count {
            let (x, y) = try transform(example(position).0, example(position).1)
            xs.append(x)
            ys.append(y)
        }
        return try Dataset(
            checking: Tensor.stackingRows(xs), labels: Tensor.stackingRows(ys),
            classNames: classNames)
    }

    package func checkedFilter(_ test: (Tensor, Tensor) throws -> Bool) throws -> Dataset {
        try selecting(
            (0..<count).filter { position in
                let (x, y) = try example(position)
                return try test(x, y)
            })
    }

    /// The examples that a test of example and label holds for.
    public func filter(_ test: (Tensor, Tensor) throws -> Bool) throws -> Dataset {
        try checkedFilter(test)
    }

    /// An example and its label, without the axis that counts them.
    package func example(_ position: Int) throws(TensorError) -> (Tensor, Tensor) {
        guard position >= 0, position < count else {
            throw .index(operation: "Dataset", index: position, axis: 0, extent: count)
        }
        return (try features.row(position), try labels.row(position))
    }

    /// The example with this position and its label.
    public subscript(position: Int) -> (Tensor, Tensor) {
        orEnd { () throws(TensorError) in try example(position) }
    }
}

extension Tensor {
    /// One row as a view, without axis 0.
    fileprivate func row(_ position: Int) throws(TensorError) -> Tensor {
        let rows = try self.rows(position..<(position + 1))
        var shape = rows.shape
        shape.remove(at: 0)
        return Tensor(
            TensorStorage(viewing: rows.storage, shape: shape, strides: shape.rowMajorStrides))
    }
}

extension Dataset: Sequence {
    /// Iterates over single examples.
    public struct Iterator: IteratorProtocol {
        let dataset: Dataset
        var position = 0

        public mutating func next() -> (Tensor, Tensor)? {
            guard position < dataset.count else { return nil }
            defer { position += 1 }
            return dataset[position]
        }
    }

    public func makeIterator() -> Iterator { Iterator(dataset: self) }

    public var underestimatedCount: Int { count }
}

extension Dataset: CustomStringConvertible {
    /// What the data set holds: counts, shapes and types.
    public var description: String {
        "Dataset of \(count) examples: features \(features.shape) \(features.dtype.name), "
            + "labels \(labels.shape) \(labels.dtype.name)"
            + (classNames.isEmpty ? "" : ", \(classNames.count) classes")
    }
}
