import FoundationEssentials
import Tensors

/// Saving and loading a model's tensors by their paths, with its architecture and, if wanted, what
/// an optimizer remembers.
package enum ModelFile {
    /// The metadata's keys.
    private enum Key {
        static let architecture = "architecture"
        static let inputs = "inputs"
        static let training = "training"
    }

    /// Prefix of the optimizer's tensors.
    private static let optimizerPrefix = "optimizer:"

    /// What is saved beside the tensors to go on with training.
    package struct TrainingState: Codable {
        package struct Slot: Codable {
            package var steps: Int
            package var scalar: Double
        }

        package var optimizer: String
        package var learningRate: Double
        package var stepCount: Int
        package var slots: [String: Slot]
        package var seed: UInt64
        package var counter: UInt64
        package var epoch: Int
        package var keys: [String]
        package var values: [[Double]]
    }

    /// Writes parameters and constants; with an optimizer what it remembers of them too.
    ///
    /// - Throws: when the model has no parameters yet, or the file cannot be written.
    package static func save(
        _ model: any Layer, to path: String, optimizer: Optimizer? = nil, epoch: Int = 0,
        history: History = History()
    ) throws {
        let walk = ModelWalk(model)
        var tensors =
            walk.parameters.map { (name: $0.path, tensor: $0.parameter.value) }
            + walk.constants.map { (name: $0.path, tensor: $0.tensor) }
        guard !tensors.isEmpty, !walk.hasUnbuiltLayers else {
            throw TensorError.domain(
                operation: "save", problem: "the model's sizes are not known yet",
                help: "call the model once before saving it")
        }
        var metadata: [String: String] = [:]
        if let architecture = (model as? BuiltInLayer)?.configuration {
            metadata[Key.architecture] = try architecture.json()
        }
        var inputs: [String: [Int]] = [:]
        for (layerPath, layer) in walk.layers {
            if let shape = layer.builtShape { inputs[layerPath] = Array(shape) }
        }
        metadata[Key.inputs] = try json(inputs)
        if let optimizer {
            var slots: [String: TrainingState.Slot] = [:]
            for named in walk.parameters {
                let state = optimizer.state(of: named.parameter)
                slots[named.path] = TrainingState.Slot(steps: state.steps, scalar: state.scalar)
                for (name, tensor) in [("first", state.first), ("second", state.second)] {
                    if let tensor { tensors.append(("\(optimizerPrefix)\(name):\(named.path)", tensor)) }
                }
            }
            let random = RandomGenerator.shared.position
            // From here on both this run and one that goes on from the file draw the same numbers.
            RandomGenerator.shared.move(to: random)
            let training = TrainingState(
                optimizer: String(describing: type(of: optimizer)),
                learningRate: optimizer.learningRate, stepCount: optimizer.stepCount, slots: slots,
                seed: random.seed, counter: random.counter, epoch: epoch, keys: history.keys,
                values: try history.keys.map { try history.series($0) })
            metadata[Key.training] = try json(training)
        }
        try Safetensors.write(tensors, metadata: metadata, to: path)
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        // A history may hold what JSON has no numbers for.
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static func decoded<Value: Decodable>(_ type: Value.Type, _ text: String?) -> Value? {
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
        return text.flatMap { try? decoder.decode(type, from: Data($0.utf8)) }
    }

    /// A model like the one that was saved, with its parameters: built-in layers only.
    ///
    /// - Throws: when the file has no architecture, or its parts do not fit.
    package static func model(from path: String) throws -> BuiltInLayer {
        guard let text = try Safetensors.metadata(path)[Key.architecture] else {
            throw TensorError.file(
                path: path, problem: "the file holds no architecture",
                help: "make the model first, then 'model.load(\"\(path)\")'")
        }
        let configuration: Configuration
        do {
            configuration = try Configuration.parse(text)
        } catch {
            throw TensorError.file(
                path: path, problem: "the architecture is not JSON of the expected form", help: nil)
        }
        let model = try Architecture.layer(configuration)
        try load(model, from: path)
        return model
    }

    /// Reads parameters and constants. Nothing is changed unless all of them fit; layers that have
    /// no sizes yet take those of the file. With an optimizer, what it remembered is read too.
    ///
    /// - Throws: naming the parameter that is missing or has another shape, with both shapes.
    @discardableResult
    package static func load(
        _ model: any Layer, from path: String, optimizer: Optimizer? = nil
    ) throws -> TrainingState? {
        let saved = try Safetensors.read(path)
        let metadata = try Safetensors.metadata(path)
        var byName: [String: Tensor] = [:]
        for (name, tensor) in saved { byName[name] = tensor }
        let inputs = decoded([String: [Int]].self, metadata[Key.inputs]) ?? [:]
        try build(model, saved, inputs)
        let walk = ModelWalk(model)
        func fitting(_ name: String, _ shape: Shape) throws(TensorError) -> Tensor {
            guard let tensor = byName[name] else {
                throw .file(
                    path: path, problem: "no tensor is named '\(name)'",
                    help: "the file holds "
                        + saved.filter { !$0.name.hasPrefix(optimizerPrefix) }
                        .map { "'\($0.name)'" }.joined(separator: ", "))
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
        var state: TrainingState?
        if let optimizer {
            state = decoded(TrainingState.self, metadata[Key.training])
            guard let state else {
                throw TensorError.file(
                    path: path, problem: "the file holds nothing of an optimizer",
                    help: "save it with 'model.save(\"\(path)\", optimizer: optimizer)'")
            }
            let kind = String(describing: type(of: optimizer))
            guard state.optimizer == kind else {
                throw TensorError.file(
                    path: path,
                    problem: "the file was saved with '\(state.optimizer)', given '\(kind)'",
                    help: nil)
            }
        }
        for named in walk.parameters {
            let value = try fitting(named.path, named.parameter.value.shape)
            try named.parameter.assign(value, path: named.path)
        }
        for constant in walk.constants {
            try constant.set?(fitting(constant.path, constant.tensor.shape))
        }
        if let optimizer, let state {
            optimizer.stepCount = state.stepCount
            let schedule = optimizer.schedule
            optimizer.learningRate = state.learningRate
            optimizer.schedule = schedule
            for named in walk.parameters {
                let slot = optimizer.state(of: named.parameter)
                slot.steps = state.slots[named.path]?.steps ?? 0
                slot.scalar = state.slots[named.path]?.scalar ?? 1
                slot.first = byName["\(optimizerPrefix)first:\(named.path)"]
                slot.second = byName["\(optimizerPrefix)second:\(named.path)"]
            }
        }
        return state
    }

    /// Gives sizes to layers that have none: those they had when they were saved, or those that
    /// their parameters show.
    static func build(
        _ model: any Layer, _ saved: [(name: String, tensor: Tensor)], _ inputs: [String: [Int]]
    ) throws {
        // A layer that gets its sizes may show layers inside that have none yet.
        var known = -1
        while true {
            let waiting = ModelWalk(model).layers.filter { !$0.layer.isBuilt }
            guard !waiting.isEmpty, waiting.count != known else { return }
            known = waiting.count
            for (layerPath, layer) in waiting {
                if let input = inputs[layerPath] {
                    try layer.prepare(Shape(checking: input))
                    continue
                }
                var own: [String: Shape] = [:]
                let prefix = layerPath.isEmpty ? "" : layerPath + "."
                for (name, tensor) in saved where name.hasPrefix(prefix) {
                    own[String(name.dropFirst(prefix.count))] = tensor.shape
                }
                if let input = layer.inputShape(ofSaved: own) { try layer.prepare(input) }
            }
        }
    }
}

extension Layer {
    /// Writes the model's parameters to a safetensors file, named by their paths, with the
    /// architecture where it consists of built-in layers.
    ///
    ///     try model.save("model.safetensors")
    ///     try model.save("run.safetensors", optimizer: adam)      // to go on with training
    ///
    /// - Throws: when the sizes are not known yet, or the file cannot be written.
    public func save(_ path: String, optimizer: Optimizer? = nil) throws {
        try ModelFile.save(self, to: path, optimizer: optimizer)
    }

    /// Reads the model's parameters from a safetensors file; before the first call this fixes the
    /// sizes too. With an optimizer, what it remembered of them is read as well.
    ///
    /// - Throws: when the file cannot be read, or naming the parameter that does not fit.
    public func load(_ path: String, optimizer: Optimizer? = nil) throws {
        try ModelFile.load(self, from: path, optimizer: optimizer)
    }
}

/// A model of built-in layers as it was saved: architecture and parameters.
///
///     let model = try loadModel("model.safetensors")
///
/// - Throws: when the file cannot be read or holds no architecture.
public func loadModel(_ path: String) throws -> any Layer { try ModelFile.model(from: path) }
