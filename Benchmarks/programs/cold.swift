// One training step from a cold start, then fifty more for the peak of memory.

var model = Sequential {
    Dense(512, activation: .relu)
    Dense(256, activation: .relu)
    Dense(10)
}
let optimizer = Adam(learningRate: 0.001)
let x = Tensor.randomUniform(128, 784)
let y = Tensor.randomInt(128, in: 0..<10)

for step in 0...50 {
    let (loss, gradient) = valueWithGradient(at: model) { model in
        softmaxCrossEntropy(logits: model(x), labels: y)
    }
    optimizer.update(&model, along: gradient)
    let value = loss.item()
    if step == 0 {
        print("FIRST")
    }
}
