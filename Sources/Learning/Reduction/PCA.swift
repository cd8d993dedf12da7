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
        let rows = try Matrix(x, "PCA")
        guard rows.rows > 1 else {
            throw TensorError.shape(
                operation: "PCA", expected: "at least two examples", given: x.shape, help: nil)
        }
        guard componentCount > 0, componentCount <= min(rows.rows, rows.columns) else {
            throw TensorError.domain(
                operation: "PCA",
                problem: "components must lie between 1 and \(min(rows.rows, rows.columns)), given "
                    + "\(componentCount)", help: nil)
        }
        mean = rows.means
        let centred = try rows.centred(mean).tensor()
        let scale = 1 / Double(rows.rows - 1)
        total = rows.variances(mean).reduce(0, +) * Double(rows.rows) * scale
        // The smaller of the two products tells the same.
        let isWide = rows.columns > rows.rows
        let transposed = try Checked.transposed(centred)
        let product = try isWide
            ? Checked.matmul(centred, transposed) : Checked.matmul(transposed, centred)
        let size = min(rows.rows, rows.columns)
        let covariance = Matrix(
            rows: size, columns: size,
            values: try Checked.scalars(Checked.multiply(product, .real(scale)), as: Double.self))
        var (values, vectors) = try SymmetricEigen.greatest(componentCount, of: covariance)
        if isWide {
            vectors = try vectors.times(
                Matrix(
                    rows: rows.rows, columns: rows.columns,
                    values: Checked.scalars(centred, as: Double.self)))
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
        let rows = try Matrix(x, "PCA")
        guard rows.columns == directions.columns else {
            throw TensorError.shape(
                operation: "PCA", expected: "\(directions.columns) features for each example",
                given: x.shape, help: nil)
        }
        return try rows.centred(mean).times(directions.transposed).tensor(.float32)
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
