import FoundationEssentials
import NeuralNetworks
import Tensors
import Testing

@Suite struct TrainingDataTests {
    private func options(_ change: (inout FitOptions) -> Void = { _ in }) -> FitOptions {
        var options = FitOptions()
        options.verbose = .silent
        change(&options)
        return options
    }

    private func linear(_ weight: Double = 0) -> Sequential {
        let layer = Dense(1, inputSize: 1, useBias: false, kernelInitializer: .constant(weight))
        return Sequential([layer])
    }

    private func weight(_ model: Sequential) throws -> Double {
        try values(model.parameters[0].parameter.value)[0]
    }

    private func temporary(_ name: String) -> String {
        let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        return folder + "/vencejo-\(ProcessInfo.processInfo.processIdentifier)-" + name
    }

    @Test func `weights of examples and classes multiply their losses`() throws {
        // Slope of w at 0: −2·Σ weight·x·y / count.
        let x = Tensor([[1.0], [1.0], [1.0], [1.0]])
        let y = Tensor([[1.0], [1.0], [0.0], [1.0]])
        let model = linear()
        model.compile(optimizer: SGD(learningRate: 1), loss: .meanSquaredError)
        _ = try Training.fit(
            model, x, y, options { $0.sampleWeights = Tensor([1.0, 0.5, 3.0, 0.0]) })
        #expect(try abs(weight(model) - 2 * 1.5 / 4) < 1e-6)
        let other = linear()
        other.compile(optimizer: SGD(learningRate: 1), loss: .meanSquaredError)
        _ = try Training.fit(other, x, y, options { $0.classWeights = Tensor([1.0, 2.0]) })
        #expect(try abs(weight(other) - 2 * 6 / 4) < 1e-6)
        #expect(throws: TensorError.self) {
            try Training.fit(model, x, y, options { $0.sampleWeights = Tensor([1.0]) })
        }
    }

    @Test func `batches may come from a function`() throws {
        let model = linear()
        model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)
        var asked: [Int] = []
        let history = try Training.fit(
            model,
            .generated(3) {
                asked.append($0)
                return (Tensor([[1.0]]), Tensor([[1.0]]))
            }, options { $0.epochs = 2 })
        #expect(asked == [0, 1, 2, 0, 1, 2])
        // The gap shrinks by 1 − 2·0.1 at each of six steps.
        #expect(try abs(weight(model) - (1 - 0.262144)) < 1e-5)
        #expect(history.epochs == [1, 2])
        #expect(throws: TensorError.self) {
            try Training.fit(model, .generated(0) { _ in (Tensor([[1.0]]), Tensor([[1.0]])) }, options())
        }
    }

    @Test func `frozen layers stay as they are`() throws {
        let first = Dense(3, inputSize: 2)
        let model = Sequential([first, Dense(1)])
        model.compile(optimizer: Adam(learningRate: 0.1), loss: .meanSquaredError)
        first.trainable = false
        let before = try values(first.weight)
        _ = try Training.fit(model, Tensor.randomNormal(8, 2), Tensor.zeros(8, 1), options())
        #expect(try values(first.weight) == before)
        model.trainable = true
        _ = try Training.fit(model, Tensor.randomNormal(8, 2), Tensor.zeros(8, 1), options())
        #expect(try values(first.weight) != before)
    }

    private func network() -> Sequential {
        Sequential([
            Conv2D(4, kernelSize: 3, padding: .same), BatchNorm(), Activation(.relu), Flatten(),
            Dropout(0.3), Dense(3),
        ])
    }

    @Test func `a training that was broken off goes on bit for bit`() throws {
        let path = temporary("resume.safetensors")
        defer { try? FileManager.default.removeItem(atPath: path) }
        setRandomSeed(5)
        let x = Tensor.randomNormal(24, 5, 5, 1)
        let y = Tensor.randomInt(24, in: 0..<3)
        func run(_ epochs: Int, _ callbacks: [Callback], seed: Int) throws -> ([Double], History) {
            setRandomSeed(seed)
            let model = network()
            model.compile(
                optimizer: Nadam(learningRate: .exponentialDecay(initial: 0.01, factor: 0.9)),
                loss: .sparseCategoricalCrossentropy(fromLogits: true), metrics: [.accuracy])
            let history = try Training.fit(
                model, x, y,
                options {
                    $0.epochs = epochs
                    $0.batchSize = 8
                    $0.callbacks = callbacks
                })
            let walk = ModelWalk(model)
            let all =
                try walk.parameters.flatMap { try values($0.parameter.value) }
                + walk.constants.flatMap { try values($0.tensor) }
            return (all, history)
        }
        let whole = try run(4, [BackupAndRestore(temporary("whole.safetensors"), deletesAtEnd: true)], seed: 7)
        _ = try run(2, [BackupAndRestore(path)], seed: 7)
        let resumed = try run(4, [BackupAndRestore(path)], seed: 99)
        #expect(resumed.0 == whole.0)
        #expect(resumed.1 == whole.1)
    }

    @Test func `models are saved with their architecture`() throws {
        let path = temporary("model.safetensors")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let model = Sequential([
            Conv2D(3, kernelSize: 3, activation: .leakyRelu(0.2)), GroupNorm(groups: 3), MaxPool2D(2),
            Flatten(), Dense(4, activation: .gelu), Dropout(0.1),
        ])
        let x = Tensor.randomNormal(2, 8, 8, 2)
        let y = try model.call(x)
        try ModelFile.save(model, to: path)
        #expect(try distance(ModelFile.model(from: path).call(x), y) == 0)
        let sizes = Sequential([Dense(5), Dense(2)])
        _ = try sizes.call(Tensor.ones(1, 4))
        try ModelFile.save(sizes, to: path)
        let wrong = Sequential([Dense(5), Dense(3, inputSize: 5)])
        do {
            try ModelFile.load(wrong, from: path)
            Issue.record("no error")
        } catch {
            #expect("\(error)".contains("'1.weight' has shape [5, 2], the model's has shape [5, 3]"))
        }
        do {
            try ModelFile.load(sizes, from: path, optimizer: Adam())
            Issue.record("no error")
        } catch {
            #expect("\(error)".contains("holds nothing of an optimizer"))
        }
    }

    @Test func `blocks with layers that get their sizes late are loaded whole`() throws {
        let path = temporary("block.safetensors")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let model = Sequential([
            Embedding(vocabulary: 11, dimensions: 4), PositionalEncoding(learned: true),
            TransformerEncoderBlock(heads: 2, feedForward: 6, causal: true),
            Bidirectional(GRU(3)), Dense(2),
        ])
        let x = Tensor([[1, 2, 3], [4, 5, 6]])
        let y = try model.call(x)
        try ModelFile.save(model, to: path)
        #expect(try distance(ModelFile.model(from: path).call(x), y) == 0)
    }

    @Test func `the average of weights is the model's when training ends`() throws {
        let model = linear()
        model.compile(optimizer: SGD(learningRate: 0.5), loss: .meanSquaredError)
        let average = WeightAverage(decay: 0.5)
        _ = try Training.fit(
            model, Tensor([[1.0]]), Tensor([[1.0]]),
            options {
                $0.epochs = 2
                $0.callbacks = [average]
            })
        // After one step the weight is 1, and it stays: the average starts there.
        #expect(try abs(weight(model) - 1) < 1e-6)
        let other = linear(2)
        average.swap(model)
        let own = WeightAverage(decay: 0.75)
        try own.checkedUpdate(other)
        other.parameters[0].parameter.value = Tensor([[6.0]])
        try own.checkedUpdate(other)
        own.checkedSwap(other)
        #expect(try weight(other) == 3)
        own.checkedSwap(other)
        #expect(try weight(other) == 6)
    }

    @Test func `figures are written line by line, rates set epoch by epoch`() throws {
        let path = temporary("log.csv")
        defer { try? FileManager.default.removeItem(atPath: path) }
        let model = linear()
        let sgd = SGD(learningRate: 0.5)
        model.compile(optimizer: sgd, loss: .meanSquaredError)
        var rates: [Double] = []
        _ = try Training.fit(
            model, Tensor([[1.0]]), Tensor([[1.0]]),
            options {
                $0.epochs = 2
                $0.callbacks = [
                    CSVLogger(path),
                    LearningRateScheduler { epoch, rate in
                        rates.append(rate)
                        return rate / Double(epoch * 2)
                    },
                ]
            })
        #expect(rates == [0.5, 0.25])
        #expect(sgd.learningRate == 0.0625)
        let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
        #expect(text == "epoch,loss\n1,1.0\n2,0.25\n")
    }

    @Test func `figures of an epoch are those of all its examples`() throws {
        let model = Sequential([
            Dense(1, inputSize: 1, useBias: false, kernelInitializer: .ones)
        ])
        model.compile(
            optimizer: SGD(learningRate: 0), loss: .binaryCrossentropy(fromLogits: true),
            metrics: [.precision, .recall, .f1, .auc, .averagePrecision])
        let x = Tensor([[2.0], [1.0], [-1.0], [3.0], [-2.0]])
        let y = Tensor([[1.0], [0.0], [1.0], [1.0], [0.0]])
        let logs = try Training.evaluate(model, x, y, batchSize: 2)
        #expect(try abs(logs.value("precision") - 2 / 3.0) < 1e-9)
        #expect(try abs(logs.value("recall") - 2 / 3.0) < 1e-9)
        #expect(try abs(logs.value("f1") - 2 / 3.0) < 1e-9)
        #expect(try abs(logs.value("auc") - 5 / 6.0) < 1e-9)
        let regression = linear(2)
        regression.compile(
            optimizer: SGD(), loss: .meanSquaredError, metrics: [.r2, .rootMeanSquaredError])
        let figures = try Training.evaluate(
            regression, Tensor([[1.0], [2.0], [3.0]]), Tensor([[2.0], [4.0], [7.0]]), batchSize: 2)
        #expect(try abs(figures.value("r2") - (1 - 1 / (38 / 3.0))) < 1e-6)
        #expect(try abs(figures.value("rootMeanSquaredError") - (1 / 3.0).squareRoot()) < 1e-6)
    }
}
