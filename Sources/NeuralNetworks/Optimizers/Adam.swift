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
        learningRate: some LearningRate = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0,
        clipNorm: Double? = nil, clipValue: Double? = nil
    ) {
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        super.init(learningRate, clipNorm: clipNorm, clipValue: clipValue)
    }

    /// Whether weight decay acts on the weights and not through the gradient.
    var isDecoupled: Bool { false }

    override func problem() -> String? {
        Optimizer.share("beta1", beta1) ?? Optimizer.share("beta2", beta2)
            ?? Optimizer.atLeastZero("epsilon", epsilon)
            ?? Optimizer.atLeastZero("weightDecay", weightDecay)
    }

    override func step(_ state: State, _ gradient: Tensor) throws(TensorError) {
        try Optimizer.prepare(state, second: true)
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
        learningRate: some LearningRate = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0.01,
        clipNorm: Double? = nil, clipValue: Double? = nil
    ) {
        super.init(
            learningRate: learningRate, beta1: beta1, beta2: beta2, epsilon: epsilon,
            weightDecay: weightDecay, clipNorm: clipNorm, clipValue: clipValue)
    }

    override var isDecoupled: Bool { true }
}
