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
