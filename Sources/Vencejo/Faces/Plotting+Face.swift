public import DataFrames
public import Plotting
public import Tensors

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

    /// The data that the figure shows, one row a point.
    public func table() -> DataFrame { orEnded { try DataFrame(csvText: csv()) } }

    /// The same as CSV text.
    public func csv() -> String {
        let table: FigureTable = table()
        return table.csv
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
        _ = orEnded { try addConfusionMatrix(truth, predicted, labels: labels, normalize: normalize, colormap: colormap) }
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

// MARK: Further forms

/// A figure with a line through the points, both axes logarithmic.
public func loglog(_ x: any PlotData, _ y: any PlotData, label: String? = nil) -> Figure { one { $0.loglog(x, y, label: label) } }

/// A figure with a line through the points, the x axis logarithmic.
public func semilogx(_ x: any PlotData, _ y: any PlotData, label: String? = nil) -> Figure { one { $0.semilogx(x, y, label: label) } }

/// A figure with a line through the points, the y axis logarithmic.
public func semilogy(_ x: any PlotData, _ y: any PlotData, label: String? = nil) -> Figure { one { $0.semilogy(x, y, label: label) } }

/// A figure with what a function makes of places [n, latent] in a latent space, two dimensions from −range to range.
public func traversal(
    latent: Int = 2, steps: Int = 12, range: Double = 2, dimensions: (Int, Int) = (0, 1), colormap: Colormap = .gray, decode: (Tensor) throws -> Tensor
) -> Figure {
    orEnded { try Figure.traversal(latent: latent, steps: steps, range: range, dimensions: dimensions, colormap: colormap, decode: decode) }
}

extension Colormap {
    /// Red to blue through white, for signed data.
    public static var redBlue: Colormap { "RdBu" }
}

extension Plotting.Axes {
    /// The figure that the axes belong to.
    public var figure: Figure {
        guard let figure = holder else { fatalError("the axes' figure is gone: keep the figure") }
        return figure
    }
}

extension Plotting.Animation {
    /// The moving picture as SVG text.
    public var svg: String { orEnded { try svgText() } }

    /// How many figures there are.
    public var count: Int { frames.count }
}
