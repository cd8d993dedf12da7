extension Pyplot {
    /// The title above the current axes.
    public func title(_ text: String, fontsize: Double? = nil, color: Color? = nil) {
        axes.title(text, fontsize: fontsize, color: color)
    }

    /// The name of the x axis.
    public func xlabel(_ text: String) { axes.xlabel(text) }

    /// The name of the y axis.
    public func ylabel(_ text: String) { axes.ylabel(text) }

    /// The limits of the x axis; nil leaves an end to the data.
    public func xlim(_ low: Double?, _ high: Double?) { axes.xlim(low, high) }

    /// The limits of the y axis; nil leaves an end to the data.
    public func ylim(_ low: Double?, _ high: Double?) { axes.ylim(low, high) }

    /// The scale of the x axis: `.linear`, `.log` or `.symlog`.
    public func xscale(_ scale: AxisScale) { axes.xscale(scale) }

    /// The scale of the y axis: `.linear`, `.log` or `.symlog`.
    public func yscale(_ scale: AxisScale) { axes.yscale(scale) }

    /// The ticks of the x axis, with names if any are given; `rotation` turns the names, in degrees.
    public func xticks(
        _ positions: (any PlotData)? = nil, _ labels: [String]? = nil, rotation: Double? = nil
    ) {
        axes.xticks(positions, labels, rotation: rotation)
    }

    /// The ticks of the y axis, with names if any are given.
    public func yticks(_ positions: any PlotData, _ labels: [String]? = nil) {
        axes.yticks(positions, labels)
    }

    /// Whether lines run across the axes at the ticks.
    public func grid(_ visible: Bool = true) { axes.grid(visible) }

    /// Explains what has a label: `plt.legend(loc: "upper right")`; `.outside` goes beside the axes.
    public func legend(
        loc: LegendLocation = .best, title: String? = nil, labels: [String] = [], ncol: Int = 1
    ) {
        axes.legend(loc, title: title, labels: labels, columns: ncol)
    }

    /// Shows or hides the axes: `plt.axis("off")`; `"equal"` gives one unit the same length on both.
    public func axis(_ mode: String) { axes.axis(mode) }
}
