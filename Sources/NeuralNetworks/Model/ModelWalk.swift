public import Tensors

/// One parameter of a model and the way to it.
public struct NamedParameter {
    /// The names of the properties that lead to it: `encoder.3.weight`.
    public let path: String
    public let parameter: Parameter
}

/// A walk over a model's stored properties.
package struct ModelWalk {
    /// Each parameter once, by the first path that leads to it.
    package private(set) var parameters: [NamedParameter] = []
    /// Tensors that are saved with the model but not trained.
    package private(set) var constants:
        [(path: String, tensor: Tensor, set: ((Tensor) throws -> Void)?)] = []
    /// The built-in layers, each once.
    package private(set) var layers: [(path: String, layer: BuiltInLayer)] = []
    /// Whether a layer has not been called and has no parameters yet.
    package private(set) var hasUnbuiltLayers = false
    /// Whether all that was met are built-in layers that have their parameters: another walk finds
    /// the same.
    package private(set) var isStable = true
    /// The objects met so far: shared ones count once, and cycles end.
    private var seen: Set<ObjectIdentifier> = []
    /// Those that may be made for the walk only, kept so that no other takes their address.
    private var kept: [AnyObject] = []

    package init(_ model: any Layer) {
        visit(.layer(model), "")
    }

    private mutating func visit(_ node: ParameterNode, _ path: String) {
        switch node {
        case .parameter(let parameter):
            guard seen.insert(ObjectIdentifier(parameter)).inserted else { return }
            parameters.append(NamedParameter(path: path, parameter: parameter))
        case .constant(let tensor, let set):
            constants.append((path, tensor, set))
        case .group(let children):
            for child in children { visit(child.value, join(path, child.name)) }
        case .layer(let layer):
            if let layer = layer as? BuiltInLayer {
                guard seen.insert(ObjectIdentifier(layer)).inserted else { return }
                layers.append((path, layer))
                if !layer.isBuilt {
                    hasUnbuiltLayers = true
                    isStable = false
                }
                for child in layer.children() { visit(child.value, join(path, child.name)) }
            } else if let container = layer as? any ParameterContainer {
                isStable = false
                if let identity = container.identity {
                    guard seen.insert(ObjectIdentifier(identity)).inserted else { return }
                    kept.append(identity)
                }
                for child in container.children() { visit(child.value, join(path, child.name)) }
            } else {
                isStable = false
                reflect(layer, path)
            }
        }
    }

    /// A layer that is one other with something around it gives that no name: its parameters are its own.
    private func join(_ path: String, _ name: String) -> String {
        path.isEmpty || name.isEmpty ? path + name : path + "." + name
    }

    /// Walks the stored properties of a compiled Swift value.
    private mutating func reflect(_ value: Any, _ path: String) {
        var mirror: Mirror? = Mirror(reflecting: value)
        if mirror?.displayStyle == .class {
            guard seen.insert(ObjectIdentifier(value as AnyObject)).inserted else { return }
        }
        // A class's mirror has its own properties only; those of its superclass come first.
        var chain: [Mirror] = []
        while let current = mirror {
            chain.insert(current, at: 0)
            mirror = current.superclassMirror
        }
        for mirror in chain {
            for (position, child) in mirror.children.enumerated() {
                property(child.value, join(path, child.label ?? String(position)))
            }
        }
    }

    private mutating func property(_ value: Any, _ path: String) {
        switch value {
        case let parameter as Parameter: visit(.parameter(parameter), path)
        case let tensor as Tensor: visit(.constant(tensor, set: nil), path)
        case let layer as any Layer: visit(.layer(layer), path)
        default:
            let mirror = Mirror(reflecting: value)
            switch mirror.displayStyle {
            case .optional:
                if let wrapped = mirror.children.first { property(wrapped.value, path) }
            case .collection, .tuple:
                for (position, child) in mirror.children.enumerated() {
                    property(child.value, join(path, trimmed(child.label) ?? String(position)))
                }
            case .dictionary:
                // Each child is a (key, value) pair; keys in order, not as they are hashed.
                var entries: [(key: String, value: Any)] = []
                for child in mirror.children {
                    let pair = Mirror(reflecting: child.value).children.map(\.value)
                    if pair.count == 2 { entries.append((String(describing: pair[0]), pair[1])) }
                }
                for entry in entries.sorted(by: { $0.key < $1.key }) {
                    property(entry.value, join(path, entry.key))
                }
            case .struct: reflect(value, path)
            default: break
            }
        }
    }

    private func trimmed(_ label: String?) -> String? {
        guard let label, label.hasPrefix(".") else { return label }
        return String(label.dropFirst())
    }
}

extension ModelWalk {
    /// A model's parameters without their paths, as a step needs them. A model of built-in layers
    /// alone is walked once.
    static func parameters(of model: any Layer) -> [Parameter] {
        if let layer = model as? BuiltInLayer {
            if let known = layer.knownParameters { return known }
            let walk = ModelWalk(model)
            let parameters = walk.parameters.map(\.parameter)
            if walk.isStable { layer.knownParameters = parameters }
            return parameters
        }
        if let container = model as? any ParameterContainer {
            var parameters: [Parameter] = []
            if collect(container.children(), &parameters) { return parameters }
        }
        return ModelWalk(model).parameters.map(\.parameter)
    }

    /// Adds the parameters of a model whose properties are parameters, built-in layers and groups of
    /// such; false for others, which need the whole walk.
    private static func collect(
        _ children: [(name: String, value: ParameterNode)], _ parameters: inout [Parameter]
    ) -> Bool {
        func add(_ parameter: Parameter) {
            if !parameters.contains(where: { $0 === parameter }) { parameters.append(parameter) }
        }
        for child in children {
            switch child.value {
            case .parameter(let parameter): add(parameter)
            case .constant: break
            case .group(let inner): if !collect(inner, &parameters) { return false }
            case .layer(let layer):
                guard let layer = layer as? BuiltInLayer else { return false }
                for parameter in self.parameters(of: layer) { add(parameter) }
            }
        }
        // Beyond this, looking for repeated ones in a row costs more than the walk.
        return parameters.count <= 64
    }
}

extension Layer {
    /// All parameters with their paths, in order of declaration; those of layers that have not been
    /// called yet, and have no sizes, are missing.
    public var parameters: [NamedParameter] { ModelWalk(self).parameters }

    /// The number of trainable scalars.
    public var parameterCount: Int {
        parameters.reduce(0) { $0 + ($1.parameter.trainable ? $1.parameter.value.count : 0) }
    }

    /// The name of the model's type.
    package var kindName: String {
        (self as? any ParameterContainer)?.kindName ?? String(describing: type(of: self))
    }
}
