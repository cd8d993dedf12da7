/// matplotlib's names: `plt.plot(x, y, label: "train")`, `plt.title("Loss")`, `plt.show()`.
///
/// Draws into the current axes of the current figure, making them when there are none. A figure still
/// open at the end of a cell is shown then.
public let plt = Pyplot()

/// The functions behind `plt`.
public struct Pyplot: Sendable {
    fileprivate init() {}

    /// The current figure.
    package var figure: Figure { PlotSession.current.figure() }

    /// The current axes: what the throwing forms of `Axes` are called on.
    public var axes: Axes { figure.axes }

    /// Opens a new figure and makes it current.
    package func open(
        figsize: (Double, Double)? = nil, width: FigureWidth? = nil, style: FigureStyle? = nil
    ) throws(PlotError) -> Figure {
        let size = try Figure.checkedSize(FigureWidth.inches(figsize, width))
        let figure = Figure(checked: size, trims: size == nil)
        if let style { try figure.setStyle(style) }
        return PlotSession.current.add(figure)
    }

    /// Opens a new figure with a grid of axes.
    package func openGrid(
        _ rows: Int, _ columns: Int, figsize: (Double, Double)? = nil, sharex: Bool = false,
        sharey: Bool = false
    ) throws(PlotError) -> (figure: Figure, axes: AxesGrid) {
        let figure = try Figure.make(rows: rows, columns: columns, size: figsize)
        (figure.sharesX, figure.sharesY) = (sharex, sharey)
        PlotSession.current.add(figure)
        return (figure, AxesGrid(figure: figure))
    }

    /// Makes the axes current that stand in a grid, counted from 1 row by row.
    package func select(_ rows: Int, _ columns: Int, _ index: Int) throws(PlotError) -> Axes {
        try figure.select(rows: rows, columns: columns, index: index)
    }
}
