extension Figure {
    /// The title above all axes.
    @discardableResult
    public func suptitle(_ text: String, fontsize: Double? = nil) -> Figure {
        plain { try setSuptitle(text, fontsize: fontsize) }
    }

    @discardableResult
    package func setSuptitle(_ text: String, fontsize: Double? = nil) throws(PlotError) -> Figure {
        let size = try Validate.size(fontsize, "fontsize").map { $0 * Pixels.perPoint }
        suptitleSpec = TitleSpec(text: text, size: size)
        return self
    }

    /// How the figure looks: `.light`, `.dark`, `.print` or a style of one's own.
    @discardableResult
    public func style(_ style: FigureStyle) -> Figure { plain { try setStyle(style) } }

    /// The width on paper: `.column`, `.page` or `.slide`.
    @discardableResult
    public func width(_ width: FigureWidth) -> Figure { plain { try setWidth(width) } }

    /// Explains the colours of the axes given: `figure.colorbar(axes.imshow(x))`.
    @discardableResult
    public func colorbar(_ drawn: Axes, label: String? = nil) -> Figure {
        drawn.colorbar(label: label)
        return self
    }

    /// One colour bar for all axes, whose pictures have the same limits.
    @discardableResult
    public func sharedColorbar(label: String? = nil) -> Figure {
        plain { try setSharedColorbar(label: label) }
    }

    /// Makes axes current, those of the grid, a twin or an inset.
    func makeCurrent(_ axes: Axes) {
        if let index = axesList.firstIndex(where: { $0 === axes }) {
            current = index
        } else {
            drawsOver = axes
        }
    }

    /// The axes of the figure's grid.
    public var axesGrid: AxesGrid {
        _ = axes
        return AxesGrid(figure: self)
    }

    /// Shows the figure.
    public func show() {
        plain { try Figures.show(self) }
    }
}

/// The style of the figures made from here on: `setPlotStyle(.print)`.
public func setPlotStyle(_ style: FigureStyle) { plain { try Figures.setStyle(style) } }
