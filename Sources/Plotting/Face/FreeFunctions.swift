/// A figure with one thing drawn in it, for the functions that make one in a call.
enum OneFigure {
    static func make(
        size: (Double, Double)? = nil, _ draw: (Axes) throws -> Void
    ) throws -> Figure {
        let figure = try Figure.make(size: size)
        try draw(figure.axes)
        return figure
    }
}

/// A figure with a grid of pictures, [n, rows, columns] or [n, rows, columns, channels].
///
/// Titles stand above the pictures, green where `correct` is true, red and bold where it is not.
public func imageGrid(
    _ images: any PlotData, titles: [String] = [], correct: [Bool] = [], columns: Int? = nil,
    colormap: Colormap = .gray
) -> Figure {
    plain {
        try Figure.imageGrid(
            images, titles: titles, correct: correct, columns: columns, colormap: colormap)
    }
}

/// A figure with the regions a model decides for and the points it learnt from.
///
/// `predict` gets k points, two numbers each in one array, and gives k classes.
public func decisionRegions(
    _ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil,
    classes: ([[Double]]) throws -> [Double]
) -> Figure {
    plain {
        try Figure.decisionRegions(x, y, resolution: resolution, labels: labels) { flat, count in
            try classes((0..<count).map { [flat[2 * $0], flat[2 * $0 + 1]] })
        }
    }
}

/// A figure of rows and columns of axes: `let (figure, axes) = subplots(2, 3)`.
///
/// `sharex` and `sharey` give all axes the same limits, and names only to those at the border.
public func subplots(
    _ rows: Int, _ columns: Int, figsize: (Double, Double)? = nil, sharex: Bool = false,
    sharey: Bool = false
) -> (figure: Figure, axes: AxesGrid) {
    let figure = plain { try Figure.make(rows: rows, columns: columns, size: figsize) }
    (figure.sharesX, figure.sharesY) = (sharex, sharey)
    return (figure, AxesGrid(figure: figure))
}

/// A figure as wide as a column or page of paper: `figure(width: .column, style: .print).plot(x, y)`.
public func figure(
    figsize: (Double, Double)? = nil, width: FigureWidth? = nil, style: FigureStyle? = nil
) -> Figure {
    plain { try Figure.make(figsize: figsize, width: width, style: style) }
}
