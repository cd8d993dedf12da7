public import Tensors

/// Classification by a normal distribution of each feature in each class; semantics of
/// scikit-learn's `GaussianNB`.
///
///     GaussianNaiveBayes().fit(x, y)
public final class GaussianNaiveBayes: Classifier {
    /// The part of the greatest variance that is added to all, so that none is 0.
    public let smoothing: Double
    private var priors: [Double] = []
    private var means: [[Double]] = []
    private var variances: [[Double]] = []

    public init(smoothing: Double = 1e-9) {
        self.smoothing = smoothing
    }

    override package func learn(_ x: Matrix, _ y: Tensor) throws {
        let labels = try encode(y)
        let added = smoothing * (x.variances(x.means).max() ?? 0)
        (priors, means, variances) = ([], [], [])
        for k in classes.indices {
            let own = x.selecting(labels.indices.filter { labels[$0] == k })
            priors.append(Double(own.rows) / Double(x.rows))
            means.append(own.means)
            variances.append(own.variances(own.means).map { $0 + added })
        }
    }

    override package func probabilities(_ x: Matrix) throws -> Matrix {
        var result = Matrix(rows: x.rows, columns: classes.count)
        for i in 0..<x.rows {
            var z = classes.indices.map { k in
                var sum = logarithm(priors[k])
                for j in 0..<x.columns {
                    let gap = x[i, j] - means[k][j]
                    let variance = variances[k][j]
                    sum -= (logarithm(2 * Double.pi * variance) + gap * gap / variance) / 2
                }
                return sum
            }
            let most = z.max() ?? 0
            z = z.map { exponential($0 - most) }
            let sum = z.reduce(0, +)
            for k in z.indices { result[i, k] = z[k] / sum }
        }
        return result
    }

    override package func answer(_ x: Matrix) throws -> Tensor { try decode(largest(probabilities(x))) }
}
