import Synchronization
package import Tensors

/// What a walk over a model's stored properties meets.
package enum ParameterNode {
    /// A tensor that training changes.
    case parameter(Parameter)
    /// A tensor that is saved with the model but not trained. `set` replaces it when a saved model
    /// is loaded; nil where it cannot be replaced.
    case constant(Tensor, set: ((Tensor) throws -> Void)?)
    /// A layer or model inside.
    case layer(any Layer)
    /// An array (named by position), a dictionary (by key, sorted) or another structure.
    case group([(name: String, value: ParameterNode)])
}

/// A value that tells its own children: the built-in layers, and the models that cells declare,
/// whose properties Swift's reflection cannot see.
///
/// A model declared in a cell is held by a Swift class that conforms to `Layer` and to this: `call`
/// runs the cell's `callAsFunction`, ``children()`` lists the stored properties in order of
/// declaration. Everything in this module takes such a model as it takes a Swift one. The class
/// may be made anew for each use: what belongs to the model as a whole is kept with its first
/// parameter or layer.
package protocol ParameterContainer {
    /// The stored properties that hold parameters, in order of declaration.
    func children() -> [(name: String, value: ParameterNode)]
    /// The name of the type, as the user wrote it.
    var kindName: String { get }
    /// The object that is walked, for a model that is a class: met again, it is not walked again,
    /// so that models may refer to each other. nil for a struct.
    var identity: AnyObject? { get }
}

extension ParameterContainer {
    package var identity: AnyObject? { nil }
}

/// What belongs to a model as a whole, such as its compiled training settings, kept with the first
/// layer or parameter object of the model under the name of the model's type. A struct model has no
/// identity of its own; its layers, which are objects, have.
package final class ModelAttachments: Sendable {
    private struct Entry: @unchecked Sendable {
        weak var owner: AnyObject?
        var kind: String
        var value: AnyObject
    }

    private static let shared = ModelAttachments()
    private let entries = Mutex<[ObjectIdentifier: [Entry]]>([:])

    /// What was attached to a model.
    static func value(of model: any Layer) -> AnyObject? {
        guard let owner = owner(of: model) else { return nil }
        let kind = model.kindName
        return shared.entries.withLock { entries -> Entry? in
            entries[ObjectIdentifier(owner)]?.first { $0.kind == kind && $0.owner === owner }
        }?.value
    }

    /// Attaches a value; false when the model has no layer and no parameter to keep it with.
    static func attach(_ value: AnyObject, to model: any Layer) -> Bool {
        guard let owner = owner(of: model) else { return false }
        let entry = Entry(owner: owner, kind: model.kindName, value: value)
        shared.entries.withLock { entries in
            // Those whose owner is gone go with the next attachment.
            entries = entries.compactMapValues { list in
                let alive = list.filter { $0.owner != nil }
                return alive.isEmpty ? nil : alive
            }
            let key = ObjectIdentifier(owner)
            entries[key, default: []].removeAll { $0.kind == entry.kind }
            entries[key, default: []].append(entry)
        }
        return true
    }

    private static func owner(of model: any Layer) -> AnyObject? {
        if let model = model as? BuiltInLayer { return model }
        let walk = ModelWalk(model)
        return walk.layers.first?.layer ?? walk.parameters.first?.parameter
    }
}
