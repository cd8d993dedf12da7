internal import Language
internal import NeuralNetworks
internal import Tensors

extension ActivationFunction: CellObject {}
extension LearningPhase: CellObject {}

/// Declares a built-in layer: a class whose objects are ``LayerValue``s, with what all of them can do.
func layerType(_ table: DeclarationTable, _ name: String, _ documentation: String, _ example: String) -> Binder {
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

func declareLayers(_ table: DeclarationTable) {
    let layer = Binder.protocol(
        table, "Layer", "A model or a part of one: what maps a tensor to a tensor with parameters that training changes. One that takes or gives more declares its call as it needs it: `fit`, `predict` and `Sequential` call with one tensor.",
        "struct Net: Layer {\n var hidden = Dense(4, activation: .tanh)\n var out = Dense(1)\n func callAsFunction(_ x: Tensor) -> Tensor { out(hidden(x)) }\n}\nprint(Net()(Tensor.ones(2, 3)).shape)")
    layer("func callAsFunction(_ x: Tensor) -> Tensor", "The layer's result for a batch.", "print(Dense(2)(Tensor.ones(3, 4)).shape)") { (layer: LayerArgument, x: Tensor) in try layer.layer.call(x) }
    table.require("Layer", "func callAsFunction(_ x: Tensor) -> Tensor", takesAnyForm: true)

    let activation = Binder.type(table, ActivationFunction.self, "struct ActivationFunction", "An activation function, as layers take it: `.relu`, `\"relu\"`, `.leakyRelu(0.2)`.", "print(Dense(8, activation: .relu))", describe: { $0.name }, equal: { $0 == $1 })
    let functions: [(ActivationFunction, String)] = [
        (.linear, "x"), (.relu, "max(x, 0)"), (.gelu, "x Φ(x), exact"), (.geluApproximate, "x Φ(x) in the form with tanh"), (.tanh, "tanh x"), (.sigmoid, "1 / (1 + e⁻ˣ)"), (.softmax, "eˣ / Σ eˣ along the last axis"), (.logSoftmax, "x − log Σ eˣ along the last axis"), (.selu, "the self-normalising exponential unit"),
        (.silu, "x sigmoid(x)"), (.softplus, "log(1 + eˣ)"), (.mish, "x tanh(softplus(x))"), (.softsign, "x / (1 + |x|)"), (.hardSigmoid, "clip(x/6 + ½, 0, 1)"), (.hardSwish, "x hardSigmoid(x)"), (.exponential, "eˣ"),
    ]
    for (value, words) in functions {
        activation("static var \(value.name): ActivationFunction { get }", "The function \(words).", "print(Activation(.\(value.name))(Tensor([-1.0, 1])))") { () -> ActivationFunction in value }
    }
    for (name, value, words) in [("leakyRelu", ActivationFunction.leakyRelu, "max(x, 0) + 0.01 min(x, 0)"), ("elu", .elu, "x above 0, eˣ − 1 below")] {
        activation("static var \(name): ActivationFunction { get }", "The function \(words).", "print(Activation(.\(name))(Tensor([-1.0, 1])))") { () -> ActivationFunction in value }
    }
    activation("static func leakyRelu(_ slope: Double) -> ActivationFunction", "max(x, 0) + slope·min(x, 0).", "print(Activation(.leakyRelu(0.2)))") { (slope: Double) -> ActivationFunction in .leakyRelu(slope) }
    activation("static func elu(_ alpha: Double) -> ActivationFunction", "x above 0, α(eˣ − 1) below.", "print(Activation(.elu(0.5)))") { (alpha: Double) -> ActivationFunction in .elu(alpha) }
    activation("init(stringLiteral name: String)", "The function of that name.", "print(Dense(2, activation: \"relu\"))") { (name: String) -> ActivationFunction in ActivationFunction(name) }

    func type(_ name: String, _ documentation: String, _ example: String) -> Binder { layerType(table, name, documentation, example) }
    declareKernelOptions(table)
    declareCoreLayers(table)
    declareConvolutionLayers(table)
    declareSequenceLayers(table)
    declareAugmentationLayers(table)
    let sequential = type("Sequential", "Layers one after the other.", "print(Sequential([Dense(8), Dense(2)])(Tensor.ones(3, 4)).shape)")
    sequential("init(@LayerBuilder _ layers: () -> [any Layer])", "The layers that the closure lists.", "let model = Sequential {\n Dense(8, activation: .relu)\n Dense(2)\n}\nprint(model(Tensor.ones(3, 4)).shape)") { (layers: CellClosure<[LayerArgument]>) -> LayerValue in LayerValue(layer: Sequential(try layers().map(\.layer))) }
    sequential("init(_ layers: [any Layer])", "The layers of an array.") { (layers: [LayerArgument]) -> LayerValue in LayerValue(layer: Sequential(layers.map(\.layer))) }
    sequential("subscript(_ position: Int) -> any Layer", "The layer at a position.", "print(Sequential([Dense(8), Dense(2)])[0])") { (model: LayerValue, position: Int) throws -> LayerElement in
        guard let sequential = model.layer as? Sequential else { throw RuntimeFault(.internal, "not a Sequential") }
        return LayerElement(layer: try sequential.layer(position), table: table)
    }
    let parameter = Binder.type(table, Parameter.self, "final class Parameter", "A tensor in a model of one's own that training changes.", "print(Parameter(Tensor.ones(2)).value)", describe: { "Parameter(\($0.value.shape))" })
    parameter("init(_ value: Tensor)", "A parameter with this value at first.") { (value: Tensor) -> Parameter in Parameter(value) }
    parameter.accessors(
        "var value: Tensor { get set }", "The value now.", "let weight = Parameter(Tensor.ones(2))\nweight.value -= 0.1 * Tensor.ones(2)\nprint(weight.value)",
        get: NativeFunction("value") { (parameter: Parameter) -> Tensor in parameter.value },
        set: NativeFunction("value") { (parameter: Parameter, value: Tensor) -> CellVoid in
            parameter.value = value
            return CellVoid()
        })

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
