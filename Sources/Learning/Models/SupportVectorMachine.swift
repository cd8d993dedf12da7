public import Tensors

/// How alike two examples are to a support vector machine.
public enum Kernel: Sendable, Equatable {
    /// a·b
    case linear
    /// e^(−γ|a − b|²); without γ it is 1 / (features · variance), as scikit-learn has it.
    case rbf(gamma: Double? = nil)
    /// (γ a·b + offset)^degree
    case polynomial(degree: Int = 3, gamma: Double? = nil, offset: Double = 0)
    /// tanh(γ a·b + offset)
    case sigmoid(gamma: Double? = nil, offset: Double = 0)

    func value(_ a: ArraySlice<Double>, _ b: ArraySlice<Double>, _ scale: Double) -> Double {
        func dot() -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        switch self {
        case .linear: return dot()
        case .rbf(let gamma): return exponential(-(gamma ?? scale) * squaredDistance(a, b))
        case .polynomial(let degree, let gamma, let offset):
            let base = (gamma ?? scale) * dot() + offset
            return (0..<max(degree, 0)).reduce(1) { product, _ in product * base }
        case .sigmoid(let gamma, let offset):
            return hyperbolicTangent((gamma ?? scale) * dot() + offset)
        }
    }
}

/// Classification by the widest margin, linear or through a kernel (Cortes and Vapnik 1995);
/// semantics of scikit-learn's `SVC`: a machine for each pair of classes, the class with the most
/// votes wins.
///
///     SupportVectorMachine(kernel: .rbf(), c: 1).fit(x, y)
///
/// Trained by sequential minimal optimization with second-order working sets (Fan, Chen and Lin
/// 2005).
public final class SupportVectorMachine: Classifier {
    public let kernel: Kernel
    public let c: Double
    public let tolerance: Double

    private struct Machine {
        let positive: Int
        let negative: Int
        let vectors: Matrix
        let weights: [Double]
        let bias: Double
    }

    private var machines: [Machine] = []
    private var scale = 1.0
    /// The number of examples that the margins rest on.
    public private(set) var supportVectorCount = 0

    public init(kernel: Kernel = .rbf(), c: Double = 1, tolerance: Double = 1e-3) {
        self.kernel = kernel
        self.c = c
        self.tolerance = tolerance
    }

    override package func learn(_ x: Matrix, _ y: Tensor) throws {
        let labels = try encodeForMargins(y, c: c)
        let count = Double(x.values.count)
        let mean = x.values.reduce(0, +) / count
        let variance = x.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
        scale = variance > 0 ? 1 / (Double(x.columns) * variance) : 1
        machines = []
        var supporting: Set<Int> = []
        for a in classes.indices {
            for b in (a + 1)..<max(classes.count, a + 1) {
                let rows = labels.indices.filter { labels[$0] == a || labels[$0] == b }
                let part = x.selecting(rows)
                let signs = rows.map { labels[$0] == a ? 1.0 : -1.0 }
                let (alphas, bias) = try optimise(part, signs)
                let kept = alphas.indices.filter { alphas[$0] > 0 }
                supporting.formUnion(kept.map { rows[$0] })
                machines.append(
                    Machine(
                        positive: a, negative: b, vectors: part.selecting(kept),
                        weights: kept.map { alphas[$0] * signs[$0] }, bias: bias))
            }
        }
        supportVectorCount = supporting.count
    }

    /// The dual problem's multipliers and the bias.
    private func optimise(
        _ x: Matrix, _ signs: [Double]
    ) throws -> (alphas: [Double], bias: Double) {
        let n = x.rows
        var cache: [Int: [Double]] = [:]
        func column(_ i: Int) -> [Double] {
            if let known = cache[i] { return known }
            // 200 MB of columns at most.
            if cache.count * n > 25_000_000 { cache = [:] }
            let values = (0..<n).map { kernel.value(x.row($0), x.row(i), scale) }
            cache[i] = values
            return values
        }
        let diagonal = (0..<n).map { kernel.value(x.row($0), x.row($0), scale) }
        var alpha = [Double](repeating: 0, count: n)
        // The gradient of ½αQα − Σα.
        var gradient = [Double](repeating: -1, count: n)
        for _ in 0..<max(10_000_000, 100 * n) {
            var (i, most) = (-1, -Double.infinity)
            for t in 0..<n where signs[t] > 0 ? alpha[t] < c : alpha[t] > 0 {
                let value = -signs[t] * gradient[t]
                if value >= most { (i, most) = (t, value) }
            }
            guard i >= 0 else { break }
            try Interruption.check()
            let ki = column(i)
            var (j, best, least) = (-1, Double.infinity, Double.infinity)
            for t in 0..<n where signs[t] > 0 ? alpha[t] > 0 : alpha[t] < c {
                let value = -signs[t] * gradient[t]
                least = min(least, value)
                let gap = most - value
                guard gap > 0 else { continue }
                let curvature = max(diagonal[i] + diagonal[t] - 2 * ki[t], 1e-12)
                let gain = -gap * gap / curvature
                if gain <= best { (j, best) = (t, gain) }
            }
            if j < 0 || most - least < tolerance { break }
            let kj = column(j)
            let curvature = max(diagonal[i] + diagonal[j] - 2 * ki[j], 1e-12)
            // How far α_i·y_i may grow while α_j·y_j falls, both within 0…c.
            var step = (most + signs[j] * gradient[j]) / curvature
            step = min(step, signs[i] > 0 ? c - alpha[i] : alpha[i])
            step = min(step, signs[j] > 0 ? alpha[j] : c - alpha[j])
            alpha[i] += signs[i] * step
            alpha[j] -= signs[j] * step
            for t in [i, j] {
                // What rounding leaves at the bounds.
                if alpha[t] < 1e-14 * c { alpha[t] = 0 }
                if alpha[t] > c * (1 - 1e-14) { alpha[t] = c }
            }
            for t in 0..<n { gradient[t] += signs[t] * step * (ki[t] - kj[t]) }
        }
        var (sum, free) = (0.0, 0)
        var (low, high) = (-Double.infinity, Double.infinity)
        for t in 0..<n {
            let value = signs[t] * gradient[t]
            if alpha[t] > 0, alpha[t] < c {
                sum += value
                free += 1
            } else if (signs[t] > 0) == (alpha[t] == 0) {
                high = min(high, value)
            } else {
                low = max(low, value)
            }
        }
        return (alpha, free > 0 ? -sum / Double(free) : -(low + high) / 2)
    }

    /// The machines' values for an example, above 0 for the first of the two classes.
    private func decisions(_ row: ArraySlice<Double>) -> [Double] {
        machines.map { machine in
            var sum = machine.bias
            for (position, weight) in machine.weights.enumerated() {
                sum += weight * kernel.value(machine.vectors.row(position), row, scale)
            }
            return sum
        }
    }

    package func checkedDecision(_ x: Tensor) throws -> Tensor {
        let rows = try checkedRows(x, "decision")
        // For two classes the second one is positive, as scikit-learn has it.
        let sign = classes.count == 2 ? -1.0 : 1.0
        let values = (0..<rows.rows).flatMap { decisions(rows.row($0)).map { sign * $0 } }
        return try Checked.tensor(
            values, shape: machines.count == 1 ? [rows.rows] : [rows.rows, machines.count],
            dtype: .float32)
    }

    /// How far each example lies from the margins: one value for two classes (above 0 for the
    /// second), one for each pair otherwise.
    public func decision(_ x: Tensor) -> Tensor { orFail { try checkedDecision(x) } }

    override package func answer(_ x: Matrix) throws -> Tensor {
        try decode(
            (0..<x.rows).map { row in
                var votes = [Int](repeating: 0, count: classes.count)
                for (machine, value) in zip(machines, decisions(x.row(row))) {
                    votes[value > 0 ? machine.positive : machine.negative] += 1
                }
                var best = 0
                for k in votes.indices where votes[k] > votes[best] { best = k }
                return best
            })
    }
}

/// Classification by a linear function for each class against the rest, with squared hinge losses;
/// semantics of scikit-learn's `LinearSVC`.
///
///     LinearSVM(c: 1).fit(x, y)
public final class LinearSVM: Classifier {
    public let c: Double
    public let iterations: Int
    /// `[classes, features]`; one row for two classes.
    public private(set) var coefficients: [[Double]] = []
    public private(set) var intercepts: [Double] = []

    public init(c: Double = 1, iterations: Int = 1_000) {
        self.c = c
        self.iterations = iterations
    }

    override package func learn(_ x: Matrix, _ y: Tensor) throws {
        let labels = try encodeForMargins(y, c: c)
        (coefficients, intercepts) = ([], [])
        for k in classes.count == 2 ? [1] : Array(classes.indices) {
            let signs = labels.map { $0 == k ? 1.0 : -1.0 }
            // ½|w|² + C·Σ max(0, 1 − y·w·x)², the intercept one of the weights as liblinear has it.
            let w = try Minimiser.minimise(
                from: Array(repeating: 0, count: x.columns + 1), iterations: iterations
            ) { w in
                var value = w.reduce(0) { $0 + $1 * $1 } / 2
                var gradient = w
                for i in 0..<x.rows {
                    var z = w[x.columns]
                    for j in 0..<x.columns { z += w[j] * x[i, j] }
                    let gap = 1 - signs[i] * z
                    guard gap > 0 else { continue }
                    value += self.c * gap * gap
                    let slope = -2 * self.c * gap * signs[i]
                    for j in 0..<x.columns { gradient[j] += slope * x[i, j] }
                    gradient[x.columns] += slope
                }
                return (value, gradient)
            }
            coefficients.append(Array(w.dropLast()))
            intercepts.append(w[x.columns])
        }
    }

    override package func answer(_ x: Matrix) throws -> Tensor {
        try decode(
            (0..<x.rows).map { row in
                let z = coefficients.indices.map { k in
                    zip(x.row(row), coefficients[k]).reduce(intercepts[k]) { $0 + $1.0 * $1.1 }
                }
                if z.count == 1 { return z[0] > 0 ? 1 : 0 }
                var best = 0
                for k in z.indices where z[k] > z[best] { best = k }
                return best
            })
    }
}
