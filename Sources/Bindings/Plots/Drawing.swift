internal import Language
internal import Plotting

/// Declares what draws: once, for `plt`, for axes, for a figure's current axes, and as a function that makes a figure.
struct Drawing {
    let table: DeclarationTable

    func callAsFunction<each A: CellValue>(
        _ name: String, _ parameters: String, _ documentation: String, _ arguments: String, isFree: Bool = true,
        setup: String = "", finish: ((Figure) throws -> Void)? = nil, _ draw: @escaping (PlotAxes, repeat each A) throws -> Void
    ) {
        // matplotlib says cmap, Swift's face says colormap.
        Binder(table, on: "Pyplot")("@discardableResult func \(name)(\(parameters.replacing("colormap:", with: "cmap:"))) -> Axes", documentation, setup + "plt.\(name)(\(arguments.replacing("colormap:", with: "cmap:")))\nplt.close()") { (_: Pyplot, values: repeat each A) -> PlotAxes in
            let axes = plt.axes
            try draw(axes, repeat each values)
            return axes
        }
        Binder(table, on: "Axes")("@discardableResult func \(name)(\(parameters)) -> Axes", documentation, setup + "let (figure, axes) = subplots(1, 1)\naxes[0, 0].\(name)(\(arguments))") { (axes: PlotAxes, values: repeat each A) -> PlotAxes in
            try draw(axes, repeat each values)
            return axes
        }
        if let named = parameters.firstMatch(of: /colormap: (Colormap\??) = [^,]+/) {
            // Axes that came from `plt.subplots` are asked as matplotlib's are.
            let asked = parameters.replacing(named.0, with: "cmap: \(named.1)")
            let later = parameters[named.range.upperBound...].matches(of: /(\w+):/).compactMap { arguments.firstRange(of: ", \($0.1):")?.lowerBound }
            var shown = arguments
            shown.insert(contentsOf: ", cmap: .magma", at: later.min() ?? shown.endIndex)
            Binder(table, on: "Axes")("@discardableResult func \(name)(\(asked)) -> Axes", documentation, setup + "let (figure, axes) = plt.subplots(1, 1)\naxes[0, 0].\(name)(\(shown))\nplt.close()") { (axes: PlotAxes, values: repeat each A) -> PlotAxes in
                try draw(axes, repeat each values)
                return axes
            }
        }
        Binder(table, on: "Figure")("func \(name)(\(parameters)) -> Figure", "On the figure's axes: \(documentation)", setup + "figure().\(name)(\(arguments))") { (figure: Figure, values: repeat each A) -> Figure in
            try draw(figure.axes, repeat each values)
            return figure
        }
        guard isFree else { return }
        Binder(table)("func \(name)(\(parameters)) -> Figure", "A figure: \(documentation)", setup + "\(name)(\(arguments))") { (values: repeat each A) -> Figure in
            let figure = try Figure.make()
            try draw(figure.axes, repeat each values)
            try finish?(figure)
            return figure
        }
    }
}

func declareDrawing(_ table: DeclarationTable) {
    let drawing = Drawing(table: table)
    declareLines(drawing)
    declareMarks(drawing)
    declarePoints(drawing)
    declareBars(drawing)
    declareGrids(drawing)
    declareVision(drawing)
    declareScores(drawing)
    declareModelFigures(table)
}

/// A pair that a cell gave.
func pair(_ tuple: CellTuple<Double, Double>) -> (Double, Double) { (tuple.elements.0, tuple.elements.1) }
