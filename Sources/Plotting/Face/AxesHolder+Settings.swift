extension AxesHolder {
    /// The title above the axes.
    @discardableResult
    public func title(_ text: String, fontsize: Double? = nil, color: Color? = nil) -> Drawn {
        draw { try $0.setTitle(text, fontsize: fontsize, color: color) }
    }

    /// The name of the x axis.
    @discardableResult
    public func xlabel(_ text: String) -> Drawn {
        draw { try $0.setLabel(\.x, text) }
    }

    /// The name of the y axis.
    @discardableResult
    public func ylabel(_ text: String) -> Drawn {
        draw { try $0.setLabel(\.y, text) }
    }

    /// The limits of the x axis; nil leaves an end to the data.
    @discardableResult
    public func xlim(_ low: Double?, _ high: Double?) -> Drawn {
        draw { try $0.setXLimits(low, high) }
    }

    /// The limits of the y axis; nil leaves an end to the data.
    @discardableResult
    public func ylim(_ low: Double?, _ high: Double?) -> Drawn {
        draw { try $0.setYLimits(low, high) }
    }

    /// The scale of the x axis: `.linear`, `.log`, `.symlog` or `.date`.
    @discardableResult
    public func xscale(_ scale: AxisScale) -> Drawn {
        draw { try $0.setXScale(scale) }
    }

    /// The scale of the y axis: `.linear`, `.log`, `.symlog` or `.date`.
    @discardableResult
    public func yscale(_ scale: AxisScale) -> Drawn {
        draw { try $0.setYScale(scale) }
    }

    /// The ticks of the x axis, with names if any are given; `rotation` turns the names, in degrees.
    @discardableResult
    public func xticks(
        _ positions: (any PlotData)? = nil, _ labels: [String]? = nil, rotation: Double? = nil
    ) -> Drawn {
        draw { try $0.setXTicks(positions, labels, rotation: rotation) }
    }

    /// The ticks of the y axis, with names if any are given.
    @discardableResult
    public func yticks(_ positions: any PlotData, _ labels: [String]? = nil) -> Drawn {
        draw { try $0.setYTicks(positions, labels) }
    }

    /// Whether lines run across the axes at the ticks.
    @discardableResult
    public func grid(_ visible: Bool = true) -> Drawn {
        draw { try $0.setGrid(visible) }
    }

    /// Explains the colours of the last picture, contour or scatter drawn.
    @discardableResult
    public func colorbar(label: String? = nil, ticks: [Double]? = nil) -> Drawn {
        draw { try $0.addColorbar(label: label, ticks: ticks) }
    }

    /// Shows or hides both axes: `axis("off")`; `"equal"` gives one unit the same length on both.
    @discardableResult
    public func axis(_ mode: String) -> Drawn {
        draw { try $0.setAxis(mode) }
    }

    /// Turns the y axis over, so that it grows downwards.
    @discardableResult
    public func invertYAxis() -> Drawn {
        draw { try $0.setInverted(\.y) }
    }

    /// Turns the x axis over, so that it grows to the left.
    @discardableResult
    public func invertXAxis() -> Drawn {
        draw { try $0.setInverted(\.x) }
    }
}
