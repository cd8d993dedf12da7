extension Pyplot {
    /// Opens a new figure; `figsize` is in inches of 100 pixels.
    @discardableResult
    public func figure(
        figsize: (Double, Double)? = nil, width: FigureWidth? = nil, style: FigureStyle? = nil
    ) -> Figure {
        plain { try open(figsize: figsize, width: width, style: style) }
    }

    /// Opens a figure with one axes: `let (figure, axes) = plt.subplots()`.
    public func subplots(figsize: (Double, Double)? = nil) -> (figure: Figure, axes: Axes) {
        let figure = plain { try open(figsize: figsize) }
        return (figure, figure.axes)
    }

    /// Opens a figure with a grid of axes: `let (figure, axes) = plt.subplots(2, 3)`; `axes[0, 2]`.
    ///
    /// The first axes are current; `plt.sca(axes[0, 1])` changes that.
    @discardableResult
    public func subplots(
        _ rows: Int, _ columns: Int = 1, figsize: (Double, Double)? = nil, sharex: Bool = false,
        sharey: Bool = false
    ) -> (figure: Figure, axes: AxesGrid) {
        plain { try openGrid(rows, columns, figsize: figsize, sharex: sharex, sharey: sharey) }
    }

    /// Makes one place of a grid current, counted from 1 row by row: `plt.subplot(1, 2, 1)`.
    @discardableResult
    public func subplot(_ rows: Int, _ columns: Int, _ index: Int) -> Axes {
        plain { try select(rows, columns, index) }
    }

    /// Makes axes current.
    public func sca(_ axes: Axes) {
        guard let figure = axes.figure else { return }
        PlotSession.current.select(figure)
        figure.makeCurrent(axes)
    }

    /// The current axes.
    public func gca() -> Axes { axes }

    /// The current figure.
    public func gcf() -> Figure { figure }

    /// Shows all open figures and closes them.
    public func show() {
        plain { try showAll() }
    }

    package func showAll() throws {
        for figure in PlotSession.current.takeOpen() { try Figures.show(figure) }
    }

    /// Closes the current figure, or the one given, without showing it.
    public func close(_ figure: Figure? = nil) { PlotSession.current.close(figure) }

    /// Closes all figures: `plt.close("all")`.
    public func close(_ which: String) {
        if which == "all" { PlotSession.current.closeAll() } else { PlotSession.current.close(nil) }
    }

    /// Empties the current figure.
    public func clf() {
        let old = figure
        PlotSession.current.close(old)
        PlotSession.current.add(Figure(checked: old.inches, trims: old.trims))
    }

    /// Writes the current figure to a .svg, .png or .pdf file.
    ///
    /// - Throws: when the file cannot be written, or `rsvg-convert` is missing for PNG and PDF.
    public func savefig(_ path: String, dpi: Double = 100, outlines: Bool = false) throws {
        try figure.savefig(path, dpi: dpi, outlines: outlines)
    }

    /// Figures are always laid out tightly; kept for those who are used to calling it.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    public func tight_layout() {}

    /// How the current figure looks: `plt.style(.print)`.
    public func style(_ style: FigureStyle) { figure.style(style) }

    /// The title above all axes.
    public func suptitle(_ text: String, fontsize: Double? = nil) {
        figure.suptitle(text, fontsize: fontsize)
    }

    /// Explains the colours of what was drawn: `plt.colorbar(plt.imshow(x))`.
    public func colorbar(_ drawn: Axes, label: String? = nil, ticks: [Double]? = nil) {
        drawn.colorbar(label: label, ticks: ticks)
    }
}
