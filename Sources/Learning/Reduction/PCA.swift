public import Tensors

/// The directions in which examples differ most (Pearson 1901); semantics of scikit-learn's `PCA`.
///
///     let pca = PCA(components: 2)
///     let flat = pca.fitTransform(x)
///     pca.explainedVarianceRatio
///
/// A direction's sign makes its greatest part positive.
public final class PCA {
    public let componentCount: Int
    private var directions = Matrix(rows: 0, columns: 0)
    private var mean: [Double] = []
    private var variances: [Double] = []
    private var total = 0.0

    public init(components: Int) {
        componentCount = components
    }

    package func checkedFit(_ x: Tensor) throws {
        let rows = try Matrix.rows(of: x, "PCA")
        let (count, features) = (rows.shape[0], rows.shape[1])
        guard count > 1 else {
            throw TensorError.shape(
                operation: "PCA", expected: "at least two examples", given: x.shape, help: nil)
        }
        let size = min(count, features)
        guard componentCount > 0, componentCount <= size else {
            throw TensorError.domain(
                operation: "PCA",
                problem: "components must lie between 1 and \(size), given \(componentCount)",
                help: nil)
        }
        let center = try Checked.mean(rows, axes: [0])
        mean = try Checked.scalars(center, as: Double.self)
        let centred = try Checked.subtract(rows, center)
        // The smaller of the two products tells the same.
        let isWide = features > count
        let transposed = try Checked.transposed(centred)
        let product = try isWide
            ? Checked.matmul(centred, transposed) : Checked.matmul(transposed, centred)
        let covariance = try Matrix(
            Checked.multiply(product, .real(1 / Double(count - 1))))
        total = (0..<size).reduce(0) { $0 + covariance[$1, $1] }
        var (values, vectors) = try SymmetricEigen.greatest(componentCount, of: covariance)
        if isWide {
            vectors = try Matrix(Checked.matmul(vectors.tensor(), centred))
            for k in 0..<vectors.rows {
                let norm = vectors.row(k).reduce(0) { $0 + $1 * $1 }.squareRoot()
                for j in 0..<vectors.columns { vectors[k, j] /= max(norm, 1e-300) }
            }
        }
        for k in 0..<vectors.rows {
            let greatest = vectors.row(k).max { abs($0) < abs($1) } ?? 0
            if greatest < 0 { for j in 0..<vectors.columns { vectors[k, j] *= -1 } }
        }
        values = values.map { max($0, 0) }
        (directions, variances) = (vectors, values)
    }

    private func checkFitted(_ verb: String) throws {
        guard directions.rows > 0 else {
            throw TensorError.domain(operation: "PCA", problem: "'\(verb)' before 'fit'", help: nil)
        }
    }

    package func checkedTransform(_ x: Tensor) throws -> Tensor {
        try checkFitted("transform")
        let rows = try Matrix.rows(of: x, "PCA")
        guard rows.shape[1] == directions.columns else {
            throw TensorError.shape(
                operation: "PCA", expected: "\(directions.columns) features for each example",
                given: x.shape, help: nil)
        }
        let centred = try Checked.subtract(rows, Checked.tensor(mean, shape: [mean.count]))
        let places = try Checked.matmul(centred, Checked.transposed(directions.tensor()))
        return try Checked.asType(places, .float32)
    }

    package func checkedInverse(_ z: Tensor) throws -> Tensor {
        try checkFitted("inverseTransform")
        let rows = try Matrix(z, "PCA")
        guard rows.columns == directions.rows else {
            throw TensorError.shape(
                operation: "PCA", expected: "\(directions.rows) components for each example",
                given: z.shape, help: nil)
        }
        var result = try rows.times(directions)
        for i in 0..<result.rows { for j in 0..<result.columns { result[i, j] += mean[j] } }
        return try result.tensor(.float32)
    }

    package func checkedComponents() throws -> Tensor {
        try checkFitted("components")
        return try directions.tensor(.float32)
    }

    package func checkedMean() throws -> Tensor {
        try checkFitted("mean")
        return try Checked.tensor(mean, shape: [mean.count], dtype: .float32)
    }

    package func checkedVariance(ratio: Bool) throws -> Tensor {
        try checkFitted("explainedVariance")
        let values = ratio ? variances.map { $0 / total } : variances
        return try Checked.tensor(values, shape: [values.count], dtype: .float32)
    }

    /// Finds the directions of examples `[count, features]`.
    @discardableResult
    public func fit(_ x: Tensor) -> PCA {
        orFail { try checkedFit(x) }
        return self
    }

    /// The examples in the directions' coordinates, `[count, components]`.
    public func transform(_ x: Tensor) -> Tensor { orFail { try checkedTransform(x) } }

    public func fitTransform(_ x: Tensor) -> Tensor { fit(x).transform(x) }

    /// Examples from coordinates, as near as the directions allow.
    public func inverseTransform(_ z: Tensor) -> Tensor { orFail { try checkedInverse(z) } }

    /// The directions as rows `[components, features]`.
    public var components: Tensor { orFail { try checkedComponents() } }

    /// The mean of the examples.
    public var means: Tensor { orFail { try checkedMean() } }

    /// The variance along each direction.
    public var explainedVariance: Tensor { orFail { try checkedVariance(ratio: false) } }

    /// The variance along each direction as a part of the whole.
    public var explainedVarianceRatio: Tensor { orFail { try checkedVariance(ratio: true) } }
}
