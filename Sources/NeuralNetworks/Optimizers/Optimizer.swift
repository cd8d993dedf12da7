package import Tensors

/// Changes parameters along a gradient so that the loss falls.
///
///     let optimizer = Adam(learningRate: 1e-3)
///     optimizer.update(&model, along: gradient)
///
/// What an optimizer remembers about a parameter it keeps by the parameter's identity, so one
/// optimizer can serve a model while its layers come and go.
public class Optimizer {
    @exclusivity(unchecked) private var rate: Double
    /// The length of a step; with a ``schedule`` that of the last one. Setting it ends the schedule.
    public var learningRate: Double {
        get { rate }
        set {
            rate = newValue
            schedule = nil
        }
    }
    /// What gives the learning rate for each update; nil where it is a number.
    @exclusivity(unchecked) public var schedule: LearningRateSchedule?
    /// The most that the norm of all gradients together may be; they are scaled down to it
    /// (PyTorch's `clip_grad_norm_`, Keras' `global_clipnorm`). nil for no bound.
    @exclusivity(unchecked) public var clipNorm: Double?
    /// The most that an element of a gradient may be, up or down. nil for no bound.
    @exclusivity(unchecked) public var clipValue: Double?
    /// The number of calls of `update` whose gradients are averaged for one update: batches that do
    /// not fit into memory, one after the other.
    @exclusivity(unchecked) public var gradientAccumulation = 1
    /// Whoever made the optimizer may note here how.
    package var origin: AnyObject?
    /// The number of updates made.
    @exclusivity(unchecked) public package(set) var stepCount = 0
    /// Gradients that wait for their update, and how many there are.
    @exclusivity(unchecked) private var waiting: [Tensor] = []
    @exclusivity(unchecked) private var waitingCount = 0

    /// What is remembered about one parameter.
    package final class State {
        package let parameter: Parameter
        /// Number of updates of this parameter.
        @exclusivity(unchecked) package var steps = 0
        @exclusivity(unchecked) package var first: Tensor?
        @exclusivity(unchecked) package var second: Tensor?
        /// A number beside the tensors, such as Nadam's product of momenta.
        @exclusivity(unchecked) package var scalar = 1.0

        init(_ parameter: Parameter) {
            self.parameter = parameter
        }
    }

    /// States in the order of the last update, and all of them by parameter.
    @exclusivity(unchecked) private var states: [State] = []
    @exclusivity(unchecked) private var table: [ObjectIdentifier: State] = [:]

    init(_ learningRate: any LearningRate, clipNorm: Double?, clipValue: Double?) {
        rate = learningRate.initialRate
        schedule = learningRate.schedule
        self.clipNorm = clipNorm
        self.clipValue = clipValue
    }

    /// What is wrong with the settings, in words; checked before the first step.
    func problem() -> String? { nil }

    /// One step for one parameter.
    func step(_ state: State, _ gradient: Tensor) throws(TensorError) {}

    /// Updates parameters, each along the gradient at the same position.
    ///
    /// With ``gradientAccumulation`` above 1 only each so many-th call changes the parameters.
    package final func update(_ parameters: [Parameter], along gradients: [Tensor]) throws {
        var gradients = gradients
        if gradientAccumulation > 1 {
            guard let sum = try accumulated(gradients) else { return }
            gradients = sum
        }
        if let schedule { rate = try schedule.checkedRate(at: stepCount) }
        if stepCount == 0 || schedule != nil { try validate() }
        if !matches(parameters) { align(parameters) }
        if clipNorm != nil || clipValue != nil { gradients = try clipped(gradients) }
        for index in states.indices {
            let state = states[index]
            guard state.parameter.trainable else { continue }
            state.steps += 1
            try step(state, gradients[index])
            if let constraint = state.parameter.constraint {
                state.parameter.value = try constraint(state.parameter.value)
            }
        }
        stepCount += 1
    }

    /// The mean of the gradients that have waited, when they are enough.
    private func accumulated(_ gradients: [Tensor]) throws(TensorError) -> [Tensor]? {
        if waiting.count == gradients.count, waitingCount > 0 {
            for index in waiting.indices {
                waiting[index] = try Checked.add(waiting[index], gradients[index])
            }
            waitingCount += 1
        } else {
            waiting = gradients
            waitingCount = 1
        }
        guard waitingCount >= gradientAccumulation else { return nil }
        let share = 1 / Double(waitingCount)
        var result: [Tensor] = []
        for gradient in waiting { result.append(try Checked.multiply(gradient, .real(share))) }
        (waiting, waitingCount) = ([], 0)
        return result
    }

    private func clipped(_ gradients: [Tensor]) throws(TensorError) -> [Tensor] {
        var result = gradients
        if let clipValue {
            for index in result.indices {
                result[index] = try Checked.clipped(result[index], min: -clipValue, max: clipValue)
            }
        }
        if let clipNorm { result = try GradientClipping.byNorm(result, clipNorm) }
        return result
    }

    package final func validate() throws(TensorError) {
        let name = String(describing: type(of: self))
        func failure(_ problem: String) -> TensorError {
            .domain(operation: name, problem: problem, help: nil)
        }
        guard learningRate >= 0, learningRate.isFinite else {
            throw failure(
                "the learning rate must be a positive number, given \(learningRate)"
                    + (schedule.map { " by the schedule '\($0.name)'" } ?? ""))
        }
        if let clipNorm, !(clipNorm > 0) {
            throw failure("clipNorm must be above 0, given \(clipNorm)")
        }
        if let clipValue, !(clipValue > 0) {
            throw failure("clipValue must be above 0, given \(clipValue)")
        }
        guard gradientAccumulation > 0 else {
            throw failure("gradientAccumulation must be at least 1, given \(gradientAccumulation)")
        }
        if let problem = problem() { throw failure(problem) }
    }

    /// What is remembered about a parameter, made where there is nothing yet.
    package final func state(of parameter: Parameter) -> State {
        let key = ObjectIdentifier(parameter)
        if let state = table[key] { return state }
        let state = State(parameter)
        table[key] = state
        return state
    }

    @inline(__always)
    private func matches(_ parameters: [Parameter]) -> Bool {
        guard parameters.count == states.count else { return false }
        for index in parameters.indices where states[index].parameter !== parameters[index] {
            return false
        }
        return true
    }

    private func align(_ parameters: [Parameter]) {
        states = parameters.map { state(of: $0) }
    }

    /// A tensor of zeros like a parameter, for what is remembered.
    static func zeros(like parameter: Parameter) throws(TensorError) -> Tensor {
        Tensor(try TensorStorage.zeros(parameter.value.shape, parameter.value.dtype))
    }

    /// Makes what is remembered before the first step: one tensor of zeros, or two.
    static func prepare(_ state: State, second: Bool) throws(TensorError) {
        if state.first == nil { state.first = try zeros(like: state.parameter) }
        if second, state.second == nil { state.second = try zeros(like: state.parameter) }
    }

    /// What is wrong with a number that must lie in 0..<1, in words.
    static func share(_ name: String, _ value: Double) -> String? {
        value < 0 || value >= 1 ? "\(name) must lie in 0..<1, given \(value)" : nil
    }

    /// What is wrong with a number that must not be negative, in words.
    static func atLeastZero(_ name: String, _ value: Double) -> String? {
        value < 0 ? "\(name) must not be negative, given \(value)" : nil
    }

    /// Updates a model's parameters along their gradient.
    package final func update(along gradient: ModelGradient) throws {
        try update(gradient.parameters, along: gradient.tensors)
    }

    /// Updates a model's parameters along the gradient that `valueWithGradient(at: model)` gave.
    public final func update<Model: Layer>(_ model: inout Model, along gradient: ModelGradient) {
        orFail { try update(along: gradient) }
    }
}
