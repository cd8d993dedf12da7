internal import Language
internal import NeuralNetworks
internal import Plotting
internal import Tensors

/// Declares what draws: once, for `plt`, for `PlotAxes`, and as a function that makes a figure.
private struct Drawing {
    let table: DeclarationTable

    func callAsFunction<each A: CellValue>(
        _ name: String, _ parameters: String, _ documentation: String, _ arguments: String, isFree: Bool = true,
        _ draw: @escaping (PlotAxes, repeat each A) throws -> Void
    ) {
        // matplotlib says cmap, Swift's face says colormap.
        Binder(table, on: "Pyplot")("@discardableResult func \(name)(\(parameters.replacing("colormap:", with: "cmap:"))) -> Axes", documentation, "plt.\(name)(\(arguments))\nplt.close()") { (_: Pyplot, values: repeat each A) -> PlotAxes in
            let axes = plt.axes
            try draw(axes, repeat each values)
            return axes
        }
        Binder(table, on: "Axes")("@discardableResult func \(name)(\(parameters)) -> Axes", documentation, "let (figure, axes) = subplots(1, 1)\naxes[0, 0].\(name)(\(arguments))") { (axes: PlotAxes, values: repeat each A) -> PlotAxes in
            try draw(axes, repeat each values)
            return axes
        }
        guard isFree else { return }
        Binder(table)("func \(name)(\(parameters)) -> Figure", "A figure: \(documentation)", "\(name)(\(arguments))") { (values: repeat each A) -> Figure in
            let figure = try Figure.make()
            try draw(figure.axes, repeat each values)
            return figure
        }
    }
}

func declareDrawing(_ table: DeclarationTable) {
    let drawing = Drawing(table: table)
    let line = "_ format: String = \"\", label: String? = nil, color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil, marker: Marker? = nil, markersize: Double? = nil, alpha: Double = 1"
    drawing("plot", "_ x: any PlotData, _ y: any PlotData, \(line)", "A line through the points.", "[0, 1, 2], [0.5, 2, 1], label: \"a\"") { (axes: PlotAxes, x: PlotSource, y: PlotSource, format: String, label: String?, color: Color?, style: LineStyle?, width: Double?, marker: Marker?, size: Double?, alpha: Double) in
        try axes.addLine(x, y, format: format, label: label, color: color, linestyle: style, linewidth: width, marker: marker, markersize: size, alpha: alpha)
    }
    drawing("plot", "_ y: any PlotData, \(line)", "A line through values at 0, 1, 2, ….", "[0.5, 2, 1]") { (axes: PlotAxes, y: PlotSource, format: String, label: String?, color: Color?, style: LineStyle?, width: Double?, marker: Marker?, size: Double?, alpha: Double) in
        try axes.addLine(nil, y, format: format, label: label, color: color, linestyle: style, linewidth: width, marker: marker, markersize: size, alpha: alpha)
    }
    drawing("step", "_ x: any PlotData, _ y: any PlotData, `where` position: String = \"pre\", label: String? = nil, color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil, alpha: Double = 1", "A line in steps.", "[0, 1, 2], [1, 3, 2]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, position: String, label: String?, color: Color?, style: LineStyle?, width: Double?, alpha: Double) in
        try axes.addStep(x, y, where: position, label: label, color: color, linestyle: style, linewidth: width, alpha: alpha)
    }
    drawing("scatter", "_ x: any PlotData, _ y: any PlotData, c: (any PlotData)? = nil, s: (any PlotData)? = nil, label: String? = nil, labels: [String]? = nil, color: Color? = nil, marker: Marker = .circle, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil, alpha: Double? = nil, edgecolor: Color? = nil, linewidth: Double? = nil, rasterize: Rasterize = .automatic", "Points; `c` colours them by class or by value.", "[0, 1, 2], [2, 1, 3], c: [0, 1, 0]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, c: PlotSource?, s: PlotSource?, label: String?, labels: [String]?, color: Color?, marker: Marker, colormap: Colormap?, vmin: Double?, vmax: Double?, alpha: Double?, edge: Color?, width: Double?, rasterize: Rasterize) in
        try axes.addScatter(x, y, c: c, s: s, label: label, labels: labels, color: color, marker: marker, colormap: colormap, vmin: vmin, vmax: vmax, alpha: alpha, edgecolor: edge, linewidth: width, rasterize: rasterize)
    }
    for (name, isHorizontal) in [("bar", false), ("barh", true)] {
        let first = isHorizontal ? "_ y: any PlotData, _ width: any PlotData, height thickness: Double = 0.8, left base: (any PlotData)? = nil" : "_ x: any PlotData, _ height: any PlotData, width thickness: Double = 0.8, bottom base: (any PlotData)? = nil"
        drawing(name, "\(first), label: String? = nil, color: Color? = nil, \(isHorizontal ? "xerr" : "yerr"): (any PlotData)? = nil, capsize: Double = 3, values: Bool = false, alpha: Double = 1, edgecolor: Color? = nil", "Bars over numbers or names.", "[\"a\", \"b\"], [3, 5]") { (axes: PlotAxes, x: PlotSource, height: PlotSource, thickness: Double, base: PlotSource?, label: String?, color: Color?, errors: PlotSource?, cap: Double, values: Bool, alpha: Double, edge: Color?) in
            try axes.addBars(x, height, width: thickness, bottom: base, horizontal: isHorizontal, label: label, color: color, yerr: errors, capsize: cap, values: values, alpha: alpha, edgecolor: edge)
        }
    }
    drawing("hist", "_ x: any PlotData, bins: Int? = nil, edges: [Double]? = nil, range: (Double, Double)? = nil, density: Bool = false, cumulative: Bool = false, label: String? = nil, color: Color? = nil, alpha: Double? = nil, horizontal: Bool = false", "A histogram.", "[1.0, 2, 2, 3], bins: 3") { (axes: PlotAxes, x: PlotSource, bins: Int?, edges: [Double]?, range: CellTuple<Double, Double>?, density: Bool, cumulative: Bool, label: String?, color: Color?, alpha: Double?, horizontal: Bool) in
        try axes.addHistogram(x, bins: bins, edges: edges, range: range.map { ($0.elements.0, $0.elements.1) }, density: density, cumulative: cumulative, label: label, color: color, alpha: alpha, horizontal: horizontal)
    }
    drawing("fill_between", "_ x: any PlotData, _ y1: any PlotData, _ y2: any PlotData, label: String? = nil, color: Color? = nil, alpha: Double? = nil", "The area between two lines.", "[0, 1, 2], [0.0, 1, 0], [1.0, 2, 1]") { (axes: PlotAxes, x: PlotSource, low: PlotSource, high: PlotSource, label: String?, color: Color?, alpha: Double?) in
        try axes.addBand(x, low, high, label: label, color: color, alpha: alpha)
    }
    drawing("errorbar", "_ x: any PlotData, _ y: any PlotData, yerr: (any PlotData)? = nil, xerr: (any PlotData)? = nil, fmt: String = \"\", capsize: Double = 3, label: String? = nil, color: Color? = nil, linewidth: Double? = nil", "Points with error bars.", "[0, 1], [1.0, 2], yerr: [0.1, 0.2]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, yerr: PlotSource?, xerr: PlotSource?, format: String, cap: Double, label: String?, color: Color?, width: Double?) in
        try axes.addErrorBars(x, y, yerr: yerr, xerr: xerr, format: format, capsize: cap, label: label, color: color, linewidth: width)
    }
    for (name, isVertical) in [("axhline", false), ("axvline", true)] {
        drawing(name, "_ position: Double, label: String? = nil, color: Color? = nil, linestyle: LineStyle = .dashed, linewidth: Double? = nil, alpha: Double = 1", "A line across the whole plot.", "0.5", isFree: false) { (axes: PlotAxes, position: Double, label: String?, color: Color?, style: LineStyle, width: Double?, alpha: Double) in
            try axes.addRule(vertical: isVertical, at: position, label: label, color: color, linestyle: style, linewidth: width, alpha: alpha)
        }
    }
    for (name, isVertical) in [("axhspan", false), ("axvspan", true)] {
        drawing(name, "_ low: Double, _ high: Double, label: String? = nil, color: Color? = nil, alpha: Double = 0.2", "A band across the whole plot.", "0.2, 0.4", isFree: false) { (axes: PlotAxes, low: Double, high: Double, label: String?, color: Color?, alpha: Double) in
            try axes.addSpan(vertical: isVertical, from: low, to: high, label: label, color: color, alpha: alpha)
        }
    }
    drawing("imshow", "_ x: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil, extent: [Double]? = nil, origin: String = \"upper\", aspect: String? = nil, alpha: Double = 1, interpolation: String = \"nearest\"", "A matrix, or red, green and blue, as an image.", "[[0.0, 1], [1, 0]]") { (axes: PlotAxes, x: PlotSource, colormap: Colormap?, vmin: Double?, vmax: Double?, extent: [Double]?, origin: String, aspect: String?, alpha: Double, interpolation: String) in
        try axes.addImage(x, colormap: colormap, vmin: vmin, vmax: vmax, extent: extent, origin: origin, aspect: aspect, alpha: alpha, interpolation: interpolation)
    }
    drawing("heatmap", "_ x: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil, rowLabels: [String]? = nil, columnLabels: [String]? = nil, annotate: Bool? = nil, decimals: Int? = nil, colorbar: Bool = true", "A matrix as coloured cells with their values.", "[[0.0, 1], [1, 0.5]]") { (axes: PlotAxes, x: PlotSource, colormap: Colormap?, vmin: Double?, vmax: Double?, rows: [String]?, columns: [String]?, annotate: Bool?, decimals: Int?, bar: Bool) in
        try axes.addHeatmap(x, colormap: colormap, vmin: vmin, vmax: vmax, rowLabels: rows, columnLabels: columns, annotate: annotate, decimals: decimals, colorbar: bar)
    }
    drawing("confusionMatrix", "_ truth: any PlotData, _ predicted: any PlotData, labels: [String]? = nil, normalize: Bool = false, colormap: Colormap = .blues", "How often each class was taken for each.", "[0, 1, 1], [0, 1, 0]") { (axes: PlotAxes, truth: PlotSource, predicted: PlotSource, labels: [String]?, normalize: Bool, colormap: Colormap) in
        try axes.addConfusionMatrix(truth, predicted, labels: labels, normalize: normalize, colormap: colormap)
    }
    drawing("text", "_ x: Double, _ y: Double, _ text: String, fontsize: Double? = nil, color: Color? = nil, ha: String = \"left\", va: String = \"baseline\", rotation: Double = 0", "Text at a point.", "0.5, 0.5, \"here\"", isFree: false) { (axes: PlotAxes, x: Double, y: Double, text: String, size: Double?, color: Color?, ha: String, va: String, rotation: Double) in
        try axes.addText(x, y, text, fontsize: size, color: color, ha: ha, va: va, rotation: rotation)
    }
    drawing("annotate", "_ text: String, xy: (Double, Double), xytext: (Double, Double)? = nil, fontsize: Double? = nil, color: Color? = nil", "Text with an arrow to a point.", "\"peak\", xy: (1, 2), xytext: (0.5, 1)", isFree: false) { (axes: PlotAxes, text: String, xy: CellTuple<Double, Double>, at: CellTuple<Double, Double>?, size: Double?, color: Color?) in
        try axes.addAnnotation(text, xy: (xy.elements.0, xy.elements.1), xytext: at.map { ($0.elements.0, $0.elements.1) }, fontsize: size, color: color)
    }
    let levels = "_ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil, colormap: Colormap = .viridis, alpha: Double = 1"
    drawing("contour", levels, "Lines of equal height.", "[0.0, 1, 2], [0.0, 1], [[0.0, 1, 2], [1, 2, 3]]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, z: PlotSource, levels: [Double]?, colormap: Colormap, alpha: Double) in
        try axes.addContour(x, y, z, levels: levels, filled: false, colormap: colormap, alpha: alpha)
    }
    drawing("contourf", levels, "Areas between heights.", "[0.0, 1, 2], [0.0, 1], [[0.0, 1, 2], [1, 2, 3]]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, z: PlotSource, levels: [Double]?, colormap: Colormap, alpha: Double) in
        try axes.addContour(x, y, z, levels: levels, filled: true, colormap: colormap, alpha: alpha)
    }
    let free = Binder(table)
    free("func plot(_ history: History) -> Figure", "A figure with the curves of a training.", "") { (history: History) -> Figure in try Figure.history(history) }
    free("func imageGrid(_ images: any PlotData, titles: [String] = [], correct: [Bool] = [], columns: Int? = nil, colormap: Colormap = .gray) -> Figure", "A figure with images side by side, their titles coloured where they are right or wrong.", "imageGrid(Tensor.zeros(4, 8, 8), titles: [\"1\", \"2\", \"3\", \"4\"])") { (images: PlotSource, titles: [String], correct: [Bool], columns: Int?, colormap: Colormap) -> Figure in
        try Figure.imageGrid(images, titles: titles, correct: correct, columns: columns, colormap: colormap)
    }
    free("func decisionRegions(_ model: any Layer, _ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil) -> Figure", "A figure with the areas of the plane that a model gives to each class, and the points it learned from.", "decisionRegions(Sequential([Dense(1, activation: .sigmoid)]), Tensor([[0.0, 0], [1, 1]]), Tensor([0, 1]), resolution: 20)") { (model: LayerArgument, x: PlotSource, y: PlotSource, resolution: Int, labels: [String]?) -> Figure in
        try Figure.decisionRegions(x, y, resolution: resolution, labels: labels) { points, count in
            let result = try Training.predict(model.layer, Checked.tensor(points, shape: Shape([count, 2]), dtype: .float32), batchSize: 4096)
            // One output is a probability, several are classes.
            let columns = result.shape.count > 1 ? result.shape[result.shape.count - 1] : 1
            if columns == 1 { return try Checked.scalars(result, as: Double.self).map { $0 > 0.5 ? 1 : 0 } }
            return try Checked.scalars(Checked.argmax(result, axis: -1), as: Double.self)
        }
    }
    free("func decisionRegions(_ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil, predict: (Tensor) throws -> Tensor) -> Figure", "A figure with the areas of the plane that a function gives to each class: it takes points [n, 2] and gives classes [n].", "decisionRegions(Tensor([[0.0, 0], [1, 1]]), Tensor([0, 1]), resolution: 20) { points in (points[0..., 0] .> 0.5).asType(.int64) }") { (x: PlotSource, y: PlotSource, resolution: Int, labels: [String]?, predict: CellClosure<Tensor, Tensor>) -> Figure in
        try Figure.decisionRegions(x, y, resolution: resolution, labels: labels) { points, count in
            let classes = try predict(Checked.tensor(points, shape: Shape([count, 2]), dtype: .float32))
            guard classes.count == count else { throw PlotError.shape(what: "what 'predict' gives", expected: "\(count) classes", given: (0..<classes.shape.count).map { classes.shape[$0] }) }
            return try Checked.scalars(classes, as: Double.self)
        }
    }
}
