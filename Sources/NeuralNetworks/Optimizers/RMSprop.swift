import Tensors

/// RMSprop (Tieleman and Hinton 2012); semantics of PyTorch's `RMSprop`.
///
///     RMSprop(learningRate: 1e-3)
///
/// s ← decay·s + (1 − decay)·g², w ← w − learningRate·g / (√s + ε), through a velocity where
/// momentum is not 0.
public final class RMSprop: Optimizer {
    public let decay: Double
    public let epsilon: Double
    public let momentum: Double
    public let weightDecay: Double

    public init(
        learningRate: some LearningRate = 0.01, decay: Double = 0.99, epsilon: Double = 1e-8,
        momentum: Double = 0, weightDecay: Double = 0,
        clipNorm: Double? = nil, clipValue: Double? = nil
    ) {
        self.decay = decay
        self.epsilon = epsilon
        self.momentum = momentum
        self.weightDecay = weightDecay
        super.init(learningRate, clipNorm: clipNorm, clipValue: clipValue)
    }

    override func problem() -> String? {
        if decay < 0 || decay >= 1 { return "decay must lie in 0..<1, given \(decay)" }
        if momentum < 0 || momentum >= 1 { return "momentum must lie in 0..<1, given \(momentum)" }
        if epsilon < 0 { return "epsilon must not be negative, given \(epsilon)" }
        return weightDecay < 0 ? "weightDecay must not be negative, given \(weightDecay)" : nil
    }

    override func step(_ state: State, _ gradient: Tensor) throws(TensorError) {
        if state.first == nil { state.first = try Optimizer.zeros(like: state.parameter) }
        guard let square = state.first else { return }
        if momentum != 0, state.second == nil {
            state.second = try Optimizer.zeros(like: state.parameter)
        }
        try OptimizerKernels.step(
            OptimizerKernels.RMSprop(
                learningRate: learningRate, decay: decay, epsilon: epsilon, momentum: momentum,
                weightDecay: weightDecay),
            state.parameter, gradient, square: square, velocity: state.second)
    }
}
