import NeuralNetworks
import Tensors
import Testing

@Suite struct ExplainingTests {
    /// Outputs x·W: the gradient of class k is column k.
    private func linear() -> Sequential {
        let layer = Dense(2, inputSize: 3, useBias: false)
        layer.weight = Tensor([[1.0, -2.0], [0.5, 3.0], [0.0, 1.0]])
        return Sequential([layer])
    }

    @Test func `gradients of a linear model are its weights`() throws {
        let x = Tensor([[1.0, 2.0, 3.0]])
        let model = linear()
        #expect(try values(Explaining.saliency(model, x, classes: Tensor([0]))) == [1, 0.5, 0])
        // Predicted is class 1.
        #expect(try values(Explaining.saliency(model, x, classes: nil)) == [2, 3, 1])
        let shares = try Explaining.integratedGradients(
            model, x, classes: Tensor([1]), baseline: nil, steps: 4)
        #expect(try distance(shares, Tensor([[-2.0, 6.0, 3.0]])) < 1e-6)
    }

    @Test func `attacks raise the loss and stay near`() throws {
        let x = Tensor([[1.0, 2.0, 3.0]])
        let model = linear()
        let y = Tensor([1])
        let changed = try Explaining.attack(
            model, x, labels: y, epsilon: 0.1, stepSize: 0.1, steps: 1, range: nil, fromLogits: true)
        // Away from class 1: along W₀ − W₁ = (3, −2.5, −1).
        #expect(try distance(changed, Tensor([[1.1, 1.9, 2.9]])) < 1e-6)
        let far = try Explaining.attack(
            model, x, labels: y, epsilon: 0.1, stepSize: 0.06, steps: 5, range: 0...2.5,
            fromLogits: true)
        #expect(try distance(far, Tensor([[1.1, 1.9, 2.5]])) < 1e-6)
    }

    @Test func `heat lies where the model looks`() throws {
        // The mean of the left upper corner decides.
        let conv = Conv2D(1, kernelSize: 1, useBias: false, kernelInitializer: .ones)
        let dense = Dense(1, inputSize: 16, useBias: false)
        dense.weight = try Checked.reshaped(
            Checked.asType(Tensor((0..<16).map { $0 == 0 ? 1.0 : 0 }), .float32), [16, 1])
        let model = Sequential([conv, Flatten(), dense])
        let x = Tensor.ones(1, 4, 4, 1)
        let drops = try Explaining.occlusion(
            model, x, classes: Tensor([0]), window: 2, strides: 2, value: 0)
        #expect(try values(drops) == [1, 0, 0, 0])
        #expect(try Explaining.gradCAM(model, x, layer: 0, classes: Tensor([0])).shape == [1, 4, 4])
        #expect(try Explaining.activations(model, x, layer: 1).shape == [1, 16])
        #expect(throws: (any Error).self) {
            try Explaining.gradCAM(model, x, layer: 2, classes: nil)
        }
        #expect(throws: (any Error).self) { try Explaining.activations(model, x, layer: 7) }
    }
}
