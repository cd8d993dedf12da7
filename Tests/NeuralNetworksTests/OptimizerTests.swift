import NeuralNetworks
import Tensors
import Testing

@Suite struct OptimizerTests {
    @Test(arguments: [
        "SGD", "SGD momentum", "SGD nesterov", "SGD weightDecay", "Adam", "Adam weightDecay",
        "AdamW", "RMSprop", "RMSprop momentum",
    ])
    func `ten steps are PyTorch's`(_ name: String) throws {
        let test = try GoldenFile("optimizers.txt").named(name)
        let optimizer: Optimizer =
            switch name {
            case "SGD": SGD(learningRate: 0.1)
            case "SGD momentum": SGD(learningRate: 0.1, momentum: 0.9)
            case "SGD nesterov": SGD(learningRate: 0.1, momentum: 0.9, nesterov: true)
            case "SGD weightDecay": SGD(learningRate: 0.1, momentum: 0.5, weightDecay: 0.01)
            case "Adam": Adam(learningRate: 0.01)
            case "Adam weightDecay":
                Adam(learningRate: 0.01, beta1: 0.8, beta2: 0.99, epsilon: 1e-6, weightDecay: 0.1)
            case "AdamW": AdamW(learningRate: 0.01, weightDecay: 0.1)
            case "RMSprop": RMSprop(learningRate: 0.01)
            default:
                RMSprop(learningRate: 0.01, decay: 0.9, momentum: 0.5, weightDecay: 0.01)
            }
        let a = Parameter(try test["a"])
        let b = Parameter(try test["b"])
        let start = a.value
        let (ga, gb) = (try test["a_gradients"], try test["b_gradients"])
        for step in 0..<10 {
            let gradients = [
                try Checked.reshaped(ga.rows(step..<(step + 1)), a.shape),
                try Checked.reshaped(gb.rows(step..<(step + 1)), b.shape),
            ]
            try optimizer.update([a, b], along: gradients)
        }
        // Where a gradient and its weight decay cancel, PyTorch in float32 is 5e-6 away as well.
        #expect(try distance(a.value, test["a_after"]) < 1e-5)
        #expect(try distance(b.value, test["b_after"]) < 1e-5)
        #expect(optimizer.stepCount == 10)
        // A tensor taken from the parameter before keeps its value.
        #expect(try distance(start, test["a"]) == 0)
    }

    @Test func `one optimizer keeps apart what it knows of several models`() throws {
        func parameter() throws -> Parameter { Parameter(Tensor.ones(2)) }
        let gradient = Tensor.ones(2)
        let (a, b) = (try parameter(), try parameter())
        let shared = Adam(learningRate: 0.1)
        let alone = Adam(learningRate: 0.1)
        for _ in 0..<3 {
            try shared.update([a], along: [gradient])
            try shared.update([b], along: [gradient])
        }
        let c = try parameter()
        for _ in 0..<3 { try alone.update([c], along: [gradient]) }
        #expect(try distance(a.value, c.value) == 0)
        #expect(try distance(b.value, c.value) == 0)
    }

    @Test func `a frozen parameter stays`() throws {
        let a = Parameter(Tensor.ones(2), trainable: false)
        try SGD(learningRate: 1).update([a], along: [Tensor.ones(2)])
        #expect(try values(a.value) == [1, 1])
    }

    @Test func `settings that make no sense are told`() throws {
        func message(_ optimizer: Optimizer) -> String {
            do {
                try optimizer.validate()
                return "no error"
            } catch {
                return "\(error)"
            }
        }
        #expect(
            message(SGD(learningRate: -1))
                == "'SGD': the learning rate must be a positive number, given -1.0")
        #expect(message(SGD(momentum: 1)) == "'SGD': momentum must lie in 0..<1, given 1.0")
        #expect(message(SGD(nesterov: true)) == "'SGD': nesterov needs a momentum above 0")
        #expect(message(AdamW(beta2: 2)) == "'AdamW': beta2 must lie in 0..<1, given 2.0")
        #expect(message(RMSprop(decay: -1)) == "'RMSprop': decay must lie in 0..<1, given -1.0")
    }
}
