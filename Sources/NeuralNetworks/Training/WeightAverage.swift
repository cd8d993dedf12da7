import Tensors

/// An exponential moving average of a model's weights: average ← decay·average + (1 − decay)·weight
/// after each step (Polyak and Juditsky 1992).
///
///     let average = WeightAverage(decay: 0.999)
///     model.fit(x, y, callbacks: [average])        // the model ends with the averages
///
///     average.update(model)                        // in a loop of one's own
///     average.swap(model)                          // averages in, weights out, and back again
public final class WeightAverage: Callback {
    public let decay: Double
    /// Whether the model has the averages when `fit` ends.
    public let appliesAtEnd: Bool
    private var averages: [(parameter: Parameter, value: Tensor)] = []

    public init(decay: Double = 0.999, appliesAtEnd: Bool = true) {
        self.decay = decay
        self.appliesAtEnd = appliesAtEnd
        super.init()
    }

    override var observesBatches: Bool { true }

    override func begin(_ context: Context) throws {
        guard decay >= 0, decay < 1 else {
            throw TensorError.domain(
                operation: "WeightAverage", problem: "decay must lie in 0..<1, given \(decay)",
                help: nil)
        }
        averages = []
    }

    override func batchEnded(
        _ batch: Int, _ logs: TrainingLogs, _ context: Context
    ) throws -> TrainingSignal {
        try update(context.parameters())
        return .proceed
    }

    override func end(_ context: Context) throws { if appliesAtEnd { exchange() } }

    private func update(_ parameters: [Parameter]) throws {
        for parameter in parameters where parameter.trainable {
            if let place = averages.firstIndex(where: { $0.parameter === parameter }) {
                averages[place].value = try
                    (Term(averages[place].value) * decay + Term(parameter.value) * (1 - decay))
                    .tensor
            } else {
                averages.append((parameter, parameter.value))
            }
        }
    }

    private func exchange() {
        for place in averages.indices {
            let weight = averages[place].parameter.value
            averages[place].parameter.value = averages[place].value
            averages[place].value = weight
        }
    }

    package func checkedUpdate(_ model: any Layer) throws {
        try update(ModelWalk.parameters(of: model))
    }

    package func checkedSwap(_ model: any Layer) { exchange() }

    /// Takes the weights of a model into the average; the first ones are the average's start.
    public func update(_ model: any Layer) { orFail { try checkedUpdate(model) } }

    /// Exchanges the model's weights and their averages; a second time brings the weights back.
    public func swap(_ model: any Layer) { checkedSwap(model) }
}
