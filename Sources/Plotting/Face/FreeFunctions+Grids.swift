/// A figure with a picture: [rows, columns] through a colour map, or [rows, columns, 3 or 4] of colours.
public func imshow(
    _ x: any PlotData, colormap: Colormap? = nil, cmap: Colormap? = nil, vmin: Double? = nil,
    vmax: Double? = nil, extent: [Double]? = nil, origin: String = "upper", aspect: String? = nil,
    alpha: Double = 1, interpolation: String = "nearest", colorbar: Bool = false
) -> Figure {
    let figure = Figure().imshow(
        x, colormap: colormap, cmap: cmap, vmin: vmin, vmax: vmax, extent: extent, origin: origin,
        aspect: aspect, alpha: alpha, interpolation: interpolation)
    return colorbar ? figure.colorbar() : figure
}

/// A figure with a matrix as colours with the value in each cell and a colour bar; data on both sides of zero with a
/// diverging map centred on 0.
public func heatmap(
    _ x: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil,
    rowLabels: [String]? = nil, columnLabels: [String]? = nil, annotate: Bool? = nil,
    decimals: Int? = nil, colorbar: Bool = true
) -> Figure {
    Figure().heatmap(
        x, colormap: colormap, vmin: vmin, vmax: vmax, rowLabels: rowLabels,
        columnLabels: columnLabels, annotate: annotate, decimals: decimals, colorbar: colorbar)
}

/// A figure with lines of equal value over a grid.
public func contour(
    _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil,
    colormap: Colormap? = nil, cmap: Colormap? = nil, colors: [Color] = [],
    linewidth: Double? = nil, linestyle: LineStyle = .solid, alpha: Double = 1
) -> Figure {
    Figure().contour(
        x, y, z, levels: levels, colormap: colormap, cmap: cmap, colors: colors,
        linewidth: linewidth, linestyle: linestyle, alpha: alpha)
}

/// A figure with the filled areas between values over a grid.
public func contourf(
    _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil,
    colormap: Colormap? = nil, cmap: Colormap? = nil, alpha: Double = 1
) -> Figure {
    Figure().contourf(x, y, z, levels: levels, colormap: colormap, cmap: cmap, alpha: alpha)
}

/// A figure with lines of about so many equal values over a grid, at round ones.
public func contour(
    _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: Int,
    colormap: Colormap? = nil, cmap: Colormap? = nil, colors: [Color] = [],
    linewidth: Double? = nil, linestyle: LineStyle = .solid, alpha: Double = 1
) -> Figure {
    Figure().contour(
        x, y, z, levels: levels, colormap: colormap, cmap: cmap, colors: colors,
        linewidth: linewidth, linestyle: linestyle, alpha: alpha)
}

/// A figure with the filled areas between about so many values over a grid, at round ones.
public func contourf(
    _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: Int,
    colormap: Colormap? = nil, cmap: Colormap? = nil, alpha: Double = 1
) -> Figure {
    Figure().contourf(x, y, z, levels: levels, colormap: colormap, cmap: cmap, alpha: alpha)
}

/// A figure with a surface over a grid, shaded, seen from a corner; angles are in degrees.
public func surface(
    _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, colormap: Colormap = .viridis,
    azimuth: Double = -60, elevation: Double = 30
) -> Figure {
    Figure().surface(x, y, z, colormap: colormap, azimuth: azimuth, elevation: elevation)
}
