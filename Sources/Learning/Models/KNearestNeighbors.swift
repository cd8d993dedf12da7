public import Tensors

/// Classification by the nearest examples (Fix and Hodges 1951), by Euclidean distance; semantics of
/// scikit-learn's `KNeighborsClassifier`.
///
///     let knn = KNearestNeighbors(k: 5).fit(xTrain, yTrain)
///     knn.score(xTest, yTest)
///
/// Each of the `k` nearest examples has a vote, or with `weights: .distance` one over its distance;
/// of classes with equal votes the smallest is taken.
public final class KNearestNeighbors: Classifier {
    /// How much a neighbour's vote counts.
    public enum Weights: String, Sendable {
        /// All the same.
        case uniform
        /// One over the distance; examples at distance 0 decide alone.
        case distance
    }

    public let k: Int
    public let weights: Weights
    private var examples: Tensor?
    private var labels: [Int] = []
    private var norms: [Float] = []

    /// A classifier by the `k` nearest; a `k` below 1 is an error in `fit`.
    public init(k: Int = 5, weights: Weights = .uniform) {
        self.k = k
        self.weights = weights
    }

    override package func learn(_ x: Matrix, _ y: Tensor) throws {
        let labels = try LabelList(y, kindName).values
        guard k >= 1, k <= labels.count else {
            throw TensorError.domain(
                operation: kindName,
                problem: "k must lie between 1 and the number of examples (\(labels.count)), "
                    + "given \(k)", help: nil)
        }
        let rows = try x.tensor(.float32)
        classes = Array(Set(labels)).sorted()
        examples = rows
        self.labels = labels
        norms = try KNearestNeighbors.squares(rows)
    }

    private static func squares(_ x: Tensor) throws(TensorError) -> [Float] {
        let width = x.shape[1]
        return try x.withElements(as: Float.self) { values in
            (0..<x.shape[0]).map { row in
                var sum: Float = 0
                for i in (row * width)..<((row + 1) * width) { sum += values[i] * values[i] }
                return sum
            }
        }
    }

    override package func answer(_ x: Matrix) throws -> Tensor {
        guard let examples else { return try decode([]) }
        let queries = try x.tensor(.float32)
        let count = queries.shape[0]
        let transposed = try Checked.transposed(examples)
        var classes: [Int] = []
        classes.reserveCapacity(count)
        // |q − e|² = |q|² + |e|² − 2 q·e, a block of queries at a time so that memory stays small.
        let block = max(1, 4_000_000 / max(labels.count, 1))
        var start = 0
        while start < count {
            try Interruption.check()
            let end = min(start + block, count)
            let part = try queries.rows(start..<end)
            let products = try Checked.matmul(part, transposed)
            let width = examples.shape[1]
            try products.withElements(as: Float.self) { products throws(TensorError) in
                try examples.withElements(as: Float.self) { examples throws(TensorError) in
                    try part.withElements(as: Float.self) { queries in
                        for row in 0..<queries.count / max(width, 1) {
                            let near = nearest(
                                UnsafeBufferPointer(
                                    rebasing: products[
                                        (row * labels.count)..<((row + 1) * labels.count)]))
                            // Exact where it counts: the difference of squares loses digits.
                            let distances = near.map { example in
                                var sum = 0.0
                                for i in 0..<width {
                                    let gap =
                                        Double(queries[row * width + i])
                                        - Double(examples[example * width + i])
                                    sum += gap * gap
                                }
                                return sum.squareRoot()
                            }
                            classes.append(vote(near, distances))
                        }
                    }
                }
            }
            start = end
        }
        return try Tensor.filled([count], as: Int64.self) { out in
            for i in out.indices { out[i] = Int64(classes[i]) }
        }
    }

    /// The k nearest examples, nearest first, by |e|² − 2 q·e; of equal ones the earlier stays.
    private func nearest(_ products: UnsafeBufferPointer<Float>) -> [Int] {
        var distances = [Float](repeating: .infinity, count: k)
        var nearest = [Int](repeating: -1, count: k)
        var worst = Float.infinity
        for example in products.indices {
            let distance = norms[example] - 2 * products[example]
            guard distance < worst || nearest[k - 1] < 0 else { continue }
            var place = k - 1
            while place > 0, distances[place - 1] > distance || nearest[place - 1] < 0 {
                distances[place] = distances[place - 1]
                nearest[place] = nearest[place - 1]
                place -= 1
            }
            distances[place] = distance
            nearest[place] = example
            worst = distances[k - 1]
        }
        return nearest
    }

    /// The class that has the most votes.
    private func vote(_ nearest: [Int], _ distances: [Double]) -> Int {
        var votes: [Int: Double] = [:]
        let hits = weights == .distance && distances.contains(0)
        for (example, distance) in zip(nearest, distances) {
            let weight: Double =
                switch weights {
                case .uniform: 1
                case .distance: hits ? (distance == 0 ? 1 : 0) : 1 / distance
                }
            votes[labels[example], default: 0] += weight
        }
        return votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    }
}
