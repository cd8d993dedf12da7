import Tensors

/// Adagrad (Duchi, Hazan and Singer 2011); semantics of PyTorch's `Adagrad`.
///
///     Adagrad(learningRate: 0.01)
///
/// s ← s + g², w ← w − learningRate·g / (√s + ε).
public final class Adagrad: Optimizer {
    public let epsilon: Double
    public let initialAccumulator: Double
    public let weightDecay: Double

    public init(
        learningRate: some LearningRate = 0.01, epsilon: Double = 1e-10,
        initialAccumulator: Double = 0, weightDecay: Double = 0, clipNorm: Double? = nil,
        clipValue: Double? = nil
    ) {
        self.epsilon = epsilon
        self.initialAccumulator = initialAccumulator
        self.weightDecay = weightDecay
        super.init(learningRate, clipNorm: clipNorm, clipValue: clipValue)
    }

    override func problem() -> String? {
        Optimizer.atLeastZero("epsilon", epsilon)
            ?? Optimizer.atLeastZero("initialAccumulator", initialAccumulator)
            ?? Optimizer.atLeastZero("weightDecay", weightDecay)
    }

    override func step(_ state: State, _ gradient: Tensor) throws(TensorError) {
        if state.first == nil {
            let value = state.parameter.value
            state.first = try Checked.full(
                value.shape, value: initialAccumulator, dtype: value.dtype)
        }
        guard let square = state.first else { return }
        try OptimizerKernels.adagrad(
            state.parameter, gradient, square: square, rate: learningRate, epsilon: epsilon,
            weightDecay: weightDecay)
    }
}

/// Adadelta (Zeiler 2012); semantics of PyTorch's `Adadelta`.
///
///     Adadelta()
///
/// Steps are the running root mean square of past steps over that of the gradients.
public final class Adadelta: Optimizer {
    public let decay: Double
    public let epsilon: Double
    public let weightDecay: Double

    public init(
        learningRate: some LearningRate = 1.0, decay: Double = 0.9, epsilon: Double = 1e-6,
        weightDecay: Double = 0, clipNorm: Double? = nil, clipValue: Double? = nil
    ) {
        self.decay = decay
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        super.init(learningRate, clipNorm: clipNorm, clipValue: clipValue)
    }

    override func problem() -> String? {
        Optimizer.share("decay", decay) ?? Optimizer.atLeastZero("epsilon", epsilon)
            ?? Optimizer.atLeastZero("weightDecay", weightDecay)
    }

    override func step(_ state: State, _ gradient: Tensor) throws(TensorError) {
        try Optimizer.prepare(state, second: true)
        guard let square = state.first, let update = state.second else { return }
        try OptimizerKernels.adadelta(
            state.parameter, gradient, square: square, update: update, rate: learningRate,
            decay: decay, epsilon: epsilon, weightDecay: weightDecay)
    }
}
