import Tensors

/// Stochastic gradient descent, with momentum if wanted; semantics of PyTorch's `SGD`.
///
///     SGD(learningRate: 0.1, momentum: 0.9)
///
/// v ← momentum·v + g, w ← w − learningRate·v; with `nesterov` w ← w − learningRate·(g + momentum·v).
/// `weightDecay` adds weightDecay·w to the gradient.
public final class SGD: Optimizer {
    public let momentum: Double
    public let nesterov: Bool
    public let weightDecay: Double

    public init(
        learningRate: some LearningRate = 0.01, momentum: Double = 0, nesterov: Bool = false,
        weightDecay: Double = 0,
        clipNorm: Double? = nil, clipValue: Double? = nil
    ) {
        self.momentum = momentum
        self.nesterov = nesterov
        self.weightDecay = weightDecay
        super.init(learningRate, clipNorm: clipNorm, clipValue: clipValue)
    }

    override func problem() -> String? {
        if momentum < 0 || momentum >= 1 { return "momentum must lie in 0..<1, given \(momentum)" }
        if nesterov && momentum == 0 { return "nesterov needs a momentum above 0" }
        return weightDecay < 0 ? "weightDecay must not be negative, given \(weightDecay)" : nil
    }

    override func step(_ state: State, _ gradient: Tensor) throws(TensorError) {
        if momentum != 0, state.first == nil {
            state.first = try Optimizer.zeros(like: state.parameter)
        }
        try OptimizerKernels.step(
            OptimizerKernels.SGD(
                learningRate: learningRate, momentum: momentum, weightDecay: weightDecay,
                nesterov: nesterov),
            isFirst: state.steps == 1, state.parameter, gradient, velocity: state.first)
    }
}
