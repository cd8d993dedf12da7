extension Axes {
    /// The title above the axes.
    @discardableResult
    public func title(_ text: String, fontsize: Double? = nil, color: Color? = nil) -> Axes {
        plain { try setTitle(text, fontsize: fontsize, color: color) }
    }

    @discardableResult
    package func setTitle(
        _ text: String, fontsize: Double? = nil, color: Color? = nil
    ) throws(PlotError) -> Axes {
        let size = try Validate.size(fontsize, "fontsize").map { $0 * Pixels.perPoint }
        titleSpec = TitleSpec(text: text, size: size, color: try color?.validated())
        return self
    }

    /// The name of the x axis.
    @discardableResult
    public func xlabel(_ text: String) -> Axes {
        x.label = text.isEmpty ? nil : text
        return self
    }

    /// The name of the y axis.
    @discardableResult
    public func ylabel(_ text: String) -> Axes {
        y.label = text.isEmpty ? nil : text
        return self
    }

    /// The limits of the x axis; nil leaves an end to the data.
    @discardableResult
    public func xlim(_ low: Double?, _ high: Double?) -> Axes {
        plain { try setXLimits(low, high) }
    }

    /// The limits of the y axis; nil leaves an end to the data.
    @discardableResult
    public func ylim(_ low: Double?, _ high: Double?) -> Axes {
        plain { try setYLimits(low, high) }
    }

    @discardableResult
    package func setXLimits(_ low: Double?, _ high: Double?) throws(PlotError) -> Axes {
        try setLimits(\.x, low, high, "xlim")
        return self
    }

    @discardableResult
    package func setYLimits(_ low: Double?, _ high: Double?) throws(PlotError) -> Axes {
        try setLimits(\.y, low, high, "ylim")
        return self
    }

    /// The scale of the x axis: `.linear`, `.log` or `.symlog`.
    @discardableResult
    public func xscale(_ scale: AxisScale) -> Axes { plain { try setXScale(scale) } }

    /// The scale of the y axis: `.linear`, `.log` or `.symlog`.
    @discardableResult
    public func yscale(_ scale: AxisScale) -> Axes { plain { try setYScale(scale) } }

    @discardableResult
    package func setXScale(_ scale: AxisScale) throws(PlotError) -> Axes {
        try setScale(\.x, scale)
        return self
    }

    @discardableResult
    package func setYScale(_ scale: AxisScale) throws(PlotError) -> Axes {
        try setScale(\.y, scale)
        return self
    }

    /// The ticks of the x axis, with names if any are given; `rotation` turns the names, in degrees.
    @discardableResult
    public func xticks(
        _ positions: (any PlotData)? = nil, _ labels: [String]? = nil, rotation: Double? = nil
    ) -> Axes {
        plain { try setXTicks(positions, labels, rotation: rotation) }
    }

    /// The ticks of the y axis, with names if any are given.
    @discardableResult
    public func yticks(_ positions: any PlotData, _ labels: [String]? = nil) -> Axes {
        plain { try setYTicks(positions, labels) }
    }

    @discardableResult
    package func setXTicks(
        _ positions: (any PlotData)? = nil, _ labels: [String]? = nil, rotation: Double? = nil
    ) throws(PlotError) -> Axes {
        try setTicks(\.x, positions, labels, rotation, "xticks")
        return self
    }

    @discardableResult
    package func setYTicks(
        _ positions: any PlotData, _ labels: [String]? = nil
    ) throws(PlotError) -> Axes {
        try setTicks(\.y, positions, labels, nil, "yticks")
        return self
    }

    /// Whether lines run across the axes at the ticks.
    @discardableResult
    public func grid(_ visible: Bool = true) -> Axes {
        showsGrid = visible
        return self
    }

    /// Explains what has a label; `.best` finds the emptiest place, `.outside` goes beside the axes.
    @discardableResult
    public func legend(
        _ location: LegendLocation = .best, title: String? = nil, labels: [String] = [],
        columns: Int = 1
    ) -> Axes {
        plain { try setLegend(location: location, title: title, labels: labels, columns: columns) }
    }

    /// Explains the colours of the last picture, contour or scatter drawn.
    @discardableResult
    public func colorbar(label: String? = nil, ticks: [Double]? = nil) -> Axes {
        plain { try addColorbar(label: label, ticks: ticks) }
    }

    /// Shows or hides both axes: `.axis("off")`, `.axis("equal")` gives one unit the same length on both.
    @discardableResult
    public func axis(_ mode: String) -> Axes { plain { try setAxis(mode) } }

    @discardableResult
    package func setAxis(_ mode: String) throws(PlotError) -> Axes {
        switch mode {
        case "off": x.hidden = true
        case "on": x.hidden = false
        case "equal", "scaled", "image", "square": equalAspect = true
        case "auto": equalAspect = false
        default:
            throw .unknownName(what: "axis", given: mode, known: ["off", "on", "equal", "auto"])
        }
        return self
    }

    /// Turns the y axis over, so that it grows downwards.
    @discardableResult
    public func invertYAxis() -> Axes {
        y.inverted = true
        return self
    }

    /// Turns the x axis over, so that it grows to the left.
    @discardableResult
    public func invertXAxis() -> Axes {
        x.inverted = true
        return self
    }
}
