public import Tensors

/// What went wrong inside a layer, with the way to it from the model.
public struct LayerError: Error, Equatable, CustomStringConvertible {
    /// The names of the properties, or positions in `Sequential`, that lead to the layer.
    public let path: [String]
    /// The layer's type.
    public let kind: String
    /// What went wrong.
    public let error: TensorError

    /// The message, and what to do on a line of its own that begins with `help: `.
    public var description: String { "layer '\(path.joined(separator: "."))' (\(kind)): \(error)" }

    /// The same error seen from one step further out; nil for errors that are not a layer's, such
    /// as an interrupt.
    package static func at(_ name: String, kind: String, _ error: any Error) -> LayerError? {
        switch error {
        case let error as LayerError:
            LayerError(path: [name] + error.path, kind: error.kind, error: error.error)
        case TensorError.interrupted, TensorError.memory: nil
        case let error as TensorError: LayerError(path: [name], kind: kind, error: error)
        default: nil
        }
    }
}
