package import Learning
package import NeuralNetworks
import Tensors

extension Figure {
    /// The layers of a model from top to bottom, each with the shape that comes out of it and its
    /// parameters; sizes need a model that has been called or knows its input.
    package static func architecture(_ model: any Layer, columns: Int? = nil) throws -> Figure {
        let summary = try ModelSummary(model)
        guard !summary.rows.isEmpty else {
            throw PlotError.badValue(
                what: "architecture's model", given: "without layers",
                expected: "a model with at least one layer")
        }
        guard summary.rows.count <= 400 else {
            throw PlotError.badValue(
                what: "architecture's model", given: "of \(summary.rows.count) layers",
                expected: "at most 400 layers")
        }
        let size = 12.0
        let most = Double(summary.rows.map(\.parameters).max() ?? 0)
        var kinds: [String] = []
        var nodes: [DiagramArtist.Node] = []
        for row in summary.rows {
            let kind =
                row.layer.split(separator: "(").last.map { String($0.filter { $0 != ")" }) }
                ?? row.layer
            let family = Self.family(kind)
            if !kinds.contains(family) { kinds.append(family) }
            var lines = [row.layer]
            if let open = row.layer.firstIndex(of: "("), row.layer.hasSuffix(")") {
                let path = row.layer[..<open].trimmed
                lines = [path.isEmpty ? kind : "\(kind)  \(path)"]
            }
            if row.outputShape != "?" && row.outputShape != "-" {
                lines.append(row.outputShape.replacingCommas)
            }
            if row.parameters > 0 {
                lines.append("\(NumberText.grouped(row.parameters)) parameters")
            }
            let width =
                zip(lines, lines.indices).map {
                    TextMeasure.width($0, size: size, face: $1 == 0 ? .bold : .regular)
                }.max() ?? 0
            var node = DiagramArtist.Node(
                lines: lines, center: Point(0, 0), width: width + 24,
                height: Double(lines.count) * size * 1.35 + 12,
                series: kinds.firstIndex(of: family))
            node.strength = 0.12 + (most > 0 ? 0.2 * Double(row.parameters) / most : 0)
            nodes.append(node)
        }
        let wide = max(120, nodes.map(\.width).max() ?? 120)
        let gap = 20.0
        let perColumn =
            columns.map { max(1, (nodes.count + max(1, $0) - 1) / max(1, $0)) }
            ?? (nodes.count <= 9 ? nodes.count : 8)
        var (x, y, tallest) = (wide / 2 + 4, 4.0, 0.0)
        for index in nodes.indices {
            if index > 0, index % perColumn == 0 {
                x += wide + 44
                y = 4
            }
            nodes[index].width = wide
            nodes[index].center = Point(x, y + nodes[index].height / 2)
            y += nodes[index].height + gap
            tallest = max(tallest, y - gap)
        }
        let edges = nodes.indices.dropFirst().map {
            DiagramArtist.Edge(from: $0 - 1, to: $0, text: nil)
        }
        let figure = try diagram(
            DiagramArtist(
                kind: "layer diagram", nodes: nodes, edges: edges, width: x + wide / 2 + 4,
                height: tallest + 4,
                textSize: size), hasTitle: true)
        let fixed = summary.fixed > 0 ? ", \(NumberText.grouped(summary.fixed)) fixed" : ""
        try figure.axes.setTitle(
            "\(summary.title): \(NumberText.grouped(summary.trainable)) trainable parameters\(fixed)"
        )
        return figure
    }

    /// Layers that do the same kind of thing share a colour.
    private static func family(_ kind: String) -> String {
        for word in ["Conv", "Pool", "Norm", "Drop", "Random"] where kind.contains(word) {
            return word
        }
        for kinds in [
            ["LSTM", "GRU", "SimpleRNN", "Bidirectional"],
            ["Flatten", "Reshape", "UpSampling2D", "Permute"],
        ]
        where kinds.contains(kind) { return kinds[0] }
        return kind
    }

    private static func diagram(_ artist: DiagramArtist, hasTitle: Bool = false) throws -> Figure {
        let figure = try Figure.make()
        figure.axes.artists.append(.diagram(artist))
        figure.inches = (
            width: min(40, max(2, (artist.width + 32) / 100)),
            height: min(60, max(0.8, (artist.height + (hasTitle ? 62 : 28)) / 100))
        )
        return figure
    }

    /// The questions of a decision tree; what lies deeper than `depth` is left out.
    package static func tree(
        _ model: Estimator, featureNames: [String] = [], classNames: [String] = [], depth: Int = 4
    ) throws -> Figure {
        guard let known = model as? any TreeModel, let tree = known.grownTree, !tree.nodes.isEmpty
        else {
            throw PlotError.badValue(
                what: "tree's model",
                given: "a '\(model.kindName)'" + (model is any TreeModel ? " before 'fit'" : ""),
                expected: "a DecisionTree or RegressionTree that has been fitted")
        }
        guard (0...12).contains(depth) else {
            throw PlotError.badValue(
                what: "depth", given: "\(depth)", expected: "a number from 0 to 12")
        }
        let classes = (model as? Classifier)?.classes
        let size = 11.0
        var nodes: [DiagramArtist.Node] = []
        var edges: [DiagramArtist.Edge] = []
        var cursor = 4.0
        let rowHeight = 5 * size * 1.35 + 54
        func name(_ feature: Int) -> String {
            featureNames.indices.contains(feature)
                ? featureNames[feature] : "x" + NumberText.subscripted(feature)
        }
        func place(_ at: Int, _ level: Int) -> Int {
            let node = tree.nodes[at]
            var lines: [String] = []
            let isLeaf = node.feature < 0
            let cut = !isLeaf && level >= depth
            if !isLeaf {
                lines.append("\(name(node.feature)) ≤ \(NumberText.short(node.threshold))")
            }
            if classes == nil {
                lines.append("mean \(NumberText.short(node.value.first ?? 0))")
                lines.append("variance \(NumberText.short(node.impurity))")
            } else {
                let best = node.value.indices.max { node.value[$0] < node.value[$1] } ?? 0
                let label = classes.map { $0.indices.contains(best) ? $0[best] : best } ?? best
                let text = classNames.indices.contains(best) ? classNames[best] : "class \(label)"
                if isLeaf { lines.append(text) }
                lines.append("impurity \(NumberText.fixed(node.impurity, decimals: 3))")
                if !isLeaf { lines.append(text) }
            }
            lines.append("\(node.count) \(node.count == 1 ? "example" : "examples")")
            if cut { lines.append("…") }
            let width =
                18
                + (lines.enumerated().map {
                    TextMeasure.width($1, size: size, face: $0 == 0 ? .bold : .regular)
                }.max() ?? 40)
            let index = nodes.count
            nodes.append(
                DiagramArtist.Node(
                    lines: lines, center: Point(0, 0), width: width,
                    height: Double(lines.count) * size * 1.35 + 10,
                    series: classes == nil
                        ? 0 : node.value.indices.max { node.value[$0] < node.value[$1] }))
            nodes[index].strength =
                classes == nil ? 0.14 : max(0.05, 0.34 * ((node.value.max() ?? 0) - 0.3))
            let y = 4 + Double(level) * rowHeight + nodes[index].height / 2
            if isLeaf || cut {
                nodes[index].center = Point(cursor + width / 2, y)
                cursor += width + 14
                return index
            }
            let start = cursor
            let left = place(node.left, level + 1)
            let right = place(node.right, level + 1)
            var middle = (nodes[left].center.x + nodes[right].center.x) / 2
            // A question wider than all below it makes room.
            middle = max(middle, start + width / 2)
            cursor = max(cursor, middle + width / 2 + 14)
            nodes[index].center = Point(middle, y)
            edges.append(DiagramArtist.Edge(from: index, to: left, text: level == 0 ? "yes" : nil))
            edges.append(DiagramArtist.Edge(from: index, to: right, text: level == 0 ? "no" : nil))
            return index
        }
        _ = place(0, 0)
        let bottom = nodes.map { $0.center.y + $0.height / 2 }.max() ?? 100
        return try diagram(
            DiagramArtist(
                kind: "decision tree", nodes: nodes, edges: edges, width: cursor,
                height: bottom + 4, textSize: size))
    }
}

extension Substring {
    var trimmed: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension String {
    /// A shape as a figure writes it: 3 × 32 instead of 3, 32.
    fileprivate var replacingCommas: String {
        String(filter { $0 != "[" && $0 != "]" }).split(separator: ",").map {
            $0.filter { $0 != " " }
        }.joined(separator: " × ")
    }
}
