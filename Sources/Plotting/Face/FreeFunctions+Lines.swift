/// A figure with a line through the points: `plot(x, y, "r--o", label: "train")`.
///
/// y of shape [n, k] draws k lines. NaN leaves a gap. `smooth` (0 to 1) draws the exponential mean over the
/// faint line.
public func plot(
    _ x: any PlotData, _ y: any PlotData, _ format: String = "", label: String? = nil,
    color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil,
    marker: Marker? = nil, markersize: Double? = nil, alpha: Double = 1, smooth: Double? = nil
) -> Figure {
    Figure().plot(
        x, y, format, label: label, color: color, linestyle: linestyle, linewidth: linewidth,
        marker: marker, markersize: markersize, alpha: alpha, smooth: smooth)
}

/// A figure with a line through values at 0, 1, 2, ….
public func plot(
    _ y: any PlotData, _ format: String = "", label: String? = nil, color: Color? = nil,
    linestyle: LineStyle? = nil, linewidth: Double? = nil, marker: Marker? = nil,
    markersize: Double? = nil, alpha: Double = 1, smooth: Double? = nil
) -> Figure {
    Figure().plot(
        y, format, label: label, color: color, linestyle: linestyle, linewidth: linewidth,
        marker: marker, markersize: markersize, alpha: alpha, smooth: smooth)
}

/// A figure with a line in steps; `where` is `"pre"`, `"mid"` or `"post"`.
public func step(
    _ x: any PlotData, _ y: any PlotData, where position: String = "pre", label: String? = nil,
    color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil, alpha: Double = 1
) -> Figure {
    Figure().step(
        x, y, where: position, label: label, color: color, linestyle: linestyle,
        linewidth: linewidth, alpha: alpha)
}

/// A figure with the filled area between two lines over the same x; each may be one number.
// swift-format-ignore: AlwaysUseLowerCamelCase
public func fill_between(
    _ x: any PlotData, _ y1: any PlotData, _ y2: any PlotData, label: String? = nil,
    color: Color? = nil, alpha: Double? = nil
) -> Figure {
    Figure().fill_between(x, y1, y2, label: label, color: color, alpha: alpha)
}

/// A figure with points with bars of error: one number, one a point, or [2, n] for below and above.
public func errorbar(
    _ x: any PlotData, _ y: any PlotData, yerr: (any PlotData)? = nil, xerr: (any PlotData)? = nil,
    fmt: String = "", capsize: Double = 3, label: String? = nil, color: Color? = nil,
    linewidth: Double? = nil
) -> Figure {
    Figure().errorbar(
        x, y, yerr: yerr, xerr: xerr, fmt: fmt, capsize: capsize, label: label, color: color,
        linewidth: linewidth)
}

/// A figure with areas stacked on each other.
public func stackplot(
    _ x: any PlotData, _ ys: any PlotData, labels: [String] = [], alpha: Double = 0.85
) -> Figure {
    Figure().stackplot(x, ys, labels: labels, alpha: alpha)
}

/// A figure with a line from 0 to each value with a point at its end.
public func stem(
    _ x: any PlotData, _ y: any PlotData, label: String? = nil, color: Color? = nil
) -> Figure {
    Figure().stem(x, y, label: label, color: color)
}
