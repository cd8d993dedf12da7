public import Tensors

extension Layer {
    /// Says how the model is to be trained.
    ///
    ///     model.compile(optimizer: Adam(), loss: .sparseCategoricalCrossentropy, metrics: [.accuracy])
    public func compile(optimizer: Optimizer, loss: Loss, metrics: [Metric] = []) {
        orFail { try Training.compile(self, optimizer: optimizer, loss: loss, metrics: metrics) }
    }

    /// Trains the model on examples `x` and their labels `y`, both along axis 0.
    ///
    ///     let history = model.fit(x, y, epochs: 10, batchSize: 32, validationSplit: 0.1)
    ///
    /// Each epoch takes all examples once, in batches, in a new random order if `shuffle` says so.
    /// `validationSplit` sets the last part of the examples apart before that, as Keras does.
    /// `sampleWeights` `[count]` and `classWeights` `[classes]` multiply the examples' losses. A NaN or infinite
    /// loss ends training with an error unless `stopOnNaN` is false.
    @discardableResult
    public func fit(
        _ x: Tensor, _ y: Tensor, epochs: Int = 1, batchSize: Int = 32,
        validationData: (Tensor, Tensor)? = nil, validationSplit: Double = 0,
        shuffle: Bool = true, sampleWeights: Tensor? = nil, classWeights: Tensor? = nil,
        callbacks: [Callback] = [], verbose: Verbosity = .progress, stopOnNaN: Bool = true
    ) -> History {
        var options = FitOptions()
        options.epochs = epochs
        options.batchSize = batchSize
        options.validationData = validationData
        options.validationSplit = validationSplit
        options.shuffle = shuffle
        options.sampleWeights = sampleWeights
        options.classWeights = classWeights
        options.callbacks = callbacks
        options.verbose = verbose
        options.stopOnNaN = stopOnNaN
        return orFail { try Training.fit(self, x, y, options) }
    }

    /// Trains the model on batches, such as those of a data set, taken anew for each epoch.
    ///
    ///     model.fit(train.batched(32), epochs: 10)
    @discardableResult
    public func fit(
        _ batches: some Sequence<(Tensor, Tensor)>, epochs: Int = 1,
        validationData: (Tensor, Tensor)? = nil, classWeights: Tensor? = nil,
        callbacks: [Callback] = [], verbose: Verbosity = .progress, stopOnNaN: Bool = true
    ) -> History {
        var options = FitOptions()
        options.epochs = epochs
        options.validationData = validationData
        options.classWeights = classWeights
        options.callbacks = callbacks
        options.verbose = verbose
        options.stopOnNaN = stopOnNaN
        let count = batches.underestimatedCount
        let data = TrainingData.batches(count: count > 0 ? count : nil) { _ in
            var iterator = batches.makeIterator()
            return { iterator.next() }
        }
        return orFail { try Training.fit(self, data, options) }
    }

    /// Trains the model on batches that a function makes: it is given the number of the batch, from
    /// 0, within the epoch.
    ///
    ///     model.fit(batchesPerEpoch: 100, epochs: 5) { _ in draw(32) }
    @discardableResult
    public func fit(
        batchesPerEpoch: Int, epochs: Int = 1, validationData: (Tensor, Tensor)? = nil,
        callbacks: [Callback] = [], verbose: Verbosity = .progress, stopOnNaN: Bool = true,
        _ batch: @escaping (Int) throws -> (Tensor, Tensor)
    ) -> History {
        var options = FitOptions()
        options.epochs = epochs
        options.validationData = validationData
        options.callbacks = callbacks
        options.verbose = verbose
        options.stopOnNaN = stopOnNaN
        return orFail {
            try Training.fit(self, .generated(batchesPerEpoch, batch), options)
        }
    }

    /// The loss and the metrics on examples: `model.evaluate(x, y)["accuracy"]`.
    public func evaluate(_ x: Tensor, _ y: Tensor, batchSize: Int = 256) -> TrainingLogs {
        orFail { try Training.evaluate(self, x, y, batchSize: batchSize) }
    }

    /// The outputs for examples, computed batch by batch without dropout and the like.
    public func predict(_ x: Tensor, batchSize: Int = 256) -> Tensor {
        orFail { try Training.predict(self, x, batchSize: batchSize) }
    }

    /// What the last `fit` measured, also where it was interrupted or ended with an error; nil before
    /// the first.
    public var history: History? { (ModelAttachments.value(of: self) as? TrainingSettings)?.history }

    /// A table of the model's layers, their output shapes and numbers of parameters.
    public func summary() -> ModelSummary {
        orFail { try ModelSummary(self) }
    }
}
