public import Tensors

/// A map of examples in two dimensions that keeps neighbours together (van der Maaten and Hinton
/// 2008), with Barnes and Hut's approximation (van der Maaten 2014); semantics of scikit-learn's
/// `TSNE`, begun with the first two principal components.
///
///     let map = TSNE(perplexity: 30).fitTransform(x)      // [count, 2]
public final class TSNE {
    public let perplexity: Double
    public let iterations: Int
    /// nil for count / 48, at least 50.
    public let learningRate: Double?
    /// How coarsely far groups are seen: 0 is exact.
    public let angle: Double
    /// The Kullback–Leibler divergence that was reached.
    public private(set) var divergence = 0.0

    public init(
        perplexity: Double = 30, iterations: Int = 1_000, learningRate: Double? = nil,
        angle: Double = 0.5
    ) {
        self.perplexity = perplexity
        self.iterations = iterations
        self.learningRate = learningRate
        self.angle = angle
    }

    /// The neighbours' probabilities of each example, made symmetric, row after row.
    private struct Affinities {
        var starts: [Int] = [0]
        var columns: [Int] = []
        var values: [Double] = []
    }

    package func checkedFitTransform(_ x: Tensor) throws -> Tensor {
        let rows = try Matrix(x, "TSNE")
        let n = rows.rows
        guard perplexity > 0, perplexity < Double(n) else {
            throw TensorError.domain(
                operation: "TSNE",
                problem: "the perplexity must be less than the number of examples (\(n)), given "
                    + "\(perplexity)", help: nil)
        }
        let p = try affinities(rows)
        let pca = PCA(components: min(2, rows.columns))
        try pca.checkedFit(x)
        var y = try Checked.scalars(pca.checkedTransform(x), as: Double.self)
        if rows.columns == 1 { y = y.flatMap { [$0, 0] } }
        // The first coordinate's spread becomes 1e-4.
        var spread = 0.0
        for i in 0..<n { spread += y[2 * i] * y[2 * i] }
        spread = (spread / Double(n)).squareRoot()
        for i in y.indices { y[i] *= 1e-4 / max(spread, 1e-300) }

        let rate = learningRate ?? max(Double(n) / 12 / 4, 50)
        var velocity = [Double](repeating: 0, count: 2 * n)
        var gains = [Double](repeating: 1, count: 2 * n)
        var gradient = [Double](repeating: 0, count: 2 * n)
        let early = min(250, iterations)
        for iteration in 0..<iterations {
            try Interruption.check()
            let exaggeration = iteration < early ? 12.0 : 1
            let momentum = iteration < early ? 0.5 : 0.8
            divergence = slope(p, y, exaggeration, &gradient, wantsValue: iteration == iterations - 1)
            var norm = 0.0
            for i in 0..<(2 * n) {
                gains[i] =
                    velocity[i] * gradient[i] < 0 ? gains[i] + 0.2 : max(gains[i] * 0.8, 0.01)
                norm += gradient[i] * gradient[i]
                velocity[i] = momentum * velocity[i] - rate * gains[i] * gradient[i]
                y[i] += velocity[i]
            }
            if iteration >= early, norm.squareRoot() <= 1e-7 { break }
        }
        return try Checked.tensor(y, shape: [n, 2], dtype: .float32)
    }

    /// Conditional probabilities over the nearest 3 · perplexity neighbours, each row's width found
    /// by halving until its entropy is that of the perplexity.
    private func affinities(_ x: Matrix) throws -> Affinities {
        let n = x.rows
        let k = min(n - 1, Int(3 * perplexity + 1))
        let matrix = try x.tensor()
        let norms = (0..<n).map { x.row($0).reduce(0) { $0 + $1 * $1 } }
        let products = try Checked.matmul(matrix, Checked.transposed(matrix))
        var neighbours: [[(column: Int, value: Double)]] = []
        let wanted = logarithm(perplexity)
        try products.withElements(as: Double.self) { dots throws(TensorError) in
            for i in 0..<n {
                try Interruption.check()
                var near: [(column: Int, distance: Double)] = []
                near.reserveCapacity(n)
                for j in 0..<n where j != i {
                    near.append((j, max(norms[i] + norms[j] - 2 * dots[i * n + j], 0)))
                }
                near.sort { ($0.distance, $0.column) < ($1.distance, $1.column) }
                near.removeLast(near.count - k)
                let least = near[0].distance
                var (beta, low, high) = (1.0, -Double.infinity, Double.infinity)
                var weights = [Double](repeating: 0, count: k)
                for _ in 0..<100 {
                    var (sum, moment) = (0.0, 0.0)
                    for (place, item) in near.enumerated() {
                        // Only differences count, so the least one keeps the sum from vanishing.
                        let weight = exponential(-(item.distance - least) * beta)
                        weights[place] = weight
                        sum += weight
                        moment += weight * (item.distance - least)
                    }
                    let entropy = logarithm(sum) + beta * moment / sum
                    for place in weights.indices { weights[place] /= sum }
                    let gap = entropy - wanted
                    if abs(gap) <= 1e-5 { break }
                    if gap > 0 {
                        low = beta
                        beta = high == .infinity ? beta * 2 : (beta + high) / 2
                    } else {
                        high = beta
                        beta = low == -.infinity ? beta / 2 : (beta + low) / 2
                    }
                }
                neighbours.append(zip(near, weights).map { ($0.column, $1) })
            }
        }
        // (P + Pᵀ) / 2n
        var table = [[Int: Double]](repeating: [:], count: n)
        for i in 0..<n {
            for (j, value) in neighbours[i] {
                table[i][j, default: 0] += value
                table[j][i, default: 0] += value
            }
        }
        var result = Affinities()
        for i in 0..<n {
            for (j, value) in table[i].sorted(by: { $0.key < $1.key }) {
                result.columns.append(j)
                result.values.append(value)
            }
            result.starts.append(result.columns.count)
        }
        // Summed in the order of the columns: a dictionary's own order differs from run to run.
        let total = result.values.reduce(0, +)
        result.values = result.values.map { max($0 / total, 1e-300) }
        return result
    }

    /// The divergence's gradient: neighbours attract, everything repels, far groups as one.
    private func slope(
        _ p: Affinities, _ y: [Double], _ exaggeration: Double, _ gradient: inout [Double],
        wantsValue: Bool
    ) -> Double {
        let n = y.count / 2
        let tree = QuadTree(y)
        var repulsion = [Double](repeating: 0, count: 2 * n)
        var z = 0.0
        for i in 0..<n { z += tree.repulsion(on: i, y, angle: angle, &repulsion) }
        var value = 0.0
        for i in 0..<n {
            var (ax, ay) = (0.0, 0.0)
            for place in p.starts[i]..<p.starts[i + 1] {
                let j = p.columns[place]
                let (dx, dy) = (y[2 * i] - y[2 * j], y[2 * i + 1] - y[2 * j + 1])
                let q = 1 / (1 + dx * dx + dy * dy)
                let force = exaggeration * p.values[place] * q
                ax += force * dx
                ay += force * dy
                if wantsValue {
                    let share = p.values[place]
                    value += share * logarithm(share / max(q / z, 1e-300))
                }
            }
            gradient[2 * i] = 4 * (ax - repulsion[2 * i] / z)
            gradient[2 * i + 1] = 4 * (ay - repulsion[2 * i + 1] / z)
        }
        return value
    }

    /// The map of examples `[count, features]`: `[count, 2]`.
    public func fitTransform(_ x: Tensor) -> Tensor { orFail { try checkedFitTransform(x) } }
}

/// Points of a plane in squares within squares, each with its number of points and their middle.
private struct QuadTree {
    private var children: [Int32] = []
    private var counts: [Double] = []
    private var middles: [Double] = []
    private var widths: [Double] = []
    /// The point of a leaf; −1 elsewhere.
    private var points: [Int32] = []

    init(_ y: [Double]) {
        let n = y.count / 2
        var (left, right, bottom, top) = (Double.infinity, -Double.infinity, Double.infinity, -Double.infinity)
        for i in 0..<n {
            left = min(left, y[2 * i])
            right = max(right, y[2 * i])
            bottom = min(bottom, y[2 * i + 1])
            top = max(top, y[2 * i + 1])
        }
        let width = max(right - left, top - bottom, 1e-12) * 1.0001
        counts.reserveCapacity(3 * n)
        middles.reserveCapacity(6 * n)
        widths.reserveCapacity(3 * n)
        points.reserveCapacity(3 * n)
        children.reserveCapacity(12 * n)
        _ = add(width)
        for i in 0..<n {
            insert(i, y, (left + right) / 2, (bottom + top) / 2, width)
        }
        for node in counts.indices where counts[node] > 0 {
            middles[2 * node] /= counts[node]
            middles[2 * node + 1] /= counts[node]
        }
    }

    private mutating func add(_ width: Double) -> Int {
        for _ in 0..<4 { children.append(-1) }
        counts.append(0)
        middles.append(0)
        middles.append(0)
        widths.append(width)
        points.append(-1)
        return counts.count - 1
    }

    private mutating func insert(
        _ point: Int, _ y: [Double], _ cx: Double, _ cy: Double, _ width: Double
    ) {
        var (node, cx, cy, width) = (0, cx, cy, width)
        let (px, py) = (y[2 * point], y[2 * point + 1])
        var depth = 0
        while true {
            let isLeaf = points[node] >= 0
            let isEmpty = counts[node] == 0
            counts[node] += 1
            middles[2 * node] += px
            middles[2 * node + 1] += py
            if isEmpty {
                points[node] = Int32(point)
                return
            }
            // Points that cannot be told apart stay together.
            if depth >= 60 { return }
            if isLeaf {
                let other = Int(points[node])
                points[node] = -1
                let child = quadrant(y[2 * other], y[2 * other + 1], cx, cy)
                let place = add(width / 2)
                children[4 * node + child] = Int32(place)
                counts[place] = counts[node] - 1
                middles[2 * place] = y[2 * other] * counts[place]
                middles[2 * place + 1] = y[2 * other + 1] * counts[place]
                points[place] = Int32(other)
            }
            let child = quadrant(px, py, cx, cy)
            if children[4 * node + child] < 0 {
                let place = add(width / 2)
                children[4 * node + child] = Int32(place)
            }
            node = Int(children[4 * node + child])
            width /= 2
            cx += (child & 1 == 1 ? 0.5 : -0.5) * width
            cy += (child & 2 == 2 ? 0.5 : -0.5) * width
            depth += 1
        }
    }

    @inline(__always)
    private func quadrant(_ x: Double, _ y: Double, _ cx: Double, _ cy: Double) -> Int {
        (x > cx ? 1 : 0) | (y > cy ? 2 : 0)
    }

    /// Adds what pushes a point away; the sum of the weights.
    func repulsion(
        on point: Int, _ y: [Double], angle: Double, _ force: inout [Double]
    ) -> Double {
        let (px, py) = (y[2 * point], y[2 * point + 1])
        var sum = 0.0
        var (fx, fy) = (0.0, 0.0)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { stack in
            stack[0] = 0
            var top = 1
            while top > 0 {
                top -= 1
                let node = Int(stack[top])
                if points[node] == Int32(point), counts[node] == 1 { continue }
                let (dx, dy) = (px - middles[2 * node], py - middles[2 * node + 1])
                let distance = dx * dx + dy * dy
                if points[node] >= 0 || widths[node] * widths[node] < angle * angle * distance
                    || top > 250
                {
                    // Points in the same place as this one count without itself.
                    let own = points[node] == Int32(point) ? 1.0 : 0
                    let q = 1 / (1 + distance)
                    let weight = (counts[node] - own) * q
                    sum += weight
                    fx += weight * q * dx
                    fy += weight * q * dy
                } else {
                    for child in 0..<4 where children[4 * node + child] >= 0 {
                        stack[top] = children[4 * node + child]
                        top += 1
                    }
                }
            }
        }
        force[2 * point] += fx
        force[2 * point + 1] += fy
        return sum
    }
}
