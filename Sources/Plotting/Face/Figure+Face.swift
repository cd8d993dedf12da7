extension Figure {
    /// The title of the current axes.
    @discardableResult
    public func title(_ text: String, fontsize: Double? = nil) -> Figure {
        axes.title(text, fontsize: fontsize)
        return self
    }

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

    /// The name of the current axes' x axis.
    @discardableResult
    public func xlabel(_ text: String) -> Figure {
        axes.xlabel(text)
        return self
    }

    /// The name of the current axes' y axis.
    @discardableResult
    public func ylabel(_ text: String) -> Figure {
        axes.ylabel(text)
        return self
    }

    /// The limits of the current axes' x axis; nil leaves an end to the data.
    @discardableResult
    public func xlim(_ low: Double?, _ high: Double?) -> Figure {
        axes.xlim(low, high)
        return self
    }

    /// The limits of the current axes' y axis; nil leaves an end to the data.
    @discardableResult
    public func ylim(_ low: Double?, _ high: Double?) -> Figure {
        axes.ylim(low, high)
        return self
    }

    /// The scale of the current axes' x axis.
    @discardableResult
    public func xscale(_ scale: AxisScale) -> Figure {
        axes.xscale(scale)
        return self
    }

    /// The scale of the current axes' y axis.
    @discardableResult
    public func yscale(_ scale: AxisScale) -> Figure {
        axes.yscale(scale)
        return self
    }

    /// Whether lines run across the current axes at the ticks.
    @discardableResult
    public func grid(_ visible: Bool = true) -> Figure {
        axes.grid(visible)
        return self
    }

    /// Explains what has a label in the current axes.
    @discardableResult
    public func legend(
        _ location: LegendLocation = .best, title: String? = nil, labels: [String] = []
    ) -> Figure {
        axes.legend(location, title: title, labels: labels)
        return self
    }

    /// Explains the colours of the current axes' last picture.
    @discardableResult
    public func colorbar(label: String? = nil) -> Figure {
        axes.colorbar(label: label)
        return self
    }

    /// Explains the colours of the axes given: `figure.colorbar(axes.imshow(x))`.
    @discardableResult
    public func colorbar(_ drawn: Axes, label: String? = nil) -> Figure {
        drawn.colorbar(label: label)
        return self
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
