// Training steps: forward, loss, backward, update; the loss is read at each step. A line for each: name, median seconds.

func report(_ name: String, _ samples: [Double]) {
    print("\(name) \(samples.sorted()[samples.count / 2])")
}

func measureXor() {
    var model = Sequential {
        Dense(8, activation: .tanh)
        Dense(1)
    }
    let optimizer = SGD(learningRate: 0.5)
    let x = Tensor([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    let y = Tensor([[0.0], [1.0], [1.0], [0.0]])
    var samples: [Double] = []
    var last = 0.0
    for round in 0..<26 {
        let start = ContinuousClock.now
        for _ in 0..<400 {
            let (loss, gradient) = valueWithGradient(at: model) { model in
                sigmoidCrossEntropy(logits: model(x), labels: y)
            }
            optimizer.update(&model, along: gradient)
            last = loss.item()
        }
        if round > 4 {
            samples.append((ContinuousClock.now - start) / .seconds(1) / 400)
        }
    }
    precondition(last < 1)
    report("mlp_xor", samples)
}

func measureMLP() {
    var model = Sequential {
        Dense(512, activation: .relu)
        Dense(256, activation: .relu)
        Dense(10)
    }
    let optimizer = Adam(learningRate: 0.001)
    let x = Tensor.randomUniform(8, 128, 784)
    let y = Tensor.randomInt(8, 128, in: 0..<10)
    var samples: [Double] = []
    for round in 0..<210 {
        let batch = x[round % 8]
        let labels = y[round % 8]
        let start = ContinuousClock.now
        let (loss, gradient) = valueWithGradient(at: model) { model in
            softmaxCrossEntropy(logits: model(batch), labels: labels)
        }
        optimizer.update(&model, along: gradient)
        let value = loss.item()
        precondition(value == value)
        if round >= 10 {
            samples.append((ContinuousClock.now - start) / .seconds(1))
        }
    }
    report("mlp_mnist", samples)
}

func measureFit() {
    let model = Sequential {
        Dense(512, activation: .relu)
        Dense(256, activation: .relu)
        Dense(10)
    }
    model.compile(
        optimizer: Adam(learningRate: 0.001), loss: .sparseCategoricalCrossentropy(fromLogits: true))
    let x = Tensor.randomUniform(12800, 784)
    let y = Tensor.randomInt(12800, in: 0..<10)
    var samples: [Double] = []
    for _ in 0..<4 {
        let start = ContinuousClock.now
        model.fit(x, y, epochs: 1, batchSize: 128, verbose: .silent)
        samples.append((ContinuousClock.now - start) / .seconds(1) / 100)
    }
    report("mlp_mnist_fit", samples)
}

measureXor()
measureMLP()
measureFit()
