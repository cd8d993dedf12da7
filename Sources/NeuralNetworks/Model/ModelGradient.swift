public import Tensors

/// The gradient of a scalar at a model's parameters.
///
///     gradient["encoder.3.weight"]
public struct ModelGradient {
    package let parameters: [Parameter]
    package let tensors: [Tensor]
    /// The model, for the parameters' paths: they are asked for seldom and cost a walk.
    let model: any Layer

    package init(model: any Layer, parameters: [Parameter], tensors: [Tensor]) {
        self.model = model
        self.parameters = parameters
        self.tensors = tensors
    }

    /// The paths of the parameters that have a gradient.
    public var paths: [String] { entries.map(\.path) }

    /// Paths and gradients in the order of the model's properties.
    package var entries: [(path: String, gradient: Tensor)] {
        var positions: [ObjectIdentifier: Int] = [:]
        for (position, parameter) in parameters.enumerated() {
            positions[ObjectIdentifier(parameter)] = position
        }
        return model.parameters.compactMap { named in
            positions[ObjectIdentifier(named.parameter)].map { (named.path, tensors[$0]) }
        }
    }

    /// The gradient at the parameter with a path.
    package func at(_ path: String) throws(TensorError) -> Tensor {
        let entries = self.entries
        if let entry = entries.first(where: { $0.path == path }) { return entry.gradient }
        throw .domain(
            operation: "gradient", problem: "no parameter has the path '\(path)'",
            help: "the paths are " + entries.map { "'\($0.path)'" }.joined(separator: ", "))
    }

    /// The gradient at the parameter with a path, such as `"0.weight"`.
    public subscript(path: String) -> Tensor {
        orEnd { () throws(TensorError) in try at(path) }
    }
}

extension ModelGradient: CustomStringConvertible {
    /// A line for each parameter: path and shape.
    public var description: String {
        entries.map { "\($0.path)  \($0.gradient.shape)" }.joined(separator: "\n")
    }
}
