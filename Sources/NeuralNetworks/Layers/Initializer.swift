package import Tensors

/// Starting values of a layer's parameters, from the seeded generator: `.heNormal`, `"heNormal"`,
/// `.constant(0.1)`.
public struct Initializer: Sendable, Equatable, ExpressibleByStringLiteral {
    package enum Kind: Sendable, Equatable {
        case constant(Double)
        /// Variance scale / (inputs, outputs or their mean), uniform, normal or truncated normal.
        case scaled(scale: Double, fan: Fan, shape: Distribution)
        case uniform(Double, Double)
        case normal(mean: Double, std: Double)
        case truncatedNormal(mean: Double, std: Double)
        case orthogonal(gain: Double)
        case identity
        case unknown
    }

    package enum Fan: String, Sendable { case inputs, outputs, mean }
    package enum Distribution: String, Sendable { case uniform, normal, truncated }

    package let kind: Kind
    /// The name, as it is spelled after the dot.
    public let name: String

    package init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// The initialiser with this name, as it is spelled after the dot.
    public init(stringLiteral name: String) {
        self.init(name)
    }

    /// The initialiser with this name; that there is none is an error when the layer gets its sizes.
    public init(_ name: String) {
        self = Initializer.all.first { $0.name == name } ?? Initializer(.unknown, name)
    }

    package static let all: [Initializer] = [
        .zeros, .ones, .glorotUniform, .glorotNormal, .heUniform, .heNormal, .lecunUniform,
        .lecunNormal, .orthogonal, .identity,
    ]

    public static let zeros = Initializer(.constant(0), "zeros")
    public static let ones = Initializer(.constant(1), "ones")
    /// Uniform in ±√(6 / (inputs + outputs)) (Glorot and Bengio 2010).
    public static let glorotUniform = Initializer(
        .scaled(scale: 1, fan: .mean, shape: .uniform), "glorotUniform")
    /// Normal with variance 2 / (inputs + outputs), cut at two standard deviations as Keras' is.
    public static let glorotNormal = Initializer(
        .scaled(scale: 1, fan: .mean, shape: .truncated), "glorotNormal")
    /// Uniform in ±√(6 / inputs) (He et al. 2015).
    public static let heUniform = Initializer(
        .scaled(scale: 2, fan: .inputs, shape: .uniform), "heUniform")
    /// Normal with variance 2 / inputs, cut at two standard deviations as Keras' is.
    public static let heNormal = Initializer(
        .scaled(scale: 2, fan: .inputs, shape: .truncated), "heNormal")
    /// Uniform in ±√(3 / inputs) (LeCun et al. 1998).
    public static let lecunUniform = Initializer(
        .scaled(scale: 1, fan: .inputs, shape: .uniform), "lecunUniform")
    /// Normal with variance 1 / inputs, cut at two standard deviations as Keras' is.
    public static let lecunNormal = Initializer(
        .scaled(scale: 1, fan: .inputs, shape: .truncated), "lecunNormal")
    /// A matrix with orthonormal rows or columns (Saxe et al. 2014).
    public static let orthogonal = orthogonal(gain: 1)
    /// 1 on the diagonal.
    public static let identity = Initializer(.identity, "identity")

    public static func constant(_ value: Double) -> Initializer {
        Initializer(.constant(value), "constant")
    }
    public static func randomUniform(min: Double = -0.05, max: Double = 0.05) -> Initializer {
        Initializer(.uniform(min, max), "randomUniform")
    }
    public static func randomNormal(mean: Double = 0, std: Double = 0.05) -> Initializer {
        Initializer(.normal(mean: mean, std: std), "randomNormal")
    }
    /// Normal, without what lies beyond two standard deviations.
    public static func truncatedNormal(mean: Double = 0, std: Double = 0.05) -> Initializer {
        Initializer(.truncatedNormal(mean: mean, std: std), "truncatedNormal")
    }
    public static func orthogonal(gain: Double) -> Initializer {
        Initializer(.orthogonal(gain: gain), "orthogonal")
    }
}

extension Initializer {
    /// Values for a parameter whose outputs depend on so many inputs each.
    package func values(_ shape: Shape, inputs: Int, outputs: Int) throws -> Tensor {
        switch kind {
        case .constant(let value): return try Initializer.constant(shape, value)
        case .uniform(let low, let high):
            return try Checked.randomUniform(shape, min: low, max: high)
        case .normal(let mean, let std):
            return try Checked.randomNormal(shape, mean: mean, std: std)
        case .truncatedNormal(let mean, let std):
            return try Initializer.truncated(shape, mean: mean, std: std)
        case .scaled(let scale, let fan, let distribution):
            let count: Double =
                switch fan {
                case .inputs: Double(inputs)
                case .outputs: Double(outputs)
                case .mean: (Double(inputs) + Double(outputs)) / 2
                }
            let variance = scale / max(count, 1)
            switch distribution {
            case .uniform:
                let limit = (3 * variance).squareRoot()
                return try Checked.randomUniform(shape, min: -limit, max: limit)
            case .normal:
                return try Checked.randomNormal(shape, mean: 0, std: variance.squareRoot())
            case .truncated:
                // The standard deviation of a normal distribution cut at ±2.
                return try Initializer.truncated(
                    shape, mean: 0, std: variance.squareRoot() / 0.87962566103423978)
            }
        case .orthogonal(let gain): return try Initializer.orthogonal(shape, gain)
        case .identity:
            guard shape.count == 2 else {
                throw TensorError.shape(
                    operation: "identity", expected: "a parameter with two axes", given: shape,
                    help: nil)
            }
            return try Tensor.filled(shape, as: Float.self) { out in
                out.update(repeating: 0)
                for i in 0..<min(shape[0], shape[1]) { out[i * shape[1] + i] = 1 }
            }
        case .unknown:
            throw TensorError.domain(
                operation: "initializer", problem: "no initialiser is named '\(name)'",
                help: "there are " + Initializer.all.map { "." + $0.name }.joined(separator: ", ")
                    + ", .constant(0.1), .randomNormal(std: 0.02), .randomUniform(min: -1, max: 1) "
                    + "and .truncatedNormal(std: 0.02)")
        }
    }

    /// All elements equal.
    package static func constant(_ shape: Shape, _ value: Double) throws -> Tensor {
        try Tensor.filled(shape, as: Float.self) { $0.update(repeating: Float(value)) }
    }

    /// Normal numbers, drawn again where they lie beyond two standard deviations.
    private static func truncated(
        _ shape: Shape, mean: Double, std: Double
    ) throws -> Tensor {
        let first = try Checked.randomNormal(shape, mean: 0, std: 1)
        return try first.withElements(as: Float.self) { draws throws(TensorError) in
            try Tensor.filled(shape, as: Float.self) { out in
                for i in out.indices {
                    var value = Double(draws[i])
                    while abs(value) > 2 { value = RandomGenerator.shared.nextNormal() }
                    out[i] = Float(mean + std * value)
                }
            }
        }
    }

    /// Orthonormal rows or columns by Gram and Schmidt's method on normal numbers.
    private static func orthogonal(_ shape: Shape, _ gain: Double) throws -> Tensor {
        guard shape.count >= 2, let columns = shape.last else {
            throw TensorError.shape(
                operation: "orthogonal", expected: "a parameter with at least two axes",
                given: shape, help: nil)
        }
        let rows = shape.product / max(columns, 1)
        // The shorter side's vectors are made orthonormal along the longer one.
        let (count, length) = (min(rows, columns), max(rows, columns))
        var vectors = (0..<count).map { _ in
            (0..<length).map { _ in RandomGenerator.shared.nextNormal() }
        }
        for i in 0..<count {
            // Twice, for the digits that the first pass loses.
            for _ in 0..<2 {
                for j in 0..<i {
                    let dot = zip(vectors[i], vectors[j]).reduce(0) { $0 + $1.0 * $1.1 }
                    for k in 0..<length { vectors[i][k] -= dot * vectors[j][k] }
                }
            }
            let norm = vectors[i].reduce(0) { $0 + $1 * $1 }.squareRoot()
            for k in 0..<length { vectors[i][k] /= norm }
        }
        return try Tensor.filled(shape, as: Float.self) { out in
            for row in 0..<rows {
                for column in 0..<columns {
                    let value = rows < columns ? vectors[row][column] : vectors[column][row]
                    out[row * columns + column] = Float(gain * value)
                }
            }
        }
    }
}
