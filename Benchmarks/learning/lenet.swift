// LeNet-5 on Fashion-MNIST. Given: seed, epochs, examples.
setRandomSeed(seed)
let (train, test) = try FashionMNIST.load()
let x = train.images[..<examples].reshaped(-1, 28, 28, 1).asType(.float32) / 255
let y = train.labels[..<examples]
let model = Sequential {
    Conv2D(6, kernelSize: 5, padding: .same, activation: .relu)
    MaxPool2D(2)
    Conv2D(16, kernelSize: 5, activation: .relu)
    MaxPool2D(2)
    Flatten()
    Dense(120, activation: .relu)
    Dense(84, activation: .relu)
    Dense(10)
}
model.compile(
    optimizer: Adam(learningRate: 0.001), loss: .sparseCategoricalCrossentropy(fromLogits: true),
    metrics: [.accuracy])
model.fit(x, y, epochs: epochs, batchSize: 64, verbose: .silent)
let result = model.evaluate(test.images.reshaped(-1, 28, 28, 1).asType(.float32) / 255, test.labels)
print("parameters \(model.parameterCount)")
print("figure \(result["accuracy"])")
