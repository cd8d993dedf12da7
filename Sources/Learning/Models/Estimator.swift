public import Tensors

/// What learns from examples and labels and then answers: `fit`, `predict`, `score`.
public class Estimator {
    init() {}

    /// The name of the type, for errors.
    package var kindName: String { String(describing: type(of: self)) }

    /// Learns from examples as rows and their labels.
    package func learn(_ x: Matrix, _ y: Tensor) throws {}

    /// The answers for examples as rows.
    package func answer(_ x: Matrix) throws -> Tensor { try Tensor.filled([0], as: Float.self) { _ in } }

    /// How good the answers are.
    package func grade(_ predicted: Tensor, _ expected: Tensor) throws -> Double { 0 }

    /// The number of features that `fit` saw; 0 before.
    package private(set) var featureCount = 0

    package final func checkedFit(_ x: Tensor, _ y: Tensor) throws {
        let rows = try Matrix(x, kindName)
        guard try y.rowCount(kindName) == rows.rows else {
            throw TensorError.shape(
                operation: kindName,
                expected: "one label for each of the \(rows.rows) examples", given: y.shape,
                help: nil)
        }
        guard rows.rows > 0 else { throw TensorError.empty(operation: kindName, shape: x.shape) }
        if let bad = rows.values.firstIndex(where: { !$0.isFinite }) {
            throw TensorError.domain(
                operation: kindName,
                problem: "example \(bad / max(rows.columns, 1)) holds \(rows.values[bad])",
                help: "leave out or fill what is missing first")
        }
        featureCount = rows.columns
        try learn(rows, y)
    }

    package final func checkedRows(_ x: Tensor, _ verb: String) throws -> Matrix {
        guard featureCount > 0 else {
            throw TensorError.domain(
                operation: kindName, problem: "'\(verb)' before 'fit'", help: nil)
        }
        let rows = try Matrix(x, kindName)
        guard rows.columns == featureCount else {
            throw TensorError.shape(
                operation: kindName, expected: "\(featureCount) features for each example",
                given: x.shape, help: nil)
        }
        return rows
    }

    package final func checkedPredict(_ x: Tensor) throws -> Tensor {
        try answer(checkedRows(x, "predict"))
    }

    package final func checkedScore(_ x: Tensor, _ y: Tensor) throws -> Double {
        try grade(checkedPredict(x), y)
    }

    /// Learns from examples `[count, features]` and their labels.
    @discardableResult
    public final func fit(_ x: Tensor, _ y: Tensor) -> Self {
        orFail { try checkedFit(x, y) }
        return self
    }

    /// The answers for examples `[count, features]`: int64 classes, or float32 values.
    public final func predict(_ x: Tensor) -> Tensor { orFail { try checkedPredict(x) } }

    /// How good the answers are: the part that is right for classes, R² for values.
    public final func score(_ x: Tensor, _ y: Tensor) -> Double { orFail { try checkedScore(x, y) } }
}

/// The value of a throwing form, or the end of the program with its message.
@inline(__always)
func orFail<Value>(_ body: () throws -> Value) -> Value {
    do {
        return try body()
    } catch {
        fatalError("\(error)")
    }
}

/// An estimator whose answers are classes.
public class Classifier: Estimator {
    /// The classes that `fit` saw, in ascending order.
    public internal(set) var classes: [Int] = []

    override package func grade(_ predicted: Tensor, _ expected: Tensor) throws -> Double {
        try ClassificationMetrics.accuracy(predicted, expected)
    }

    /// The labels as positions in ``classes``.
    final func encode(_ y: Tensor) throws -> [Int] {
        let labels = try LabelList(y, kindName).values
        classes = Array(Set(labels)).sorted()
        var positions: [Int: Int] = [:]
        for (position, label) in classes.enumerated() { positions[label] = position }
        return labels.map { positions[$0] ?? 0 }
    }

    /// The labels for a model that weighs losses by `c` and separates classes, of which it needs two.
    final func encodeForMargins(_ y: Tensor, c: Double) throws -> [Int] {
        guard c > 0 else {
            throw TensorError.domain(
                operation: kindName, problem: "c must be above 0, given \(c)", help: nil)
        }
        let labels = try encode(y)
        guard classes.count > 1 else {
            throw TensorError.domain(
                operation: kindName, problem: "all labels are \(classes.first ?? 0)",
                help: "there must be at least two classes")
        }
        return labels
    }

    /// Positions in ``classes`` as a tensor of labels.
    final func decode(_ positions: [Int]) throws -> Tensor {
        try Checked.tensor(positions.map { classes[$0] }, shape: [positions.count])
    }

    /// A probability for each class, for models that have such: rows add up to 1.
    package func probabilities(_ x: Matrix) throws -> Matrix {
        throw TensorError.domain(
            operation: kindName, problem: "the model has no probabilities", help: nil)
    }

    package final func checkedPredictProbabilities(_ x: Tensor) throws -> Tensor {
        try probabilities(checkedRows(x, "predictProbabilities")).tensor(.float32)
    }

    /// A probability for each class of ``classes``, `[count, classes]`.
    public final func predictProbabilities(_ x: Tensor) -> Tensor {
        orFail { try checkedPredictProbabilities(x) }
    }
}

/// An estimator whose answers are values.
public class Regressor: Estimator {
    override package func grade(_ predicted: Tensor, _ expected: Tensor) throws -> Double {
        try RegressionMetrics.r2(predicted, expected)
    }

    /// The values to learn.
    final func targets(_ y: Tensor) throws -> [Double] {
        guard y.count == y.shape[0] else {
            throw TensorError.shape(
                operation: kindName, expected: "one value for each example", given: y.shape,
                help: nil)
        }
        return try Checked.scalars(Checked.asType(y, .float64), as: Double.self)
    }

    /// Values as float32, as predictions are.
    final func tensor(_ values: [Double]) throws -> Tensor {
        try Checked.tensor(values, shape: [values.count], dtype: .float32)
    }
}
