public import Tensors

/// What the scalers have in common: x ↦ (x − offset) / scale, feature by feature.
public class Scaler {
    package private(set) var offsets: [Double] = []
    package private(set) var scales: [Double] = []

    init() {}

    var kindName: String { String(describing: type(of: self)) }

    /// Offset and scale of each feature.
    func measure(_ x: Matrix) throws -> (offsets: [Double], scales: [Double]) { ([], []) }

    package final func checkedFit(_ x: Tensor) throws {
        let rows = try Matrix(x, kindName)
        guard rows.rows > 0 else { throw TensorError.empty(operation: kindName, shape: x.shape) }
        let found = try measure(rows)
        offsets = found.offsets
        // A feature that does not vary stays where it is.
        scales = found.scales.map { $0 == 0 ? 1 : $0 }
    }

    private func checked(_ x: Tensor, _ verb: String) throws -> Matrix {
        guard !scales.isEmpty else {
            throw TensorError.domain(operation: kindName, problem: "'\(verb)' before 'fit'", help: nil)
        }
        let rows = try Matrix(x, kindName)
        guard rows.columns == scales.count else {
            throw TensorError.shape(
                operation: kindName, expected: "\(scales.count) features for each example",
                given: x.shape, help: nil)
        }
        return rows
    }

    package final func checkedTransform(_ x: Tensor) throws -> Tensor {
        var rows = try checked(x, "transform")
        for i in 0..<rows.rows {
            for j in 0..<rows.columns { rows[i, j] = (rows[i, j] - offsets[j]) / scales[j] }
        }
        return try rows.tensor(.float32)
    }

    package final func checkedInverse(_ x: Tensor) throws -> Tensor {
        var rows = try checked(x, "inverseTransform")
        for i in 0..<rows.rows {
            for j in 0..<rows.columns { rows[i, j] = rows[i, j] * scales[j] + offsets[j] }
        }
        return try rows.tensor(.float32)
    }

    /// Measures examples `[count, features]`.
    @discardableResult
    public final func fit(_ x: Tensor) -> Self {
        orFail { try checkedFit(x) }
        return self
    }

    /// The examples scaled, float32.
    public final func transform(_ x: Tensor) -> Tensor { orFail { try checkedTransform(x) } }

    public final func fitTransform(_ x: Tensor) -> Tensor { fit(x).transform(x) }

    /// Scaled examples as they were.
    public final func inverseTransform(_ x: Tensor) -> Tensor { orFail { try checkedInverse(x) } }
}

/// Brings each feature to mean 0 and standard deviation 1 (scikit-learn's `StandardScaler`).
///
///     let scaler = StandardScaler().fit(xTrain)
///     scaler.transform(xTest)
public final class StandardScaler: Scaler {
    public override init() {}

    override func measure(_ x: Matrix) -> (offsets: [Double], scales: [Double]) {
        let means = x.means
        let count = Double(x.rows)
        return (
            means,
            zip(x.variances(means), means).map { variance, mean in
                // What rounding the mean alone makes of a feature that does not vary is no spread (scikit-learn's bound).
                let rounding = count * mean * Double.ulpOfOne
                return variance <= count * Double.ulpOfOne * variance + rounding * rounding ? 0 : variance.squareRoot()
            }
        )
    }
}

/// Brings each feature to a range (scikit-learn's `MinMaxScaler`).
public final class MinMaxScaler: Scaler {
    public let minimum: Double
    public let maximum: Double

    public init(minimum: Double = 0, maximum: Double = 1) {
        self.minimum = minimum
        self.maximum = maximum
    }

    override func measure(_ x: Matrix) throws -> (offsets: [Double], scales: [Double]) {
        guard maximum > minimum else {
            throw TensorError.domain(
                operation: kindName, problem: "\(minimum) to \(maximum) is no range", help: nil)
        }
        var (offsets, scales) = ([Double](), [Double]())
        for j in 0..<x.columns {
            let column = (0..<x.rows).map { x[$0, j] }
            let (low, high) = (column.min() ?? 0, column.max() ?? 0)
            let scale = high == low ? 1 : (high - low) / (maximum - minimum)
            offsets.append(low - minimum * scale)
            scales.append(scale)
        }
        return (offsets, scales)
    }
}

/// Class numbers for texts, in alphabetical order (scikit-learn's `LabelEncoder`).
///
///     let encoder = LabelEncoder()
///     let y = encoder.fitTransform(["cat", "dog", "cat"])      // [0 1 0]
public final class LabelEncoder {
    /// The texts, in the order of their numbers.
    public private(set) var classes: [String] = []

    public init() {}

    /// Takes the texts that there are.
    @discardableResult
    public func fit(_ labels: [String]) -> LabelEncoder {
        classes = Array(Set(labels)).sorted()
        return self
    }

    package func checkedTransform(_ labels: [String]) throws -> Tensor {
        var numbers: [String: Int] = [:]
        for (number, name) in classes.enumerated() { numbers[name] = number }
        let encoded = try labels.map { label in
            guard let number = numbers[label] else {
                throw TensorError.domain(
                    operation: "LabelEncoder", problem: "'\(label)' was not there in 'fit'",
                    help: "there are " + classes.map { "'\($0)'" }.joined(separator: ", "))
            }
            return number
        }
        return try Checked.tensor(encoded, shape: [encoded.count])
    }

    package func checkedInverse(_ numbers: Tensor) throws -> [String] {
        try LabelList(numbers, "LabelEncoder").values.enumerated().map { row, number in
            guard classes.indices.contains(number) else {
                throw TensorError.label(
                    operation: "LabelEncoder", label: number, row: row, classes: classes.count)
            }
            return classes[number]
        }
    }

    /// The numbers of texts, int64.
    public func transform(_ labels: [String]) -> Tensor { orFail { try checkedTransform(labels) } }

    public func fitTransform(_ labels: [String]) -> Tensor { fit(labels).transform(labels) }

    /// The texts of numbers.
    public func inverseTransform(_ numbers: Tensor) -> [String] {
        orFail { try checkedInverse(numbers) }
    }
}
