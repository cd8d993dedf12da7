internal import Datasets
internal import Language
internal import NeuralNetworks
internal import Plotting
internal import Tensors

extension Loss: CellObject {}
extension Metric: CellObject {}
extension History: CellObject {}
extension TrainingLogs: CellObject {}
extension ModelSummary: CellObject {}
extension ModelGradient: CellObject {}
extension Monitor: CellObject {}
extension Verbosity: CellObject {}
extension TrainingSignal: CellObject {}
extension MonitorMode: CellObject {}

/// An optimizer as a value of the language, whatever its class.
struct OptimizerValue: CellObject {
    let optimizer: Optimizer
}

/// A callback as a value of the language, whatever its class.
struct CallbackValue: CellObject {
    let callback: Callback
}

func declareTraining(_ table: DeclarationTable) {
    declareLosses(table)
    declareMetrics(table)
    declareOptimizers(table)
    declareCallbacks(table)
    LiveCurve.painter.use { try Figure.live($0).svgText() }

    declareModelSettings(table)
    let history = Binder.type(table, History.self, "struct History", "What `fit` measured, epoch by epoch; keys are loss, accuracy, val_loss, val_accuracy.", "", describe: { $0.description }, equal: { $0 == $1 })
    history("subscript(_ key: String) -> [Double]", "A figure after each epoch; an unknown key is an error that lists the keys.") { (history: History, key: String) -> [Double] in try history.series(key) }
    history("var epochs: [Int] { get }", "The epochs, from 1.") { (history: History) -> [Int] in history.epochs }
    history("var keys: [String] { get }", "The figures' names.") { (history: History) -> [String] in history.keys }
    let logs = Binder.type(table, TrainingLogs.self, "struct TrainingLogs", "Figures by name, of one epoch or of `evaluate`.", "", describe: { $0.description }, equal: { $0 == $1 })
    logs("subscript(_ key: String) -> Double", "A figure; an unknown key is an error that lists the keys.") { (logs: TrainingLogs, key: String) -> Double in try logs.value(key) }
    logs("var keys: [String] { get }", "The figures' names.") { (logs: TrainingLogs) -> [String] in logs.keys }
    Binder.type(table, ModelSummary.self, "struct ModelSummary", "A model's layers, the shapes of their results and their numbers of parameters, as a table.", "print(Sequential([Dense(2, inputSize: 3)]).summary())", describe: { $0.description })
    let gradient = Binder.type(table, ModelGradient.self, "struct ModelGradient", "The gradient at each parameter of a model, by path.", "", describe: { "ModelGradient(\($0.paths.joined(separator: ", ")))" })
    gradient("subscript(_ path: String) -> Tensor", "The gradient at one parameter: `gradient[\"0.weight\"]`.") { (gradient: ModelGradient, path: String) in try gradient.at(path) }
    let one = "let model = Dense(1)\nlet g = gradient(at: model) { model in model(Tensor.ones(2, 3)).sum() }\n"
    gradient("var norm: Double { get }", "The norm of all gradients as one vector.", one + "print(g.norm)") { (gradient: ModelGradient) throws -> Double in try gradient.checkedNorm() }
    gradient("func clipped(norm: Double) -> ModelGradient", "Scaled down to a common norm of at most so much.", one + "print(g.clipped(norm: 1).norm <= 1)") { (gradient: ModelGradient, norm: Double) throws -> ModelGradient in try gradient.checkedClipped(norm: norm, value: nil) }
    gradient("func clipped(value: Double) -> ModelGradient", "With each element within ± a value.", one + "print(g.clipped(value: 0.5)[\"bias\"])") { (gradient: ModelGradient, value: Double) throws -> ModelGradient in try gradient.checkedClipped(norm: nil, value: value) }
    gradient("var paths: [String] { get }", "The parameters' paths.") { (gradient: ModelGradient) -> [String] in gradient.paths }

    let layer = Binder(table, on: "Layer")
    layer("func compile(optimizer: any Optimizer, loss: Loss, metrics: [Metric] = [])", "Says how the model is to be trained.", "let model = Sequential([Dense(1)])\nmodel.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)") { (model: LayerArgument, optimizer: OptimizerArgument, loss: Loss, metrics: [Metric]) in
        try Training.compile(model.layer, optimizer: optimizer.optimizer, loss: loss, metrics: metrics)
    }
    let compiled = "let model = Sequential([Dense(1)])\nmodel.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)\n"
    let common = "callbacks: [any TrainingCallback] = [], verbose: Verbosity = .progress, stopOnNaN: Bool = true"
    layer("@discardableResult func fit(_ x: Tensor, _ y: Tensor, epochs: Int = 1, batchSize: Int = 32, validationData: (Tensor, Tensor)? = nil, validationSplit: Double = 0, shuffle: Bool = true, sampleWeights: Tensor? = nil, classWeights: Tensor? = nil, \(common)) -> History", "Trains the model; gives what was measured after each epoch. `sampleWeights` [count] and `classWeights` [classes] multiply the examples' losses.", compiled + "let history = model.fit(Tensor.ones(8, 2), Tensor.ones(8, 1), epochs: 3, verbose: .silent)\nprint(history[\"loss\"].count)") { (model: LayerArgument, x: Tensor, y: Tensor, epochs: Int, batchSize: Int, validation: CellTuple<Tensor, Tensor>?, split: Double, shuffle: Bool, weights: Tensor?, classes: Tensor?, callbacks: [CallbackArgument], verbose: Verbosity, stopOnNaN: Bool) -> History in
        var options = FitOptions()
        options.epochs = epochs
        options.batchSize = batchSize
        options.validationData = validation.map { ($0.elements.0, $0.elements.1) }
        options.validationSplit = split
        options.shuffle = shuffle
        options.sampleWeights = weights
        options.classWeights = classes
        options.callbacks = callbacks.map(\.callback)
        options.verbose = verbose
        options.stopOnNaN = stopOnNaN
        return try Training.fit(model.layer, x, y, options)
    }
    layer("@discardableResult func fit(_ batches: [(Tensor, Tensor)], epochs: Int = 1, validationData: (Tensor, Tensor)? = nil, classWeights: Tensor? = nil, \(common)) -> History", "Trains the model on batches in their order, all of them in each epoch: `model.fit(train.batched(32))`.", compiled + "model.fit([(Tensor.ones(4, 2), Tensor.ones(4, 1)), (Tensor.ones(2, 2), Tensor.ones(2, 1))], epochs: 2, verbose: .silent)") { (model: LayerArgument, batches: [CellTuple<Tensor, Tensor>], epochs: Int, validation: CellTuple<Tensor, Tensor>?, classes: Tensor?, callbacks: [CallbackArgument], verbose: Verbosity, stopOnNaN: Bool) -> History in
        var options = FitOptions()
        options.epochs = epochs
        options.validationData = validation.map { ($0.elements.0, $0.elements.1) }
        options.classWeights = classes
        options.callbacks = callbacks.map(\.callback)
        options.verbose = verbose
        options.stopOnNaN = stopOnNaN
        return try Training.fit(model.layer, .generated(batches.count) { batches[$0].elements }, options)
    }
    layer("@discardableResult func fit(_ batches: Batches, epochs: Int = 1, validationData: (Tensor, Tensor)? = nil, classWeights: Tensor? = nil, \(common)) -> History", "Trains the model on the batches of a data set, taken anew for each epoch: `model.fit(train.batched(32, shuffled: true).prefetch(2))`.", compiled + "let data = Dataset(Tensor.ones(8, 2), Tensor.ones(8, 1))\nmodel.fit(data.batched(4, shuffled: true), epochs: 2, verbose: .silent)") { (model: LayerArgument, batches: Batches, epochs: Int, validation: CellTuple<Tensor, Tensor>?, classes: Tensor?, callbacks: [CallbackArgument], verbose: Verbosity, stopOnNaN: Bool) -> History in
        var options = FitOptions()
        options.epochs = epochs
        options.validationData = validation.map { ($0.elements.0, $0.elements.1) }
        options.classWeights = classes
        options.callbacks = callbacks.map(\.callback)
        options.verbose = verbose
        options.stopOnNaN = stopOnNaN
        let data = TrainingData.batches(count: batches.count) { _ in
            let iterator = try Batches.Iterator(batches)
            return { try iterator.checkedNext() }
        }
        return try Training.fit(model.layer, data, options)
    }
    layer("@discardableResult func fit(batchesPerEpoch: Int, epochs: Int = 1, validationData: (Tensor, Tensor)? = nil, \(common), _ batch: @escaping (Int) throws -> (Tensor, Tensor)) -> History", "Trains the model on batches that a closure makes, from their number in the epoch.", compiled + "model.fit(batchesPerEpoch: 3, epochs: 2, verbose: .silent) { number in (Tensor.randomNormal(4, 2), Tensor.zeros(4, 1)) }") { (model: LayerArgument, count: Int, epochs: Int, validation: CellTuple<Tensor, Tensor>?, callbacks: [CallbackArgument], verbose: Verbosity, stopOnNaN: Bool, batch: CellClosure<CellTuple<Tensor, Tensor>, Int>) -> History in
        var options = FitOptions()
        options.epochs = epochs
        options.validationData = validation.map { ($0.elements.0, $0.elements.1) }
        options.callbacks = callbacks.map(\.callback)
        options.verbose = verbose
        options.stopOnNaN = stopOnNaN
        return try Training.fit(model.layer, .generated(count) { try batch($0).elements }, options)
    }
    layer("func regularizationLoss() -> Tensor", "The sum of what the model's regularisers ask for, to be added to the loss in a loop of one's own.", "let model = Dense(1, inputSize: 2, kernelInitializer: .ones, kernelRegularizer: .l2(0.1))\nprint(model.regularizationLoss())") { (model: LayerArgument) throws -> Tensor in try model.layer.checkedRegularizationLoss() }
    layer("var parameterCount: Int { get }", "The number of trainable scalars.", "print(Dense(2, inputSize: 3).parameterCount)") { (model: LayerArgument) -> Int in model.layer.parameterCount }
    layer("var parameterPaths: [String] { get }", "The ways to the model's parameters: `encoder.3.weight`.", "print(Dense(2, inputSize: 3).parameterPaths)") { (model: LayerArgument) -> [String] in model.layer.parameters.map(\.path) }
    layer("func parameter(_ path: String) -> Tensor", "The parameter with a path.", "print(Dense(2, inputSize: 3).parameter(\"weight\").shape)") { (model: LayerArgument, path: String) throws -> Tensor in
        let all = model.layer.parameters
        guard let found = all.first(where: { $0.path == path }) else {
            throw TensorError.domain(operation: "parameter", problem: "no parameter has the path '\(path)'", help: all.isEmpty ? "the sizes are not known yet: call the model once" : "the paths are " + all.map { "'\($0.path)'" }.joined(separator: ", "))
        }
        return found.parameter.value
    }
    let file = "let model = Sequential([Dense(2, inputSize: 3)])\nmodel.save(\"example.safetensors\")\n"
    layer("func save(_ path: String) throws", "Writes the parameters to a safetensors file, with the architecture where the model consists of built-in layers.", file) { (model: LayerArgument, path: String) throws -> CellVoid in
        try ModelFile.save(model.layer, to: path)
        return CellVoid()
    }
    layer("func save(_ path: String, optimizer: any Optimizer) throws", "Writes the parameters and what the optimizer remembers of them, to go on with training.", "let model = Sequential([Dense(2, inputSize: 3)])\nmodel.save(\"example.safetensors\", optimizer: Adam())") { (model: LayerArgument, path: String, optimizer: OptimizerArgument) throws -> CellVoid in
        try ModelFile.save(model.layer, to: path, optimizer: optimizer.optimizer)
        return CellVoid()
    }
    layer("func load(_ path: String) throws", "Reads the parameters; before the first call this fixes the sizes too.", file + "let other = Sequential([Dense(2)])\nother.load(\"example.safetensors\")\nprint(other.parameterCount)") { (model: LayerArgument, path: String) throws -> CellVoid in
        try ModelFile.load(model.layer, from: path)
        return CellVoid()
    }
    layer("func load(_ path: String, optimizer: any Optimizer) throws", "Reads the parameters and what an optimizer remembered of them.", "let model = Sequential([Dense(2, inputSize: 3)])\nlet adam = Adam()\nmodel.save(\"example.safetensors\", optimizer: adam)\nmodel.load(\"example.safetensors\", optimizer: adam)") { (model: LayerArgument, path: String, optimizer: OptimizerArgument) throws -> CellVoid in
        try ModelFile.load(model.layer, from: path, optimizer: optimizer.optimizer)
        return CellVoid()
    }
    Binder(table)("func loadModel(_ path: String) throws -> any Layer", "A model of built-in layers as it was saved: architecture and parameters.", file + "print(loadModel(\"example.safetensors\").parameterCount)") { (path: String) throws -> LayerElement in LayerElement(layer: try ModelFile.model(from: path), table: table) }
    layer("func evaluate(_ x: Tensor, _ y: Tensor, batchSize: Int = 256) -> TrainingLogs", "Loss and metrics on data the model does not learn from.", "let model = Sequential([Dense(1)])\nmodel.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)\nprint(model.evaluate(Tensor.zeros(4, 2), Tensor.zeros(4, 1))[\"loss\"])") { (model: LayerArgument, x: Tensor, y: Tensor, batchSize: Int) -> TrainingLogs in try Training.evaluate(model.layer, x, y, batchSize: batchSize) }
    layer("var history: History? { get }", "What the last `fit` measured, also where it was interrupted or ended with an error; nil before the first.", compiled + "model.fit(Tensor.ones(8, 2), Tensor.ones(8, 1), epochs: 3, verbose: .silent)\nprint(model.history?.epochs ?? [])") { (model: LayerArgument) -> History? in model.layer.history }
    layer("func predict(_ x: Tensor, batchSize: Int = 256) -> Tensor", "The model's results, computed as in use.", "print(Sequential([Dense(1)]).predict(Tensor.zeros(4, 2)).shape)") { (model: LayerArgument, x: Tensor, batchSize: Int) in try Training.predict(model.layer, x, batchSize: batchSize) }
    layer("func summary() -> ModelSummary", "The layers, shapes and numbers of parameters, as a table.", "print(Sequential([Dense(2, inputSize: 3)]).summary())") { (model: LayerArgument) -> ModelSummary in try ModelSummary(model.layer) }
    declareModelGradients(table)
    declareExplaining(table)
}

private func declareModelGradients(_ table: DeclarationTable) {
    let free = Binder(table)
    func differentiate(_ frame: NativeFunction.Frame) throws -> (value: Tensor, gradient: ModelGradient) {
        let type = frame.typeArguments[0]
        let count = type.slotCount
        let model = try LayerArgument.layer(of: AnyCellValue(type: type, borrowing: UnsafePointer(frame.arguments)))
        let arguments = UnsafePointer(frame.arguments)
        return try ModelCalculus.valueWithGradient(atLayer: model) {
            try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 1) { buffer in
                guard let slot = buffer.baseAddress else { throw RuntimeFault(.internal, "no memory") }
                slot[0] = 0
                try frame.machine.call(frame.arguments[count], arguments: arguments, argumentCount: count, result: slot, resultCount: 1)
                defer { HeapObject.release(slot[0]) }
                return try Tensor.load(slot)
            }
        }
    }
    free.raw("func valueWithGradient<M: Layer>(at model: M, _ body: (M) throws -> Tensor) -> (value: Tensor, gradient: ModelGradient)", "The value of a loss and its gradient at every parameter of a model; layers behave as in training.", "let model = Dense(1)\nlet (loss, gradient) = valueWithGradient(at: model) { model in model(Tensor.ones(2, 3)).sum() }\nprint(gradient[\"bias\"])", isInout: [false, false]) { frame in
        let (value, gradient) = try differentiate(frame)
        value.store(frame.result)
        gradient.store(frame.result + 1)
    }
    free.raw("func gradient<M: Layer>(at model: M, _ body: (M) throws -> Tensor) -> ModelGradient", "The gradient of a loss at every parameter of a model.", "let model = Dense(1)\nlet g = gradient(at: model) { model in model(Tensor.ones(2, 3)).sum() }\nprint(g[\"bias\"])", isInout: [false, false]) { frame in
        try differentiate(frame).gradient.store(frame.result)
    }
}

/// A parameter of type `any Optimizer`.
struct OptimizerArgument: CellValue {
    let optimizer: Optimizer

    static var cellLayout: Layout { .reference }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> OptimizerArgument {
        guard let value = try AnyCellValue.load(slots).native(OptimizerValue.self) else { throw RuntimeFault(.internal, "not an optimizer of the library") }
        return OptimizerArgument(optimizer: value.optimizer)
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) {}
}

/// A parameter of type `any Callback`.
struct CallbackArgument: CellValue {
    let callback: Callback

    static var cellLayout: Layout { .reference }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> CallbackArgument {
        guard let value = try AnyCellValue.load(slots).native(CallbackValue.self) else { throw RuntimeFault(.internal, "not a callback of the library") }
        return CallbackArgument(callback: value.callback)
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) {}
}

private func declareCallbacks(_ table: DeclarationTable) {
    let monitor = Binder.type(table, Monitor.self, "struct Monitor", "The figure a callback watches.", "print(EarlyStopping(monitor: .valLoss, patience: 5))", describe: { $0.name }, equal: { $0 == $1 })
    for (name, value) in [("loss", Monitor.loss), ("accuracy", .accuracy), ("valLoss", .valLoss), ("valAccuracy", .valAccuracy)] {
        monitor("static var \(name): Monitor { get }", "The figure \(value.name).") { () -> Monitor in value }
    }
    monitor("init(stringLiteral name: String)", "The figure of that name.") { (name: String) -> Monitor in Monitor(stringLiteral: name) }
    let verbosity = Binder.type(table, Verbosity.self, "enum Verbosity", "What `fit` shows while it trains.", "", describe: { "\($0)" }, equal: { $0 == $1 })
    for (name, value) in [("progress", Verbosity.progress), ("curve", .curve), ("epochs", .epochs), ("silent", .silent)] {
        let words = ["progress": "A line that is updated in place.", "curve": "A line and the curves of loss and metrics, updated in place at most ten times a second.", "epochs": "A line for each epoch."][name] ?? "Nothing."
        verbosity("static var \(name): Verbosity { get }", words) { () -> Verbosity in value }
    }
    let signal = Binder.type(table, TrainingSignal.self, "enum TrainingSignal", "What a callback answers.", "", describe: { "\($0)" }, equal: { $0 == $1 })
    signal("static var proceed: TrainingSignal { get }", "Training goes on.") { () -> TrainingSignal in .proceed }
    signal("static var stop: TrainingSignal { get }", "Training ends after this epoch or batch.") { () -> TrainingSignal in .stop }
    let mode = Binder.type(table, MonitorMode.self, "enum MonitorMode", "Whether less or more is better.", "", describe: { "\($0)" }, equal: { $0 == $1 })
    for (name, value) in [("auto", MonitorMode.auto), ("min", .min), ("max", .max)] {
        mode("static var \(name): MonitorMode { get }", "\(name).") { () -> MonitorMode in value }
    }

    Binder.protocol(table, "TrainingCallback", "What `fit` calls while a model trains.")
    func type(_ name: String, _ documentation: String, _ example: String) -> Binder {
        table.conform(name, to: "TrainingCallback")
        return Binder.type(table, CallbackValue.self, "class \(name)", documentation, example, describe: { _ in name })
    }
    let early = type("EarlyStopping", "Ends training when a figure has not got better for `patience` epochs.", "print(EarlyStopping(patience: 3))")
    early("init(monitor: Monitor = .valLoss, patience: Int = 0, minDelta: Double = 0, restoreBestWeights: Bool = false, mode: MonitorMode = .auto)", "The callback.") { (monitor: Monitor, patience: Int, minDelta: Double, restore: Bool, mode: MonitorMode) -> CallbackValue in CallbackValue(callback: EarlyStopping(monitor: monitor, patience: patience, minDelta: minDelta, restoreBestWeights: restore, mode: mode)) }
    let plateau = type("ReduceLROnPlateau", "Makes the learning rate smaller when a figure stays.", "print(ReduceLROnPlateau(factor: 0.5, patience: 3))")
    plateau("init(monitor: Monitor = .valLoss, factor: Double = 0.1, patience: Int = 10, minDelta: Double = 1e-4, minLearningRate: Double = 0, mode: MonitorMode = .auto)", "The callback.", "print(ReduceLROnPlateau(monitor: .loss, factor: 0.5))") { (monitor: Monitor, factor: Double, patience: Int, delta: Double, least: Double, mode: MonitorMode) -> CallbackValue in CallbackValue(callback: ReduceLROnPlateau(monitor: monitor, factor: factor, patience: patience, minDelta: delta, minLearningRate: least, mode: mode)) }
    let checkpoint = type("ModelCheckpoint", "Saves the model after each epoch, or after each that is better than all before.", "print(ModelCheckpoint(\"best.safetensors\", saveBestOnly: true))")
    checkpoint("init(_ path: String, monitor: Monitor = .valLoss, saveBestOnly: Bool = false, mode: MonitorMode = .auto)", "The callback.", "print(ModelCheckpoint(\"last.safetensors\"))") { (path: String, monitor: Monitor, best: Bool, mode: MonitorMode) -> CallbackValue in CallbackValue(callback: ModelCheckpoint(path, monitor: monitor, saveBestOnly: best, mode: mode)) }
    let backup = type("BackupAndRestore", "Saves after each epoch all that training needs to go on, and goes on from the file where it exists, bit for bit.", "print(BackupAndRestore(\"run.safetensors\"))")
    backup("init(_ path: String, deletesAtEnd: Bool = false)", "The callback.", "print(BackupAndRestore(\"run.safetensors\", deletesAtEnd: true))") { (path: String, deletes: Bool) -> CallbackValue in CallbackValue(callback: BackupAndRestore(path, deletesAtEnd: deletes)) }
    let logger = type("CSVLogger", "Writes the figures of each epoch as a line of a CSV file.", "print(CSVLogger(\"training.csv\"))")
    logger("init(_ path: String, separator: String = \",\", append: Bool = false)", "The callback.", "print(CSVLogger(\"training.csv\", append: true))") { (path: String, separator: String, append: Bool) -> CallbackValue in CallbackValue(callback: CSVLogger(path, separator: separator, append: append)) }
    let scheduler = type("LearningRateScheduler", "Sets the learning rate at the beginning of each epoch.", "print(LearningRateScheduler { epoch, rate in epoch < 10 ? rate : rate * 0.9 })")
    scheduler("init(_ schedule: @escaping (Int, Double) throws -> Double)", "The rate of an epoch, from its number and the rate so far.", "print(LearningRateScheduler { epoch, rate in rate / Double(epoch) })") { (schedule: CellClosure<Double, Int, Double>) -> CallbackValue in CallbackValue(callback: LearningRateScheduler { try schedule($0, $1) }) }
    let average = type("WeightAverage", "An exponential moving average of a model's weights, which the model has when `fit` ends.", "print(WeightAverage(decay: 0.999))")
    average("init(decay: Double = 0.999, appliesAtEnd: Bool = true)", "The callback.", "print(WeightAverage(decay: 0.99, appliesAtEnd: false))") { (decay: Double, applies: Bool) -> CallbackValue in CallbackValue(callback: WeightAverage(decay: decay, appliesAtEnd: applies)) }
    let steps = "let model = Dense(1, inputSize: 2)\nlet average = WeightAverage(decay: 0.9)\naverage.update(model)\n"
    average("func update(_ model: any Layer)", "Takes the weights of a model into the average.", steps) { (value: CallbackValue, model: LayerArgument) throws -> CellVoid in
        try (value.callback as? WeightAverage)?.checkedUpdate(model.layer)
        return CellVoid()
    }
    average("func swap(_ model: any Layer)", "Exchanges the model's weights and their averages; a second time brings the weights back.", steps + "average.swap(model)") { (value: CallbackValue, model: LayerArgument) throws -> CellVoid in
        (value.callback as? WeightAverage)?.checkedSwap(model.layer)
        return CellVoid()
    }
    let own = type("Callback", "Code of one's own that runs while a model trains. Epochs count from 1; a closure that returns `.stop` ends training.", "print(Callback(onEpochEnd: { epoch, logs in print(epoch) }))")
    own("init(onEpochEnd: ((Int, TrainingLogs) throws -> TrainingSignal)? = nil, onBatchEnd: ((Int, TrainingLogs) throws -> TrainingSignal)? = nil)", "Closures that may stop training.") { (epochEnd: CellClosure<TrainingSignal, Int, TrainingLogs>?, batchEnd: CellClosure<TrainingSignal, Int, TrainingLogs>?) -> CallbackValue in
        // Typed, for the library prefers closures that only look on.
        let epoch: ((Int, TrainingLogs) throws -> TrainingSignal)? = epochEnd.map { body in { try body($0, $1) } }
        let batch: ((Int, TrainingLogs) throws -> TrainingSignal)? = batchEnd.map { body in { try body($0, $1) } }
        return CallbackValue(callback: Callback(onEpochEnd: epoch, onBatchEnd: batch))
    }
    own("init(onEpochEnd: ((Int, TrainingLogs) throws -> Void)? = nil, onBatchEnd: ((Int, TrainingLogs) throws -> Void)? = nil, onTrainBegin: (() throws -> Void)? = nil, onTrainEnd: (() throws -> Void)? = nil)", "Closures that look on.") { (epochEnd: CellClosure<CellVoid, Int, TrainingLogs>?, batchEnd: CellClosure<CellVoid, Int, TrainingLogs>?, begin: CellClosure<CellVoid>?, end: CellClosure<CellVoid>?) -> CallbackValue in
        func looking(_ body: CellClosure<CellVoid, Int, TrainingLogs>?) -> ((Int, TrainingLogs) throws -> TrainingSignal)? {
            guard let body else { return nil }
            return { number, logs in
                _ = try body(number, logs)
                return .proceed
            }
        }
        return CallbackValue(callback: Callback(
            onEpochEnd: looking(epochEnd), onBatchEnd: looking(batchEnd),
            onTrainBegin: begin.map { body in { _ = try body() } }, onTrainEnd: end.map { body in { _ = try body() } }))
    }
}
