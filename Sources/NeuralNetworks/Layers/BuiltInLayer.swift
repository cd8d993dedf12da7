public import Tensors

/// What all layers of this library have in common: sizes inferred at the first call, freezing,
/// the shape of the last output for `summary()`.
public class BuiltInLayer: Layer, ParameterContainer, @unchecked Sendable {
    /// Whether optimizers change the layer's parameters.
    public var trainable = true {
        didSet {
            for case .parameter(let parameter) in children().map(\.value) {
                parameter.trainable = trainable
            }
        }
    }

    /// Whether the layer has its parameters; those without any always have.
    package internal(set) var isBuilt = true
    /// The shape that came out of the call that fixed the sizes.
    package internal(set) var outputShape: Shape?

    /// The parameters of this layer and those inside, once they cannot change any more.
    var knownParameters: [Parameter]?

    init() {}

    /// The output for a batch of inputs.
    public final func callAsFunction(_ x: Tensor) -> Tensor {
        orFail { try call(x) }
    }

    /// The output for a batch of inputs; throws what is wrong with it.
    public final func call(_ x: Tensor) throws -> Tensor {
        if !isBuilt {
            try build(x.shape)
            isBuilt = true
        }
        let output = try forward(x)
        if outputShape == nil { outputShape = output.shape }
        return output
    }

    /// Makes the parameters for inputs of this shape.
    func build(_ input: Shape) throws {}

    /// The layer's function. Each layer has its own.
    func forward(_ x: Tensor) throws -> Tensor { x }

    /// The input shape for which ``build(_:)`` makes parameters of the shapes that a file has;
    /// nil when the file has none for this layer.
    func inputShape(ofSaved shapes: [String: Shape]) -> Shape? { nil }

    package func children() -> [(name: String, value: ParameterNode)] { [] }

    /// The name of the layer's type.
    package var kindName: String { String(describing: type(of: self)) }
}
