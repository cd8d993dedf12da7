// A step of a diffusion model: noise and its strength are drawn, a U-Net that is told the strength predicts the noise. A
// line: name, median seconds; then `parameters NAME COUNT` on standard error, to be compared with the peers'.

struct Twice: Layer {
    var first: Conv2D
    var norm1 = BatchNorm()
    var second: Conv2D
    var norm2 = BatchNorm()
    var shift: Dense

    init(_ filters: Int) {
        first = Conv2D(filters, kernelSize: 3, padding: .same)
        second = Conv2D(filters, kernelSize: 3, padding: .same)
        shift = Dense(filters)
    }

    func callAsFunction(_ x: Tensor, time: Tensor) -> Tensor {
        let moved = relu(norm1(first(x))) + shift(time).expandedDimensions(axis: 1).expandedDimensions(axis: 1)
        return relu(norm2(second(moved)))
    }
}

struct Diffusion: Layer {
    var down1 = Twice(16)
    var down2 = Twice(32)
    var bottom = Twice(64)
    var up2 = Conv2DTranspose(32, kernelSize: 2, strides: 2)
    var merge2 = Twice(32)
    var up1 = Conv2DTranspose(16, kernelSize: 2, strides: 2)
    var merge1 = Twice(16)
    var output = Conv2D(1, kernelSize: 1)
    var time1 = Dense(64, activation: .silu)
    var time2 = Dense(64, activation: .silu)

    func callAsFunction(_ x: Tensor, angles: Tensor) -> Tensor {
        let t = time2(time1(concatenated([sin(angles), cos(angles)], axis: 1)))
        let a = down1(x, time: t)
        let b = down2(maxPool2D(a, 2), time: t)
        let c = bottom(maxPool2D(b, 2), time: t)
        let d = merge2(concatenated([up2(c), b], axis: 3), time: t)
        return output(merge1(concatenated([up1(d), a], axis: 3), time: t))
    }
}

func measureDiffusion() {
    var model = Diffusion()
    let optimizer = Adam(learningRate: 0.001)
    let images = Tensor.randomUniform(8, 32, 32, 32, 1, min: -1, max: 1)
    var kept: [Double] = []
    var product = 1.0
    for i in 0..<1000 {
        product *= 1 - (1e-4 + (0.02 - 1e-4) * Double(i) / 999)
        kept.append(product)
    }
    let schedule = Tensor(kept)
    let frequencies = exp(Tensor.arange(32).asType(.float32) * (-log(10_000.0) / 32)).reshaped(1, 32)
    var samples: [Double] = []
    for round in 0..<25 {
        let start = ContinuousClock.now
        let x = images[round % 8]
        let t = Tensor.randomInt(32, in: 0..<1000)
        let share = schedule[t].reshaped(32, 1, 1, 1)
        let noise = Tensor.randomNormal(like: x)
        let noisy = sqrt(share) * x + sqrt(1 - share) * noise
        let angles = t.asType(.float32).reshaped(32, 1) * frequencies
        let (loss, gradient) = valueWithGradient(at: model) { model in
            meanSquaredError(predicted: model(noisy, angles: angles), expected: noise)
        }
        optimizer.update(&model, along: gradient)
        let value = loss.item()
        precondition(value == value)
        if round >= 5 { samples.append((ContinuousClock.now - start) / .seconds(1)) }
    }
    fputs("parameters ddpm \(model.parameterCount)\n", stderr)
    print("ddpm \(samples.sorted()[10])")
}

measureDiffusion()
