public import Tensors

/// One `fit`: epochs of batches over the training data, with validation and callbacks.
///
/// What it has learnt is in the parameters after every step, so an error or an interrupt leaves the
/// model as it was then; the history so far stays with the settings.
final class TrainingRun {
    private let model: any Layer
    private let settings: TrainingSettings
    private let options: FitOptions
    private var data: TrainingData
    private var validation: (Tensor, Tensor)?
    private var weights: ExampleWeights
    /// The number of examples and of batches; nil where batches come as they come.
    private let count: Int?
    private let batches: Int?

    private var metrics: [MetricAccumulator]
    private let progress: TrainingProgress
    private let observers: [Callback]
    /// The model's parameters; found again after a step that made new ones.
    private var parameters: [Parameter] = []
    private var order: [Int] = []
    /// The step as a fixed list of kernel calls, for models that are a stack of dense layers.
    private var plan: DensePlan?
    private var planGivesLogits = false
    private var hasLookedForPlan = false
    /// Labels as the plan takes them.
    private var preparedTargets: Tensor?
    private var lossSum = 0.0
    private var seen = 0
    private var context: Callback.Context?

    init(
        _ model: any Layer, _ settings: TrainingSettings, _ data: TrainingData,
        _ options: FitOptions
    ) throws {
        try Training.checkBatchSize(options.batchSize, "fit")
        guard options.epochs >= 0 else {
            throw TensorError.domain(
                operation: "fit", problem: "epochs must not be negative, given \(options.epochs)",
                help: nil)
        }
        self.model = model
        self.settings = settings
        self.options = options
        self.data = data
        var options = options
        if let (xv, yv) = options.validationData {
            try Training.checkPairs(xv, yv, "fit(validationData:)")
            validation = (xv, yv)
        }
        switch data {
        case .examples(let x, let y):
            try Training.checkPairs(x, y, "fit")
            if validation == nil, options.validationSplit != 0 {
                let part = try TrainingRun.split(x, options.validationSplit)
                validation = (try x.rows(part..<x.shape[0]), try y.rows(part..<y.shape[0]))
                self.data = .examples(try x.rows(0..<part), try y.rows(0..<part))
                if let own = options.sampleWeights, own.shape == [x.shape[0]] {
                    options.sampleWeights = try own.rows(0..<part)
                }
                count = part
            } else {
                count = x.shape[0]
            }
            let (whole, rest) = (count ?? 0).quotientAndRemainder(dividingBy: options.batchSize)
            batches = rest == 0 ? whole : whole + 1
        case .batches(let number, _):
            guard options.validationSplit == 0 else {
                throw TensorError.domain(
                    operation: "fit", problem: "validationSplit of batches",
                    help: "give 'validationData:' where batches are given")
            }
            count = nil
            batches = number
        }
        weights = try ExampleWeights(options, examples: count)
        metrics = settings.metrics.map { MetricAccumulator($0, settings.loss) }
        progress = TrainingProgress(options.verbose, epochs: options.epochs, batches: batches ?? 0)
        observers = options.callbacks.filter(\.observesBatches)
    }

    /// The number of rows that stay for training: the validation data are the last ones, as Keras
    /// takes them.
    private static func split(_ x: Tensor, _ fraction: Double) throws -> Int {
        let count = x.shape[0]
        guard fraction > 0, fraction < 1 else {
            throw TensorError.domain(
                operation: "fit",
                problem: "validationSplit must lie between 0 and 1, given \(fraction)",
                help: nil)
        }
        let part = Int((Double(count) * (1 - fraction)).rounded())
        guard part > 0, part < count else {
            throw TensorError.domain(
                operation: "fit",
                problem: "validationSplit \(fraction) of \(count) examples leaves no example for "
                    + (part == 0 ? "training" : "validation"), help: nil)
        }
        return part
    }

    func run() throws -> History {
        var history = History()
        // Also after an error or an interrupt. Stored at the end only: a second reference during
        // training would have every epoch copy all that went before.
        defer { settings.history = history }
        parameters = ModelWalk.parameters(of: model)
        let position = TrainingPosition()
        let context = Callback.Context(
            model: model, parameters: { [unowned self] in self.parameters },
            optimizer: settings.optimizer, position: position)
        self.context = context
        defer { self.context = nil }
        for callback in options.callbacks { try callback.begin(context) }

        var logs = TrainingLogs()
        // A callback may have brought back an earlier run.
        var epoch = position.epoch
        history = position.history
        if epoch > 0 { parameters = ModelWalk.parameters(of: model) }
        var stops = false
        while epoch < options.epochs, !stops {
            epoch += 1
            stops = try trainEpoch(epoch)
            logs = try epochLogs()
            history.append(epoch: epoch, logs)
            position.epoch = epoch
            position.history = history
            progress.epoch(epoch, logs)
            for callback in options.callbacks {
                if try callback.epochEnded(epoch, logs, context) == .stop { stops = true }
            }
        }
        for callback in options.callbacks { try callback.end(context) }
        if stops {
            history.stopReason =
                options.callbacks.lazy.compactMap(\.stopReason).first ?? "a callback asked for it"
        }
        progress.finish(epoch, logs, history.stopReason)
        return history
    }

    private func epochLogs() throws -> TrainingLogs {
        var entries = [(key: "loss", value: lossSum / Double(max(seen, 1)))]
        for metric in metrics { entries.append((metric.metric.name, metric.value)) }
        if let (xv, yv) = validation {
            let logs = try Evaluation(settings).run(
                model, xv, yv, max(options.batchSize, min(256, count ?? 256)))
            for entry in logs.entries { entries.append(("val_" + entry.key, entry.value)) }
        }
        return TrainingLogs(entries)
    }

    /// All batches once; true when a callback asks for the end.
    private func trainEpoch(_ epoch: Int) throws -> Bool {
        lossSum = 0
        seen = 0
        for index in metrics.indices { metrics[index].reset() }
        for callback in options.callbacks { try callback.epochBegan(epoch, context) }
        switch data {
        case .examples(let x, let y): return try trainExamples(x, y, epoch)
        case .batches(_, let make):
            let next = try make(epoch)
            var batch = 0
            while let (inputs, targets) = try next() {
                try Interruption.breathe()
                try Training.checkPairs(inputs, targets, "fit")
                batch += 1
                let own = weights.isEmpty ? nil : try weights.weights(targets, nil)
                if try train(
                    TrainingBatch(inputs: inputs, targets: targets, weights: own), epoch, batch)
                {
                    return true
                }
                if let batches, batch >= batches { break }
            }
            guard batch > 0 else {
                throw TensorError.domain(
                    operation: "fit", problem: "there is no batch in epoch \(epoch)", help: nil)
            }
            return false
        }
    }

    /// All batches of examples in memory, in a random order if wanted.
    private func trainExamples(_ x: Tensor, _ y: Tensor, _ epoch: Int) throws -> Bool {
        guard let count, let batches else { return false }
        // One batch of everything is the same in any order.
        let shuffles = options.shuffle && batches > 1
        if shuffles { order = try RandomOrder.permutation(count) }
        for batch in 0..<batches {
            try Interruption.breathe()
            let start = batch * options.batchSize
            let end = start + min(options.batchSize, count - start)
            func part(_ tensor: Tensor) throws -> Tensor {
                if shuffles { return try tensor.gatheringRows(order, start..<end) }
                return batches == 1 ? tensor : try tensor.rows(start..<end)
            }
            // Labels may have been made ready for the plan since the epoch began.
            let targets = try part(preparedTargets ?? y)
            let own =
                weights.isEmpty
                ? nil : try weights.weights(targets, weights.byExample.map { try part($0) })
            if try train(
                TrainingBatch(inputs: part(x), targets: targets, weights: own), epoch, batch + 1)
            {
                return true
            }
        }
        return false
    }

    /// One step and what is told of it; true when a callback asks for the end.
    private func train(_ batch: TrainingBatch, _ epoch: Int, _ number: Int) throws -> Bool {
        let rows = batch.inputs.shape[0]
        let loss = try step(batch, epoch, number)
        lossSum += loss * Double(rows)
        seen += rows
        if progress.showsBatches {
            progress.batch(number, epoch: epoch, own: loss, loss: lossSum / Double(seen))
        }
        return observers.isEmpty ? false : try tell(number)
    }

    private func tell(_ batch: Int) throws -> Bool {
        var entries = [(key: "loss", value: lossSum / Double(seen))]
        for metric in metrics { entries.append((metric.metric.name, metric.value)) }
        var stops = false
        guard let context else { return false }
        for callback in observers {
            let signal = try callback.batchEnded(batch, TrainingLogs(entries), context)
            if signal == .stop { stops = true }
        }
        return stops
    }

    /// Forward, loss, backward, update; the loss.
    private func step(_ batch: TrainingBatch, _ epoch: Int, _ number: Int) throws -> Double {
        if batch.weights == nil, let plan, let loss = try plan.step(batch.inputs, batch.targets) {
            try checkFinite(loss, batch, epoch, number, random: nil)
            if !metrics.isEmpty {
                let outputs = plan.outputs(rows: batch.inputs.shape[0])
                for index in metrics.indices {
                    try metrics[index].add(
                        outputs: outputs, targets: batch.targets, areLogits: planGivesLogits)
                }
            }
            try settings.optimizer.update(plan.parameters, along: plan.gradients)
            return loss
        }
        let loss = try recordedStep(batch, epoch, number)
        if !hasLookedForPlan {
            // After the first step all layers have their sizes.
            hasLookedForPlan = true
            if weights.isEmpty, let count, case .examples(_, let y) = data,
                let (plan, givesLogits) = try DensePlan.plan(
                    for: model, settings, rows: min(options.batchSize, count))
            {
                self.plan = plan
                planGivesLogits = givesLogits
                preparedTargets = try plan.prepared(y)
            }
        }
        return loss
    }

    private func checkFinite(
        _ loss: Double, _ batch: TrainingBatch, _ epoch: Int, _ number: Int,
        random: (seed: UInt64, counter: UInt64)?
    ) throws {
        guard options.stopOnNaN, !loss.isFinite else { return }
        let origin = try firstNonFinite(batch, random)
        throw TensorError.domain(
            operation: "fit",
            problem: "the loss is \(NumberText.short(loss)) in epoch \(epoch), batch \(number)"
                + (origin.map { "; the first operation that gave NaN or infinity is \($0)" } ?? ""),
            help: TrainingRun.nanHelp(batch.inputs, settings.optimizer))
    }

    /// The operation that made the first value that is not finite, found by computing the loss
    /// again; nil where the inputs hold such values already.
    private func firstNonFinite(
        _ batch: TrainingBatch, _ random: (seed: UInt64, counter: UInt64)?
    ) throws -> String? {
        guard TrainingRun.areFinite(batch.inputs) else { return nil }
        let outside = RandomGenerator.shared.position
        if let random { RandomGenerator.shared.move(to: random) }
        defer { RandomGenerator.shared.move(to: outside) }
        let tape = Tape.current
        (tape.looksForNonFinite, tape.firstNonFinite) = (true, nil)
        let state = NetworkState.current
        state.firstNonFinite = nil
        defer { (tape.looksForNonFinite, tape.firstNonFinite) = (false, nil) }
        // What is wrong besides is told by the loss itself.
        _ = try? ModelCalculus.record(parameters) {
            let output = try model.call(batch.inputs)
            return try LossFunction.value(
                settings.loss, outputs: output, targets: batch.targets, weights: batch.weights)
        }
        guard let name = tape.firstNonFinite else { return nil }
        guard let layer = state.firstNonFinite else { return "'\(name)'" }
        return "'\(name)' in layer \(layer)"
    }

    /// A step through the tape.
    private func recordedStep(
        _ batch: TrainingBatch, _ epoch: Int, _ number: Int
    ) throws -> Double {
        let state = NetworkState.current
        let observed = state.observesOutputs
        state.observesOutputs = true
        defer {
            state.observesOutputs = observed
            state.lastOutput = nil
        }
        let model = self.model
        let settings = self.settings
        let random = RandomGenerator.shared.position
        var outputs: Tensor?
        let (value, recording, gradients) = try ModelCalculus.record(parameters) {
            let output = try model.call(batch.inputs)
            outputs = output
            let loss = try LossFunction.value(
                settings.loss, outputs: output, targets: batch.targets, weights: batch.weights)
            return try Penalties.added(to: loss, NetworkState.current.recording?.parameters ?? [])
        }
        let loss = try Checked.item(value)
        try checkFinite(loss, batch, epoch, number, random: random)
        if let outputs {
            for index in metrics.indices {
                try metrics[index].add(outputs: outputs, targets: batch.targets)
            }
        }
        if recording.parameters.count > parameters.count {
            parameters = ModelWalk.parameters(of: model)
        }
        try settings.optimizer.update(recording.parameters, along: gradients)
        return loss
    }

    private static func areFinite(_ inputs: Tensor) -> Bool {
        let sum = try? Checked.item(Checked.sum(asFloat(inputs, like: Tensor.zeros(0))))
        return sum?.isFinite ?? true
    }

    /// Where the NaN may come from: the data, else the step length.
    private static func nanHelp(_ inputs: Tensor, _ optimizer: Optimizer) -> String {
        if !areFinite(inputs) { return "the inputs of this batch hold NaN or infinite values" }
        return "try a smaller learning rate than \(optimizer.learningRate), or scale the inputs; "
            + "'stopOnNaN: false' goes on regardless"
    }
}

/// What regularisers ask for.
package enum Penalties {
    /// The loss with the penalties of those parameters that have one.
    package static func added(
        to loss: Tensor, _ parameters: [Parameter]
    ) throws(TensorError) -> Tensor {
        var sum = loss
        for parameter in parameters {
            if let penalty = parameter.penalty {
                sum = try Checked.add(sum, penalty(parameter.value))
            }
        }
        return sum
    }
}

extension Layer {
    /// The sum of what the model's regularisers ask for, to be added to the loss in a loop of one's
    /// own; `fit` adds it by itself.
    public func regularizationLoss() -> Tensor { orFail { try checkedRegularizationLoss() } }

    package func checkedRegularizationLoss() throws -> Tensor {
        try Penalties.added(
            to: Checked.full([], value: 0, dtype: .float32), parameters.map(\.parameter))
    }
}
