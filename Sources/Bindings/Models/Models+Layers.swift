internal import Language
internal import NeuralNetworks
internal import Tensors

extension ActivationFunction: CellObject {}
extension LearningPhase: CellObject {}

func declareLayers(_ table: DeclarationTable) {
    let layer = Binder.protocol(
        table, "Layer", "A model or a part of one: what maps a tensor to a tensor with parameters that training changes.",
        "struct Net: Layer {\n var hidden = Dense(4, activation: .tanh)\n var out = Dense(1)\n func callAsFunction(_ x: Tensor) -> Tensor { out(hidden(x)) }\n}\nprint(Net()(Tensor.ones(2, 3)).shape)")
    layer("func callAsFunction(_ x: Tensor) -> Tensor", "The layer's result for a batch.", "print(Dense(2)(Tensor.ones(3, 4)).shape)") { (layer: LayerArgument, x: Tensor) in try layer.layer.call(x) }
    table.requirements["Layer"] = ["callAsFunction"]

    let activation = Binder.type(table, ActivationFunction.self, "struct ActivationFunction", "An activation function, as layers take it: `.relu`, `\"relu\"`, `.leakyRelu(0.2)`.", "print(Dense(8, activation: .relu))", describe: { $0.name }, equal: { $0 == $1 })
    let functions: [(String, ActivationFunction, String)] = [
        ("linear", .linear, "x"), ("relu", .relu, "max(x, 0)"), ("gelu", .gelu, "x Φ(x), exact"), ("tanh", .tanh, "tanh x"), ("sigmoid", .sigmoid, "1 / (1 + e⁻ˣ)"),
        ("softmax", .softmax, "eˣ / Σ eˣ along the last axis"), ("selu", .selu, "the self-normalising exponential unit"), ("silu", .silu, "x sigmoid(x)"),
        ("softplus", .softplus, "log(1 + eˣ)"), ("leakyRelu", .leakyRelu, "max(x, 0) + 0.01 min(x, 0)"), ("elu", .elu, "x above 0, eˣ − 1 below"),
    ]
    for (name, value, words) in functions {
        activation("static var \(name): ActivationFunction { get }", "The function \(words).", "print(Activation(.\(name)))") { () -> ActivationFunction in value }
    }
    activation("static func leakyRelu(_ slope: Double) -> ActivationFunction", "max(x, 0) + slope·min(x, 0).", "print(Activation(.leakyRelu(0.2)))") { (slope: Double) -> ActivationFunction in .leakyRelu(slope) }
    activation("static func elu(_ alpha: Double) -> ActivationFunction", "x above 0, α(eˣ − 1) below.", "print(Activation(.elu(0.5)))") { (alpha: Double) -> ActivationFunction in .elu(alpha) }
    activation("init(stringLiteral name: String)", "The function of that name.", "print(Dense(2, activation: \"relu\"))") { (name: String) -> ActivationFunction in ActivationFunction(name) }

    func type(_ name: String, _ documentation: String, _ example: String) -> Binder {
        let binder = Binder.type(table, LayerValue.self, "final class \(name)", documentation, example, describe: { "\($0.layer.kindName)" })
        table.conform(name, to: "Layer")
        binder.accessors(
            "var trainable: Bool { get set }", "Whether training changes the layer's parameters.", "let layer = Dense(2)\nlayer.trainable = false\nprint(layer.trainable)",
            get: NativeFunction("trainable") { (layer: LayerValue) -> Bool in layer.layer.trainable },
            set: NativeFunction("trainable") { (layer: LayerValue, value: Bool) -> CellVoid in
                layer.layer.trainable = value
                return CellVoid()
            })
        return binder
    }
    let dense = type("Dense", "A fully connected layer: activation(x·W + b), W of shape [inputs, units], Glorot uniform; b zero.", "print(Dense(4)(Tensor.ones(2, 3)).shape)")
    dense("init(_ units: Int, activation: ActivationFunction = .linear, inputSize: Int? = nil, useBias: Bool = true)", "A layer of so many units; the input's size is found at the first call.") { (units: Int, activation: ActivationFunction, inputSize: Int?, useBias: Bool) -> LayerValue in LayerValue(layer: Dense(units, activation: activation, inputSize: inputSize, useBias: useBias)) }
    dense("var weight: Tensor { get }", "The weights, [inputs, units]; an error before the first call.", "print(Dense(2, inputSize: 3).weight.shape)") { (layer: LayerValue) in try layer.layer.checkedParameter("weight").value }
    dense("var bias: Tensor { get }", "The biases, [units]; an error before the first call.", "print(Dense(2, inputSize: 3).bias)") { (layer: LayerValue) in try layer.layer.checkedParameter("bias").value }
    let dropout = type("Dropout", "While training, sets each element to 0 with the given probability and divides the others by 1 − rate (Srivastava et al. 2014).", "print(Dropout(0.5)(Tensor.ones(2)))")
    dropout("init(_ rate: Double)", "A layer that drops this part of its input.") { (rate: Double) -> LayerValue in LayerValue(layer: Dropout(rate)) }
    let flatten = type("Flatten", "All axes but the batch's as one.", "print(Flatten()(Tensor.ones(2, 3, 4)).shape)")
    flatten("init()", "The layer.") { () -> LayerValue in LayerValue(layer: Flatten()) }
    let reshape = type("Reshape", "The elements of each example in another shape.", "print(Reshape(2, 3)(Tensor.ones(4, 6)).shape)")
    reshape("init(_ extents: Int...)", "The shape of one example.") { (extents: [Int]) -> LayerValue in LayerValue(layer: Reshape(extents)) }
    let activationLayer = type("Activation", "An activation function as a layer.", "print(Activation(.relu)(Tensor([-1.0, 1])))")
    activationLayer("init(_ function: ActivationFunction)", "The layer.") { (function: ActivationFunction) -> LayerValue in LayerValue(layer: Activation(function)) }
    let layerNorm = type("LayerNorm", "Normalises each example over its last axis, then scales and shifts (Ba et al. 2016).", "print(LayerNorm()(Tensor.ones(2, 3)).shape)")
    layerNorm("init(epsilon: Double = 1e-5)", "The layer.") { (epsilon: Double) -> LayerValue in LayerValue(layer: LayerNorm(epsilon: epsilon)) }
    let batchNorm = type("BatchNorm", "Normalises each feature over the batch, then scales and shifts (Ioffe and Szegedy 2015).", "print(BatchNorm()(Tensor.ones(2, 3)).shape)")
    batchNorm("init(epsilon: Double = 1e-5, momentum: Double = 0.1)", "The layer.") { (epsilon: Double, momentum: Double) -> LayerValue in LayerValue(layer: BatchNorm(epsilon: epsilon, momentum: momentum)) }
    let embedding = type("Embedding", "A vector for each integer.", "print(Embedding(vocabulary: 10, dimensions: 4)(Tensor([1, 2])).shape)")
    embedding("init(vocabulary: Int, dimensions: Int)", "A table of so many vectors.") { (vocabulary: Int, dimensions: Int) -> LayerValue in LayerValue(layer: Embedding(vocabulary: vocabulary, dimensions: dimensions)) }
    let sequential = type("Sequential", "Layers one after the other.", "print(Sequential([Dense(8), Dense(2)])(Tensor.ones(3, 4)).shape)")
    sequential("init(@LayerBuilder _ layers: () -> [any Layer])", "The layers that the closure lists.", "let model = Sequential {\n Dense(8, activation: .relu)\n Dense(2)\n}\nprint(model(Tensor.ones(3, 4)).shape)") { (layers: CellClosure<[LayerArgument]>) -> LayerValue in LayerValue(layer: Sequential(try layers().map(\.layer))) }
    sequential("init(_ layers: [any Layer])", "The layers of an array.") { (layers: [LayerArgument]) -> LayerValue in LayerValue(layer: Sequential(layers.map(\.layer))) }
    sequential("subscript(_ position: Int) -> any Layer", "The layer at a position.", "print(Sequential([Dense(8), Dense(2)])[0])") { (model: LayerValue, position: Int) throws -> LayerElement in
        guard let sequential = model.layer as? Sequential else { throw RuntimeFault(.internal, "not a Sequential") }
        return LayerElement(layer: try sequential.layer(position), table: table)
    }
    let parameter = Binder.type(table, Parameter.self, "final class Parameter", "A tensor in a model of one's own that training changes.", "print(Parameter(Tensor.ones(2)).value)", describe: { "Parameter(\($0.value.shape))" })
    parameter("init(_ value: Tensor)", "A parameter with this value at first.") { (value: Tensor) -> Parameter in Parameter(value) }
    parameter("var value: Tensor { get }", "The value now.") { (parameter: Parameter) in parameter.value }

    let phase = Binder.type(table, LearningPhase.self, "enum LearningPhase", "Whether layers behave as in training or as in use.", "print(withLearningPhase(.training) { 1 })", describe: { "\($0)" }, equal: { $0 == $1 })
    phase("static var training: LearningPhase { get }", "As in training.") { () -> LearningPhase in .training }
    phase("static var inference: LearningPhase { get }", "As in use.") { () -> LearningPhase in .inference }
    Binder(table).raw("func withLearningPhase<R>(_ phase: LearningPhase, _ body: () throws -> R) -> R", "Runs a closure in a learning phase and gives its value.", "let layer = Dropout(0.5)\nprint(withLearningPhase(.inference) { layer(Tensor.ones(2)) })", isInout: [false, false]) { frame in
        let phase = try LearningPhase.load(UnsafePointer(frame.arguments))
        try withLearningPhase(phase) {
            try frame.machine.call(frame.arguments[1], arguments: UnsafePointer(frame.arguments), argumentCount: 0, result: frame.result, resultCount: frame.typeArguments[0].layout.count)
        }
    }
}

/// A layer given back to a cell as `any Layer`.
struct LayerElement: CellValue {
    let layer: any Layer
    let table: DeclarationTable?

    static var cellLayout: Layout { .reference }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> LayerElement { LayerElement(layer: try LayerArgument.load(slots).layer, table: nil) }

    func store(_ slots: UnsafeMutablePointer<UInt64>) {
        if let own = layer as? CellLayer {
            own.value.store(slots)
        } else if let built = layer as? BuiltInLayer {
            let nominal = table?.types[built.kindName] ?? NominalType(name: built.kindName, form: .native)
            var payload = HeapObject.makeNative(LayerValue(layer: built))
            slots[0] = HeapObject.makeExistential(.make(.nominal(nominal, [])), taking: &payload)
        }
    }
}
