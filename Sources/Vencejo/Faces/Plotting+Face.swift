public import Plotting

extension Figure {
    /// The ticks of the x axis, with names if any are given.
    public func xticks(_ positions: any PlotData, _ labels: [String]? = nil, rotation: Double? = nil) -> Figure {
        axes.xticks(positions, labels, rotation: rotation)
        return self
    }

    /// The ticks of the y axis, with names if any are given.
    public func yticks(_ positions: any PlotData, _ labels: [String]? = nil) -> Figure {
        axes.yticks(positions, labels)
        return self
    }

    /// Shows or hides the axes: `"off"`; `"equal"` gives one unit the same length on both.
    public func axis(_ mode: String) -> Figure {
        axes.axis(mode)
        return self
    }

    /// A legend at a place: `legend(loc: "upper left")`.
    public func legend(loc: LegendLocation, title: String? = nil, labels: [String] = [], ncol: Int = 1) -> Figure {
        axes.legend(loc, title: title, labels: labels, columns: ncol)
        return self
    }

    /// The picture as SVG text.
    public var svg: String { orEnded { try svgText() } }
}

extension Plotting.Axes {
    /// A legend at a place: `legend(loc: "upper left")`.
    @discardableResult
    public func legend(loc: LegendLocation, title: String? = nil, labels: [String] = [], ncol: Int = 1) -> Plotting.Axes {
        legend(loc, title: title, labels: labels, columns: ncol)
    }

    /// How often each class was taken for each.
    @discardableResult
    public func confusionMatrix(
        _ truth: any PlotData, _ predicted: any PlotData, labels: [String]? = nil, normalize: Bool = false, colormap: Colormap = .blues
    ) -> Plotting.Axes {
        orEnded { try addConfusionMatrix(truth, predicted, labels: labels, normalize: normalize, colormap: colormap) }
        return self
    }
}

extension Pyplot {
    /// A matrix as coloured cells with their values.
    @discardableResult
    public func heatmap(
        _ x: any PlotData, cmap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil, rowLabels: [String]? = nil,
        columnLabels: [String]? = nil, annotate: Bool? = nil, decimals: Int? = nil, colorbar: Bool = true
    ) -> Plotting.Axes {
        gca().heatmap(
            x, colormap: cmap, vmin: vmin, vmax: vmax, rowLabels: rowLabels, columnLabels: columnLabels, annotate: annotate, decimals: decimals,
            colorbar: colorbar)
    }

    /// How often each class was taken for each.
    @discardableResult
    public func confusionMatrix(
        _ truth: any PlotData, _ predicted: any PlotData, labels: [String]? = nil, normalize: Bool = false, cmap: Colormap = .blues
    ) -> Plotting.Axes {
        gca().confusionMatrix(truth, predicted, labels: labels, normalize: normalize, colormap: cmap)
    }
}

/// A figure with one thing drawn in it.
private func one(_ draw: (Plotting.Axes) -> Void) -> Figure {
    orEnded {
        let figure = try Figure.make(size: nil)
        draw(figure.axes)
        return figure
    }
}

/// A figure with a line through values at 0, 1, 2, …, drawn in a style.
public func plot(
    _ y: any PlotData, _ format: String = "", label: String? = nil, color: Color? = nil, linestyle: LineStyle, linewidth: Double? = nil,
    marker: Marker? = nil, markersize: Double? = nil
) -> Figure {
    one { $0.plot(y, format, label: label, color: color, linestyle: linestyle, linewidth: linewidth, marker: marker, markersize: markersize) }
}

/// A figure with a line through values at 0, 1, 2, …, of a width.
public func plot(
    _ y: any PlotData, _ format: String = "", label: String? = nil, color: Color? = nil, linewidth: Double, marker: Marker? = nil,
    markersize: Double? = nil
) -> Figure {
    one { $0.plot(y, format, label: label, color: color, linewidth: linewidth, marker: marker, markersize: markersize) }
}

/// A figure with a line through values at 0, 1, 2, …, with markers.
public func plot(
    _ y: any PlotData, _ format: String = "", label: String? = nil, color: Color? = nil, marker: Marker, markersize: Double? = nil
) -> Figure {
    one { $0.plot(y, format, label: label, color: color, marker: marker, markersize: markersize) }
}

/// A figure with a line in steps.
public func step(
    _ x: any PlotData, _ y: any PlotData, where position: String = "pre", label: String? = nil, color: Color? = nil, linestyle: LineStyle? = nil,
    linewidth: Double? = nil, alpha: Double = 1
) -> Figure {
    one { $0.step(x, y, where: position, label: label, color: color, linestyle: linestyle, linewidth: linewidth, alpha: alpha) }
}

/// A figure with the area between two lines.
public func fill_between(
    _ x: any PlotData, _ y1: any PlotData, _ y2: any PlotData, label: String? = nil, color: Color? = nil, alpha: Double? = nil
) -> Figure {
    one { $0.fill_between(x, y1, y2, label: label, color: color, alpha: alpha) }
}

/// A figure with points that have bars of error.
public func errorbar(
    _ x: any PlotData, _ y: any PlotData, yerr: (any PlotData)? = nil, xerr: (any PlotData)? = nil, fmt: String = "", capsize: Double = 3,
    label: String? = nil, color: Color? = nil, linewidth: Double? = nil
) -> Figure {
    one { $0.errorbar(x, y, yerr: yerr, xerr: xerr, fmt: fmt, capsize: capsize, label: label, color: color, linewidth: linewidth) }
}

/// A figure with lines of equal height.
public func contour(
    _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil, colormap: Colormap = .viridis, alpha: Double = 1
) -> Figure {
    one { $0.contour(x, y, z, levels: levels, colormap: colormap, alpha: alpha) }
}

/// A figure with areas between heights.
public func contourf(
    _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil, colormap: Colormap = .viridis, alpha: Double = 1
) -> Figure {
    one { $0.contourf(x, y, z, levels: levels, colormap: colormap, alpha: alpha) }
}
