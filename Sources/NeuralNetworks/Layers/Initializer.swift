package import Tensors

/// Starting values of parameters, from the seeded generator.
package enum Initializer {
    /// Uniform in ±√(6 / (inputs + outputs)) (Glorot and Bengio 2010).
    package static func glorotUniform(
        _ shape: Shape, inputs: Int, outputs: Int
    ) throws -> Tensor {
        let limit = (6 / Double(inputs + outputs)).squareRoot()
        return try Checked.randomUniform(shape, min: -limit, max: limit)
    }

    /// Normal with mean 0 and a standard deviation.
    package static func normal(_ shape: Shape, std: Double) throws -> Tensor {
        try Checked.randomNormal(shape, mean: 0, std: std)
    }

    /// All elements equal.
    package static func constant(_ shape: Shape, _ value: Double) throws -> Tensor {
        try Tensor.filled(shape, as: Float.self) { $0.update(repeating: Float(value)) }
    }
}
