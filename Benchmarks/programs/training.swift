// Training steps of larger models: forward, loss, backward, update; the loss is read at each step. A line for each: name,
// median seconds; then `parameters NAME COUNT` on standard error, to be compared with the peers'.

func report(_ name: String, _ samples: [Double], _ count: Int) {
    fputs("parameters \(name) \(count)\n", stderr)
    print("\(name) \(samples.sorted()[samples.count / 2])")
}

/// The median of rounds of steps, after a few to warm up; `step` gives the loss.
func measure(_ name: String, rounds: Int, parameters: () -> Int, _ step: (Int) -> Double) {
    var samples: [Double] = []
    for round in 0..<(rounds + 5) {
        let start = ContinuousClock.now
        let loss = step(round % 8)
        precondition(loss == loss)
        if round >= 5 { samples.append((ContinuousClock.now - start) / .seconds(1)) }
    }
    report(name, samples, parameters())
}

func measureLeNet(_ batch: Int) {
    var model = Sequential {
        Conv2D(6, kernelSize: 5, padding: .explicit(2), activation: .relu)
        MaxPool2D(2)
        Conv2D(16, kernelSize: 5, activation: .relu)
        MaxPool2D(2)
        Flatten()
        Dense(120, activation: .relu)
        Dense(84, activation: .relu)
        Dense(10)
    }
    let optimizer = Adam(learningRate: 0.001)
    let x = Tensor.randomUniform(8, batch, 28, 28, 1)
    let y = Tensor.randomInt(8, batch, in: 0..<10)
    measure("lenet5_b\(batch)", rounds: 60, parameters: { model.parameterCount }) { i in
        let (images, labels) = (x[i], y[i])
        let (loss, gradient) = valueWithGradient(at: model) { model in
            softmaxCrossEntropy(logits: model(images), labels: labels)
        }
        optimizer.update(&model, along: gradient)
        return loss.item()
    }
}

func measureAutoencoder() {
    var model = Sequential {
        Conv2D(16, kernelSize: 3, strides: 2, padding: .explicit(1), activation: .relu)
        Conv2D(32, kernelSize: 3, strides: 2, padding: .explicit(1), activation: .relu)
        Conv2DTranspose(16, kernelSize: 3, strides: 2, padding: .explicit(1), outputPadding: 1, activation: .relu)
        Conv2DTranspose(1, kernelSize: 3, strides: 2, padding: .explicit(1), outputPadding: 1, activation: .sigmoid)
    }
    let optimizer = Adam(learningRate: 0.001)
    let x = Tensor.randomUniform(8, 64, 28, 28, 1)
    measure("conv_autoencoder", rounds: 60, parameters: { model.parameterCount }) { i in
        let images = x[i]
        let (loss, gradient) = valueWithGradient(at: model) { model in
            meanSquaredError(predicted: model(images), expected: images)
        }
        optimizer.update(&model, along: gradient)
        return loss.item()
    }
}

struct VAE: Layer {
    var encoder = Dense(400, activation: .relu)
    var mean = Dense(20)
    var logVariance = Dense(20)
    var hidden = Dense(400, activation: .relu)
    var output = Dense(784)

    func loss(_ x: Tensor) -> Tensor {
        let h = encoder(x)
        let (m, v) = (mean(h), logVariance(h))
        let z = m + exp(v * 0.5) * Tensor.randomNormal(like: m)
        let logits = output(hidden(z))
        return sigmoidCrossEntropy(logits: logits, labels: x, reduction: .sum) / Double(x.shape[0]) + gaussianKL(mean: m, logVariance: v)
    }

    func callAsFunction(_ x: Tensor) -> Tensor { output(hidden(mean(encoder(x)))) }
}

func measureVAE() {
    var model = VAE()
    let optimizer = Adam(learningRate: 0.001)
    let x = Tensor.randomUniform(8, 128, 784)
    measure("vae", rounds: 60, parameters: { model.parameterCount }) { i in
        let images = x[i]
        let (loss, gradient) = valueWithGradient(at: model) { model in model.loss(images) }
        optimizer.update(&model, along: gradient)
        return loss.item()
    }
}

func measureDCGAN() {
    var generator = Sequential {
        Dense(3136, useBias: false)
        BatchNorm()
        Activation(.relu)
        Reshape(7, 7, 64)
        Conv2DTranspose(32, kernelSize: 4, strides: 2, padding: .explicit(1), useBias: false)
        BatchNorm()
        Activation(.relu)
        Conv2DTranspose(1, kernelSize: 4, strides: 2, padding: .explicit(1), activation: .tanh)
    }
    var discriminator = Sequential {
        Conv2D(32, kernelSize: 4, strides: 2, padding: .explicit(1), activation: .leakyRelu(0.2))
        Conv2D(64, kernelSize: 4, strides: 2, padding: .explicit(1), useBias: false)
        BatchNorm()
        Activation(.leakyRelu(0.2))
        Flatten()
        Dense(1)
    }
    let generatorOptimizer = Adam(learningRate: 2e-4, beta1: 0.5)
    let discriminatorOptimizer = Adam(learningRate: 2e-4, beta1: 0.5)
    let x = Tensor.randomUniform(8, 64, 28, 28, 1, min: -1, max: 1)
    let (ones, zeros) = (Tensor.ones(64, 1), Tensor.zeros(64, 1))
    measure("dcgan", rounds: 40, parameters: { generator.parameterCount + discriminator.parameterCount }) { i in
        let real = x[i]
        let fake = withLearningPhase(.training) { generator(Tensor.randomNormal(64, 64)) }
        let (loss, gradient) = valueWithGradient(at: discriminator) { d in
            sigmoidCrossEntropy(logits: d(real), labels: ones) + sigmoidCrossEntropy(logits: d(fake), labels: zeros)
        }
        discriminatorOptimizer.update(&discriminator, along: gradient)
        let noise = Tensor.randomNormal(64, 64)
        let (second, slope) = valueWithGradient(at: generator) { g in
            sigmoidCrossEntropy(logits: discriminator(g(noise)), labels: ones)
        }
        generatorOptimizer.update(&generator, along: slope)
        return loss.item() + second.item()
    }
}

struct Twice: Layer {
    var first: Conv2D
    var norm1 = BatchNorm()
    var second: Conv2D
    var norm2 = BatchNorm()

    init(_ filters: Int) {
        first = Conv2D(filters, kernelSize: 3, padding: .same)
        second = Conv2D(filters, kernelSize: 3, padding: .same)
    }

    func callAsFunction(_ x: Tensor) -> Tensor { relu(norm2(second(relu(norm1(first(x)))))) }
}

struct UNet: Layer {
    var down1 = Twice(16)
    var down2 = Twice(32)
    var bottom = Twice(64)
    var up2 = Conv2DTranspose(32, kernelSize: 2, strides: 2)
    var merge2 = Twice(32)
    var up1 = Conv2DTranspose(16, kernelSize: 2, strides: 2)
    var merge1 = Twice(16)
    var output = Conv2D(1, kernelSize: 1)

    func callAsFunction(_ x: Tensor) -> Tensor {
        let a = down1(x)
        let b = down2(maxPool2D(a, 2))
        let c = bottom(maxPool2D(b, 2))
        let d = merge2(concatenated([up2(c), b], axis: 3))
        return output(merge1(concatenated([up1(d), a], axis: 3)))
    }
}

func measureUNet() {
    var model = UNet()
    let optimizer = Adam(learningRate: 0.001)
    let x = Tensor.randomUniform(8, 8, 64, 64, 1)
    let y = (Tensor.randomUniform(8, 8, 64, 64, 1) .> 0.5).asType(.float32)
    measure("unet", rounds: 30, parameters: { model.parameterCount }) { i in
        let (images, masks) = (x[i], y[i])
        let (loss, gradient) = valueWithGradient(at: model) { model in
            sigmoidCrossEntropy(logits: model(images), labels: masks)
        }
        optimizer.update(&model, along: gradient)
        return loss.item()
    }
}

func measureLSTM() {
    var model = Sequential {
        LSTM(128)
        Dense(10)
    }
    let optimizer = Adam(learningRate: 0.001)
    let x = Tensor.randomNormal(8, 32, 64, 32)
    let y = Tensor.randomInt(8, 32, in: 0..<10)
    measure("lstm", rounds: 40, parameters: { model.parameterCount }) { i in
        let (sequences, labels) = (x[i], y[i])
        let (loss, gradient) = valueWithGradient(at: model) { model in
            softmaxCrossEntropy(logits: model(sequences), labels: labels)
        }
        optimizer.update(&model, along: gradient)
        return loss.item()
    }
}

func measureTransformer() {
    var model = Sequential {
        Embedding(vocabulary: 1000, dimensions: 128)
        PositionalEncoding(learned: true, maximumLength: 64)
        TransformerEncoderBlock(heads: 4, feedForward: 512, causal: true)
        TransformerEncoderBlock(heads: 4, feedForward: 512, causal: true)
        LayerNorm()
        Dense(1000)
    }
    let optimizer = Adam(learningRate: 0.001)
    let x = Tensor.randomInt(8, 16, 64, in: 0..<1000)
    let y = Tensor.randomInt(8, 16, 64, in: 0..<1000)
    measure("transformer", rounds: 20, parameters: { model.parameterCount }) { i in
        let (tokens, labels) = (x[i], y[i])
        let (loss, gradient) = valueWithGradient(at: model) { model in
            softmaxCrossEntropy(logits: model(tokens), labels: labels)
        }
        optimizer.update(&model, along: gradient)
        return loss.item()
    }
}

func measureViT() {
    var model = Sequential {
        PatchEmbedding(patchSize: 4, dimensions: 64)
        PositionalEncoding(learned: true, maximumLength: 49)
        TransformerEncoderBlock(heads: 4, feedForward: 256)
        TransformerEncoderBlock(heads: 4, feedForward: 256)
        TransformerEncoderBlock(heads: 4, feedForward: 256)
        TransformerEncoderBlock(heads: 4, feedForward: 256)
        LayerNorm()
        GlobalAvgPool1D()
        Dense(10)
    }
    let optimizer = Adam(learningRate: 0.001)
    let x = Tensor.randomUniform(8, 64, 28, 28, 1)
    let y = Tensor.randomInt(8, 64, in: 0..<10)
    measure("vit", rounds: 20, parameters: { model.parameterCount }) { i in
        let (images, labels) = (x[i], y[i])
        let (loss, gradient) = valueWithGradient(at: model) { model in
            softmaxCrossEntropy(logits: model(images), labels: labels)
        }
        optimizer.update(&model, along: gradient)
        return loss.item()
    }
}

struct Residual: Layer {
    var first: Conv2D
    var norm1 = BatchNorm()
    var second: Conv2D
    var norm2 = BatchNorm()
    var shortcut: Conv2D?
    var norm3: BatchNorm?

    init(_ filters: Int, strides: Int, projects: Bool) {
        first = Conv2D(filters, kernelSize: 3, strides: strides, padding: .explicit(1), useBias: false)
        second = Conv2D(filters, kernelSize: 3, padding: .same, useBias: false)
        if projects {
            shortcut = Conv2D(filters, kernelSize: 1, strides: strides, useBias: false)
            norm3 = BatchNorm()
        }
    }

    func callAsFunction(_ x: Tensor) -> Tensor {
        let y = norm2(second(relu(norm1(first(x)))))
        if let shortcut, let norm3 { return relu(y + norm3(shortcut(x))) }
        return relu(y + x)
    }
}

func measureResNet() {
    var model = Sequential {
        Conv2D(16, kernelSize: 3, padding: .same, useBias: false)
        BatchNorm()
        Activation(.relu)
        Residual(16, strides: 1, projects: false)
        Residual(16, strides: 1, projects: false)
        Residual(32, strides: 2, projects: true)
        Residual(32, strides: 1, projects: false)
        Residual(64, strides: 2, projects: true)
        Residual(64, strides: 1, projects: false)
        GlobalAvgPool2D()
        Dense(10)
    }
    let optimizer = Adam(learningRate: 0.001)
    let x = Tensor.randomUniform(8, 32, 32, 32, 3)
    let y = Tensor.randomInt(8, 32, in: 0..<10)
    measure("resnet_small", rounds: 30, parameters: { model.parameterCount }) { i in
        let (images, labels) = (x[i], y[i])
        let (loss, gradient) = valueWithGradient(at: model) { model in
            softmaxCrossEntropy(logits: model(images), labels: labels)
        }
        optimizer.update(&model, along: gradient)
        return loss.item()
    }
}

// Runs
measureLeNet(64)
measureLeNet(256)
measureAutoencoder()
measureVAE()
measureDCGAN()
measureUNet()
measureLSTM()
measureTransformer()
measureViT()
measureResNet()
