package import Tensors

/// Where the batches of a training come from.
package enum TrainingData {
    /// Tensors along whose axis 0 the examples lie, taken in batches of a random order.
    case examples(Tensor, Tensor)
    /// Batches that something else makes, anew for each epoch: how many there are if that is known,
    /// and what gives the next one until there is none.
    case batches(count: Int?, (_ epoch: Int) throws -> () throws -> (Tensor, Tensor)?)
}

extension TrainingData {
    /// Batches that a function makes from their number in the epoch.
    package static func generated(
        _ count: Int, _ make: @escaping (Int) throws -> (Tensor, Tensor)
    ) -> TrainingData {
        .batches(count: count) { _ in
            var number = 0
            return {
                guard number < count else { return nil }
                number += 1
                return try make(number - 1)
            }
        }
    }
}

/// One batch, with a weight for each example where there are any.
struct TrainingBatch {
    var inputs: Tensor
    var targets: Tensor
    var weights: Tensor?
}

/// Weights of examples, by position and by class.
struct ExampleWeights {
    let byExample: Tensor?
    let byClass: [Float]

    /// - Throws: when there is not one weight for each example.
    init(_ options: FitOptions, examples: Int?) throws {
        byClass = try options.classWeights.map { (weights) throws(TensorError) in
            guard weights.rank == 1 else {
                throw .shape(
                    operation: "fit(classWeights:)", expected: "one weight for each class",
                    given: weights.shape, help: nil)
            }
            return try Checked.scalars(Checked.asType(weights, .float32), as: Float.self)
        } ?? []
        guard let weights = options.sampleWeights else {
            byExample = nil
            return
        }
        guard let examples, weights.shape == [examples] else {
            throw TensorError.shape(
                operation: "fit(sampleWeights:)",
                expected: examples.map { "one weight for each of \($0) examples" }
                    ?? "no sample weights where batches are given", given: weights.shape, help: nil)
        }
        byExample = try Checked.asType(weights, .float32)
    }

    var isEmpty: Bool { byExample == nil && byClass.isEmpty }

    /// The weights of some examples: those by position times those of their classes.
    func weights(_ targets: Tensor, _ own: Tensor?) throws -> Tensor? {
        guard !byClass.isEmpty else { return own }
        let isOneHot = targets.rank == 2 && targets.shape[1] > 1
        let labels = try isOneHot ? Checked.argmax(targets, axis: -1) : Checked.flattened(targets)
        guard labels.count == targets.shape.first ?? 0 else {
            throw TensorError.shape(
                operation: "fit(classWeights:)", expected: "one label for each example",
                given: targets.shape, help: nil)
        }
        let classes = try Checked.scalars(Checked.asType(labels, .int64), as: Int.self)
        for (row, label) in classes.enumerated() where !byClass.indices.contains(label) {
            throw TensorError.label(
                operation: "fit(classWeights:)", label: label, row: row, classes: byClass.count)
        }
        let weights = try Checked.tensor(classes.map { byClass[$0] }, shape: [classes.count])
        return try own.map { try Checked.multiply($0, weights) } ?? weights
    }
}
