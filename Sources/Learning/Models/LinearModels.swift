public import Tensors

/// What the linear regressions have in common: y = x·coefficients + intercept.
public class LinearModel: Regressor {
    /// One for each feature.
    public private(set) var coefficients: [Double] = []
    public private(set) var intercept = 0.0

    /// The factor of the coefficients' squares.
    var penalty: Double { 0 }

    override package func learn(_ x: Matrix, _ y: Tensor) throws {
        guard penalty >= 0 else {
            throw TensorError.domain(
                operation: kindName, problem: "alpha must not be negative, given \(penalty)",
                help: nil)
        }
        let targets = try targets(y)
        let means = x.means
        let mean = targets.reduce(0, +) / Double(targets.count)
        let centred = x.centred(means)
        let transposed = centred.transposed
        var normal = try transposed.times(centred)
        for j in 0..<x.columns { normal[j, j] += penalty }
        let column = Matrix(rows: x.rows, columns: 1, values: targets.map { $0 - mean })
        coefficients = try SymmetricSystem.solve(normal, transposed.times(column).values)
        intercept = mean - zip(coefficients, means).reduce(0) { $0 + $1.0 * $1.1 }
    }

    override package func answer(_ x: Matrix) throws -> Tensor {
        try tensor(
            (0..<x.rows).map { row in
                zip(x.row(row), coefficients).reduce(intercept) { $0 + $1.0 * $1.1 }
            })
    }
}

/// The line, plane, … with the least squared errors; semantics of scikit-learn's `LinearRegression`.
///
///     let line = LinearRegression().fit(x, y)
///     line.coefficients, line.intercept
public final class LinearRegression: LinearModel {
    public override init() {}
}

/// Linear regression whose coefficients are kept small: + alpha·Σ coefficients² (Hoerl and Kennard
/// 1970); semantics of scikit-learn's `Ridge`.
///
///     RidgeRegression(alpha: 1)
public final class RidgeRegression: LinearModel {
    public let alpha: Double

    public init(alpha: Double = 1) {
        self.alpha = alpha
    }

    override var penalty: Double { alpha }
}

/// Classification by softmax of a linear function: C·Σ losses + ½·Σ coefficients²; semantics of
/// scikit-learn's `LogisticRegression`.
///
///     LogisticRegression().fit(xTrain, yTrain).score(xTest, yTest)
public final class LogisticRegression: Classifier {
    /// How much the losses count against the coefficients' size.
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
        let width = x.columns + 1
        let outputs = classes.count == 2 ? 1 : classes.count
        let matrix = try x.tensor()
        let transposed = try Checked.transposed(matrix)
        /// The objective and its gradient.
        func evaluate(_ w: [Double]) throws -> (Double, [Double]) {
            var weights = Matrix(rows: x.columns, columns: outputs)
            for k in 0..<outputs {
                for j in 0..<x.columns { weights[j, k] = w[k * width + j] }
            }
            let scores = try Checked.scalars(
                Checked.matmul(matrix, weights.tensor()), as: Double.self)
            var residual = Matrix(rows: x.rows, columns: outputs)
            var loss = 0.0
            for i in 0..<x.rows {
                if outputs == 1 {
                    let z = scores[i] + w[width - 1]
                    let sign = labels[i] == 1 ? 1.0 : 0.0
                    loss += max(z, 0) - z * sign + logarithm(1 + exponential(-abs(z)))
                    let p = z >= 0 ? 1 / (1 + exponential(-z)) : exponential(z) / (1 + exponential(z))
                    residual[i, 0] = p - sign
                } else {
                    let z = (0..<outputs).map { scores[i * outputs + $0] + w[$0 * width + width - 1] }
                    let most = z.max() ?? 0
                    let e = z.map { exponential($0 - most) }
                    let sum = e.reduce(0, +)
                    loss += logarithm(sum) + most - z[labels[i]]
                    for k in 0..<outputs {
                        residual[i, k] = e[k] / sum - (labels[i] == k ? 1 : 0)
                    }
                }
            }
            let slopes = try Checked.scalars(
                Checked.matmul(transposed, residual.tensor()), as: Double.self)
            var gradient = [Double](repeating: 0, count: w.count)
            var penalty = 0.0
            for k in 0..<outputs {
                for j in 0..<x.columns {
                    let value = w[k * width + j]
                    penalty += value * value / 2
                    gradient[k * width + j] = c * slopes[j * outputs + k] + value
                }
                for i in 0..<x.rows { gradient[k * width + width - 1] += c * residual[i, k] }
            }
            return (c * loss + penalty, gradient)
        }
        let solution = try Minimiser.minimise(
            from: Array(repeating: 0, count: outputs * width), iterations: iterations, evaluate)
        coefficients = (0..<outputs).map {
            Array(solution[($0 * width)..<($0 * width + x.columns)])
        }
        intercepts = (0..<outputs).map { solution[$0 * width + width - 1] }
    }

    override package func probabilities(_ x: Matrix) throws -> Matrix {
        var result = Matrix(rows: x.rows, columns: classes.count)
        for i in 0..<x.rows {
            let z = coefficients.indices.map { k in
                zip(x.row(i), coefficients[k]).reduce(intercepts[k]) { $0 + $1.0 * $1.1 }
            }
            if z.count == 1 {
                let p = 1 / (1 + exponential(-z[0]))
                (result[i, 0], result[i, 1]) = (1 - p, p)
            } else {
                let most = z.max() ?? 0
                let e = z.map { exponential($0 - most) }
                let sum = e.reduce(0, +)
                for k in e.indices { result[i, k] = e[k] / sum }
            }
        }
        return result
    }

    override package func answer(_ x: Matrix) throws -> Tensor { try decode(largest(probabilities(x))) }
}

/// The position of the first greatest value of each row.
func largest(_ m: Matrix) -> [Int] {
    (0..<m.rows).map { row in
        var best = 0
        for c in 1..<max(m.columns, 1) where m[row, c] > m[row, best] { best = c }
        return best
    }
}

/// The minimum of a smooth function, by L-BFGS (Liu and Nocedal 1989) with a line search that halves
/// until the function falls enough.
enum Minimiser {
    static func minimise(
        from start: [Double], iterations: Int, tolerance: Double = 1e-9,
        _ evaluate: ([Double]) throws -> (Double, [Double])
    ) throws -> [Double] {
        var x = start
        var (value, gradient) = try evaluate(x)
        var steps: [(s: [Double], y: [Double], rho: Double)] = []
        func dot(_ a: [Double], _ b: [Double]) -> Double {
            var sum = 0.0
            for i in a.indices { sum += a[i] * b[i] }
            return sum
        }
        for _ in 0..<iterations {
            try Interruption.check()
            if (gradient.map { abs($0) }.max() ?? 0) <= tolerance * max(1, abs(value)) { break }
            // The direction: the inverse curvature, as the last steps show it, times the gradient.
            var q = gradient
            var alphas: [Double] = []
            for step in steps.reversed() {
                let alpha = step.rho * dot(step.s, q)
                alphas.append(alpha)
                for i in q.indices { q[i] -= alpha * step.y[i] }
            }
            if let last = steps.last {
                let scale = dot(last.s, last.y) / dot(last.y, last.y)
                for i in q.indices { q[i] *= scale }
            } else {
                let norm = dot(q, q).squareRoot()
                for i in q.indices { q[i] /= max(norm, 1) }
            }
            for (step, alpha) in zip(steps, alphas.reversed()) {
                let beta = step.rho * dot(step.y, q)
                for i in q.indices { q[i] += (alpha - beta) * step.s[i] }
            }
            var slope = -dot(gradient, q)
            if slope >= 0 {
                steps = []
                q = gradient
                slope = -dot(gradient, gradient)
            }
            var length = 1.0
            var found: ([Double], Double, [Double])?
            for _ in 0..<50 {
                let trial = zip(x, q).map { $0 - length * $1 }
                let (next, slopes) = try evaluate(trial)
                if next <= value + 1e-4 * length * slope {
                    found = (trial, next, slopes)
                    break
                }
                length /= 2
            }
            guard let (next, nextValue, nextGradient) = found else { break }
            let s = zip(next, x).map { $0 - $1 }
            let y = zip(nextGradient, gradient).map { $0 - $1 }
            let curvature = dot(s, y)
            if curvature > 1e-14 {
                steps.append((s, y, 1 / curvature))
                if steps.count > 10 { steps.removeFirst() }
            }
            (x, value, gradient) = (next, nextValue, nextGradient)
        }
        return x
    }
}
