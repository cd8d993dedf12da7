package import Tensors

/// What `fit` adds to the loss for a layer's weights: `.l2(1e-4)`.
///
///     Dense(64, kernelRegularizer: .l2(1e-4))
public struct Regularizer: Sendable, Equatable {
    /// The factor of Σ|w|.
    public let l1: Double
    /// The factor of Σw².
    public let l2: Double

    /// l1·Σ|w|.
    public static func l1(_ factor: Double) -> Regularizer { Regularizer(l1: factor, l2: 0) }
    /// l2·Σw², as Keras has it.
    public static func l2(_ factor: Double) -> Regularizer { Regularizer(l1: 0, l2: factor) }
    /// l1·Σ|w| + l2·Σw².
    public static func l1l2(l1: Double = 0.01, l2: Double = 0.01) -> Regularizer {
        Regularizer(l1: l1, l2: l2)
    }

    /// The penalty for a parameter.
    package func penalty(_ weight: Tensor) throws(TensorError) -> Tensor {
        if l1 == 0 { return try (Term(weight).squared().sum() * l2).tensor }
        let first = try Term(weight).abs().sum() * l1
        return l2 == 0 ? first.tensor : try (first + Term(weight).squared().sum() * l2).tensor
    }
}

/// What a layer's weights are made to obey after each update: `.maxNorm(3)`, `.nonNegative`.
public struct Constraint: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        case maxNorm(Double)
        case unitNorm
        case nonNegative
        case clip(Double, Double)
    }

    package let kind: Kind

    /// Each unit's weights have a norm of at most so much (Srivastava et al. 2014).
    public static func maxNorm(_ norm: Double) -> Constraint { Constraint(kind: .maxNorm(norm)) }
    /// Each unit's weights have norm 1.
    public static let unitNorm = Constraint(kind: .unitNorm)
    /// No weight is below 0.
    public static let nonNegative = Constraint(kind: .nonNegative)
    /// All weights lie in a range, as Wasserstein networks want it.
    public static func clipped(min: Double, max: Double) -> Constraint {
        Constraint(kind: .clip(min, max))
    }

    /// The weights that obey.
    package func obeying(_ weight: Tensor) throws(TensorError) -> Tensor {
        switch kind {
        case .nonNegative: return try Checked.relu(weight)
        case .clip(let low, let high): return try Checked.clipped(weight, min: low, max: high)
        case .maxNorm, .unitNorm:
            // All axes but the last, which counts the units.
            let axes = Array(0..<max(weight.rank - 1, 1))
            let norm = try Term(weight).squared().sum(axes, keepDims: true).sqrt()
            if case .maxNorm(let most) = kind {
                return try (Term(weight) * (norm.clipped(min: 0, max: most) / (norm + 1e-7))).tensor
            }
            return try (Term(weight) / (norm + 1e-7)).tensor
        }
    }
}

/// What a layer with weights and a bias can be told about them.
package struct KernelOptions: Sendable {
    package var kernelInitializer: Initializer
    package var biasInitializer: Initializer
    package var kernelRegularizer: Regularizer?
    package var kernelConstraint: Constraint?

    package init(
        _ kernel: Initializer = .glorotUniform, bias: Initializer = .zeros,
        regularizer: Regularizer? = nil, constraint: Constraint? = nil
    ) {
        kernelInitializer = kernel
        biasInitializer = bias
        kernelRegularizer = regularizer
        kernelConstraint = constraint
    }
}
