public import Tensors

/// Clusters round their means (Lloyd 1957), begun with k-means++ (Arthur and Vassilvitskii 2007);
/// semantics of scikit-learn's `KMeans`.
///
///     let clusters = KMeans(clusters: 10).fit(x)
///     clusters.predict(x), clusters.centers, clusters.inertia
public final class KMeans {
    public let clusters: Int
    public let iterations: Int
    /// How often it is begun anew; the best result counts.
    public let starts: Int
    /// Centres to begin with `[clusters, features]`, instead of random ones.
    public let initial: Tensor?
    public let tolerance: Double
    private var means = Matrix(rows: 0, columns: 0)
    /// The sum of the squared distances to the nearest centre.
    public private(set) var inertia = 0.0
    /// The number of rounds of the best start.
    public private(set) var iterationCount = 0
    package private(set) var assigned: [Int] = []

    public init(
        clusters: Int, iterations: Int = 300, starts: Int = 1, initial: Tensor? = nil,
        tolerance: Double = 1e-4
    ) {
        self.clusters = clusters
        self.iterations = iterations
        self.starts = starts
        self.initial = initial
        self.tolerance = tolerance
    }

    package func checkedFit(_ x: Tensor) throws {
        let rows = try Matrix(x, "KMeans")
        guard clusters > 0, clusters <= rows.rows else {
            throw TensorError.domain(
                operation: "KMeans",
                problem: "clusters must lie between 1 and the number of examples "
                    + "(\(rows.rows)), given \(clusters)", help: nil)
        }
        var first: Matrix?
        if let initial {
            let given = try Matrix(initial, "KMeans(initial:)")
            guard given.rows == clusters, given.columns == rows.columns else {
                throw TensorError.shape(
                    operation: "KMeans(initial:)",
                    expected: "centres [\(clusters), \(rows.columns)]", given: initial.shape,
                    help: nil)
            }
            first = given
        }
        let spread = rows.variances(rows.means)
        let limit = tolerance * spread.reduce(0, +) / Double(max(spread.count, 1))
        inertia = .infinity
        for _ in 0..<(first == nil ? max(starts, 1) : 1) {
            try run(rows, from: first ?? seeds(rows), limit)
        }
    }

    /// Lloyd's rounds until the centres stay.
    private func run(_ x: Matrix, from start: Matrix, _ limit: Double) throws {
        var centers = start
        var assignment = Assignment(labels: [], distances: [])
        var rounds = 0
        let norms = (0..<x.rows).map { x.row($0).reduce(0) { $0 + $1 * $1 } }
        // Examples side by side: a product's rows are then the distances of all examples to one centre.
        let across = try x.transposed.tensor()
        while rounds < iterations {
            try Interruption.check()
            rounds += 1
            let found = try assign(across, norms, to: centers)
            let next = Self.centers(of: x, found, from: centers)
            var moved = 0.0
            for at in next.values.indices {
                let gap = next.values[at] - centers.values[at]
                moved += gap * gap
            }
            centers = next
            let same = found.labels == assignment.labels
            assignment = found
            if same || moved <= limit { break }
        }
        let last = try assign(across, norms, to: centers)
        let total = last.distances.reduce(0, +)
        if total < inertia {
            (means, inertia, assigned, iterationCount) = (centers, total, last.labels, rounds)
        }
    }

    /// The nearest centre of each example, and the square of the distance to it.
    private struct Assignment {
        var labels: [Int]
        var distances: [Double]
    }

    /// |x − c|² = |x|² + |c|² − 2·x·c; of centres as near as each other the first counts.
    private func assign(_ across: Tensor, _ norms: [Double], to centers: Matrix) throws -> Assignment {
        let products = try Checked.matmul(centers.tensor(), across)
        let count = norms.count
        var result = Assignment(
            labels: [Int](repeating: 0, count: count), distances: [Double](repeating: .infinity, count: count))
        try products.withElements(as: Double.self) { dots in
            result.labels.withUnsafeMutableBufferPointer { labels in
                result.distances.withUnsafeMutableBufferPointer { distances in
                    for k in 0..<centers.rows {
                        let size = centers.row(k).reduce(0) { $0 + $1 * $1 }
                        let row = UnsafeBufferPointer(rebasing: dots[(k * count)..<((k + 1) * count)])
                        for i in 0..<count {
                            let distance = size - 2 * row[i]
                            let isNearer = distance < distances[i]
                            labels[i] = isNearer ? k : labels[i]
                            distances[i] = isNearer ? distance : distances[i]
                        }
                    }
                    for i in 0..<count { distances[i] = max(distances[i] + norms[i], 0) }
                }
            }
        }
        return result
    }

    /// The means of the examples of each cluster.
    private static func centers(of x: Matrix, _ found: Assignment, from old: Matrix) -> Matrix {
        var next = Matrix(rows: old.rows, columns: old.columns)
        var counts = [Double](repeating: 0, count: old.rows)
        let columns = x.columns
        next.values.withUnsafeMutableBufferPointer { sums in
            x.values.withUnsafeBufferPointer { values in
                for (i, label) in found.labels.enumerated() {
                    counts[label] += 1
                    for j in 0..<columns { sums[label * columns + j] += values[i * columns + j] }
                }
            }
        }
        if counts.contains(0) {
            // A cluster without examples takes the one that is farthest from its centre.
            var far = found.distances.indices.sorted { found.distances[$0] > found.distances[$1] }[...]
            for k in counts.indices where counts[k] == 0 {
                guard let row = far.popFirst() else { break }
                let from = found.labels[row]
                counts[from] -= 1
                counts[k] = 1
                for j in 0..<columns {
                    next[from, j] -= x[row, j]
                    next[k, j] = x[row, j]
                }
            }
        }
        for k in counts.indices {
            for j in 0..<columns { next[k, j] /= max(counts[k], 1) }
        }
        return next
    }

    /// k-means++: each next centre an example drawn by its squared distance to the nearest so far,
    /// the best of a few draws.
    private func seeds(_ x: Matrix) -> Matrix {
        let random = RandomGenerator.shared
        let draws = 2 + Int(logarithm(Double(clusters)))
        var chosen = [random.next(in: 0...(x.rows - 1))]
        var nearest = (0..<x.rows).map { squaredDistance(x.row($0), x.row(chosen[0])) }
        while chosen.count < clusters {
            let sum = nearest.reduce(0, +)
            var best: (total: Double, row: Int, nearest: [Double])?
            for _ in 0..<draws {
                var left = random.nextUniform() * sum
                var row = 0
                while row < x.rows - 1, left >= nearest[row] {
                    left -= nearest[row]
                    row += 1
                }
                let next = (0..<x.rows).map {
                    min(nearest[$0], squaredDistance(x.row($0), x.row(row)))
                }
                let total = next.reduce(0, +)
                if total < best?.total ?? .infinity { best = (total, row, next) }
            }
            guard let best else { break }
            chosen.append(best.row)
            nearest = best.nearest
        }
        return x.selecting(chosen)
    }

    private func fitted(_ x: Tensor, _ verb: String) throws -> Matrix {
        guard means.rows > 0 else {
            throw TensorError.domain(
                operation: "KMeans", problem: "'\(verb)' before 'fit'", help: nil)
        }
        let rows = try Matrix(x, "KMeans")
        guard rows.columns == means.columns else {
            throw TensorError.shape(
                operation: "KMeans", expected: "\(means.columns) features for each example",
                given: x.shape, help: nil)
        }
        return rows
    }

    package func checkedPredict(_ x: Tensor) throws -> Tensor {
        let rows = try fitted(x, "predict")
        let labels = (0..<rows.rows).map { row in
            var (best, least) = (0, Double.infinity)
            for k in 0..<clusters {
                let distance = squaredDistance(rows.row(row), means.row(k))
                if distance < least { (best, least) = (k, distance) }
            }
            return best
        }
        return try Checked.tensor(labels, shape: [labels.count])
    }

    package func checkedTransform(_ x: Tensor) throws -> Tensor {
        let rows = try fitted(x, "transform")
        let distances = (0..<rows.rows).flatMap { row in
            (0..<clusters).map { squaredDistance(rows.row(row), means.row($0)).squareRoot() }
        }
        return try Checked.tensor(distances, shape: [rows.rows, clusters], dtype: .float32)
    }

    package func checkedCenters() throws -> Tensor {
        guard means.rows > 0 else {
            throw TensorError.domain(operation: "KMeans", problem: "'centers' before 'fit'", help: nil)
        }
        return try means.tensor(.float32)
    }

    /// Finds the clusters of examples `[count, features]`.
    @discardableResult
    public func fit(_ x: Tensor) -> KMeans {
        orFail { try checkedFit(x) }
        return self
    }

    /// The nearest cluster of each example, int64.
    public func predict(_ x: Tensor) -> Tensor { orFail { try checkedPredict(x) } }

    /// The distance of each example to each centre, `[count, clusters]`.
    public func transform(_ x: Tensor) -> Tensor { orFail { try checkedTransform(x) } }

    /// The clusters' means, `[clusters, features]`.
    public var centers: Tensor { orFail { try checkedCenters() } }

    /// The cluster of each example that `fit` saw, int64.
    public var labels: Tensor { orFail { try Checked.tensor(assigned, shape: [assigned.count]) } }
}
