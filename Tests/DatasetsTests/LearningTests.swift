import Datasets
import Learning
import Tensors
import Testing

@Suite struct LearningTests {
    private func labels(_ values: [Int]) throws -> Tensor {
        try Tensor.filled([values.count], as: Int64.self) { out in
            for (i, value) in values.enumerated() { out[i] = Int64(value) }
        }
    }

    // Expected figures: sklearn.metrics 1.9 on the same labels.
    @Test func `figures of a classification are scikit-learn's`() throws {
        let expected = try labels([2, 0, 2, 2, 0, 1])
        let predicted = try labels([0, 0, 2, 2, 0, 2])
        #expect(abs(accuracy(predicted: predicted, expected: expected) - 4 / 6.0) < 1e-12)
        let matrix = confusionMatrix(predicted: predicted, expected: expected)
        #expect(matrix.shape == [3, 3])
        #expect(
            try matrix.withElements(as: Int64.self) { Array($0) } == [2, 0, 0, 0, 0, 1, 1, 0, 2])
        #expect(abs(precision(predicted: predicted, expected: expected) - 4 / 9.0) < 1e-12)
        #expect(abs(recall(predicted: predicted, expected: expected) - 5 / 9.0) < 1e-12)
        #expect(
            abs(f1Score(predicted: predicted, expected: expected) - (0.8 + 2 / 3.0) / 3) < 1e-12)
    }

    @Test func `wrong labels are told`() throws {
        let a = try labels([0, 1])
        #expect(throws: TensorError.self) {
            try ClassificationMetrics.confusionMatrix(a, labels([0, 1, 2]))
        }
        #expect(throws: TensorError.self) {
            try ClassificationMetrics.confusionMatrix(a, labels([0, -1]))
        }
        #expect(throws: TensorError.self) {
            try ClassificationMetrics.confusionMatrix(a, labels([0, 5]), classes: 3)
        }
    }

    @Test func `a split keeps every example with its label`() throws {
        let y = try labels((0..<50).map { $0 % 5 })
        let x = try Tensor.filled([50, 3], as: Float.self) { out in
            for i in out.indices { out[i] = Float(i / 3) }
        }
        for stratify in [false, true] {
            let split = try Splitting.split(
                x, y, testFraction: 0.2, shuffle: true, stratify: stratify)
            #expect(split.xTest.shape == [10, 3])
            #expect(split.yTrain.shape == [40])
            var seen: [Int] = []
            for (x, y) in [(split.xTrain, split.yTrain), (split.xTest, split.yTest)] {
                let rows = try x.withElements(as: Float.self) { Array($0) }
                let labels = try y.withElements(as: Int64.self) { Array($0) }
                for (i, label) in labels.enumerated() {
                    #expect(Int64(rows[3 * i]) % 5 == label)
                    seen.append(Int(rows[3 * i]))
                }
            }
            #expect(seen.sorted() == Array(0..<50))
            if stratify {
                let test = try split.yTest.withElements(as: Int64.self) { Array($0) }
                #expect(test.sorted() == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
            }
        }
        let plain = try Splitting.split(x, y, testFraction: 0.2, shuffle: false, stratify: false)
        #expect(try plain.xTest.withElements(as: Float.self) { $0[0] } == 40)
        #expect(throws: TensorError.self) {
            try Splitting.split(x, y, testFraction: 1, shuffle: true, stratify: false)
        }
    }

    @Test func `the nearest neighbours of digits classify them`() throws {
        let digits = try Digits.load()
        let train = try digits.checkedPrefix(1400)
        let rest = try digits.selecting(Array(1400..<1797))
        let knn = KNearestNeighbors(k: 5)
        try knn.checkedFit(train.images, train.labels)
        // NumPy, brute force, on the same split: 0.9673
        let score = try knn.checkedScore(rest.images, rest.labels)
        #expect(abs(score - 0.967254) < 0.006)
        let one = KNearestNeighbors(k: 3, weights: .distance)
        try one.checkedFit(train.images, train.labels)
        #expect(try one.checkedScore(train.images, train.labels) == 1)
        #expect(throws: TensorError.self) { try one.checkedPredict(Tensor.ones(2, 3)) }
        #expect(throws: TensorError.self) { try KNearestNeighbors().checkedPredict(rest.images) }
        #expect(throws: TensorError.self) {
            try KNearestNeighbors(k: 0).checkedFit(train.images, train.labels)
        }
    }
}
