public import Tensors

/// Examples and labels to learn from, and others to test with, in scikit-learn's order.
public typealias TrainTestSplit = (xTrain: Tensor, xTest: Tensor, yTrain: Tensor, yTest: Tensor)

package enum Splitting {
    /// - Throws: when x and y differ in length or a part would be empty.
    package static func split(
        _ x: Tensor, _ y: Tensor, testFraction: Double, shuffle: Bool, stratify: Bool
    ) throws(TensorError) -> TrainTestSplit {
        let operation = "trainTestSplit"
        let count = try x.rowCount(operation)
        guard try y.rowCount(operation) == count else {
            throw .shape(
                operation: operation, expected: "one row of y for each of the \(count) rows of x",
                given: y.shape, help: nil)
        }
        guard testFraction > 0, testFraction < 1 else {
            throw .domain(
                operation: operation,
                problem: "testFraction must lie between 0 and 1, given \(testFraction)",
                help: "0.2 sets a fifth apart for testing")
        }
        // Rounded up, as scikit-learn's train_test_split does.
        let testCount = Int((Double(count) * testFraction - 1e-9).rounded(.up))
        guard testCount > 0, testCount < count else {
            throw .domain(
                operation: operation,
                problem: "testFraction \(testFraction) of \(count) examples leaves a part empty",
                help: nil)
        }
        guard shuffle || stratify else {
            let cut = count - testCount
            return (
                xTrain: try x.rows(0..<cut), xTest: try x.rows(cut..<count),
                yTrain: try y.rows(0..<cut), yTest: try y.rows(cut..<count))
        }
        let order = try RandomOrder.permutation(count)
        let test: [Int]
        let train: [Int]
        if stratify {
            (train, test) = try stratified(order, y, testCount)
        } else {
            test = Array(order[..<testCount])
            train = Array(order[testCount...])
        }
        return (
            xTrain: try x.gatheringRows(train), xTest: try x.gatheringRows(test),
            yTrain: try y.gatheringRows(train), yTest: try y.gatheringRows(test))
    }

    /// Each class gives its share to the test part; what rounding leaves goes to the classes with
    /// the largest remainders.
    private static func stratified(
        _ order: [Int], _ y: Tensor, _ testCount: Int
    ) throws(TensorError) -> (train: [Int], test: [Int]) {
        let labels = try LabelList(y, "trainTestSplit(stratify:)").values
        let classes = Array(Set(labels)).sorted()
        var byClass: [Int: [Int]] = [:]
        for position in order { byClass[labels[position], default: []].append(position) }
        var shares: [(label: Int, take: Int, remainder: Double)] = []
        for label in classes {
            let exact = Double(byClass[label]?.count ?? 0) * Double(testCount) / Double(order.count)
            let take = Int(exact.rounded(.down))
            shares.append((label, take, exact - Double(take)))
        }
        let missing = testCount - shares.reduce(0) { $0 + $1.take }
        let byRemainder = shares.indices.sorted {
            (shares[$0].remainder, shares[$1].label) > (shares[$1].remainder, shares[$0].label)
        }
        for index in byRemainder.prefix(missing) { shares[index].take += 1 }
        var isTest = [Bool](repeating: false, count: order.count)
        for share in shares {
            for position in (byClass[share.label] ?? []).prefix(share.take) {
                isTest[position] = true
            }
        }
        return (order.filter { !isTest[$0] }, order.filter { isTest[$0] })
    }
}

/// Splits examples and labels into a part to learn from and a part to test with.
///
///     let (xTrain, xTest, yTrain, yTest) = trainTestSplit(x, y, testFraction: 0.2)
///     model.fit(xTrain, yTrain)
///
/// Shuffled by the seeded generator unless `shuffle` is false, when the last examples are the test
/// part. `stratify` keeps the classes' proportions in both parts.
public func trainTestSplit(
    _ x: Tensor, _ y: Tensor, testFraction: Double = 0.2, shuffle: Bool = true,
    stratify: Bool = false
) -> TrainTestSplit {
    orEnd { () throws(TensorError) in
        try Splitting.split(x, y, testFraction: testFraction, shuffle: shuffle, stratify: stratify)
    }
}
