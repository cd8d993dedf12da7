/// A figure with upright bars over numbers or names; `values: true` writes each height above its bar.
///
/// Several series, [places, series] or an array of them, stand side by side, or on each other with `stacked`.
public func bar(
    _ x: any PlotData, _ height: any PlotData, width: Double = 0.8, bottom: (any PlotData)? = nil,
    label: String? = nil, color: Color? = nil, yerr: (any PlotData)? = nil, capsize: Double = 3,
    values: Bool = false, alpha: Double = 1, edgecolor: Color? = nil, labels: [String] = [],
    stacked: Bool = false
) -> Figure {
    Figure().bar(
        x, height, width: width, bottom: bottom, label: label, color: color, yerr: yerr,
        capsize: capsize, values: values, alpha: alpha, edgecolor: edgecolor, labels: labels,
        stacked: stacked)
}

/// A figure with lying bars beside numbers or names, one series or several.
public func barh(
    _ y: any PlotData, _ width: any PlotData, height: Double = 0.8, left: (any PlotData)? = nil,
    label: String? = nil, color: Color? = nil, xerr: (any PlotData)? = nil, capsize: Double = 3,
    values: Bool = false, alpha: Double = 1, edgecolor: Color? = nil, labels: [String] = [],
    stacked: Bool = false
) -> Figure {
    Figure().barh(
        y, width, height: height, left: left, label: label, color: color, xerr: xerr,
        capsize: capsize, values: values, alpha: alpha, edgecolor: edgecolor, labels: labels,
        stacked: stacked)
}

/// A figure with the histogram of values; without `bins` their number is chosen from the data. Several groups lie
/// over each other, or on each other with `stacked`.
public func hist(
    _ x: any PlotData, bins: Int? = nil, edges: [Double]? = nil, range: (Double, Double)? = nil,
    density: Bool = false, cumulative: Bool = false, stacked: Bool = false, label: String? = nil,
    labels: [String] = [], color: Color? = nil, alpha: Double? = nil, horizontal: Bool = false
) -> Figure {
    Figure().hist(
        x, bins: bins, edges: edges, range: range, density: density, cumulative: cumulative,
        stacked: stacked, label: label, labels: labels, color: color, alpha: alpha,
        horizontal: horizontal)
}

/// A figure with how many points fall into each cell of a grid.
public func hist2d(
    _ x: any PlotData, _ y: any PlotData, bins: Int = 30, colormap: Colormap = .viridis
) -> Figure {
    Figure().hist2d(x, y, bins: bins, colormap: colormap)
}

/// A figure with the density of each group (bells of Scott's width).
public func density(
    _ x: any PlotData, labels: [String] = [], fill: Bool = true, color: Color? = nil
) -> Figure {
    Figure().density(x, labels: labels, fill: fill, color: color)
}

/// A figure with a box of quartiles for each group, whiskers of 1.5 interquartile ranges and what lies beyond.
public func boxplot(
    _ x: any PlotData, labels: [String]? = nil, horizontal: Bool = false, width: Double = 0.5,
    means: Bool = false, outliers: Bool = true, color: Color? = nil
) -> Figure {
    Figure().boxplot(
        x, labels: labels, horizontal: horizontal, width: width, means: means, outliers: outliers,
        color: color)
}

/// A figure with the density of each group on both sides of a line.
public func violinplot(
    _ x: any PlotData, labels: [String]? = nil, horizontal: Bool = false, width: Double = 0.8,
    medians: Bool = true, color: Color? = nil
) -> Figure {
    Figure().violinplot(
        x, labels: labels, horizontal: horizontal, width: width, medians: medians, color: color)
}

/// A figure with all points of each group, side by side where they crowd.
public func stripplot(
    _ x: any PlotData, labels: [String]? = nil, horizontal: Bool = false, width: Double = 0.6,
    color: Color? = nil, alpha: Double = 0.7
) -> Figure {
    Figure().stripplot(
        x, labels: labels, horizontal: horizontal, width: width, color: color, alpha: alpha)
}

/// A figure with shares of a circle.
public func pie(
    _ values: any PlotData, labels: [String] = [], percentages: Bool = true, colors: [Color] = []
) -> Figure {
    Figure().pie(values, labels: labels, percentages: percentages, colors: colors)
}
