package import Tensors

/// `compile`, `fit`, `evaluate` and `predict`, with errors: what cells are bound to and what the
/// methods of models call.
package enum Training {
    /// Says how a model is to be trained.
    package static func compile(
        _ model: any Layer, optimizer: Optimizer, loss: Loss, metrics: [Metric]
    ) throws {
        let settings = try TrainingSettings(optimizer: optimizer, loss: loss, metrics: metrics)
        guard ModelAttachments.attach(settings, to: model) else {
            throw TensorError.domain(
                operation: "compile",
                problem: "'\(model.kindName)' has no layers and no parameters",
                help: "layers are found in stored properties, arrays and dictionaries of layers")
        }
    }

    /// Trains a model; see ``Layer/fit(_:_:epochs:batchSize:validationData:validationSplit:shuffle:sampleWeights:classWeights:callbacks:verbose:stopOnNaN:)``.
    package static func fit(
        _ model: any Layer, _ x: Tensor, _ y: Tensor, _ options: FitOptions
    ) throws -> History {
        try fit(model, .examples(x, y), options)
    }

    /// Trains a model on batches wherever they come from.
    package static func fit(
        _ model: any Layer, _ data: TrainingData, _ options: FitOptions
    ) throws -> History {
        let settings = try TrainingSettings.of(model, "fit")
        return try TrainingRun(model, settings, data, options).run()
    }

    /// The loss and the metrics on a data set, in inference.
    package static func evaluate(
        _ model: any Layer, _ x: Tensor, _ y: Tensor, batchSize: Int = 256
    ) throws -> TrainingLogs {
        let settings = try TrainingSettings.of(model, "evaluate")
        try checkBatchSize(batchSize, "evaluate")
        try checkPairs(x, y, "evaluate")
        let evaluation = Evaluation(settings)
        return try evaluation.run(model, x, y, batchSize)
    }

    /// The outputs for a data set, in inference, batch by batch.
    package static func predict(
        _ model: any Layer, _ x: Tensor, batchSize: Int = 256
    ) throws -> Tensor {
        try checkBatchSize(batchSize, "predict")
        let count = try x.rowCount("predict")
        return try withLearningPhase(.inference) {
            if count <= batchSize { return try model.call(x) }
            var parts: [Tensor] = []
            var start = 0
            while start < count {
                try Interruption.check()
                let end = start + min(batchSize, count - start)
                parts.append(try model.call(x.rows(start..<end)))
                start = end
            }
            return try Checked.concatenated(parts, axis: 0)
        }
    }

    static func checkBatchSize(_ size: Int, _ operation: String) throws(TensorError) {
        guard size > 0 else {
            throw .domain(
                operation: operation, problem: "batchSize must be at least 1, given \(size)",
                help: nil)
        }
    }

    static func checkPairs(
        _ x: Tensor, _ y: Tensor, _ operation: String
    ) throws(TensorError) {
        let examples = try x.rowCount(operation)
        let labels = try y.rowCount(operation)
        guard examples == labels else {
            throw .shape(
                operation: operation,
                expected: "one row of y for each of the \(examples) rows of x (shape \(x.shape))",
                given: y.shape, help: nil)
        }
        guard examples > 0 else { throw .empty(operation: operation, shape: x.shape) }
    }
}

/// Loss and metrics over a data set.
struct Evaluation {
    let settings: TrainingSettings

    init(_ settings: TrainingSettings) {
        self.settings = settings
    }

    func run(
        _ model: any Layer, _ x: Tensor, _ y: Tensor, _ batchSize: Int
    ) throws -> TrainingLogs {
        var metrics = settings.metrics.map { MetricAccumulator($0, settings.loss) }
        let count = x.shape[0]
        var sum = 0.0
        let state = NetworkState.current
        let outer = (state.phase, state.observesOutputs)
        state.phase = .inference
        state.observesOutputs = true
        defer {
            (state.phase, state.observesOutputs) = outer
            state.lastOutput = nil
        }
        var start = 0
        while start < count {
            try Interruption.check()
            let end = start + min(batchSize, count - start)
            let targets = try y.rows(start..<end)
            let outputs = try model.call(x.rows(start..<end))
            let loss = try LossFunction.value(settings.loss, outputs: outputs, targets: targets)
            sum += try Checked.item(loss) * Double(end - start)
            for index in metrics.indices {
                try metrics[index].add(outputs: outputs, targets: targets)
            }
            start = end
        }
        return TrainingLogs(
            [(key: "loss", value: sum / Double(count))]
                + metrics.map { (key: $0.metric.name, value: $0.value) })
    }
}
