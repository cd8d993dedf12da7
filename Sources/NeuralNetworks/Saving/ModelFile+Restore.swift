package import Tensors

extension ModelFile {
    /// Gives a model the values of tensors by path.
    ///
    /// - Throws: naming the parameter that is missing or has another shape.
    package static func restore(
        _ model: any Layer, _ saved: [(name: String, tensor: Tensor)], from path: String
    ) throws {
        try build(model, saved, [:])
        var byName: [String: Tensor] = [:]
        for (name, tensor) in saved { byName[name] = tensor }
        let walk = ModelWalk(model)
        func fitting(_ name: String, _ shape: Shape) throws(TensorError) -> Tensor {
            guard let tensor = byName[name], tensor.shape == shape else {
                throw .file(
                    path: path, problem: "'\(name)' of shape \(shape) is not in it", help: nil)
            }
            return tensor
        }
        for named in walk.parameters {
            let value = try fitting(named.path, named.parameter.value.shape)
            try named.parameter.assign(value, path: named.path)
        }
        for constant in walk.constants {
            try constant.set?(fitting(constant.path, constant.tensor.shape))
        }
    }
}
