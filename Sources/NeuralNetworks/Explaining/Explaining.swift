public import Tensors

/// What a model looked at, and what it can be deceived with.
package enum Explaining {
    /// The sum of the outputs of each example's class: that of `classes`, or the greatest.
    private static func scores(_ outputs: Tensor, _ classes: Tensor?) throws -> Tensor {
        guard outputs.rank == 2 else {
            throw TensorError.shape(
                operation: "explaining", expected: "a model with outputs [batch, classes]",
                given: outputs.shape, help: nil)
        }
        let labels = try classes ?? Checked.argmax(Checked.stopGradient(outputs), axis: 1)
        guard labels.shape == [outputs.shape[0]] else {
            throw TensorError.shape(
                operation: "explaining", expected: "one class for each of \(outputs.shape[0]) examples",
                given: labels.shape, help: nil)
        }
        let chosen = try Checked.oneHot(
            Checked.asType(labels, .int64), classes: outputs.shape[1], dtype: outputs.dtype)
        return try Checked.sum(Checked.multiply(outputs, chosen))
    }

    private static func floats(_ x: Tensor) throws(TensorError) -> Tensor {
        x.dtype.isFloatingPoint ? x : try Checked.asType(x, .float32)
    }

    /// The gradient of the classes' outputs at the examples, in inference.
    package static func gradient(
        _ model: any Layer, _ x: Tensor, classes: Tensor?
    ) throws -> Tensor {
        try withLearningPhase(.inference) {
            try Gradient.valueWithGradient(at: [floats(x)]) {
                try scores(model.call($0[0]), classes)
            }.gradients[0]
        }
    }

    package static func saliency(
        _ model: any Layer, _ x: Tensor, classes: Tensor?
    ) throws -> Tensor {
        let slope = try Checked.abs(gradient(model, x, classes: classes))
        return x.rank == 4 ? try Checked.max(slope, axes: [3]) : slope
    }

    package static func integratedGradients(
        _ model: any Layer, _ x: Tensor, classes: Tensor?, baseline: Tensor?, steps: Int
    ) throws -> Tensor {
        guard steps > 0 else {
            throw TensorError.domain(
                operation: "integratedGradients", problem: "steps must be at least 1, given \(steps)",
                help: nil)
        }
        let x = try floats(x)
        let start = try baseline ?? Checked.full(like: x, value: 0)
        let labels = try classes
            ?? withLearningPhase(.inference) { try Checked.argmax(model.call(x), axis: 1) }
        let way = try Checked.subtract(x, start)
        var sum: Tensor?
        for step in 0..<steps {
            try Interruption.check()
            // The middle of each part of the way.
            let share = (Double(step) + 0.5) / Double(steps)
            let place = try Checked.add(start, Checked.multiply(way, .real(share)))
            let slope = try gradient(model, place, classes: labels)
            sum = try sum.map { try Checked.add($0, slope) } ?? slope
        }
        let mean = try Checked.multiply(sum ?? way, .real(1 / Double(steps)))
        return try Checked.multiply(way, mean)
    }

    /// The gradient of the cross-entropy at the examples.
    private static func lossGradient(
        _ model: any Layer, _ x: Tensor, _ labels: Tensor, fromLogits: Bool
    ) throws -> Tensor {
        let state = NetworkState.current
        let observed = state.observesOutputs
        state.observesOutputs = true
        defer {
            state.observesOutputs = observed
            state.lastOutput = nil
        }
        return try withLearningPhase(.inference) {
            try Gradient.valueWithGradient(at: [x]) {
                try LossFunction.value(
                    .sparseCategoricalCrossentropy(fromLogits: fromLogits),
                    outputs: model.call($0[0]), targets: labels)
            }.gradients[0]
        }
    }

    /// Steps along the sign of the loss's gradient, never farther than epsilon, within the range.
    package static func attack(
        _ model: any Layer, _ x: Tensor, labels: Tensor, epsilon: Double, stepSize: Double,
        steps: Int, range: ClosedRange<Double>?, fromLogits: Bool
    ) throws -> Tensor {
        guard epsilon >= 0, stepSize >= 0, steps > 0 else {
            throw TensorError.domain(
                operation: "attack",
                problem: "epsilon and step size must not be negative and steps at least 1, given "
                    + "\(epsilon), \(stepSize) and \(steps)", help: nil)
        }
        let x = try floats(x)
        var current = x
        for _ in 0..<steps {
            try Interruption.check()
            let slope = try lossGradient(model, current, labels, fromLogits: fromLogits)
            let moved = try Checked.add(current, Checked.multiply(Checked.sign(slope), .real(stepSize)))
            let change = try Checked.clipped(
                Checked.subtract(moved, x), min: -epsilon, max: epsilon)
            current = try Checked.add(x, change)
            if let range {
                current = try Checked.clipped(
                    current, min: range.lowerBound, max: range.upperBound)
            }
        }
        return current
    }

    /// The layers of a model in a row, for what looks inside.
    private static func parts(
        _ model: any Layer, _ layer: Int, _ operation: String
    ) throws -> (before: [any Layer], after: [any Layer]) {
        guard let model = model as? Sequential else {
            throw TensorError.domain(
                operation: operation, problem: "'\(model.kindName)' is no 'Sequential'",
                help: "layers are named by their position in a 'Sequential'")
        }
        _ = try model.layer(layer)
        return (Array(model.layers[...layer]), Array(model.layers[(layer + 1)...]))
    }

    package static func activations(
        _ model: any Layer, _ x: Tensor, layer: Int
    ) throws -> Tensor {
        let parts = try parts(model, layer, "activations")
        return try withLearningPhase(.inference) {
            try parts.before.reduce(x) { try $1.call($0) }
        }
    }

    package static func gradCAM(
        _ model: any Layer, _ x: Tensor, layer: Int, classes: Tensor?
    ) throws -> Tensor {
        let parts = try parts(model, layer, "gradCAM")
        return try withLearningPhase(.inference) {
            let maps = try parts.before.reduce(x) { try $1.call($0) }
            guard maps.rank == 4 else {
                throw TensorError.shape(
                    operation: "gradCAM", expected: "a layer with images [batch, height, width, channels]",
                    given: maps.shape, help: "name a convolution or a pooling")
            }
            let slope = try Gradient.valueWithGradient(at: [maps]) { maps in
                try scores(parts.after.reduce(maps[0]) { try $1.call($0) }, classes)
            }.gradients[0]
            let weights = try Checked.mean(slope, axes: [1, 2], keepDims: true)
            let heat = try Checked.relu(
                Checked.sum(Checked.multiply(maps, weights), axes: [3], keepDims: true))
            let most = try Checked.max(heat, axes: [1, 2, 3], keepDims: true)
            let scaled = try Checked.divide(heat, Checked.add(most, .real(1e-12)))
            let large = try Checked.resized2D(scaled, size: Pair(x.shape[1], x.shape[2]))
            return try Checked.squeezed(large, axis: 3)
        }
    }

    package static func occlusion(
        _ model: any Layer, _ x: Tensor, classes: Tensor?, window: Int, strides: Int, value: Double
    ) throws -> Tensor {
        guard x.rank == 4, window > 0, strides > 0, window <= x.shape[1], window <= x.shape[2] else {
            throw TensorError.shape(
                operation: "occlusion",
                expected: "images [batch, height, width, channels] larger than a window of \(window)",
                given: x.shape, help: nil)
        }
        let x = try floats(x)
        return try withLearningPhase(.inference) {
            let outputs = try model.call(x)
            let labels = try classes ?? Checked.argmax(outputs, axis: 1)
            let chosen = try Checked.oneHot(
                Checked.asType(labels, .int64), classes: outputs.shape[outputs.rank - 1])
            func score(_ outputs: Tensor) throws -> Tensor {
                try Checked.sum(Checked.multiply(outputs, chosen), axes: [1])
            }
            let whole = try score(outputs)
            let rows = (x.shape[1] - window) / strides + 1
            let columns = (x.shape[2] - window) / strides + 1
            var drops: [Tensor] = []
            for row in 0..<rows {
                for column in 0..<columns {
                    try Interruption.check()
                    let (top, left) = (row * strides, column * strides)
                    let mask = try Tensor.filled(
                        [1, x.shape[1], x.shape[2], 1], as: Bool.self
                    ) { out in
                        for i in out.indices {
                            let (r, c) = (i / x.shape[2], i % x.shape[2])
                            out[i] = r >= top && r < top + window && c >= left && c < left + window
                        }
                    }
                    let hidden = try Checked.where(mask, .real(value), x)
                    drops.append(try Checked.subtract(whole, score(model.call(hidden))))
                }
            }
            return try Checked.reshaped(
                Checked.stacked(drops, axis: 1), [x.shape[0], rows, columns])
        }
    }
}

/// How much each pixel moves the output of its class: |∂score/∂x|, the greatest over the channels
/// (Simonyan et al. 2014). `classes` are the predicted ones unless given.
public func saliency(_ model: any Layer, _ x: Tensor, classes: Tensor? = nil) -> Tensor {
    orFail { try Explaining.saliency(model, x, classes: classes) }
}

/// Each pixel's share of the output: (x − baseline) times the mean gradient on the way (Sundararajan
/// et al. 2017).
public func integratedGradients(
    _ model: any Layer, _ x: Tensor, classes: Tensor? = nil, baseline: Tensor? = nil,
    steps: Int = 50
) -> Tensor {
    orFail {
        try Explaining.integratedGradients(
            model, x, classes: classes, baseline: baseline, steps: steps)
    }
}

/// Where a layer of a `Sequential` saw the class: its maps weighted by their mean gradients, 0 to 1,
/// as large as the images (Selvaraju et al. 2017).
public func gradCAM(_ model: any Layer, _ x: Tensor, layer: Int, classes: Tensor? = nil) -> Tensor {
    orFail { try Explaining.gradCAM(model, x, layer: layer, classes: classes) }
}

/// x + epsilon · sign of the loss's gradient: images that look the same and are taken for something
/// else (Goodfellow et al. 2015).
public func fastGradientSign(
    _ model: any Layer, _ x: Tensor, labels: Tensor, epsilon: Double,
    range: ClosedRange<Double>? = nil, fromLogits: Bool = true
) -> Tensor {
    orFail {
        try Explaining.attack(
            model, x, labels: labels, epsilon: epsilon, stepSize: epsilon, steps: 1, range: range,
            fromLogits: fromLogits)
    }
}

/// The same in many small steps, never farther than epsilon (Madry et al. 2018).
public func iteratedGradientSign(
    _ model: any Layer, _ x: Tensor, labels: Tensor, epsilon: Double, stepSize: Double,
    steps: Int = 10, range: ClosedRange<Double>? = nil, fromLogits: Bool = true
) -> Tensor {
    orFail {
        try Explaining.attack(
            model, x, labels: labels, epsilon: epsilon, stepSize: stepSize, steps: steps,
            range: range, fromLogits: fromLogits)
    }
}

/// How much the class's output falls when a window is hidden, for each place of the window (Zeiler
/// and Fergus 2014).
public func occlusion(
    _ model: any Layer, _ x: Tensor, classes: Tensor? = nil, window: Int = 4, strides: Int = 2,
    value: Double = 0
) -> Tensor {
    orFail {
        try Explaining.occlusion(
            model, x, classes: classes, window: window, strides: strides, value: value)
    }
}

/// What comes out of a layer of a `Sequential`, by its position.
public func activations(_ model: any Layer, _ x: Tensor, layer: Int) -> Tensor {
    orFail { try Explaining.activations(model, x, layer: layer) }
}
