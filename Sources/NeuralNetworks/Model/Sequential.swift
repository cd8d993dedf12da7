package import Tensors

/// Layers one after the other.
///
///     let model = Sequential {
///         Dense(64, activation: .relu)
///         Dropout(0.2)
///         Dense(10, activation: .softmax)
///     }
///
/// Parameters are named by the layer's position: `0.weight`.
public final class Sequential: BuiltInLayer, @unchecked Sendable {
    /// The layers, in the order in which they are called.
    public let layers: [any Layer]
    /// The shape after each layer in the first call.
    @exclusivity(unchecked) package private(set) var layerShapes: [Shape?]

    /// The layers of a block.
    public convenience init(@LayerBuilder _ layers: () throws -> [any Layer]) rethrows {
        self.init(try layers())
    }

    /// The layers of an array.
    public init(_ layers: [any Layer]) {
        self.layers = layers
        layerShapes = Array(repeating: nil, count: layers.count)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        var x = x
        for index in layers.indices {
            do {
                x = try layers[index].call(x)
            } catch {
                throw LayerError.at(String(index), kind: layers[index].kindName, error) ?? error
            }
            if layerShapes[index] == nil { layerShapes[index] = x.shape }
        }
        return x
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        layers.enumerated().map { (String($0), .layer($1)) }
    }

    /// A layer by position.
    package func layer(_ position: Int) throws(TensorError) -> any Layer {
        guard layers.indices.contains(position) else {
            throw .index(
                operation: "Sequential", index: position, axis: 0, extent: layers.count)
        }
        return layers[position]
    }

    package override var configuration: Configuration? {
        Configuration.Value.layers(layers).map { Configuration(kindName, ["layers": $0]) }
    }
}

/// Collects the layers of a `Sequential { … }` block, with `if` and `for`.
@resultBuilder
public enum LayerBuilder {
    public static func buildExpression(_ layer: any Layer) -> [any Layer] { [layer] }
    public static func buildBlock(_ parts: [any Layer]...) -> [any Layer] { parts.flatMap { $0 } }
    public static func buildOptional(_ part: [any Layer]?) -> [any Layer] { part ?? [] }
    public static func buildEither(first part: [any Layer]) -> [any Layer] { part }
    public static func buildEither(second part: [any Layer]) -> [any Layer] { part }
    public static func buildArray(_ parts: [[any Layer]]) -> [any Layer] { parts.flatMap { $0 } }
}
