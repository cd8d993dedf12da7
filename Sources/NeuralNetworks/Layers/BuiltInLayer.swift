public import Tensors

/// What all layers of this library have in common: sizes inferred at the first call, freezing,
/// the shape of the last output for `summary()`.
public class BuiltInLayer: Layer, ParameterContainer, @unchecked Sendable {
    /// Whether optimizers change the layer's parameters, those of layers inside included.
    public var trainable = true {
        didSet {
            func set(_ node: ParameterNode) {
                switch node {
                case .parameter(let parameter): parameter.trainable = trainable
                case .layer(let layer as BuiltInLayer): layer.trainable = trainable
                case .group(let children): for child in children { set(child.value) }
                case .layer(let layer): for named in layer.parameters { set(.parameter(named.parameter)) }
                case .constant: break
                }
            }
            for child in children() { set(child.value) }
        }
    }

    /// Whoever made the layer may note here how.
    package var origin: AnyObject?

    /// Whether the layer has its parameters; those without any always have.
    @exclusivity(unchecked) package internal(set) var isBuilt = true
    /// The shape of the input that fixed the sizes.
    @exclusivity(unchecked) package internal(set) var builtShape: Shape?
    /// The shape that came out of the call that fixed the sizes.
    @exclusivity(unchecked) package internal(set) var outputShape: Shape?
    /// The parameters that ``make(_:_:_:inputs:outputs:options:)`` made, in order.
    @exclusivity(unchecked) private var made: [(name: String, parameter: Parameter)] = []

    /// The parameters of this layer and those inside, once they cannot change any more.
    @exclusivity(unchecked) var knownParameters: [Parameter]?

    init() {}

    /// The output for a batch of inputs.
    public final func callAsFunction(_ x: Tensor) -> Tensor {
        orFail { try call(x) }
    }

    /// The output for a batch of inputs; throws what is wrong with it.
    public final func call(_ x: Tensor) throws -> Tensor {
        try prepare(x.shape)
        let output = try forward(x)
        if Tape.current.looksForNonFinite { noteNonFinite() }
        if outputShape == nil { outputShape = output.shape }
        return output
    }

    /// Keeps this layer's name when the first value that is not finite was made inside.
    @inline(never)
    private func noteNonFinite() {
        let state = NetworkState.current
        guard Tape.current.firstNonFinite != nil, state.firstNonFinite == nil else { return }
        state.firstNonFinite = "'\(kindName)'"
    }

    /// Makes the parameters, where there are none yet, for inputs of this shape.
    package final func prepare(_ input: Shape) throws {
        guard !isBuilt else { return }
        made = []
        try build(input)
        builtShape = input
        isBuilt = true
    }

    /// Makes the parameters for inputs of this shape.
    func build(_ input: Shape) throws {}

    /// The layer's function. Each layer has its own.
    func forward(_ x: Tensor) throws -> Tensor { x }

    /// The input shape for which ``build(_:)`` makes parameters of the shapes that a file has;
    /// nil when the file has none for this layer.
    func inputShape(ofSaved shapes: [String: Shape]) -> Shape? { nil }

    package func children() -> [(name: String, value: ParameterNode)] {
        made.map { ($0.name, .parameter($0.parameter)) }
    }

    /// The name of the layer's type.
    package var kindName: String { String(describing: type(of: self)) }

    /// What makes another layer like this one, for saved architectures; nil where that cannot be
    /// written down, as for a closure.
    package var configuration: Configuration? { nil }

    /// Makes a parameter of this layer.
    final func make(
        _ name: String, _ shape: Shape, _ initializer: Initializer, inputs: Int = 1,
        outputs: Int = 1, regularizer: Regularizer? = nil, constraint: Constraint? = nil
    ) throws -> Parameter {
        let value = try initializer.values(shape, inputs: inputs, outputs: outputs)
        let parameter = Parameter(value, trainable: trainable)
        if let regularizer {
            parameter.penalty = { (weight) throws(TensorError) in try regularizer.penalty(weight) }
        }
        if let constraint {
            parameter.constraint = { (weight) throws(TensorError) in
                try constraint.obeying(weight)
            }
        }
        made.append((name, try Recording.created(parameter)))
        return parameter
    }

    /// Makes the weights of a layer and, if wanted, its bias.
    final func makeKernel(
        _ shape: Shape, inputs: Int, outputs: Int, bias: Int?, _ options: KernelOptions
    ) throws -> (weight: Parameter, bias: Parameter?) {
        let weight = try make(
            "weight", shape, options.kernelInitializer, inputs: inputs, outputs: outputs,
            regularizer: options.kernelRegularizer, constraint: options.kernelConstraint)
        let bias = try bias.map {
            try make("bias", [$0], options.biasInitializer, inputs: inputs, outputs: outputs)
        }
        return (weight, bias)
    }
}

extension BuiltInLayer {
    /// An error about this layer's input.
    func inputError(_ expected: String, _ given: Shape, help: String? = nil) -> TensorError {
        .shape(operation: kindName, expected: expected, given: given, help: help)
    }

    /// The greatest number a layer is made with: the product of two can be counted.
    static let greatestSize = Int(Int32.max)

    /// A check of a number the layer was made with.
    func check(_ name: String, _ value: Int, atLeast least: Int = 1) throws(TensorError) {
        guard value >= least else {
            throw .domain(
                operation: kindName, problem: "\(name) must be at least \(least), given \(value)",
                help: nil)
        }
        guard value <= BuiltInLayer.greatestSize else {
            throw .domain(
                operation: kindName,
                problem: "\(name) must be at most \(BuiltInLayer.greatestSize), given \(value)",
                help: nil)
        }
    }
}
