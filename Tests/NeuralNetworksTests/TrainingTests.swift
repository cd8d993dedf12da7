import NeuralNetworks
import Synchronization
import Tensors
import Testing

/// Keeps what is shown, for one test at a time.
final class RecordingSink: OutputSink {
    struct State {
        var text = ""
        var displays: [String] = []
        var updates = 0
        var last: DisplayBundle?
    }

    let state = Mutex(State())
    let updatesInPlace: Bool

    init(updatesInPlace: Bool) { self.updatesInPlace = updatesInPlace }

    func write(_ text: String) { state.withLock { $0.text += text } }
    func writeError(_ text: String) {}
    func display(_ bundle: DisplayBundle, id: String?) {
        state.withLock {
            $0.displays.append(bundle.text)
            $0.last = bundle
        }
    }
    func updateDisplay(_ bundle: DisplayBundle, id: String) {
        state.withLock {
            $0.displays[$0.displays.count - 1] = bundle.text
            $0.updates += 1
            $0.last = bundle
        }
    }
}

@Suite(.serialized) struct TrainingTests {
    private let xorInputs = Tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    private let xorLabels = Tensor([[0.0], [1.0], [1.0], [0.0]])

    private func xorModel() -> Sequential {
        Sequential {
            Dense(8, activation: .tanh, inputSize: 2)
            Dense(1, activation: .sigmoid)
        }
    }

    private func silent(_ change: (inout FitOptions) -> Void = { _ in }) -> FitOptions {
        var options = FitOptions()
        options.verbose = .silent
        change(&options)
        return options
    }

    @Test func `a network of two layers learns XOR`() throws {
        setRandomSeed(1)
        let model = xorModel()
        model.compile(
            optimizer: SGD(learningRate: 0.5), loss: .binaryCrossentropy, metrics: [.accuracy])
        let history = try Training.fit(model, xorInputs, xorLabels, silent { $0.epochs = 2000 })
        #expect(history.keys == ["loss", "accuracy"])
        #expect(history.epochs.count == 2000)
        #expect(try history.series("accuracy").last == 1)
        #expect(try #require(history.series("loss").last) < 0.05)
        let predicted = try values(Training.predict(model, xorInputs))
        #expect(predicted.map { $0 > 0.5 } == [false, true, true, false])
    }

    @Test func `the same seed gives the same history and the same weights`() throws {
        func run() throws -> (History, [Double]) {
            setRandomSeed(7)
            let model = Sequential {
                Dense(16, activation: .relu)
                Dropout(0.3)
                Dense(3, activation: .softmax)
            }
            let x = Tensor.randomNormal(90, 5)
            let y = Tensor.randomInt(90, in: 0..<3)
            model.compile(
                optimizer: Adam(learningRate: 0.01), loss: .sparseCategoricalCrossentropy,
                metrics: [.accuracy, .topK(2)])
            let history = try Training.fit(
                model, x, y,
                silent {
                    $0.epochs = 4
                    $0.batchSize = 16
                    $0.validationSplit = 0.2
                })
            return (history, try model.parameters.flatMap { try values($0.parameter.value) })
        }
        let (first, firstWeights) = try run()
        let (second, secondWeights) = try run()
        #expect(first == second)
        #expect(firstWeights == secondWeights)
        #expect(
            first.keys == [
                "loss", "accuracy", "top2Accuracy", "val_loss", "val_accuracy", "val_top2Accuracy",
            ])
    }

    @Test func `one's own loop and fit make the same steps`() throws {
        setRandomSeed(3)
        var a = xorModel()
        let b = xorModel()
        for model in [a, b] { _ = try model.call(xorInputs) }
        for (pa, pb) in zip(a.parameters, b.parameters) { pb.parameter.value = pa.parameter.value }
        b.compile(optimizer: Adam(learningRate: 0.05), loss: .binaryCrossentropy(fromLogits: false))
        let history = try Training.fit(b, xorInputs, xorLabels, silent { $0.epochs = 20 })
        let optimizer = Adam(learningRate: 0.05)
        var losses: [Double] = []
        for _ in 0..<20 {
            let (loss, gradient) = try ModelCalculus.valueWithGradient(at: a) { model in
                try LossFunction.value(
                    .binaryCrossentropy, outputs: model.call(xorInputs), targets: xorLabels)
            }
            losses.append(try Checked.item(loss))
            optimizer.update(&a, along: gradient)
        }
        for (own, fitted) in zip(losses, try history.series("loss")) {
            #expect(abs(own - fitted) < 1e-4)
        }
    }

    @Test func `early stopping stops, and restores the best weights`() throws {
        setRandomSeed(5)
        let model = Sequential { Dense(1, inputSize: 1) }
        model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)
        // Training pulls the weight up, validation wants it low: every epoch is worse.
        let x = Tensor.ones(4, 1)
        (model.layers[0] as? Dense)?.weight = Tensor([[0.5]])
        let stopping = EarlyStopping(monitor: "valLoss", patience: 3, restoreBestWeights: true)
        let history = try Training.fit(
            model, x, Tensor.full(4, 1, value: 5),
            silent {
                $0.epochs = 50
                $0.validationData = (x, Tensor.zeros(4, 1))
                $0.callbacks = [stopping]
            })
        #expect(history.epochs == [1, 2, 3, 4])
        #expect(stopping.bestEpoch == 1)
        #expect(history.stopReason?.hasPrefix("val_loss has not improved on ") == true)
        let again = try Training.evaluate(model, x, Tensor.zeros(4, 1)).value("loss")
        #expect(abs(again - history["val_loss"][0]) < 1e-5)
    }

    @Test func `a callback sees epochs and batches, and stops by its answer`() throws {
        let model = xorModel()
        model.compile(optimizer: SGD(), loss: .binaryCrossentropy)
        var told: [String] = []
        let watch = Callback(
            onEpochEnd: { epoch, logs in told.append("epoch \(epoch) \(logs.keys)") },
            onBatchEnd: { batch, _ in told.append("batch \(batch)") },
            onTrainBegin: { told.append("begin") }, onTrainEnd: { told.append("end") })
        let stop = Callback(onEpochEnd: { epoch, _ in epoch == 2 ? .stop : .proceed })
        let history = try Training.fit(
            model, xorInputs, xorLabels,
            silent {
                $0.epochs = 9
                $0.batchSize = 3
                $0.callbacks = [watch, stop]
            })
        #expect(history.epochs == [1, 2])
        #expect(
            told == [
                "begin", "batch 1", "batch 2", "epoch 1 [\"loss\"]", "batch 1", "batch 2",
                "epoch 2 [\"loss\"]", "end",
            ])
    }

    @Test func `an error in a callback ends training and keeps weights and history`() throws {
        struct Failure: Error {}
        let model = xorModel()
        model.compile(optimizer: SGD(learningRate: 0.5), loss: .binaryCrossentropy)
        let before = try values(model.parameters[0].parameter.value)
        #expect(throws: Failure.self) {
            try Training.fit(
                model, xorInputs, xorLabels,
                silent {
                    $0.epochs = 5
                    $0.callbacks = [
                        Callback(onEpochEnd: { epoch, _ in if epoch == 2 { throw Failure() } })
                    ]
                })
        }
        #expect(try values(model.parameters[0].parameter.value) != before)
        #expect(try TrainingSettings.of(model, "test").history?.epochs == [1, 2])
    }

    private func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    @Test func `a loss that is not a number stops training with its place`() throws {
        let model = Sequential { Dense(1, inputSize: 1) }
        model.compile(optimizer: SGD(learningRate: 1e12), loss: .meanSquaredError)
        let x = Tensor.ones(8, 1)
        let text = message {
            _ = try Training.fit(model, x, x, silent { $0.epochs = 90 })
        }
        #expect(text.hasPrefix("'fit': the loss is "))
        #expect(
            text.contains(
                "batch 1; the first operation that gave NaN or infinity is 'squaredError'\n"
                    + "help: try a smaller learning rate than 1000000000000.0"))
        let nan = try Checked.multiply(x, .real(.nan))
        let data = message { _ = try Training.fit(model, nan, x, silent()) }
        #expect(data.hasSuffix("help: the inputs of this batch hold NaN or infinite values"))
        let goesOn = try Training.fit(model, nan, x, silent { $0.stopOnNaN = false })
        #expect(goesOn["loss"][0].isNaN)
    }

    @Test func `what is wrong with a call is told with what to do`() throws {
        let model = xorModel()
        #expect(
            message { _ = try Training.fit(model, xorInputs, xorLabels, silent()) }
                == "'fit': the model has not been compiled\n"
                + "help: call 'model.compile(optimizer: Adam(), loss: .…)' first")
        #expect(
            message { try Training.compile(model, optimizer: SGD(), loss: "mse", metrics: []) }
                .hasPrefix("'compile': no loss is named 'mse'\nhelp: there are "))
        #expect(
            message {
                try Training.compile(
                    model, optimizer: SGD(), loss: .binaryCrossentropy, metrics: ["acc"])
            }.hasPrefix("'compile': no metric is named 'acc'\nhelp: there are .accuracy"))
        model.compile(optimizer: SGD(), loss: .binaryCrossentropy)
        #expect(
            message { _ = try Training.fit(model, xorInputs, Tensor.ones(3, 1), silent()) }
                == "'fit' expects one row of y for each of the 4 rows of x (shape [4, 2]), "
                + "given shape [3, 1]")
        #expect(
            message {
                _ = try Training.fit(model, xorInputs, xorLabels, silent { $0.batchSize = 0 })
            } == "'fit': batchSize must be at least 1, given 0")
        #expect(
            message {
                _ = try Training.fit(
                    model, xorInputs, xorLabels, silent { $0.validationSplit = 0.1 })
            } == "'fit': validationSplit 0.1 of 4 examples leaves no example for validation")
        let stopping = message {
            _ = try Training.fit(
                model, xorInputs, xorLabels, silent { $0.callbacks = [EarlyStopping()] })
        }
        #expect(
            stopping == "'EarlyStopping': no figure is named 'val_loss'\n"
                + "help: give 'fit' validationData: or validationSplit:; there are 'loss'")
        let history = try Training.fit(model, xorInputs, xorLabels, silent())
        #expect(
            message { _ = try history.series("val_loss") }
                == "'history': no figure is named 'val_loss'\nhelp: there are 'loss'")
        #expect(
            message { _ = try Training.predict(model, Tensor.ones(2, 5)) }
                .hasPrefix("layer '0' (Dense): 'Dense' expects 2 features"))
    }

    @Test func `evaluate and predict do not train and do not drop`() throws {
        let model = Sequential {
            Dropout(0.5)
            Dense(1, inputSize: 2)
        }
        model.compile(optimizer: SGD(), loss: .meanSquaredError, metrics: [.meanAbsoluteError])
        let x = Tensor.ones(700, 2)
        let y = Tensor.zeros(700, 1)
        let first = try Training.evaluate(model, x, y)
        #expect(try Training.evaluate(model, x, y) == first)
        #expect(first.keys == ["loss", "meanAbsoluteError"])
        let all = try values(Training.predict(model, x))
        #expect(all.count == 700)
        #expect(Set(all).count == 1)
        #expect(try abs(first.value("loss") - all[0] * all[0]) < 1e-5)
    }

    @Test func `curves grow in place, a few times a second, and end the same in every run`() throws {
        LiveCurve.painter.use { curve in
            "<svg>\(curve.places.count) \(curve.losses) \(curve.history.epochs.count)</svg>"
        }
        func picture(updatesInPlace: Bool) throws -> (String, RecordingSink.State) {
            setRandomSeed(2)
            let model = Sequential { Dense(1) }
            model.compile(optimizer: SGD(learningRate: 0.01), loss: .meanSquaredError)
            let sink = RecordingSink(updatesInPlace: updatesInPlace)
            Output.use(sink)
            defer { Output.use(nil) }
            var options = FitOptions()
            options.epochs = 30
            options.batchSize = 4
            options.verbose = .curve
            _ = try Training.fit(model, Tensor.ones(80, 2), Tensor.ones(80, 1), options)
            let state = sink.state.withLock { $0 }
            guard case .text(let svg)? = state.last?["image/svg+xml"] else { return ("", state) }
            return (svg, state)
        }
        let (first, live) = try picture(updatesInPlace: true)
        // 401 batches were thinned to 200 pairs, 99 pairs followed.
        #expect(first.hasPrefix("<svg>299 ") && first.hasSuffix(" 30</svg>"))
        #expect(live.displays.count == 1)
        #expect(try picture(updatesInPlace: true).0 == first)
        let (last, plain) = try picture(updatesInPlace: false)
        #expect(last == first)
        #expect(plain.displays.count == 1 && plain.updates == 0)
    }

    @Test func `the history of a fit that ended with an error is the model's`() throws {
        let model = Sequential { Dense(1) }
        #expect(model.history == nil)
        model.compile(optimizer: SGD(), loss: .meanSquaredError)
        struct Stop: Error {}
        var options = FitOptions()
        options.epochs = 5
        options.verbose = .silent
        options.callbacks = [
            Callback(onEpochEnd: { epoch, _ in if epoch == 3 { throw Stop() } })
        ]
        #expect(throws: Stop.self) {
            try Training.fit(model, Tensor.ones(8, 2), Tensor.ones(8, 1), options)
        }
        #expect(model.history?.epochs == [1, 2, 3])
    }

    @Test func `progress is one line that changes, or plain lines`() throws {
        func run(_ sink: RecordingSink, _ verbose: Verbosity) throws {
            setRandomSeed(2)
            let model = xorModel()
            model.compile(optimizer: SGD(), loss: .binaryCrossentropy)
            Output.use(sink)
            defer { Output.use(nil) }
            var options = FitOptions()
            options.epochs = 100
            options.verbose = verbose
            _ = try Training.fit(model, xorInputs, xorLabels, options)
        }
        let live = RecordingSink(updatesInPlace: true)
        try run(live, .progress)
        live.state.withLock { state in
            #expect(state.displays.count == 1)
            #expect(state.displays[0].hasPrefix("epoch 100/100  loss 0."))
            #expect(state.updates < 20)
            #expect(state.text.isEmpty)
        }
        let plain = RecordingSink(updatesInPlace: false)
        try run(plain, .progress)
        plain.state.withLock { state in
            let lines = state.text.split(separator: "\n")
            #expect(lines.count == 21)
            #expect(lines[0].hasPrefix("epoch 1/100  loss 0."))
            #expect(lines[20].hasPrefix("epoch 100/100  loss "))
            #expect(state.displays.isEmpty)
        }
        let all = RecordingSink(updatesInPlace: true)
        try run(all, .epochs)
        all.state.withLock { #expect($0.text.split(separator: "\n").count == 100) }
        let none = RecordingSink(updatesInPlace: true)
        try run(none, .silent)
        none.state.withLock { #expect($0.text.isEmpty && $0.displays.isEmpty) }
    }

    @Test(arguments: [
        (0.0, "0.0000"), (0.04321, "0.0432"), (1.0, "1.0000"), (-0.5, "-0.5000"),
        (3.21e-5, "3.21e-05"), (123456.5, "123456.5000"), (2.5e7, "2.50e+07"),
        (9.999e-5, "1.00e-04"), (Double.nan, "nan"), (-Double.infinity, "-inf"),
    ])
    func `numbers are short`(_ value: Double, _ text: String) {
        #expect(NumberText.short(value) == text)
    }
}

@Suite struct DensePlanTests {
    @Test(arguments: ["softmax", "sigmoid", "linear"])
    func `a planned step and a recorded one have the same loss and gradients`(_ ending: String)
        throws
    {
        let model = Sequential {
            Dense(7, activation: .relu, inputSize: 5)
            Dense(6, activation: .tanh, useBias: false)
            Dense(4, activation: .sigmoid)
            Dense(3, activation: ActivationFunction(ending))
        }
        let x = Tensor.randomNormal(9, 5)
        _ = try model.call(x)
        let loss: Loss
        let y: Tensor
        switch ending {
        case "softmax":
            loss = .sparseCategoricalCrossentropy
            y = Tensor.randomInt(9, in: 0..<3)
        case "sigmoid":
            loss = .binaryCrossentropy
            y = Tensor.randomUniform(9, 3, min: 0, max: 1)
        default:
            loss = .meanSquaredError
            y = Tensor.randomNormal(9, 3)
        }
        let settings = try TrainingSettings(optimizer: SGD(), loss: loss, metrics: [])
        let plan = try #require(try DensePlan.plan(for: model, settings, rows: 16)).plan
        let value = try #require(try plan.step(x, plan.prepared(y)))
        let (expected, gradient) = try ModelCalculus.valueWithGradient(at: model) { model in
            NetworkState.current.observesOutputs = true
            defer { NetworkState.current.observesOutputs = false }
            return try LossFunction.value(loss, outputs: model.call(x), targets: y)
        }
        #expect(try abs(value - Checked.item(expected)) < 1e-5)
        #expect(plan.parameters.count == gradient.parameters.count)
        for (index, parameter) in plan.parameters.enumerated() {
            #expect(parameter === gradient.parameters[index])
            #expect(try distance(plan.gradients[index], gradient.tensors[index]) < 1e-5)
        }
        // Another type is left to the tape.
        #expect(try plan.step(Checked.asType(x, .float64), plan.prepared(y)) == nil)
    }

    @Test func `metrics of planned steps are those of the whole model`() throws {
        let model = Sequential {
            Dense(8, activation: .relu, inputSize: 4)
            Dense(3, activation: .softmax)
        }
        model.compile(
            optimizer: SGD(learningRate: 0), loss: .sparseCategoricalCrossentropy,
            metrics: [.accuracy, .topK(2)])
        let x = Tensor.randomNormal(50, 4)
        let y = Tensor.randomInt(50, in: 0..<3)
        var options = FitOptions()
        options.batchSize = 16
        options.epochs = 2
        options.verbose = .silent
        let history = try Training.fit(model, x, y, options)
        let logs = try Training.evaluate(model, x, y)
        for key in ["loss", "accuracy", "top2Accuracy"] {
            #expect(try abs(history.series(key)[1] - logs.value(key)) < 1e-6)
        }
    }
}
