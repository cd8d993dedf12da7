import Foundation
import NeuralNetworks
import Tensors
import Testing

private struct Block: Layer {
    var inner = Dense(4, activation: .tanh, inputSize: 4)
    let factor = Parameter(Tensor.ones(4))
    let offset = Tensor.ones(4)

    func callAsFunction(_ x: Tensor) -> Tensor { x + inner(x) * factor.value }
}

private struct Network: Layer {
    var blocks = [Block(), Block()]
    var named = ["b": Dense(3, inputSize: 4), "a": Dense(2, inputSize: 4)]
    var maybe: Dense? = Dense(1, inputSize: 4)
    var absent: Dense?
    var head = Sequential {
        Dropout(0.5)
        Dense(2)
    }

    func callAsFunction(_ x: Tensor) -> Tensor { head(blocks[1](blocks[0](x))) }
}

private class Base: Layer {
    let first = Dense(2, inputSize: 2)
    func callAsFunction(_ x: Tensor) -> Tensor { first(x) }
}

private final class Derived: Base {
    let second = Dense(3, inputSize: 2)
    override func callAsFunction(_ x: Tensor) -> Tensor { second(first(x)) }
}

/// A model that tells its own children, as those declared in cells do.
private final class Declared: Layer, ParameterContainer {
    let inner = Dense(1, inputSize: 2)
    let scale = Parameter(Tensor.ones(1))
    struct Failure: Error {}
    var fails = false

    var kindName: String { "Mine" }
    func children() -> [(name: String, value: ParameterNode)] {
        [
            ("inner", .layer(inner)),
            ("more", .group([("0", .parameter(scale)), ("1", .layer(inner))])),
        ]
    }
    func callAsFunction(_ x: Tensor) -> Tensor { inner(x) }
    func call(_ x: Tensor) throws -> Tensor {
        if fails { throw Failure() }
        return try Checked.multiply(inner.call(x), scale.value)
    }
}

/// Two models that refer to each other.
private final class Linked: Layer, ParameterContainer {
    let inner = Dense(1, inputSize: 1)
    var other: Linked?

    var kindName: String { "Linked" }
    var identity: AnyObject? { self }
    func children() -> [(name: String, value: ParameterNode)] {
        [("inner", .layer(inner))] + (other.map { [("other", .layer($0))] } ?? [])
    }
    func callAsFunction(_ x: Tensor) -> Tensor { inner(x) }
}

@Suite struct ModelTests {
    @Test func `models that refer to each other are walked once`() throws {
        let (a, b) = (Linked(), Linked())
        a.other = b
        b.other = a
        #expect(
            a.parameters.map(\.path)
                == ["inner.weight", "inner.bias", "other.inner.weight", "other.inner.bias"])
        let gradient = try ModelCalculus.valueWithGradient(at: a) {
            try Checked.sum($0.call(Tensor.ones(1, 1)))
        }.gradient
        #expect(gradient.parameters.count == 4)
        a.other = nil
        b.other = nil
    }

    @Test func `parameters are found by walking stored properties`() {
        let paths = Network().parameters.map(\.path)
        #expect(
            paths == [
                "blocks.0.inner.weight", "blocks.0.inner.bias", "blocks.0.factor",
                "blocks.1.inner.weight", "blocks.1.inner.bias", "blocks.1.factor",
                "named.a.weight", "named.a.bias", "named.b.weight", "named.b.bias",
                "maybe.weight", "maybe.bias",
            ])
        #expect(
            Derived().parameters.map(\.path)
                == ["first.weight", "first.bias", "second.weight", "second.bias"])
    }

    @Test func `a shared layer counts once`() {
        let shared = Dense(2, inputSize: 2)
        let model = Sequential([shared, Activation(.relu), shared])
        #expect(model.parameters.map(\.path) == ["0.weight", "0.bias"])
        #expect(model.parameterCount == 6)
    }

    @Test func `models that tell their own children are walked and trained`() throws {
        let model = Declared()
        #expect(model.parameters.map(\.path) == ["inner.weight", "inner.bias", "more.0"])
        try Training.compile(model, optimizer: SGD(), loss: .meanSquaredError, metrics: [])
        var options = FitOptions()
        options.verbose = .silent
        let x = Tensor.ones(4, 2)
        let before = model.scale.value
        _ = try Training.fit(model, x, Tensor.zeros(4, 1), options)
        #expect(try distance(before, model.scale.value) > 0)
        model.fails = true
        #expect(throws: Declared.Failure.self) { try Training.fit(model, x, x, options) }
    }

    @Test func `the gradient at a model is read by path`() throws {
        var model = Network()
        let x = Tensor.ones(3, 4)
        let (value, gradient) = try ModelCalculus.valueWithGradient(at: model) { model in
            try Checked.mean(model.call(x))
        }
        #expect(value.shape == [])
        // The head's layer was built inside the closure and is part of the first gradient.
        #expect(gradient["head.1.weight"].shape == [4, 2])
        #expect(try values(gradient["named.a.weight"]).allSatisfy { $0 == 0 })
        do {
            _ = try gradient.at("head.2.weight")
            Issue.record("found")
        } catch {
            #expect(
                error.description.hasPrefix(
                    "'gradient': no parameter has the path 'head.2.weight'\n"
                        + "help: the paths are 'blocks.0.inner.weight', "))
        }
        let before = model.blocks[0].factor.value
        SGD(learningRate: 0.5).update(&model, along: gradient)
        let expected = try Checked.subtract(
            before, Checked.multiply(gradient["blocks.0.factor"], .real(0.5)))
        #expect(try distance(model.blocks[0].factor.value, expected) < 1e-6)
    }

    @Test func `freezing a layer leaves it out of the gradient`() throws {
        let model = Sequential {
            Dense(3, inputSize: 2)
            Dense(1)
        }
        (model.layers[0] as? BuiltInLayer)?.trainable = false
        let gradient = try ModelCalculus.valueWithGradient(at: model) {
            try Checked.sum($0.call(Tensor.ones(2, 2)))
        }.gradient
        #expect(gradient.paths == ["1.weight", "1.bias"])
    }

    @Test func `the learning phase is training inside a model's gradient and where it is said`()
        throws
    {
        #expect(LearningPhase.current == .inference)
        _ = try ModelCalculus.valueWithGradient(at: Dense(1, inputSize: 1)) {
            #expect(LearningPhase.current == .training)
            let inner = withLearningPhase(.inference) { LearningPhase.current }
            #expect(inner == .inference)
            return try Checked.sum($0.call(Tensor.ones(1, 1)))
        }
        #expect(LearningPhase.current == .inference)
        struct Failure: Error {}
        try? withLearningPhase(.training) { throw Failure() }
        #expect(LearningPhase.current == .inference)
    }

    @Test func `a Sequential block takes conditions and loops`() {
        let deep = true
        let model = Sequential {
            for width in [8, 4] { Dense(width, activation: .relu) }
            if deep {
                Dense(4)
            } else {
                Dropout(0.1)
            }
        }
        #expect(model.layers.count == 3)
    }

    @Test func `the summary is a table of layers, shapes and parameters`() throws {
        let model = Sequential {
            Dense(64, activation: .relu, inputSize: 64)
            Dropout(0.2)
            Dense(10, activation: .softmax)
        }
        #expect(
            try ModelSummary(model).description == """
                Sequential
                ─────────────────────────────────────
                layer        output shape  parameters
                ─────────────────────────────────────
                0 (Dense)    [batch, 64]        4,160
                1 (Dropout)  [batch, 64]            0
                2 (Dense)    [batch, 10]          650
                ─────────────────────────────────────
                4,810 trainable parameters
                """)
        let unknown = try ModelSummary(Sequential { Dense(2) }).description
        #expect(unknown.hasSuffix("sizes marked ? are inferred when the model is first called"))
    }
}

@Suite struct SavingTests {
    private func model() -> Sequential {
        Sequential {
            Dense(3, activation: .relu)
            BatchNorm()
            Dense(2)
        }
    }

    private func path(_ name: String) -> String {
        let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? FileManager.default.temporaryDirectory.path
        return "\(folder)/vencejo-saving-tests-\(name).safetensors"
    }

    private func message(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    @Test func `a saved model comes back, sizes and running figures included`() throws {
        let first = model()
        let x = Tensor.randomNormal(8, 4)
        _ = try withLearningPhase(.training) { try first.call(x) }
        try first.save(path("whole"))
        let second = model()
        try second.load(path("whole"))
        #expect(try distance(second.call(x), first.call(x)) == 0)
        #expect(second.parameters.map(\.path) == first.parameters.map(\.path))
    }

    @Test func `a checkpoint keeps the best epoch's weights`() throws {
        let model = Sequential { Dense(1, inputSize: 1) }
        (model.layers[0] as? Dense)?.weight = Tensor([[0.5]])
        model.compile(optimizer: SGD(learningRate: 0.1), loss: .meanSquaredError)
        let x = Tensor.ones(4, 1)
        var options = FitOptions()
        options.epochs = 3
        options.verbose = .silent
        // Training pulls the weight up, validation wants it low: the first epoch is the best.
        options.validationData = (x, Tensor.zeros(4, 1))
        options.callbacks = [ModelCheckpoint(path("best"), saveBestOnly: true)]
        let history = try Training.fit(model, x, Tensor.full(4, 1, value: 5), options)
        try model.load(path("best"))
        let loss = try Training.evaluate(model, x, Tensor.zeros(4, 1)).value("loss")
        #expect(abs(loss - history["val_loss"][0]) < 1e-5)
    }

    @Test func `what does not fit is told with path and shapes, and changes nothing`() throws {
        let first = Sequential { Dense(2, inputSize: 3) }
        try first.save(path("shape"))
        let other = Sequential { Dense(2, inputSize: 4) }
        let before = try values((other.layers[0] as? Dense)?.weight ?? Tensor.zeros(1))
        #expect(
            message { try other.load(path("shape")) }
                == "'\(path("shape"))': '0.weight' has shape [3, 2], the model's has shape [4, 2]")
        #expect(try values((other.layers[0] as? Dense)?.weight ?? Tensor.zeros(1)) == before)
        let deeper = Sequential {
            Dense(2, inputSize: 3)
            Dense(1, inputSize: 2)
        }
        #expect(
            message { try deeper.load(path("shape")) }
                .contains(
                    "no tensor is named '1.weight'\nhelp: the file holds '0.weight', '0.bias'"))
        #expect(
            message { try model().save(path("none")) }
                .hasPrefix("'save': the model's sizes are not known yet"))
        #expect(message { try first.load("/none") } == "'/none': no such file")
        #expect(message { try first.save("/none/x") }.contains("cannot be written"))
    }

    @Test func `a damaged file is an error at every length`() throws {
        let bytes = try Safetensors.encode([
            ("a \"quoted\" name", Tensor([[1.5, 2], [3, 4]])), ("b", Tensor([1, 2])),
        ])
        let read = try Safetensors.decode(bytes, path: "x")
        #expect(read.map(\.name) == ["a \"quoted\" name", "b"])
        #expect(read[1].tensor.dtype == .int64)
        #expect(try values(read[0].tensor) == [1.5, 2, 3, 4])
        for length in 0..<bytes.count {
            #expect(throws: TensorError.self, "\(length) bytes") {
                try Safetensors.decode(Array(bytes[..<length]), path: "x")
            }
        }
        for position in 0..<(bytes.count - 32) {
            var changed = bytes
            changed[position] ^= 0x15
            _ = try? Safetensors.decode(changed, path: "x")
        }
    }
}
