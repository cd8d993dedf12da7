public import NeuralNetworks
public import Tensors

extension BuiltInLayer {
    /// A parameter that a layer has under a name; an error before the first call has fixed the sizes.
    fileprivate func value(_ name: String) -> Tensor { orEnded { try checkedParameter(name).value } }

    fileprivate func set(_ name: String, _ value: Tensor) { orEnded { try checkedParameter(name).assign(value, path: name) } }
}

extension Layer {
    /// The ways to the model's parameters: `encoder.3.weight`.
    public var parameterPaths: [String] { parameters.map(\.path) }

    /// The parameter with a path.
    public func parameter(_ path: String) -> Tensor {
        let all = parameters
        guard let found = all.first(where: { $0.path == path }) else {
            let paths = all.map { "'\($0.path)'" }.joined(separator: ", ")
            fatalError("no parameter has the path '\(path)': " + (all.isEmpty ? "the sizes are not known yet, call the model once" : "the paths are \(paths)"))
        }
        return found.parameter.value
    }
}

extension Sequential {
    /// The layer at a position.
    public subscript(_ position: Int) -> any Layer { orEnded { try layer(position) } }
}

extension PReLU {
    /// The slopes.
    public var weight: Tensor {
        get { value("weight") }
        set { set("weight", newValue) }
    }
}

extension LayerNorm {
    /// The scale of each feature.
    public var weight: Tensor {
        get { value("weight") }
        set { set("weight", newValue) }
    }

    /// The offset of each feature.
    public var bias: Tensor {
        get { value("bias") }
        set { set("bias", newValue) }
    }
}

extension RMSNorm {
    /// The scale of each feature.
    public var weight: Tensor {
        get { value("weight") }
        set { set("weight", newValue) }
    }
}

extension GroupNorm {
    /// The scale of each channel.
    public var weight: Tensor {
        get { value("weight") }
        set { set("weight", newValue) }
    }

    /// The offset of each channel.
    public var bias: Tensor {
        get { value("bias") }
        set { set("bias", newValue) }
    }
}

extension BatchNorm {
    /// The scale of each channel.
    public var weight: Tensor {
        get { value("weight") }
        set { set("weight", newValue) }
    }

    /// The offset of each channel.
    public var bias: Tensor {
        get { value("bias") }
        set { set("bias", newValue) }
    }

    /// The mean that stands for the batch's own in use; an error before the first call.
    public var runningMean: Tensor { running("runningMean") }

    /// The variance that stands for the batch's own in use; an error before the first call.
    public var runningVariance: Tensor { running("runningVariance") }

    private func running(_ name: String) -> Tensor {
        for child in children() where child.name == name {
            if case .constant(let tensor, _) = child.value { return tensor }
        }
        fatalError("BatchNorm: no '\(name)' yet: call the layer once")
    }
}
