internal import Language
internal import NeuralNetworks
internal import Tensors

extension LearningRateSchedule: CellObject {}

/// A learning rate as a cell gives it: a number or a schedule.
struct GivenRate: LearningRate {
    let schedule: LearningRateSchedule?
    let initialRate: Double

    init(_ rate: any LearningRate) {
        schedule = rate.schedule
        initialRate = rate.initialRate
    }
}

/// Optimizers and schedules of their learning rates.
func declareOptimizers(_ table: DeclarationTable) {
    declareSchedules(table)
    let optimizer = Binder.protocol(table, "Optimizer", "What changes a model's parameters along a gradient.", "let optimizer: any Optimizer = Adam(learningRate: 1e-3)\nprint(optimizer.learningRate)")
    /// A settable property of every optimizer.
    func property<Value: CellValue>(_ text: String, _ words: String, _ example: String, _ get: @escaping (Optimizer) -> Value, _ set: @escaping (Optimizer, Value) throws -> Void) {
        optimizer.accessors(
            text, words, example, get: NativeFunction(text) { (optimizer: OptimizerArgument) -> Value in get(optimizer.optimizer) },
            set: NativeFunction(text) { (optimizer: OptimizerArgument, value: Value) -> CellVoid in
                try set(optimizer.optimizer, value)
                return CellVoid()
            })
    }
    property("var learningRate: Double { get set }", "The length of a step; setting it ends a schedule.", "let sgd = SGD(learningRate: 0.1)\nsgd.learningRate = 0.01\nprint(sgd.learningRate)", { $0.learningRate }, { $0.learningRate = $1 })
    property("var clipNorm: Double? { get set }", "The most that the norm of all gradients together may be.", "let adam = Adam()\nadam.clipNorm = 1\nprint(adam.clipNorm ?? 0)", { $0.clipNorm }, { $0.clipNorm = $1 })
    property("var clipValue: Double? { get set }", "The most that an element of a gradient may be, up or down.", "let adam = Adam()\nadam.clipValue = 0.5\nprint(adam.clipValue ?? 0)", { $0.clipValue }, { $0.clipValue = $1 })
    property("var gradientAccumulation: Int { get set }", "How many calls of `update` make one update, of the mean of their gradients.", "let adam = Adam()\nadam.gradientAccumulation = 4\nprint(adam.gradientAccumulation)", { $0.gradientAccumulation }, { $0.gradientAccumulation = $1 })
    optimizer("var stepCount: Int { get }", "The number of updates made.", "print(Adam().stepCount)") { (optimizer: OptimizerArgument) -> Int in optimizer.optimizer.stepCount }
    optimizer.raw("func update<M: Layer>(_ model: inout M, along gradient: ModelGradient)", "One step of every parameter of the model along its gradient.", "var model = Dense(1)\nlet sgd = SGD(learningRate: 0.1)\nlet g = gradient(at: model) { model in model(Tensor.ones(2, 3)).sum() }\nsgd.update(&model, along: g)\nprint(model.bias)", isInout: [false, true, false]) { frame in
        let optimizer = try OptimizerArgument.load(UnsafePointer(frame.arguments)).optimizer
        try optimizer.update(along: ModelGradient.load(UnsafePointer(frame.arguments + 2)))
    }

    func type(_ name: String, _ documentation: String, _ example: String) -> Binder {
        table.conform(name, to: "Optimizer")
        return Binder.type(table, OptimizerValue.self, "final class \(name)", documentation, example, describe: { "\(name)(learningRate: \($0.optimizer.learningRate))" })
    }
    let clipping = "clipNorm: Double? = nil, clipValue: Double? = nil"
    /// The two initialisers of an optimizer: with a number, and with a schedule, as learning rate.
    func both<each A: CellValue>(_ binder: Binder, _ name: String, rate: String, _ parameters: String, _ make: @escaping (GivenRate, repeat each A) -> Optimizer) {
        binder("init(learningRate: Double = \(rate), \(parameters))", "The optimizer.", "print(\(name)(learningRate: \(rate)))") { (rate: Double, arguments: repeat each A) -> OptimizerValue in OptimizerValue(optimizer: make(GivenRate(rate), repeat each arguments)) }
        binder("init(learningRate: LearningRateSchedule, \(parameters))", "The optimizer, with a learning rate that changes.", "print(\(name)(learningRate: .exponentialDecay(initial: \(rate), factor: 0.99)))") { (rate: LearningRateSchedule, arguments: repeat each A) -> OptimizerValue in OptimizerValue(optimizer: make(GivenRate(rate), repeat each arguments)) }
    }
    both(type("SGD", "Stochastic gradient descent with momentum, as PyTorch's.", "print(SGD(learningRate: 0.1, momentum: 0.9))"), "SGD", rate: "0.01", "momentum: Double = 0, nesterov: Bool = false, weightDecay: Double = 0, \(clipping)") { (rate, momentum: Double, nesterov: Bool, decay: Double, norm: Double?, value: Double?) in
        SGD(learningRate: rate, momentum: momentum, nesterov: nesterov, weightDecay: decay, clipNorm: norm, clipValue: value)
    }
    let moments = "beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8"
    both(type("Adam", "Adaptive moments (Kingma and Ba 2015).", "print(Adam(learningRate: 1e-3))"), "Adam", rate: "1e-3", "\(moments), weightDecay: Double = 0, \(clipping)") { (rate, beta1: Double, beta2: Double, epsilon: Double, decay: Double, norm: Double?, value: Double?) in
        Adam(learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: decay, clipNorm: norm, clipValue: value)
    }
    both(type("AdamW", "Adam with decoupled weight decay (Loshchilov and Hutter 2019).", "print(AdamW(learningRate: 1e-3))"), "AdamW", rate: "1e-3", "\(moments), weightDecay: Double = 0.01, \(clipping)") { (rate, beta1: Double, beta2: Double, epsilon: Double, decay: Double, norm: Double?, value: Double?) in
        AdamW(learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: decay, clipNorm: norm, clipValue: value)
    }
    both(type("RMSprop", "Steps divided by a running root mean square of the gradient (Tieleman and Hinton 2012).", "print(RMSprop(learningRate: 1e-3))"), "RMSprop", rate: "0.01", "decay: Double = 0.99, epsilon: Double = 1e-8, momentum: Double = 0, weightDecay: Double = 0, \(clipping)") { (rate, decay: Double, epsilon: Double, momentum: Double, weightDecay: Double, norm: Double?, value: Double?) in
        RMSprop(learningRate: rate, decay: decay, epsilon: epsilon, momentum: momentum, weightDecay: weightDecay, clipNorm: norm, clipValue: value)
    }
    both(type("Adagrad", "Steps divided by the root of all squared gradients so far (Duchi et al. 2011).", "print(Adagrad(learningRate: 0.01))"), "Adagrad", rate: "0.01", "epsilon: Double = 1e-10, initialAccumulator: Double = 0, weightDecay: Double = 0, \(clipping)") { (rate, epsilon: Double, initial: Double, decay: Double, norm: Double?, value: Double?) in
        Adagrad(learningRate: rate, epsilon: epsilon, initialAccumulator: initial, weightDecay: decay, clipNorm: norm, clipValue: value)
    }
    both(type("Adadelta", "Steps in proportion to past steps over past gradients (Zeiler 2012).", "print(Adadelta())"), "Adadelta", rate: "1.0", "decay: Double = 0.9, epsilon: Double = 1e-6, weightDecay: Double = 0, \(clipping)") { (rate, decay: Double, epsilon: Double, weightDecay: Double, norm: Double?, value: Double?) in
        Adadelta(learningRate: rate, decay: decay, epsilon: epsilon, weightDecay: weightDecay, clipNorm: norm, clipValue: value)
    }
    both(type("Adamax", "Adam by the greatest gradient instead of the mean square (Kingma and Ba 2015).", "print(Adamax())"), "Adamax", rate: "2e-3", "\(moments), weightDecay: Double = 0, \(clipping)") { (rate, beta1: Double, beta2: Double, epsilon: Double, decay: Double, norm: Double?, value: Double?) in
        Adamax(learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: decay, clipNorm: norm, clipValue: value)
    }
    both(type("Nadam", "Adam with Nesterov's momentum (Dozat 2016), as PyTorch's NAdam.", "print(Nadam())"), "Nadam", rate: "2e-3", "\(moments), weightDecay: Double = 0, momentumDecay: Double = 4e-3, \(clipping)") { (rate, beta1: Double, beta2: Double, epsilon: Double, decay: Double, momentum: Double, norm: Double?, value: Double?) in
        Nadam(learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: decay, momentumDecay: momentum, clipNorm: norm, clipValue: value)
    }
    both(type("LAMB", "Adam with a step for each layer that is as long as its weights (You et al. 2020).", "print(LAMB())"), "LAMB", rate: "1e-3", "beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-6, weightDecay: Double = 0, \(clipping)") { (rate, beta1: Double, beta2: Double, epsilon: Double, decay: Double, norm: Double?, value: Double?) in
        LAMB(learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: decay, clipNorm: norm, clipValue: value)
    }
    both(type("Lion", "Steps of one length, up or down (Chen et al. 2023).", "print(Lion())"), "Lion", rate: "1e-4", "beta1: Double = 0.9, beta2: Double = 0.99, weightDecay: Double = 0, \(clipping)") { (rate, beta1: Double, beta2: Double, decay: Double, norm: Double?, value: Double?) in
        Lion(learningRate: rate, beta1: beta1, beta2: beta2, weightDecay: decay, clipNorm: norm, clipValue: value)
    }
}

private func declareSchedules(_ table: DeclarationTable) {
    let schedule = Binder.type(table, LearningRateSchedule.self, "struct LearningRateSchedule", "A learning rate that changes with the number of updates, from 0.", "print(Adam(learningRate: .cosineDecay(initial: 1e-3, steps: 1000)))", describe: { $0.description })
    func show(_ text: String) -> String { "let rate: LearningRateSchedule = \(text)\nprint(rate(0), rate(50))" }
    schedule("init(_ rate: @escaping (Int) throws -> Double)", "A schedule of one's own: the rate for the update with a number.", "let rate = LearningRateSchedule { step in 0.1 / Double(step + 1) }\nprint(rate(3))") { (rate: CellClosure<Double, Int>) -> LearningRateSchedule in
        let body = UncheckedClosure(rate)
        return LearningRateSchedule("custom") { try body.closure($0) }
    }
    schedule("func callAsFunction(_ step: Int) -> Double", "The rate of the update with that number, from 0.", show(".constant(0.1)")) { (schedule: LearningRateSchedule, step: Int) throws -> Double in try schedule.checkedRate(at: step) }
    schedule("static func constant(_ rate: Double) -> LearningRateSchedule", "The same rate always.", show(".constant(0.1)")) { (rate: Double) -> LearningRateSchedule in .constant(rate) }
    schedule("static func stepDecay(initial: Double, factor: Double = 0.1, every steps: Int) -> LearningRateSchedule", "initial · factor^⌊step / every⌋.", show(".stepDecay(initial: 0.1, factor: 0.5, every: 20)")) { (initial: Double, factor: Double, steps: Int) -> LearningRateSchedule in .stepDecay(initial: initial, factor: factor, every: steps) }
    schedule("static func exponentialDecay(initial: Double, factor: Double, every steps: Int = 1, staircase: Bool = false) -> LearningRateSchedule", "initial · factor^(step / every).", show(".exponentialDecay(initial: 0.1, factor: 0.99)")) { (initial: Double, factor: Double, steps: Int, stairs: Bool) -> LearningRateSchedule in .exponentialDecay(initial: initial, factor: factor, every: steps, staircase: stairs) }
    schedule("static func cosineDecay(initial: Double, steps: Int, minimum: Double = 0, warmup: Int = 0) -> LearningRateSchedule", "Down along half a cosine, after a warm-up if wanted.", show(".cosineDecay(initial: 0.1, steps: 100)")) { (initial: Double, steps: Int, minimum: Double, warmup: Int) -> LearningRateSchedule in .cosineDecay(initial: initial, steps: steps, minimum: minimum, warmup: warmup) }
    schedule("static func cosineRestarts(initial: Double, steps: Int, factor: Double = 1, minimum: Double = 0) -> LearningRateSchedule", "Down along cosines that begin anew.", show(".cosineRestarts(initial: 0.1, steps: 20, factor: 2)")) { (initial: Double, steps: Int, factor: Double, minimum: Double) -> LearningRateSchedule in .cosineRestarts(initial: initial, steps: steps, factor: factor, minimum: minimum) }
    schedule("static func polynomialDecay(initial: Double, final: Double = 0, steps: Int, power: Double = 1) -> LearningRateSchedule", "From one rate to another with (1 − step/steps)^power.", show(".polynomialDecay(initial: 0.1, steps: 100)")) { (initial: Double, final: Double, steps: Int, power: Double) -> LearningRateSchedule in .polynomialDecay(initial: initial, final: final, steps: steps, power: power) }
    schedule("static func inverseTimeDecay(initial: Double, factor: Double, every steps: Int = 1) -> LearningRateSchedule", "initial / (1 + factor · step / every).", show(".inverseTimeDecay(initial: 0.1, factor: 0.1)")) { (initial: Double, factor: Double, steps: Int) -> LearningRateSchedule in .inverseTimeDecay(initial: initial, factor: factor, every: steps) }
    schedule("static func piecewise(_ rates: [Double], boundaries: [Int]) -> LearningRateSchedule", "rates[i] until update boundaries[i].", show(".piecewise([0.1, 0.01], boundaries: [20])")) { (rates: [Double], boundaries: [Int]) -> LearningRateSchedule in .piecewise(rates, boundaries: boundaries) }
    schedule("static func warmup(steps: Int, then schedule: LearningRateSchedule) -> LearningRateSchedule", "Rises in a line to the first rate of another schedule, then follows it.", show(".warmup(steps: 10, then: .constant(0.1))")) { (steps: Int, then: LearningRateSchedule) -> LearningRateSchedule in .warmup(steps: steps, then: then) }
    schedule("static func oneCycle(maximum: Double, steps: Int, warmup: Double = 0.3, divisor: Double = 25, finalDivisor: Double = 1e4) -> LearningRateSchedule", "Up to a maximum and down to almost nothing (Smith and Topin 2018; PyTorch's OneCycleLR).", show(".oneCycle(maximum: 0.1, steps: 100)")) { (maximum: Double, steps: Int, warmup: Double, divisor: Double, final: Double) -> LearningRateSchedule in .oneCycle(maximum: maximum, steps: steps, warmup: warmup, divisor: divisor, finalDivisor: final) }
    schedule("static func transformer(dimensions: Int, warmup: Int = 4000, scale: Double = 1) -> LearningRateSchedule", "The Transformer's own schedule (Vaswani et al. 2017).", show(".transformer(dimensions: 128)")) { (dimensions: Int, warmup: Int, scale: Double) -> LearningRateSchedule in .transformer(dimensions: dimensions, warmup: warmup, scale: scale) }
}
