// A VAE on Fashion-MNIST, 784-400-20-400-784. Given: seed, epochs, examples.
setRandomSeed(seed)
let (train, test) = try FashionMNIST.load()
let data = Dataset(train.images[..<examples].reshaped(-1, 784).asType(.float32) / 255, train.labels[..<examples])
let xTest = test.images.reshaped(-1, 784).asType(.float32) / 255

struct VAE: Layer {
    var encoder = Dense(400, activation: .relu)
    var mean = Dense(20)
    var logVariance = Dense(20)
    var hidden = Dense(400, activation: .relu)
    var output = Dense(784)

    func callAsFunction(_ x: Tensor) -> Tensor { output(hidden(mean(encoder(x)))) }
}

/// −ELBO in nats a picture.
func loss(_ model: VAE, _ x: Tensor) -> Tensor {
    let h = model.encoder(x)
    let (mean, logVariance) = (model.mean(h), model.logVariance(h))
    let z = mean + exp(logVariance / 2) * Tensor.randomNormal(like: mean)
    let logits = model.output(model.hidden(z))
    let picture = sigmoidCrossEntropy(logits: logits, labels: x, reduction: .sum) / x.shape[0]
    return picture + gaussianKL(mean: mean, logVariance: logVariance)
}

var model = VAE()
let optimizer = Adam(learningRate: 0.001)
for _ in 0..<epochs {
    for (x, _) in data.batched(128, shuffled: true) {
        let gradient = gradient(at: model) { model in loss(model, x) }
        optimizer.update(&model, along: gradient)
    }
}
print("parameters \(model.parameterCount)")
print("figure \(loss(model, xTest).item())")
