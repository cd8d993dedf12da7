import Tensors

/// Adam (Kingma and Ba 2015); semantics of PyTorch's `Adam`.
///
///     Adam(learningRate: 1e-3)
///
/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − learningRate·m̂ / (√v̂ + ε), with m̂ and v̂
/// corrected for their start at zero. `weightDecay` adds weightDecay·w to the gradient.
public class Adam: Optimizer {
    public let beta1: Double
    public let beta2: Double
    public let epsilon: Double
    public let weightDecay: Double

    public init(
        learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0
    ) {
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        super.init(learningRate: learningRate)
    }

    /// Whether weight decay acts on the weights and not through the gradient.
    var isDecoupled: Bool { false }

    override func problem() -> String? {
        if beta1 < 0 || beta1 >= 1 { return "beta1 must lie in 0..<1, given \(beta1)" }
        if beta2 < 0 || beta2 >= 1 { return "beta2 must lie in 0..<1, given \(beta2)" }
        if epsilon < 0 { return "epsilon must not be negative, given \(epsilon)" }
        return weightDecay < 0 ? "weightDecay must not be negative, given \(weightDecay)" : nil
    }

    override func step(_ state: State, _ gradient: Tensor) throws(TensorError) {
        if state.first == nil {
            state.first = try Optimizer.zeros(like: state.parameter)
            state.second = try Optimizer.zeros(like: state.parameter)
        }
        guard let m = state.first, let v = state.second else { return }
        try OptimizerKernels.step(
            OptimizerKernels.Adam(
                learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
                weightDecay: weightDecay, isDecoupled: isDecoupled, step: state.steps),
            state.parameter, gradient, m: m, v: v)
    }
}

/// Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019); semantics of
/// PyTorch's `AdamW`: w ← w − learningRate·weightDecay·w before each step.
public final class AdamW: Adam {
    public override init(
        learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0.01
    ) {
        super.init(
            learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
            weightDecay: weightDecay)
    }

    override var isDecoupled: Bool { true }
}
