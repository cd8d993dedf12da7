package import Tensors

/// What `compile` was given, and what training measured since.
package final class TrainingSettings {
    package let optimizer: Optimizer
    package let loss: Loss
    package let metrics: [Metric]
    /// The history of the last `fit`, also of one that was interrupted.
    package var history: History?

    package init(optimizer: Optimizer, loss: Loss, metrics: [Metric]) throws(TensorError) {
        if case .unknown(let name) = loss.kind { throw LossFunction.unknown(name) }
        for metric in metrics {
            if case .unknown = metric.kind {
                throw .domain(
                    operation: "compile", problem: "no metric is named '\(metric.name)'",
                    help: "there are " + Metric.all.map { "." + $0.name }.joined(separator: ", ")
                        + " and .topK(5)")
            }
            if case .topK(let k) = metric.kind, k < 1 {
                throw .domain(
                    operation: "compile", problem: "topK needs at least 1, given \(k)", help: nil)
            }
        }
        try optimizer.validate()
        self.optimizer = optimizer
        self.loss = loss
        self.metrics = metrics
    }

    /// The settings of a model.
    package static func of(_ model: any Layer, _ operation: String) throws(TensorError)
        -> TrainingSettings
    {
        if let settings = ModelAttachments.value(of: model) as? TrainingSettings {
            return settings
        }
        throw .domain(
            operation: operation, problem: "the model has not been compiled",
            help: "call 'model.compile(optimizer: Adam(), loss: .…)' first")
    }
}

/// Everything `fit` can be told.
package struct FitOptions {
    package var epochs = 1
    package var batchSize = 32
    package var validationData: (Tensor, Tensor)?
    package var validationSplit = 0.0
    package var shuffle = true
    /// A factor for the loss of each example, `[count]`.
    package var sampleWeights: Tensor?
    /// A factor for the loss of each class's examples, `[classes]`.
    package var classWeights: Tensor?
    package var callbacks: [Callback] = []
    package var verbose = Verbosity.progress
    package var stopOnNaN = true

    package init() {}
}
