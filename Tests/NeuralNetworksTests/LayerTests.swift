import NeuralNetworks
import Tensors
import Testing

/// A scalar of a layer's output whose gradient is `direction`.
func projected(_ y: Tensor, _ direction: Tensor) throws -> Tensor {
    try Checked.sum(Checked.multiply(y, direction))
}

@Suite struct LayerTests {
    @Test func `dense layers and their gradients are PyTorch's for every activation`() throws {
        let golden = try GoldenFile("layers.txt")
        for test in golden.cases where test.name.hasPrefix("dense ") {
            let hasBias = test.tensors["bias"] != nil
            let (weight, x) = (try test["weight"], try test["x"])
            var activation = ActivationFunction(String(test.name.dropFirst(6)))
            if test.name.hasSuffix("leakyRelu(0.2)") { activation = .leakyRelu(0.2) }
            if test.name.hasSuffix("elu(0.5)") { activation = .elu(0.5) }
            if !hasBias { activation = .linear }
            let layer = Dense(
                weight.shape[1], activation: activation, inputSize: weight.shape[0],
                useBias: hasBias)
            layer.weight = weight
            if hasBias { layer.bias = try test["bias"] }
            #expect(try distance(layer.call(x), test["y"]) < 2e-6, "\(test.name)")

            let direction = try test["direction"]
            let (_, gradient) = try ModelCalculus.valueWithGradient(at: layer) {
                try projected($0.call(x), direction)
            }
            #expect(
                try distance(gradient.at("weight"), test["weight_gradient"]) < 5e-6, "\(test.name)")
            if hasBias {
                #expect(
                    try distance(gradient.at("bias"), test["bias_gradient"]) < 5e-6,
                    "\(test.name)")
            }
            let (_, atInput) = try Gradient.valueWithGradient(at: [x]) {
                try projected(layer.call($0[0]), direction)
            }
            #expect(try distance(atInput[0], test["x_gradient"]) < 5e-6, "\(test.name)")
        }
    }

    @Test func `layer normalisation and its gradients are PyTorch's`() throws {
        for test in try GoldenFile("layers.txt").cases where test.name.hasPrefix("layerNorm") {
            try checkNormalization(LayerNorm(), test)
        }
    }

    @Test func `batch normalisation, its gradients and running figures are PyTorch's`() throws {
        let test = try GoldenFile("layers.txt").named("batchNorm")
        let layer = BatchNorm()
        try checkNormalization(layer, test)
        // The check made three training calls; the golden figures are those of one.
        let fresh = BatchNorm()
        _ = try withLearningPhase(.training) { try fresh.call(test["x"]) }
        #expect(try distance(#require(fresh.runningMean), test["mean"]) < 1e-6)
        #expect(try distance(#require(fresh.runningVariance), test["variance"]) < 1e-6)
        try set(fresh, test)
        #expect(try distance(fresh.call(test["x"]), test["inference"]) < 2e-6)
    }

    private func set(_ layer: BuiltInLayer, _ test: GoldenFile.Case) throws {
        try layer.checkedParameter("weight").assign(test["scale"], path: "weight")
        try layer.checkedParameter("bias").assign(test["offset"], path: "bias")
    }

    private func checkNormalization(_ layer: BuiltInLayer, _ test: GoldenFile.Case) throws {
        let (x, direction) = (try test["x"], try test["direction"])
        _ = try withLearningPhase(.training) { try layer.call(x) }
        try set(layer, test)
        let y = try withLearningPhase(.training) { try layer.call(x) }
        #expect(try distance(y, test["y"]) < 2e-6, "\(test.name)")
        let (_, gradient) = try ModelCalculus.valueWithGradient(at: layer) {
            try projected($0.call(x), direction)
        }
        #expect(try distance(gradient.at("weight"), test["scale_gradient"]) < 5e-6)
        #expect(try distance(gradient.at("bias"), test["offset_gradient"]) < 5e-6)
        let (_, atInput) = try withLearningPhase(.training) {
            try Gradient.valueWithGradient(at: [x]) { try projected(layer.call($0[0]), direction) }
        }
        #expect(try distance(atInput[0], test["x_gradient"]) < 1e-5, "\(test.name)")
    }

    @Test func `embeddings and their gradients are PyTorch's`() throws {
        let test = try GoldenFile("layers.txt").named("embedding")
        let layer = Embedding(vocabulary: 7, dimensions: 3)
        let indices = try test["indices"]
        _ = try layer.call(indices)
        try layer.checkedParameter("weight").assign(test["table"], path: "weight")
        #expect(try distance(layer.call(indices), test["y"]) == 0)
        let direction = try test["direction"]
        let (_, gradient) = try ModelCalculus.valueWithGradient(at: layer) {
            try projected($0.call(indices), direction)
        }
        #expect(try distance(gradient.at("weight"), test["table_gradient"]) < 1e-6)
    }

    @Test func `weights start as Glorot's uniform distribution and zeros`() throws {
        let layer = Dense(300, inputSize: 500)
        let weights = try values(layer.weight)
        let limit = (6.0 / 800).squareRoot()
        #expect(weights.allSatisfy { abs($0) <= limit * 1.000001 })
        let mean = weights.reduce(0, +) / Double(weights.count)
        let variance = weights.reduce(0) { $0 + $1 * $1 } / Double(weights.count)
        // Five standard errors.
        #expect(abs(mean) < 5 * limit / (3 * 150_000.0).squareRoot())
        #expect(abs(variance / (limit * limit / 3) - 1) < 0.01)
        #expect(try values(layer.bias).allSatisfy { $0 == 0 })
    }

    @Test func `sizes are inferred at the first call`() throws {
        let layer = Dense(4)
        #expect(layer.parameters.isEmpty)
        #expect(throws: TensorError.self) { try layer.checkedParameter("weight") }
        _ = try layer.call(Tensor.ones(2, 3))
        #expect(layer.weight.shape == [3, 4])
        #expect(layer.parameterCount == 16)
    }

    @Test func `dropout drops the given part in training and nothing else`() throws {
        let x = Tensor.ones(100, 100)
        let layer = Dropout(0.25)
        #expect(try distance(layer.call(x), x) == 0)
        let dropped = try values(withLearningPhase(.training) { try layer.call(x) })
        let zeros = dropped.filter { $0 == 0 }.count
        #expect(abs(zeros - 2500) < 220)
        #expect(dropped.allSatisfy { $0 == 0 || abs($0 - 4 / 3.0) < 1e-6 })
    }

    @Test func `flatten and reshape keep the batch`() throws {
        #expect(try Flatten().call(Tensor.ones(5, 2, 3)).shape == [5, 6])
        #expect(try Flatten().call(Tensor.ones(5)).shape == [5, 1])
        #expect(try Reshape(3, -1).call(Tensor.ones(5, 12)).shape == [5, 3, 4])
        #expect(throws: TensorError.self) { try Reshape(5).call(Tensor.ones(2, 4)) }
    }

    @Test func `errors name the layer, both shapes and what to do`() throws {
        let model = Sequential {
            Dense(8, inputSize: 64)
            Sequential {
                Activation(.relu)
                Dense(2, inputSize: 9)
            }
        }
        func message(_ body: () throws -> Tensor) -> String {
            do {
                _ = try body()
                return "no error"
            } catch {
                return "\(error)"
            }
        }
        #expect(
            message { try model.call(Tensor.ones(3, 8, 8)) }
                == "layer '0' (Dense): 'Dense' expects 64 features along the last axis, "
                + "given shape [3, 8, 8]\n"
                + "help: 'Flatten()' before this layer makes one axis of all features")
        #expect(
            message { try model.call(Tensor.ones(3, 64)) }
                == "layer '1.1' (Dense): 'Dense' expects 9 features along the last axis, "
                + "given shape [3, 8]")
        #expect(
            message { try Dense(0).call(Tensor.ones(1, 1)) }
                == "'Dense': units must be at least 1, given 0")
        #expect(
            message { try Dropout(50).call(Tensor.ones(1, 1)) }
                == "'Dropout': the rate must lie between 0 and 1, given 50.0\n"
                + "help: write 50.0 percent as 'Dropout(0.5)'")
        #expect(
            message { try Activation("rellu").call(Tensor.ones(1)) }
                .hasPrefix("'activation': no activation function is named 'rellu'\nhelp: "))
    }

    @Test func `sizes beyond what can be counted are errors, not the end of the program`() throws {
        let (images, sequences, rows) = (Tensor.zeros(2, 8, 8, 3), Tensor.zeros(2, 3, 4), Tensor.zeros(2, 3))
        for huge in [Int.max, 1 << 61, 1 << 40] {
            let layers: [(any Layer, Tensor)] = [
                (Dense(huge), rows), (Dense(huge, inputSize: huge), rows), (Maxout(huge, pieces: huge), rows),
                (Maxout(3, pieces: huge), rows), (LSTM(huge), sequences), (GRU(huge), sequences),
                (SimpleRNN(huge), sequences), (Bidirectional(LSTM(huge)), sequences),
                (TransformerEncoderBlock(heads: 2, feedForward: huge), sequences),
                (Conv2D(huge, kernelSize: 3), images), (Conv2D(3, kernelSize: huge), images),
                (Conv2D(3, kernelSize: 1 << 31 - 1), images), (SeparableConv2D(huge, kernelSize: 3), images),
                (DepthwiseConv2D(kernelSize: 3, multiplier: huge), images),
                (PatchEmbedding(patchSize: 2, dimensions: huge), images), (Cropping2D(huge), images),
                (AdaptiveAvgPool2D(huge), images), (Embedding(vocabulary: huge, dimensions: huge), rows),
            ]
            for (layer, input) in layers {
                #expect(throws: (any Error).self, "\(layer.kindName) of \(huge)") { try layer.call(input) }
            }
        }
        let model = Sequential([Dense(1)])
        model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)
        model.fit(Tensor.ones(8, 2), Tensor.ones(8, 1), epochs: 1, batchSize: .max, verbose: .silent)
        #expect(model.predict(Tensor.ones(8, 2), batchSize: .max).shape == [8, 1])
    }
}
