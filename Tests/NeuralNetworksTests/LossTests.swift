import NeuralNetworks
import Tensors
import Testing

@Suite struct LossTests {
    /// The loss as `fit` computes it, of outputs that a layer gives out unchanged.
    private func check(_ name: String, _ loss: Loss) throws {
        let test = try GoldenFile("losses.txt").named(name)
        let (outputs, targets) = (try test["outputs"], try test["targets"])
        let (value, gradients) = try Gradient.valueWithGradient(at: [outputs]) {
            try LossFunction.value(loss, outputs: $0[0], targets: targets)
        }
        #expect(try abs(Checked.item(value) - values(test["value"])[0]) < 2e-6, "\(name)")
        #expect(try distance(gradients[0], test["gradient"]) < 5e-6, "\(name)")
    }

    @Test func `losses and their gradients are PyTorch's`() throws {
        try check(
            "sparseCategoricalCrossentropy logits", .sparseCategoricalCrossentropy(fromLogits: true)
        )
        try check("sparseCategoricalCrossentropy probabilities", .sparseCategoricalCrossentropy)
        try check("categoricalCrossentropy logits", .categoricalCrossentropy(fromLogits: true))
        try check("categoricalCrossentropy one-hot", .categoricalCrossentropy(fromLogits: true))
        try check("binaryCrossentropy logits", .binaryCrossentropy(fromLogits: true))
        try check("binaryCrossentropy probabilities", .binaryCrossentropy)
        try check("meanSquaredError", .meanSquaredError)
        try check("meanAbsoluteError", .meanAbsoluteError)
        try check("huber", .huber)
        try check("huber(0.5)", .huber(delta: 0.5))
    }

    /// A function of (outputs, targets) and its gradient at the outputs.
    private func check(
        _ name: String, _ function: (Tensor, Tensor) throws -> Tensor
    ) throws {
        let test = try GoldenFile("losses.txt").named(name)
        let targets = try test["targets"]
        let (value, gradients) = try Gradient.valueWithGradient(at: [test["outputs"]]) {
            try function($0[0], targets)
        }
        #expect(try distance(value, test["value"]) < 5e-6, "\(name)")
        #expect(try distance(gradients[0], test["gradient"]) < 1e-5, "\(name)")
    }

    @Test func `smoothed and weighted cross-entropies are PyTorch's`() throws {
        let weights = Tensor([0.5, 2.0, 1.0, 1.5])
        try check("sparse smoothed", .sparseCategoricalCrossentropy(fromLogits: true, labelSmoothing: 0.1))
        try check("sparse smoothed") {
            try Losses.softmaxCrossEntropy(
                logits: $0, labels: $1, smoothing: 0.1, classWeights: nil, reduction: .mean)
        }
        try check("sparse weighted") {
            try Losses.softmaxCrossEntropy(
                logits: $0, labels: $1, smoothing: 0.2, classWeights: weights, reduction: .mean)
        }
        try check("soft smoothed", .categoricalCrossentropy(fromLogits: true, labelSmoothing: 0.1))
        try check("soft weighted") {
            try Losses.softmaxCrossEntropy(
                logits: $0, probabilities: $1, smoothing: 0, classWeights: weights,
                reduction: .mean)
        }
        try check("sigmoid positiveWeight") {
            try Losses.sigmoidCrossEntropy(
                logits: $0, labels: $1, smoothing: 0, positiveWeight: 3, reduction: .mean)
        }
        try check("sigmoid smoothed", .binaryCrossentropy(fromLogits: true, labelSmoothing: 0.2))
    }

    @Test func `regression losses are their formulas'`() throws {
        try check("logCosh", .logCosh)
        try check("poisson", .poisson)
        try check("poisson fromLog") {
            try Losses.poisson(predicted: $0, expected: $1, fromLog: true, reduction: .mean)
        }
        try check("quantile", .quantile(0.9))
        try check("percentage", .meanAbsolutePercentageError)
        try check("logarithmic", .meanSquaredLogarithmicError)
    }

    @Test func `hinges, divergences, focal and dice losses are their formulas'`() throws {
        try check("hinge", .hinge)
        try check("squaredHinge", .squaredHinge)
        try check("categoricalHinge", .categoricalHinge)
        try check("kullbackLeibler", .kullbackLeiblerDivergence)
        try check("cosineSimilarity", .cosineSimilarity)
        try check("focal", .focal(fromLogits: true))
        try check("dice", .dice)
    }

    @Test func `losses of embeddings are their papers'`() throws {
        try check("ntXent") { try Losses.ntXent($0, $1, temperature: 0.5) }
        try check("barlowTwins") { try Losses.barlowTwins($0, $1, lambda: 5e-3) }
        try check("clip") { try Losses.clip(image: $0, text: $1, temperature: 0.07) }
        let same = Tensor([1, 0, 1, 0])
        try check("contrastive") {
            try Losses.contrastive($0, $1, labels: same, margin: 2, reduction: .mean)
        }
        try check("cosineEmbedding") {
            try Losses.cosineEmbedding($0, $1, labels: same, margin: 0.1, reduction: .mean)
        }
        try check("triplet") {
            try Losses.triplet(
                anchor: $0, positive: $1, negative: Checked.negate($1), margin: 1,
                reduction: .mean)
        }
    }

    @Test func `the loss of unsegmented sequences is PyTorch's`() throws {
        try check("ctc") {
            try ConnectionistTemporalClassification.loss(
                logits: $0, labels: $1, logitLengths: [7, 5], labelLengths: [3, 2], blank: 0,
                reduction: .mean)
        }
        #expect(throws: TensorError.self) {
            try ConnectionistTemporalClassification.loss(
                logits: Tensor.zeros(1, 4, 3), labels: Tensor([[0, 1]]), logitLengths: nil,
                labelLengths: nil, blank: 0, reduction: .mean)
        }
        #expect(ctcLoss(logits: Tensor.zeros(1, 4, 3, dtype: .float64), labels: Tensor([[1, 2]])).dtype == .float64)
        #expect(ctcLoss(logits: Tensor.zeros(1, 4, 3), labels: Tensor([[1, 2]])).dtype == .float32)
    }

    @Test func `example weights multiply losses before the mean`() throws {
        let outputs = Tensor([[1.0], [2.0], [4.0]])
        let value = try LossFunction.value(
            .meanSquaredError, outputs: outputs, targets: Tensor.zeros(3, 1),
            weights: Tensor([1.0, 0.5, 0.0]))
        #expect(try abs(Checked.item(value) - 1) < 1e-6)
    }

    @Test func `a final softmax is fused, so that sure and wrong is finite`() throws {
        let model = Sequential { Dense(2, activation: .softmax, inputSize: 1, useBias: false) }
        (model.layers[0] as? Dense)?.weight = Tensor([[200.0, -200.0]])
        model.compile(optimizer: SGD(), loss: .sparseCategoricalCrossentropy)
        let logs = try Training.evaluate(model, Tensor([[1.0]]), Tensor([1]))
        #expect(try abs(logs.value("loss") - 400) < 1e-3)
    }

    @Test func `a final sigmoid is fused, so that sure and wrong is finite`() throws {
        let model = Sequential { Dense(1, activation: .sigmoid, inputSize: 1, useBias: false) }
        (model.layers[0] as? Dense)?.weight = Tensor([[200.0]])
        model.compile(optimizer: SGD(), loss: .binaryCrossentropy)
        let logs = try Training.evaluate(model, Tensor([[1.0]]), Tensor([[0.0]]))
        #expect(try abs(logs.value("loss") - 200) < 1e-3)
    }

    @Test func `shapes that would broadcast are errors`() throws {
        func message(_ loss: Loss, _ outputs: Tensor, _ targets: Tensor) -> String {
            do {
                _ = try LossFunction.value(loss, outputs: outputs, targets: targets)
                return "no error"
            } catch {
                return "\(error)"
            }
        }
        #expect(
            message(.meanSquaredError, Tensor.ones(4, 1), Tensor.ones(4)) == "no error")
        #expect(
            message(.meanSquaredError, Tensor.ones(4, 3), Tensor.ones(4))
                == "'meanSquaredError' expects expected values of the outputs' shape [4, 3], "
                + "given shape [4]\nhelp: for integer labels use .sparseCategoricalCrossentropy")
        #expect(
            message(.categoricalCrossentropy, Tensor.ones(4, 3), Tensor.ones(4))
                .hasSuffix("help: for integer labels use .sparseCategoricalCrossentropy"))
        #expect(
            message(.sparseCategoricalCrossentropy, Tensor.ones(4, 3), Tensor.ones(4, 3))
                .hasSuffix("help: for one-hot labels use .categoricalCrossentropy"))
        #expect(
            message(.sparseCategoricalCrossentropy, Tensor.ones(2, 3), Tensor([0, 3]))
                .contains("label 3 at position 1 is out of range for 3 classes"))
    }

    @Test func `losses for own loops have the same values`() throws {
        let golden = try GoldenFile("losses.txt")
        let absolute = try golden.named("meanAbsoluteError")
        let (outputs, targets) = (try absolute["outputs"], try absolute["targets"])
        let value = try Losses.meanAbsoluteError(
            predicted: outputs, expected: targets, reduction: .mean)
        #expect(try distance(value, absolute["value"]) < 1e-6)
        let each = try Losses.meanAbsoluteError(
            predicted: outputs, expected: targets, reduction: .none)
        #expect(each.shape == outputs.shape)
        let huber = try golden.named("huber(0.5)")
        let bent = try Losses.huber(
            predicted: huber["outputs"], expected: huber["targets"], delta: 0.5, reduction: .mean)
        #expect(try distance(bent, huber["value"]) < 1e-6)
        #expect(throws: TensorError.self) {
            try Losses.huber(
                predicted: Tensor.ones(2, 3), expected: Tensor.ones(3), delta: 1, reduction: .mean)
        }
        // −½ Σ(1 + 0 − 1 − 1) = ½ for each of two axes.
        let divergence = try Losses.gaussianKL(
            mean: Tensor.ones(5, 2), logVariance: Tensor.zeros(5, 2))
        #expect(try abs(Checked.item(divergence) - 1) < 1e-6)
    }
}
