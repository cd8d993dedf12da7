/// A figure with points; `c` colours them by class (text, few whole numbers) or by value, `s` is their area.
public func scatter(
    _ x: any PlotData, _ y: any PlotData, c: (any PlotData)? = nil, s: (any PlotData)? = nil,
    label: String? = nil, labels: [String]? = nil, color: Color? = nil, marker: Marker = .circle,
    colormap: Colormap? = nil, cmap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil,
    alpha: Double? = nil, edgecolor: Color? = nil, linewidth: Double? = nil,
    rasterize: Rasterize = .automatic
) -> Figure {
    let figure = Figure().scatter(
        x, y, c: c, s: s, label: label, labels: labels, color: color, marker: marker,
        colormap: colormap, cmap: cmap, vmin: vmin, vmax: vmax, alpha: alpha, edgecolor: edgecolor,
        linewidth: linewidth, rasterize: rasterize)
    return plain { try figure.explainingColors() }
}

/// A figure with small pictures at places; `size` is their longer side in pixels.
public func thumbnails(
    _ x: any PlotData, _ y: any PlotData, _ images: any PlotData, size: Double = 28,
    colormap: Colormap = .gray
) -> Figure {
    Figure().thumbnails(x, y, images, size: size, colormap: colormap)
}

/// A figure with points of a latent space, [n, 2], coloured by class, with some of their pictures.
public func latentSpace(
    _ z: any PlotData, labels: (any PlotData)? = nil, names: [String]? = nil,
    images: (any PlotData)? = nil, thumbnails: Int = 60, size: Double = 26
) -> Figure {
    Figure().latentSpace(
        z, labels: labels, names: names, images: images, thumbnails: thumbnails, size: size)
}

/// A figure with an arrow along (u, v) at each place.
public func quiver(
    _ x: any PlotData, _ y: any PlotData, _ u: any PlotData, _ v: any PlotData,
    scale: Double? = nil, color: Color? = nil, width: Double = 1.3, label: String? = nil
) -> Figure {
    Figure().quiver(x, y, u, v, scale: scale, color: color, width: width, label: label)
}

/// A figure with lines along a field on a grid.
public func streamplot(
    _ x: any PlotData, _ y: any PlotData, _ u: any PlotData, _ v: any PlotData, density: Double = 1,
    color: Color? = nil, linewidth: Double = 1.2
) -> Figure {
    Figure().streamplot(x, y, u, v, density: density, color: color, linewidth: linewidth)
}
