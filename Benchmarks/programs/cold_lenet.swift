// One training step of LeNet-5 from a cold start, then fifty more for the peak of memory.

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
let x = Tensor.randomUniform(64, 28, 28, 1)
let y = Tensor.randomInt(64, in: 0..<10)

for step in 0...50 {
    let (loss, gradient) = valueWithGradient(at: model) { model in
        softmaxCrossEntropy(logits: model(x), labels: y)
    }
    optimizer.update(&model, along: gradient)
    let value = loss.item()
    precondition(value == value)
    if step == 0 {
        print("FIRST")
    }
}
