import Tensors

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Adam with Nesterov's momentum (Dozat 2016); semantics of PyTorch's `NAdam`.
///
///     Nadam(learningRate: 2e-3)
public final class Nadam: Optimizer {
    public let beta1: Double
    public let beta2: Double
    public let epsilon: Double
    public let weightDecay: Double
    public let momentumDecay: Double

    public init(
        learningRate: some LearningRate = 2e-3, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0, momentumDecay: Double = 4e-3,
        clipNorm: Double? = nil, clipValue: Double? = nil
    ) {
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        self.momentumDecay = momentumDecay
        super.init(learningRate, clipNorm: clipNorm, clipValue: clipValue)
    }

    override func problem() -> String? {
        Optimizer.share("beta1", beta1) ?? Optimizer.share("beta2", beta2)
            ?? Optimizer.atLeastZero("epsilon", epsilon)
            ?? Optimizer.atLeastZero("weightDecay", weightDecay)
    }

    override func step(_ state: State, _ gradient: Tensor) throws(TensorError) {
        try Optimizer.prepare(state, second: true)
        guard let m = state.first, let v = state.second else { return }
        let step = Double(state.steps)
        func momentum(_ step: Double) -> Double {
            beta1 * (1 - 0.5 * pow(0.96, step * momentumDecay))
        }
        let (now, next) = (momentum(step), momentum(step + 1))
        state.scalar *= now
        try OptimizerKernels.nadam(
            state.parameter, gradient, m: m, v: v,
            gradientRate: learningRate * (1 - now) / (1 - state.scalar),
            momentRate: learningRate * next / (1 - state.scalar * next),
            correction: 1 - pow(beta2, step), beta1: beta1, beta2: beta2, epsilon: epsilon,
            weightDecay: weightDecay, decoupledDecay: 0)
    }
}

/// Adam by the greatest gradient instead of the mean square (Kingma and Ba 2015); semantics of
/// PyTorch's `Adamax`.
///
///     Adamax(learningRate: 2e-3)
public final class Adamax: Optimizer {
    public let beta1: Double
    public let beta2: Double
    public let epsilon: Double
    public let weightDecay: Double

    public init(
        learningRate: some LearningRate = 2e-3, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 0, clipNorm: Double? = nil,
        clipValue: Double? = nil
    ) {
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        super.init(learningRate, clipNorm: clipNorm, clipValue: clipValue)
    }

    override func problem() -> String? {
        Optimizer.share("beta1", beta1) ?? Optimizer.share("beta2", beta2)
            ?? Optimizer.atLeastZero("epsilon", epsilon)
            ?? Optimizer.atLeastZero("weightDecay", weightDecay)
    }

    override func step(_ state: State, _ gradient: Tensor) throws(TensorError) {
        try Optimizer.prepare(state, second: true)
        guard let m = state.first, let u = state.second else { return }
        try OptimizerKernels.adamax(
            state.parameter, gradient, m: m, u: u,
            rate: learningRate / (1 - pow(beta1, Double(state.steps))), beta1: beta1,
            beta2: beta2, epsilon: epsilon, weightDecay: weightDecay)
    }
}

/// Steps of one length, up or down (Chen et al. 2023).
///
///     Lion(learningRate: 1e-4, weightDecay: 0.1)
public final class Lion: Optimizer {
    public let beta1: Double
    public let beta2: Double
    public let weightDecay: Double

    public init(
        learningRate: some LearningRate = 1e-4, beta1: Double = 0.9, beta2: Double = 0.99,
        weightDecay: Double = 0, clipNorm: Double? = nil, clipValue: Double? = nil
    ) {
        self.beta1 = beta1
        self.beta2 = beta2
        self.weightDecay = weightDecay
        super.init(learningRate, clipNorm: clipNorm, clipValue: clipValue)
    }

    override func problem() -> String? {
        Optimizer.share("beta1", beta1) ?? Optimizer.share("beta2", beta2)
            ?? Optimizer.atLeastZero("weightDecay", weightDecay)
    }

    override func step(_ state: State, _ gradient: Tensor) throws(TensorError) {
        try Optimizer.prepare(state, second: false)
        guard let m = state.first else { return }
        try OptimizerKernels.lion(
            state.parameter, gradient, m: m, rate: learningRate, beta1: beta1, beta2: beta2,
            weightDecay: weightDecay)
    }
}

/// Adam with a step for each layer that is as long as its weights (You et al. 2020), for very large
/// batches.
///
///     LAMB(learningRate: 2e-3, weightDecay: 0.01)
///
/// r = m̂ / (√v̂ + ε) + weightDecay·w, w ← w − learningRate·(|w| / |r|)·r, the norms over a whole
/// parameter; their ratio is 1 where one of them is 0.
public final class LAMB: Optimizer {
    public let beta1: Double
    public let beta2: Double
    public let epsilon: Double
    public let weightDecay: Double

    public init(
        learningRate: some LearningRate = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-6, weightDecay: Double = 0, clipNorm: Double? = nil,
        clipValue: Double? = nil
    ) {
        self.beta1 = beta1
        self.beta2 = beta2
        self.epsilon = epsilon
        self.weightDecay = weightDecay
        super.init(learningRate, clipNorm: clipNorm, clipValue: clipValue)
    }

    override func problem() -> String? {
        Optimizer.share("beta1", beta1) ?? Optimizer.share("beta2", beta2)
            ?? Optimizer.atLeastZero("epsilon", epsilon)
            ?? Optimizer.atLeastZero("weightDecay", weightDecay)
    }

    override func step(_ state: State, _ gradient: Tensor) throws(TensorError) {
        try Optimizer.prepare(state, second: true)
        guard let m = state.first, let v = state.second else { return }
        try OptimizerKernels.lamb(
            state.parameter, gradient, m: m, v: v, rate: learningRate, beta1: beta1, beta2: beta2,
            epsilon: epsilon, weightDecay: weightDecay, step: state.steps)
    }
}
