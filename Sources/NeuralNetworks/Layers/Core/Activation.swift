import Tensors

/// An activation function as a layer of its own.
///
///     Activation(.relu)
public final class Activation: BuiltInLayer, @unchecked Sendable {
    public let function: ActivationFunction

    public init(_ function: ActivationFunction) {
        self.function = function
    }

    override func forward(_ x: Tensor) throws -> Tensor { try function.applied(to: x) }

    package override var configuration: Configuration? {
        Configuration(kindName, ["function": .text(function.name)])
    }
}
