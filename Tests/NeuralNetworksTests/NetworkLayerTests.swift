import Foundation
import NeuralNetworks
import Tensors
import Testing

/// What the layers of the golden file are called here.
private let makers: [(name: String, make: @Sendable () -> BuiltInLayer)] = [
    ("Conv2D", { Conv2D(4, kernelSize: 3, activation: .relu) }),
    ("Conv2D same", { Conv2D(4, kernelSize: 3, padding: .same) }),
    (
        "Conv2D strided",
        {
            Conv2D(
                3, kernelSize: [3, 2], strides: 2, padding: .explicit(vertical: 1, horizontal: 0))
        }
    ),
    ("Conv2D dilated groups", { Conv2D(6, kernelSize: 3, dilation: 2, groups: 2) }),
    ("Conv1D", { Conv1D(5, kernelSize: 4, strides: 2, activation: .tanh) }),
    ("Conv2DTranspose", { Conv2DTranspose(2, kernelSize: 4, strides: 2, padding: .same) }),
    ("Conv2DTranspose valid", { Conv2DTranspose(2, kernelSize: 2, strides: 2, activation: .relu) }),
    ("DepthwiseConv2D", { DepthwiseConv2D(kernelSize: 3, multiplier: 2) }),
    ("SeparableConv2D", { SeparableConv2D(4, kernelSize: 3, padding: .same) }),
    ("MaxPool2D", { MaxPool2D(2) }),
    ("AvgPool2D", { AvgPool2D(3, strides: 2) }),
    ("MaxPool1D", { MaxPool1D(3, strides: 2) }),
    ("GlobalAvgPool2D", { GlobalAvgPool2D() }),
    ("GlobalMaxPool2D", { GlobalMaxPool2D() }),
    ("UpSampling2D", { UpSampling2D(2) }),
    ("UpSampling2D bilinear", { UpSampling2D(2, interpolation: .bilinear) }),
    ("GroupNorm", { GroupNorm(groups: 2) }),
    ("InstanceNorm", { InstanceNorm() }),
    ("BatchNorm", { BatchNorm() }),
    ("RMSNorm", { RMSNorm() }),
    ("PReLU", { PReLU() }),
    ("Maxout", { Maxout(3, pieces: 2) }),
    ("SimpleRNN", { SimpleRNN(3) }),
    ("LSTM", { LSTM(3) }),
    ("LSTM sequences", { LSTM(3, returnSequences: true) }),
    ("GRU", { GRU(3, returnSequences: true) }),
    ("Bidirectional", { Bidirectional(LSTM(3, returnSequences: true)) }),
    ("MultiHeadAttention", { MultiHeadAttention(heads: 2, dimensions: 4) }),
    ("MultiHeadAttention causal", { MultiHeadAttention(heads: 2, dimensions: 4, causal: true) }),
    ("TransformerEncoderBlock", { TransformerEncoderBlock(heads: 2, feedForward: 6, causal: true) }),
    (
        "TransformerEncoderBlock normLast",
        { TransformerEncoderBlock(heads: 2, feedForward: 6, causal: true, normFirst: false) }
    ),
    (
        "TransformerDecoderBlock",
        { TransformerDecoderBlock(heads: 2, feedForward: 6, activation: .relu) }
    ),
    ("PatchEmbedding", { PatchEmbedding(patchSize: 2, dimensions: 5) }),
    ("Conv1DTranspose", { Conv1DTranspose(2, kernelSize: 4, strides: 2, padding: .same) }),
    ("MinPool2D", { MinPool2D(2) }),
    ("AvgPool1D", { AvgPool1D(3, strides: 2) }),
    ("GlobalAvgPool1D", { GlobalAvgPool1D() }),
    ("GlobalMaxPool1D", { GlobalMaxPool1D() }),
    ("AdaptiveAvgPool2D", { AdaptiveAvgPool2D([3, 2]) }),
    ("UpSampling1D", { UpSampling1D(3) }),
    ("ZeroPadding2D", { ZeroPadding2D([1, 2]) }),
    ("Cropping2D", { Cropping2D([1, 2]) }),
    ("CenterCrop", { CenterCrop(4, 3) }),
    ("Resizing", { Resizing(6, 5) }),
    ("Flatten", { Flatten() }),
    ("Reshape", { Reshape(3, 4) }),
    ("Permute", { Permute(2, 1) }),
    ("RepeatVector", { RepeatVector(4) }),
    ("Rescaling", { Rescaling(0.5, offset: -1) }),
    ("TimeDistributed", { TimeDistributed(Dense(2, activation: .tanh)) }),
    ("Sequential", { Sequential([Dense(5, activation: .silu), Dense(2)]) }),
    ("PositionalEncoding", { PositionalEncoding() }),
    ("LSTM backwards", { LSTM(3, goBackwards: true) }),
    ("SimpleRNN sequences", { SimpleRNN(3, returnSequences: true) }),
    ("Activation logSoftmax", { Activation(.logSoftmax) }),
    ("Activation mish", { Activation(.mish) }),
    ("Activation softsign", { Activation(.softsign) }),
    ("Activation hardSigmoid", { Activation(.hardSigmoid) }),
    ("Activation hardSwish", { Activation(.hardSwish) }),
    ("Activation exponential", { Activation(.exponential) }),
    ("Activation geluApproximate", { Activation(.geluApproximate) }),
]

/// Layers whose golden cases are in layers.txt, with tests of their own.
private let elsewhere: Set<String> = ["Dense", "LayerNorm", "Embedding"]

/// Layers that draw random numbers while training, and do nothing or the same always otherwise; their
/// spreads are tested.
private let random: Set<String> = [
    "Dropout", "SpatialDropout", "GaussianNoise", "GaussianDropout", "RandomFlip", "RandomRotation",
    "RandomZoom", "RandomTranslation", "RandomCrop", "RandomContrast", "RandomBrightness",
]

@Suite struct NetworkLayerTests {
    @Test func `no layer is without a golden case`() {
        let covered = Set(makers.map { String($0.name.prefix { $0 != " " }) })
        #expect(Set(Architecture.kinds) == covered.union(elsewhere).union(random))
    }

    @Test func `what is dropped and added has the size that is asked for`() throws {
        setRandomSeed(12)
        let x = Tensor.ones(64, 8, 8, 16)
        func trained(_ layer: BuiltInLayer) throws -> [Double] {
            #expect(try distance(layer.call(x), x) == 0, "\(layer.kindName) in inference")
            return try withLearningPhase(.training) { try values(layer.call(x)) }
        }
        func moments(_ all: [Double]) -> (mean: Double, std: Double) {
            let mean = all.reduce(0, +) / Double(all.count)
            return (mean, (all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)).squareRoot())
        }
        let dropped = try trained(Dropout(0.3))
        #expect(Set(dropped.map { ($0 * 1e4).rounded() }) == [0, (1e4 / 0.7).rounded()])
        #expect(abs(Double(dropped.count { $0 == 0 }) / Double(dropped.count) - 0.3) < 0.01)
        let spatial = try trained(SpatialDropout(0.25))
        var channels = 0
        for image in 0..<64 {
            for channel in 0..<16 {
                let first = spatial[image * 1024 + channel]
                for place in 0..<64 where spatial[image * 1024 + place * 16 + channel] != first {
                    Issue.record("channel \(channel) of image \(image) is not dropped whole")
                }
                if first == 0 { channels += 1 }
            }
        }
        #expect(abs(Double(channels) / 1024 - 0.25) < 0.05)
        let noisy = try moments(trained(GaussianNoise(0.2)))
        #expect(abs(noisy.mean - 1) < 0.005 && abs(noisy.std - 0.2) < 0.005)
        // The standard deviation √(rate / (1 − rate)) of Keras.
        let multiplied = try moments(trained(GaussianDropout(0.2)))
        #expect(abs(multiplied.mean - 1) < 0.01 && abs(multiplied.std - 0.5) < 0.01)
    }

    @Test func `layers start with Keras' spreads`() throws {
        setRandomSeed(5)
        func check(_ layer: BuiltInLayer, _ x: Tensor, _ name: String, _ std: Double) throws {
            _ = try layer.call(x)
            let parameter = try #require(layer.parameters.first { $0.path == name })
            let all = try values(parameter.parameter.value)
            let found = (all.reduce(0) { $0 + $1 * $1 } / Double(all.count)).squareRoot()
            #expect(abs(found / std - 1) < 0.03, "\(layer.kindName).\(name): \(found), expected \(std)")
        }
        func glorot(_ inputs: Int, _ outputs: Int) -> Double { (2.0 / Double(inputs + outputs)).squareRoot() }
        let image = Tensor.ones(1, 8, 8, 32)
        try check(Conv2D(48, kernelSize: 3), image, "weight", glorot(9 * 32, 9 * 48))
        try check(Conv1D(64, kernelSize: 5), Tensor.ones(1, 8, 32), "weight", glorot(5 * 32, 5 * 64))
        try check(Conv2DTranspose(48, kernelSize: 3), image, "weight", glorot(9 * 32, 9 * 48))
        try check(Embedding(vocabulary: 300, dimensions: 40), Tensor([[0]]), "weight", 0.1 / 12.0.squareRoot())
        let sequence = Tensor.ones(1, 3, 40)
        try check(LSTM(32), sequence, "inputWeight", glorot(40, 4 * 32))
        try check(GRU(32), sequence, "inputWeight", glorot(40, 3 * 32))
        try check(MultiHeadAttention(heads: 4, dimensions: 64), Tensor.ones(1, 3, 64), "query.weight", glorot(64, 64))
        let lstm = LSTM(16)
        _ = try lstm.call(sequence)
        // The forget gate's bias is 1, the others' 0.
        #expect(try values(lstm.checkedParameter("bias").value) == (0..<64).map { 16..<32 ~= $0 ? 1 : 0 })
    }

    @Test(arguments: makers.map(\.name))
    func `layers and their gradients are PyTorch's`(_ name: String) throws {
        let test = try GoldenFile("network_layers.txt").named(name)
        let layer = try #require(makers.first { $0.name == name }?.make())
        func run(_ x: Tensor) throws -> Tensor {
            if let decoder = layer as? TransformerDecoderBlock {
                return try decoder.decode(
                    x, context: test["context"], mask: nil, wantsWeights: false
                ).output
            }
            return try layer.call(x)
        }
        let (x, direction) = (try test["x"], try test["direction"])
        _ = try withLearningPhase(.training) { try run(x) }
        let parameters = layer.parameters
        #expect(parameters.count == test.tensors.keys.count { $0.hasPrefix("p.") })
        for named in parameters {
            try named.parameter.assign(test["p." + named.path], path: named.path)
        }
        try withLearningPhase(.training) {
            #expect(try distance(run(x), test["y"]) < 5e-6)
            let (_, gradient) = try ModelCalculus.valueWithGradient(at: layer) { _ in
                try projected(run(x), direction)
            }
            for named in parameters {
                #expect(
                    try distance(gradient.at(named.path), test["g." + named.path]) < 2e-5,
                    "\(named.path)")
            }
            let (_, atInput) = try Gradient.valueWithGradient(at: [x]) {
                try projected(run($0[0]), direction)
            }
            #expect(try distance(atInput[0], test["x_gradient"]) < 2e-5)
        }
    }

    @Test(arguments: makers.map(\.name))
    func `a layer made from what is written of it is like it`(_ name: String) throws {
        let test = try GoldenFile("network_layers.txt").named(name)
        let layer = try #require(makers.first { $0.name == name }?.make())
        let written = try #require(layer.configuration)
        #expect(try Configuration.parse(written.json()) == written)
        let copy = try Architecture.layer(written)
        #expect(copy.configuration == written)
        guard !(layer is TransformerDecoderBlock) else { return }
        let x = try test["x"]
        let y = try layer.call(x)
        _ = try copy.call(x)
        for (a, b) in zip(layer.parameters, copy.parameters) {
            #expect(a.path == b.path)
            b.parameter.value = a.parameter.value
        }
        #expect(try distance(copy.call(x), y) == 0)
    }

    @Test(arguments: makers.map(\.name))
    func `a layer that has not been called takes what was saved`(_ name: String) throws {
        let test = try GoldenFile("network_layers.txt").named(name)
        let make = try #require(makers.first { $0.name == name }?.make)
        let (layer, fresh) = (make(), make())
        guard !(layer is TransformerDecoderBlock) else { return }
        let x = try test["x"]
        _ = try withLearningPhase(.training) { try layer.call(x) }
        guard !layer.parameters.isEmpty else { return }
        let path = "\(NSTemporaryDirectory())vencejo-\(UUID().uuidString).safetensors"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try layer.save(path)
        try fresh.load(path)
        #expect(fresh.parameters.map(\.path) == layer.parameters.map(\.path))
        #expect(try distance(fresh.call(x), layer.call(x)) == 0)
    }

    @Test func `initial values have the spread they are named for`() throws {
        func spread(_ initializer: Initializer) throws -> (mean: Double, std: Double, most: Double) {
            let all = try values(initializer.values([300, 500], inputs: 300, outputs: 500))
            let mean = all.reduce(0, +) / Double(all.count)
            let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count)
            return (mean, variance.squareRoot(), all.map { abs($0) }.max() ?? 0)
        }
        let expected: [(Initializer, Double)] = [
            (Initializer.glorotUniform, (2.0 / 800).squareRoot()),
            (.glorotNormal, (2.0 / 800).squareRoot()), (.heUniform, (2.0 / 300).squareRoot()),
            (.heNormal, (2.0 / 300).squareRoot()), (.lecunNormal, (1.0 / 300).squareRoot()),
            (.lecunUniform, (1.0 / 300).squareRoot()), (.randomNormal(std: 0.02), 0.02),
            (.truncatedNormal(std: 0.02), 0.02 * 0.87962566),
        ]
        for (initializer, std) in expected {
            let found = try spread(initializer)
            #expect(abs(found.std / std - 1) < 0.01, "\(initializer.name)")
            #expect(abs(found.mean) < std * 0.02, "\(initializer.name)")
        }
        #expect(try spread(.truncatedNormal(std: 0.02)).most <= 0.04)
        let q = try Initializer.orthogonal.values([6, 4], inputs: 6, outputs: 4)
        let product = try Checked.matmul(Checked.transposed(q), q)
        #expect(try distance(product, Checked.identity(4)) < 1e-6)
    }

    @Test func `regularisers add to the loss of fit, constraints hold after each update`() throws {
        let layer = Dense(
            2, inputSize: 2, useBias: false, kernelInitializer: .constant(2),
            kernelRegularizer: .l1l2(l1: 0.1, l2: 0.01), kernelConstraint: .maxNorm(1))
        let model = Sequential([layer])
        model.compile(optimizer: SGD(learningRate: 0), loss: .meanSquaredError)
        let history = try Training.fit(
            model, Tensor.zeros(4, 2), Tensor.zeros(4, 2), {
                var options = FitOptions()
                options.verbose = .silent
                return options
            }())
        // 0.1·8 + 0.01·16; each column of (2, 2) has norm √8 before, 1 after.
        #expect(try abs(history.series("loss")[0] - 0.96) < 1e-6)
        for value in try values(layer.weight) { #expect(abs(value - 0.5.squareRoot()) < 1e-6) }
    }

    @Test func `masks hide, and the weights are shown`() throws {
        let attention = MultiHeadAttention(heads: 2, dimensions: 4, causal: true)
        let x = Tensor.randomNormal(2, 5, 4)
        let seen = try attention.attend(x, context: nil, mask: nil, wantsWeights: true)
        let weights = try #require(seen.weights)
        #expect(weights.shape == [2, 2, 5, 5])
        let all = try values(weights)
        for place in 0..<all.count where place % 5 > place / 5 % 5 { #expect(all[place] == 0) }
        let mask = Tensor([true, true, true, false, false]).reshaped(1, 5)
        let hidden = try MultiHeadAttention(heads: 2, dimensions: 4).attend(
            x, context: nil, mask: Checked.concatenated([mask, mask], axis: 0), wantsWeights: true)
        for (place, value) in try values(#require(hidden.weights)).enumerated()
        where place % 5 > 2 { #expect(value == 0) }
        #expect(throws: TensorError.self) {
            try attention.attend(x, context: nil, mask: Tensor.ones(3, 3), wantsWeights: false)
        }
    }

    @Test func `augmentation changes images in training alone`() throws {
        let x = Tensor.randomUniform(3, 6, 5, 2)
        let layers: [BuiltInLayer] = [
            RandomFlip(), RandomRotation(0.2), RandomZoom(0.3),
            RandomTranslation(height: 0.3, width: 0.3), RandomContrast(0.5),
            RandomBrightness(0.5), GaussianNoise(0.1), SpatialDropout(0.5),
        ]
        for layer in layers {
            #expect(try distance(layer.call(x), x) == 0, "\(layer.kindName)")
            let changed = try withLearningPhase(.training) { try layer.call(x) }
            #expect(changed.shape == x.shape, "\(layer.kindName)")
            #expect(try distance(changed, x) > 0, "\(layer.kindName)")
        }
        #expect(try RandomCrop(4, 3).call(x).shape == [3, 4, 3, 2])
        #expect(try withLearningPhase(.training) { try RandomCrop(4, 3).call(x) }.shape == [3, 4, 3, 2])
        // A turn by nothing, a zoom by nothing: the same images.
        #expect(
            try distance(withLearningPhase(.training) { try RandomRotation(0).call(x) }, x) < 1e-6)
    }

    @Test func `the state of a recurrent layer carries on`() throws {
        let layer = LSTM(3, returnSequences: true)
        let x = Tensor.randomNormal(2, 6, 4)
        let whole = try layer.call(x)
        let (first, state) = try layer.run(Checked.narrowed(x, axis: 1, 0..<4), state: nil)
        let (second, _) = try layer.run(Checked.narrowed(x, axis: 1, 4..<6), state: state)
        #expect(try distance(Checked.concatenated([first, second], axis: 1), whole) < 1e-6)
    }
}
