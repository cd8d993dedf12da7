public import Tensors

/// Parts of a data set for cross-validation: each example is tested once.
package enum CrossValidation {
    /// The positions of each fold's test examples; of classes in their proportions where labels are
    /// given, as scikit-learn's `StratifiedKFold` without shuffling, in order elsewhere.
    package static func folds(
        _ count: Int, _ folds: Int, labels: [Int]?, shuffle: Bool
    ) throws(TensorError) -> [[Int]] {
        guard folds > 1, folds <= count else {
            throw .domain(
                operation: "crossValidate",
                problem: "folds must lie between 2 and the number of examples (\(count)), given "
                    + "\(folds)", help: nil)
        }
        let order = shuffle ? try RandomOrder.permutation(count) : Array(0..<count)
        var fold = [Int](repeating: 0, count: count)
        if let labels {
            // Classes in the order in which they appear, dealt out evenly over sorted labels.
            var numbers: [Int: Int] = [:]
            var encoded: [Int] = []
            for position in order {
                if numbers[labels[position]] == nil { numbers[labels[position]] = numbers.count }
                encoded.append(numbers[labels[position]] ?? 0)
            }
            let sorted = encoded.sorted()
            var shares = [[Int]](
                repeating: Array(repeating: 0, count: folds), count: numbers.count)
            for start in 0..<folds {
                for i in stride(from: start, to: count, by: folds) { shares[sorted[i]][start] += 1 }
            }
            var next = shares.map { share in
                share.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }[...]
            }
            for (place, position) in order.enumerated() {
                fold[position] = next[encoded[place]].popFirst() ?? 0
            }
        } else {
            var start = 0
            for k in 0..<folds {
                let size = count / folds + (k < count % folds ? 1 : 0)
                for place in start..<(start + size) { fold[order[place]] = k }
                start += size
            }
        }
        return (0..<folds).map { k in (0..<count).filter { fold[$0] == k } }
    }

    package static func scores(
        _ model: Estimator, _ x: Tensor, _ y: Tensor, folds: Int, shuffle: Bool
    ) throws -> [Double] {
        let count = try x.rowCount("crossValidate")
        guard try y.rowCount("crossValidate") == count else {
            throw TensorError.shape(
                operation: "crossValidate", expected: "one label for each of \(count) examples",
                given: y.shape, help: nil)
        }
        let labels = model is Classifier ? try LabelList(y, "crossValidate").values : nil
        let parts = try self.folds(count, folds, labels: labels, shuffle: shuffle)
        return try parts.map { test in
            let isTest = Set(test)
            let train = (0..<count).filter { !isTest.contains($0) }
            try model.checkedFit(x.gatheringRows(train), y.gatheringRows(train))
            return try model.checkedScore(x.gatheringRows(test), y.gatheringRows(test))
        }
    }
}

/// The scores of a model that is fitted to all parts of the data but one and tested on that one, for
/// each part; classes keep their proportions (scikit-learn's `cross_val_score`).
///
///     crossValidate(KNearestNeighbors(k: 5), x, y, folds: 5)
public func crossValidate(
    _ model: Estimator, _ x: Tensor, _ y: Tensor, folds: Int = 5, shuffle: Bool = false
) -> [Double] {
    orFail { try CrossValidation.scores(model, x, y, folds: folds, shuffle: shuffle) }
}
