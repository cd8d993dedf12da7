import Tensors

/// Saving and loading a model's tensors by their paths.
package enum ModelFile {
    /// Writes parameters and constants.
    ///
    /// - Throws: when the model has no parameters yet, or the file cannot be written.
    package static func save(_ model: any Layer, to path: String) throws {
        let walk = ModelWalk(model)
        let tensors =
            walk.parameters.map { (name: $0.path, tensor: $0.parameter.value) }
            + walk.constants.map { (name: $0.path, tensor: $0.tensor) }
        guard !tensors.isEmpty, !walk.hasUnbuiltLayers else {
            throw TensorError.domain(
                operation: "save", problem: "the model's sizes are not known yet",
                help: "call the model once before saving it")
        }
        try Safetensors.write(tensors, to: path)
    }

    /// Reads parameters and constants. Nothing is changed unless all of them fit; layers that have
    /// no sizes yet take those of the file.
    ///
    /// - Throws: naming the parameter that is missing or has another shape, with both shapes.
    package static func load(_ model: any Layer, from path: String) throws {
        let saved = try Safetensors.read(path)
        var byName: [String: Tensor] = [:]
        for (name, tensor) in saved { byName[name] = tensor }
        for (layerPath, layer) in ModelWalk(model).layers where !layer.isBuilt {
            var own: [String: Shape] = [:]
            let prefix = layerPath.isEmpty ? "" : layerPath + "."
            for (name, tensor) in saved where name.hasPrefix(prefix) {
                own[String(name.dropFirst(prefix.count))] = tensor.shape
            }
            guard let input = layer.inputShape(ofSaved: own) else { continue }
            try layer.build(input)
            layer.isBuilt = true
        }
        let walk = ModelWalk(model)
        func fitting(_ name: String, _ shape: Shape) throws(TensorError) -> Tensor {
            guard let tensor = byName[name] else {
                throw .file(
                    path: path, problem: "no tensor is named '\(name)'",
                    help: "the file holds "
                        + saved.map { "'\($0.name)'" }.joined(separator: ", "))
            }
            guard tensor.shape == shape else {
                throw .file(
                    path: path,
                    problem: "'\(name)' has shape \(tensor.shape), the model's has "
                        + "shape \(shape)", help: nil)
            }
            return tensor
        }
        for named in walk.parameters { _ = try fitting(named.path, named.parameter.value.shape) }
        for constant in walk.constants where constant.set != nil {
            _ = try fitting(constant.path, constant.tensor.shape)
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

extension Layer {
    /// Writes the model's parameters to a safetensors file, named by their paths.
    ///
    ///     try model.save("model.safetensors")
    ///
    /// - Throws: when the sizes are not known yet, or the file cannot be written.
    public func save(_ path: String) throws { try ModelFile.save(self, to: path) }

    /// Reads the model's parameters from a safetensors file; before the first call this fixes the
    /// sizes too.
    ///
    /// - Throws: when the file cannot be read, or naming the parameter that does not fit.
    public func load(_ path: String) throws { try ModelFile.load(self, from: path) }
}
