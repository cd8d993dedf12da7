package import Tensors

/// Changes parameters along a gradient so that the loss falls.
///
///     let optimizer = Adam(learningRate: 1e-3)
///     optimizer.update(&model, along: gradient)
///
/// What an optimizer remembers about a parameter it keeps by the parameter's identity, so one
/// optimizer can serve a model while its layers come and go.
public class Optimizer {
    /// The length of a step.
    public var learningRate: Double
    /// The number of updates made.
    public private(set) var stepCount = 0

    /// What is remembered about one parameter.
    final class State {
        let parameter: Parameter
        /// Number of updates of this parameter.
        var steps = 0
        var first: Tensor?
        var second: Tensor?

        init(_ parameter: Parameter) {
            self.parameter = parameter
        }
    }

    /// States in the order of the last update, and all of them by parameter.
    private var states: [State] = []
    private var table: [ObjectIdentifier: State] = [:]

    init(learningRate: Double) {
        self.learningRate = learningRate
    }

    /// What is wrong with the settings, in words; checked before the first step.
    func problem() -> String? { nil }

    /// One step for one parameter.
    func step(_ state: State, _ gradient: Tensor) throws(TensorError) {}

    /// Updates parameters, each along the gradient at the same position.
    package final func update(
        _ parameters: [Parameter], along gradients: [Tensor]
    ) throws(TensorError) {
        if stepCount == 0 { try validate() }
        if !matches(parameters) { align(parameters) }
        for index in states.indices {
            let state = states[index]
            guard state.parameter.trainable else { continue }
            state.steps += 1
            try step(state, gradients[index])
        }
        stepCount += 1
    }

    package final func validate() throws(TensorError) {
        let name = String(describing: type(of: self))
        guard learningRate >= 0, learningRate.isFinite else {
            throw .domain(
                operation: name,
                problem: "the learning rate must be a positive number, given \(learningRate)",
                help: nil)
        }
        if let problem = problem() { throw .domain(operation: name, problem: problem, help: nil) }
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
        states = parameters.map { parameter in
            let key = ObjectIdentifier(parameter)
            if let state = table[key] { return state }
            let state = State(parameter)
            table[key] = state
            return state
        }
    }

    /// A tensor of zeros like a parameter, for what is remembered.
    static func zeros(like parameter: Parameter) throws(TensorError) -> Tensor {
        Tensor(try TensorStorage.zeros(parameter.value.shape, parameter.value.dtype))
    }

    /// Updates a model's parameters along their gradient.
    package final func update(along gradient: ModelGradient) throws(TensorError) {
        try update(gradient.parameters, along: gradient.tensors)
    }

    /// Updates a model's parameters along the gradient that `valueWithGradient(at: model)` gave.
    public final func update<Model: Layer>(_ model: inout Model, along gradient: ModelGradient) {
        orFail { try update(along: gradient) }
    }
}
