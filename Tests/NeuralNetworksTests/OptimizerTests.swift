import NeuralNetworks
import Tensors
import Testing

@Suite struct OptimizerTests {
    @Test(arguments: [
        "SGD", "SGD momentum", "SGD nesterov", "SGD weightDecay", "Adam", "Adam weightDecay",
        "AdamW", "RMSprop", "RMSprop momentum", "Adagrad", "Adadelta", "Adamax", "Nadam", "LAMB",
        "Lion", "Adam clipNorm", "SGD oneCycle", "SGD cosine", "SGD restarts", "SGD step",
        "SGD exponential", "SGD polynomial",
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
            case "Adagrad":
                Adagrad(learningRate: 0.1, initialAccumulator: 0.1, weightDecay: 0.01)
            case "Adadelta": Adadelta(learningRate: 0.5, weightDecay: 0.01)
            case "Adamax": Adamax(learningRate: 0.01, weightDecay: 0.01)
            case "Nadam": Nadam(learningRate: 0.01, weightDecay: 0.01)
            case "LAMB": LAMB(learningRate: 0.01, weightDecay: 0.01)
            case "Lion": Lion(learningRate: 0.01, weightDecay: 0.1)
            case "Adam clipNorm": Adam(learningRate: 0.01, clipNorm: 0.5)
            case "SGD oneCycle": SGD(learningRate: .oneCycle(maximum: 0.5, steps: 10))
            case "SGD cosine":
                SGD(learningRate: .cosineDecay(initial: 0.1, steps: 12, minimum: 0.01))
            case "SGD restarts":
                SGD(
                    learningRate: .cosineRestarts(
                        initial: 0.1, steps: 3, factor: 2, minimum: 0.01))
            case "SGD step": SGD(learningRate: .stepDecay(initial: 0.1, factor: 0.5, every: 3))
            case "SGD exponential":
                SGD(learningRate: .exponentialDecay(initial: 0.1, factor: 0.9))
            case "SGD polynomial":
                SGD(learningRate: .polynomialDecay(initial: 0.1, steps: 8, power: 2))
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

    @Test func `warm-up rises in a line, and the number of a schedule is that of the update`() throws {
        let schedule = LearningRateSchedule.warmup(steps: 3, then: .constant(0.4))
        #expect((0..<5).map { (schedule($0) * 1000).rounded() } == [100, 200, 300, 400, 400])
        let sgd = SGD(learningRate: .piecewise([1, 0.5], boundaries: [2]))
        let a = Parameter(Tensor.zeros(1))
        var rates: [Double] = []
        for _ in 0..<4 {
            try sgd.update([a], along: [Tensor.ones(1)])
            rates.append(sgd.learningRate)
        }
        #expect(rates == [1, 1, 0.5, 0.5])
        #expect(try values(a.value) == [-3])
        #expect(throws: TensorError.self) {
            try SGD(learningRate: .piecewise([1], boundaries: [2])).update(
                [a], along: [Tensor.ones(1)])
        }
    }

    @Test func `accumulated gradients make one update of their mean`() throws {
        let a = Parameter(Tensor.zeros(2))
        let sgd = SGD(learningRate: 1)
        sgd.gradientAccumulation = 2
        try sgd.update([a], along: [Tensor([1.0, 2.0])])
        #expect(try values(a.value) == [0, 0])
        try sgd.update([a], along: [Tensor([3.0, 2.0])])
        #expect(try values(a.value) == [-2, -2])
        #expect(sgd.stepCount == 1)
    }

    @Test func `gradients beyond a value are cut there`() throws {
        let a = Parameter(Tensor.zeros(2))
        try SGD(learningRate: 1, clipValue: 0.5).update([a], along: [Tensor([3.0, -0.25])])
        #expect(try values(a.value) == [-0.5, 0.25])
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
