import Tensors

/// The layers of a model as a table: `print(model.summary())`.
public struct ModelSummary: Sendable, CustomStringConvertible {
    /// One layer.
    public struct Row: Sendable, Equatable {
        /// The way to the layer and its type: `0 (Dense)`.
        public let layer: String
        /// `[batch, 64]`, or `?` before the first call.
        public let outputShape: String
        public let parameters: Int
    }

    public let title: String
    public let rows: [Row]
    public let trainable: Int
    public let fixed: Int
    private let isComplete: Bool

    /// - Throws: when the layers' sizes do not fit together.
    package init(_ model: any Layer) throws {
        ModelSummary.infer(model)
        let walk = ModelWalk(model)
        title = model.kindName
        var shapes: [ObjectIdentifier: Shape] = [:]
        var rows: [Row] = []
        // A shape is known to the layer itself, or to the Sequential around it.
        for (_, layer) in walk.layers {
            guard let sequential = layer as? Sequential else { continue }
            for (child, shape) in zip(sequential.layers, sequential.layerShapes) {
                if let shape, let child = child as? BuiltInLayer {
                    shapes[ObjectIdentifier(child)] = shape
                }
            }
        }
        var covered: Set<String> = []
        // A layer that is another with something around it stands for both.
        var named: Set<String> = []
        for (path, layer) in walk.layers where !(layer is Sequential) && named.insert(path).inserted {
            let own = walk.parameters.filter {
                $0.path.hasPrefix(path + ".") && !$0.path.dropFirst(path.count + 1).contains(".")
            }
            covered.formUnion(own.map(\.path))
            let count = own.reduce(0) { $0 + $1.parameter.value.count }
            let name = path.isEmpty ? layer.kindName : "\(path) (\(layer.kindName))"
            rows.append(
                Row(
                    layer: name,
                    outputShape: ModelSummary.text(
                        layer.outputShape ?? shapes[ObjectIdentifier(layer)]),
                    parameters: count))
        }
        for named in walk.parameters where !covered.contains(named.path) {
            if walk.layers.contains(where: { $0.path.isEmpty && !($0.layer is Sequential) }) {
                continue
            }
            rows.append(
                Row(
                    layer: "\(named.path) (Parameter)", outputShape: "-",
                    parameters: named.parameter.value.count))
        }
        self.rows = rows
        trainable = walk.parameters.reduce(0) {
            $0 + ($1.parameter.trainable ? $1.parameter.value.count : 0)
        }
        fixed = walk.parameters.reduce(0) {
            $0 + ($1.parameter.trainable ? 0 : $1.parameter.value.count)
        }
        isComplete = !walk.hasUnbuiltLayers
    }

    /// Calls a model that knows its input size once, so that all sizes are known.
    private static func infer(_ model: any Layer) {
        guard let model = model as? Sequential, model.outputShape == nil,
            let first = model.layers.first as? Dense, let size = first.inputSize
        else { return }
        // What does not fit together is told where the model is used.
        withLearningPhase(.inference) {
            _ = try? model.call(Tensor(TensorStorage.zeros([1, size], .float32)))
        }
    }

    private static func text(_ shape: Shape?) -> String {
        guard let shape, shape.count > 0 else { return "?" }
        return "[" + (["batch"] + shape.dropFirst().map(String.init)).joined(separator: ", ") + "]"
    }

    public var description: String {
        let header = ["layer", "output shape", "parameters"]
        let cells = rows.map { [$0.layer, $0.outputShape, NumberText.grouped($0.parameters)] }
        let widths = (0..<3).map { column in
            ([header] + cells).map { $0[column].count }.max() ?? 0
        }
        func line(_ cells: [String]) -> String {
            let padded = (0..<2).map { column in
                cells[column]
                    + String(repeating: " ", count: widths[column] - cells[column].count)
            }
            let last = String(repeating: " ", count: widths[2] - cells[2].count) + cells[2]
            return padded.joined(separator: "  ") + "  " + last
        }
        let rule = String(repeating: "─", count: widths.reduce(4, +))
        var lines = [title, rule, line(header), rule] + cells.map(line) + [rule]
        lines.append(
            "\(NumberText.grouped(trainable)) trainable parameters"
                + (fixed > 0 ? ", \(NumberText.grouped(fixed)) fixed" : ""))
        if !isComplete {
            lines.append("sizes marked ? are inferred when the model is first called")
        }
        return lines.joined(separator: "\n")
    }
}
