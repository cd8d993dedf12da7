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
        let data = try Self.examples(x)
        let (count, width) = (data.shape[0], data.shape[1])
        guard width > 0 else {
            throw TensorError.shape(
                operation: "KMeans", expected: "examples [count, features] with one feature or more",
                given: x.shape, help: nil)
        }
        guard clusters > 0, clusters <= count else {
            throw TensorError.domain(
                operation: "KMeans",
                problem: "clusters must lie between 1 and the number of examples "
                    + "(\(count)), given \(clusters)", help: nil)
        }
        var first: Matrix?
        if let initial {
            let given = try Matrix(initial, "KMeans(initial:)")
            guard given.rows == clusters, given.columns == width else {
                throw TensorError.shape(
                    operation: "KMeans(initial:)",
                    expected: "centres [\(clusters), \(width)]", given: initial.shape,
                    help: nil)
            }
            first = given
        }
        var limit = 0.0
        if tolerance > 0 {
            let spread = try Checked.scalars(Checked.variance(data, axes: [0]), as: Double.self)
            limit = tolerance * spread.reduce(0, +) / Double(max(width, 1))
        }
        inertia = .infinity
        let rows = first == nil ? try Matrix(data) : nil
        for _ in 0..<(first == nil ? max(starts, 1) : 1) {
            guard let start = first ?? rows.map(seeds) else { break }
            try run(data, from: start, limit)
        }
    }

    /// Examples `[count, features]`: float32 as they are, others in float64.
    private static func examples(_ x: Tensor) throws(TensorError) -> Tensor {
        guard x.dtype == .float32, x.rank >= 2 else { return try Matrix.rows(of: x, "KMeans") }
        return try Checked.reshaped(
            Checked.stopGradient(x), Shape(x.shape[0], x.shape.dropFirst().reduce(1, &*)))
    }

    /// Lloyd's rounds until the centres stay.
    private func run(_ x: Tensor, from start: Matrix, _ limit: Double) throws {
        var centers = start
        var labels: [Int32] = []
        var rounds = 0
        while rounds < iterations {
            try Interruption.check()
            rounds += 1
            let found = try Checked.nearestCenters(x, means: centers.values, [.sums])
            let next = try Self.centers(of: x, found, from: centers)
            var moved = 0.0
            for at in next.values.indices {
                let gap = next.values[at] - centers.values[at]
                moved += gap * gap
            }
            centers = next
            let same = found.labels == labels
            labels = found.labels
            if same || moved <= limit { break }
        }
        let last = try Checked.nearestCenters(x, means: centers.values, [.distances])
        let total = last.distances.reduce(0, +)
        if total < inertia {
            (means, inertia, assigned, iterationCount) = (centers, total, last.labels.map(Int.init), rounds)
        }
    }

    /// The means of the examples of each cluster.
    private static func centers(of x: Tensor, _ found: NearestCenters, from old: Matrix) throws -> Matrix {
        var next = Matrix(rows: old.rows, columns: old.columns, values: found.sums)
        var counts = found.counts
        if counts.contains(0) {
            // A cluster without examples takes the one that is farthest from its centre.
            let distances = try Checked.nearestCenters(x, means: old.values, [.distances]).distances
            var far = distances.indices.sorted { distances[$0] > distances[$1] }[...]
            for k in counts.indices where counts[k] == 0 {
                guard let example = far.popFirst() else { break }
                let row = try Checked.scalars(x.rows(example..<(example + 1)), as: Double.self)
                let from = Int(found.labels[example])
                counts[from] -= 1
                counts[k] = 1
                for j in row.indices {
                    next[from, j] -= row[j]
                    next[k, j] = row[j]
                }
            }
        }
        for k in counts.indices {
            for j in 0..<next.columns { next[k, j] /= max(counts[k], 1) }
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

    private func fitted(_ x: Tensor, _ verb: String) throws -> Tensor {
        guard means.rows > 0 else {
            throw TensorError.domain(
                operation: "KMeans", problem: "'\(verb)' before 'fit'", help: nil)
        }
        let rows = try Self.examples(x)
        guard rows.shape[1] == means.columns else {
            throw TensorError.shape(
                operation: "KMeans", expected: "\(means.columns) features for each example",
                given: x.shape, help: nil)
        }
        return rows
    }

    package func checkedPredict(_ x: Tensor) throws -> Tensor {
        let found = try Checked.nearestCenters(fitted(x, "predict"), means: means.values)
        return try Checked.tensor(found.labels.map(Int.init), shape: [found.labels.count])
    }

    package func checkedTransform(_ x: Tensor) throws -> Tensor {
        let rows = try Matrix(fitted(x, "transform"))
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
