import Tensors

/// One `fit`: epochs of batches over the training data, with validation and callbacks.
///
/// What it has learnt is in the parameters after every step, so an error or an interrupt leaves the
/// model as it was then; the history so far stays with the settings.
final class TrainingRun {
    private let model: any Layer
    private let settings: TrainingSettings
    private let options: FitOptions
    private var x: Tensor
    private var y: Tensor
    private var validation: (Tensor, Tensor)?
    private let count: Int
    private let batches: Int

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
    private var lossSum = 0.0
    private var seen = 0

    init(
        _ model: any Layer, _ settings: TrainingSettings, _ x: Tensor, _ y: Tensor,
        _ options: FitOptions
    ) throws {
        try Training.checkBatchSize(options.batchSize, "fit")
        try Training.checkPairs(x, y, "fit")
        guard options.epochs >= 0 else {
            throw TensorError.domain(
                operation: "fit", problem: "epochs must not be negative, given \(options.epochs)",
                help: nil)
        }
        self.model = model
        self.settings = settings
        self.options = options
        self.x = x
        self.y = y
        if let (xv, yv) = options.validationData {
            try Training.checkPairs(xv, yv, "fit(validationData:)")
            validation = (xv, yv)
        } else if options.validationSplit != 0 {
            let part = try TrainingRun.split(x, options.validationSplit)
            validation = (try x.rows(part..<x.shape[0]), try y.rows(part..<y.shape[0]))
            self.x = try x.rows(0..<part)
            self.y = try y.rows(0..<part)
        }
        count = self.x.shape[0]
        batches = (count + options.batchSize - 1) / options.batchSize
        metrics = settings.metrics.map { MetricAccumulator($0, settings.loss) }
        progress = TrainingProgress(options.verbose, epochs: options.epochs, batches: batches)
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
        let context = Callback.Context(
            model: model, parameters: { [unowned self] in self.parameters },
            optimizer: settings.optimizer)
        for callback in options.callbacks { try callback.begin(context) }

        var logs = TrainingLogs()
        var epoch = 0
        var stops = false
        while epoch < options.epochs, !stops {
            epoch += 1
            stops = try trainEpoch(epoch)
            logs = try epochLogs()
            history.append(epoch: epoch, logs)
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
                model, xv, yv, max(options.batchSize, min(256, count)))
            for entry in logs.entries { entries.append(("val_" + entry.key, entry.value)) }
        }
        return TrainingLogs(entries)
    }

    /// All batches once; true when a callback asks for the end.
    private func trainEpoch(_ epoch: Int) throws -> Bool {
        lossSum = 0
        seen = 0
        for index in metrics.indices { metrics[index].reset() }
        // One batch of everything is the same in any order.
        let shuffles = options.shuffle && batches > 1
        if shuffles { order = try RandomOrder.permutation(count) }
        for batch in 0..<batches {
            try Interruption.check()
            let start = batch * options.batchSize
            let end = min(start + options.batchSize, count)
            let inputs: Tensor
            let targets: Tensor
            if shuffles {
                inputs = try x.gatheringRows(order, start..<end)
                targets = try y.gatheringRows(order, start..<end)
            } else if batches == 1 {
                inputs = x
                targets = y
            } else {
                inputs = try x.rows(start..<end)
                targets = try y.rows(start..<end)
            }
            let loss = try step(inputs, targets, epoch, batch + 1)
            lossSum += loss * Double(end - start)
            seen += end - start
            if progress.showsBatches {
                progress.batch(batch + 1, epoch: epoch, loss: lossSum / Double(seen))
            }
            if !observers.isEmpty, try tell(batch + 1) { return true }
        }
        return false
    }

    private func tell(_ batch: Int) throws -> Bool {
        var entries = [(key: "loss", value: lossSum / Double(seen))]
        for metric in metrics { entries.append((metric.metric.name, metric.value)) }
        var stops = false
        for callback in observers {
            if try callback.batchEnded(batch, TrainingLogs(entries)) == .stop { stops = true }
        }
        return stops
    }

    /// Forward, loss, backward, update; the loss.
    private func step(
        _ inputs: Tensor, _ targets: Tensor, _ epoch: Int, _ batch: Int
    ) throws -> Double {
        if let plan, let loss = try plan.step(inputs, targets) {
            try checkFinite(loss, inputs, epoch, batch)
            if !metrics.isEmpty {
                let outputs = plan.outputs(rows: inputs.shape[0])
                for index in metrics.indices {
                    try metrics[index].add(
                        outputs: outputs, targets: targets, areLogits: planGivesLogits)
                }
            }
            try settings.optimizer.update(plan.parameters, along: plan.gradients)
            return loss
        }
        let loss = try recordedStep(inputs, targets, epoch, batch)
        if !hasLookedForPlan {
            // After the first step all layers have their sizes.
            hasLookedForPlan = true
            if let (plan, givesLogits) = try DensePlan.plan(
                for: model, settings, rows: min(options.batchSize, count))
            {
                self.plan = plan
                planGivesLogits = givesLogits
                y = try plan.prepared(y)
            }
        }
        return loss
    }

    private func checkFinite(
        _ loss: Double, _ inputs: Tensor, _ epoch: Int, _ batch: Int
    ) throws {
        guard options.stopOnNaN, !loss.isFinite else { return }
        throw TensorError.domain(
            operation: "fit",
            problem: "the loss is \(NumberText.short(loss)) in epoch \(epoch), batch \(batch)",
            help: TrainingRun.nanHelp(inputs, settings.optimizer))
    }

    /// A step through the tape.
    private func recordedStep(
        _ inputs: Tensor, _ targets: Tensor, _ epoch: Int, _ batch: Int
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
        var outputs: Tensor?
        let (value, recording, gradients) = try ModelCalculus.record(parameters) {
            let output = try model.call(inputs)
            outputs = output
            return try LossFunction.value(settings.loss, outputs: output, targets: targets)
        }
        let loss = try Checked.item(value)
        try checkFinite(loss, inputs, epoch, batch)
        if let outputs {
            for index in metrics.indices {
                try metrics[index].add(outputs: outputs, targets: targets)
            }
        }
        if recording.parameters.count > parameters.count {
            parameters = ModelWalk.parameters(of: model)
        }
        try settings.optimizer.update(recording.parameters, along: gradients)
        return loss
    }

    /// Where the NaN may come from: the data, else the step length.
    private static func nanHelp(_ inputs: Tensor, _ optimizer: Optimizer) -> String {
        let sum = try? Checked.item(Checked.sum(asFloat(inputs, like: Tensor.zeros(0))))
        if let sum, !sum.isFinite {
            return "the inputs of this batch hold NaN or infinite values"
        }
        return "try a smaller learning rate than \(optimizer.learningRate), or scale the inputs; "
            + "'stopOnNaN: false' goes on regardless"
    }
}
