extension AxesHolder {
    /// Draws points; `c` colours them by class (text, few whole numbers) or by value, `s` is their area.
    @discardableResult
    public func scatter(
        _ x: any PlotData, _ y: any PlotData, c: (any PlotData)? = nil, s: (any PlotData)? = nil,
        label: String? = nil, labels: [String]? = nil, color: Color? = nil,
        marker: Marker = .circle, colormap: Colormap? = nil, cmap: Colormap? = nil,
        vmin: Double? = nil, vmax: Double? = nil, alpha: Double? = nil, edgecolor: Color? = nil,
        linewidth: Double? = nil, rasterize: Rasterize = .automatic
    ) -> Drawn {
        draw {
            try $0.addScatter(
                x, y, c: c, s: s, label: label, labels: labels, color: color, marker: marker,
                colormap: colormap ?? cmap, vmin: vmin, vmax: vmax, alpha: alpha,
                edgecolor: edgecolor, linewidth: linewidth, rasterize: rasterize)
        }
    }

    /// Draws points of one colour: `scatter(x, y, c: "red")`.
    @discardableResult
    public func scatter(
        _ x: any PlotData, _ y: any PlotData, c: Color, s: (any PlotData)? = nil,
        label: String? = nil, marker: Marker = .circle, alpha: Double? = nil
    ) -> Drawn {
        draw { try $0.addScatter(x, y, s: s, label: label, color: c, marker: marker, alpha: alpha) }
    }

    /// Draws small pictures at places; `size` is their longer side in pixels.
    @discardableResult
    public func thumbnails(
        _ x: any PlotData, _ y: any PlotData, _ images: any PlotData, size: Double = 28,
        colormap: Colormap = .gray
    ) -> Drawn {
        draw { try $0.addThumbnails(x, y, images, size: size, colormap: colormap) }
    }

    /// Draws points of a latent space, [n, 2], coloured by class, with some of their pictures.
    @discardableResult
    public func latentSpace(
        _ z: any PlotData, labels: (any PlotData)? = nil, names: [String]? = nil,
        images: (any PlotData)? = nil, thumbnails: Int = 60, size: Double = 26
    ) -> Drawn {
        draw {
            try $0.addLatentSpace(
                z, labels: labels, names: names, images: images, thumbnails: thumbnails, size: size)
        }
    }

    /// Draws an arrow along (u, v) at each place.
    @discardableResult
    public func quiver(
        _ x: any PlotData, _ y: any PlotData, _ u: any PlotData, _ v: any PlotData,
        scale: Double? = nil, color: Color? = nil, width: Double = 1.3, label: String? = nil
    ) -> Drawn {
        draw {
            try $0.addQuiver(
                x, y, u, v, scale: scale, color: color, width: width, label: label)
        }
    }

    /// Draws lines along a field on a grid.
    @discardableResult
    public func streamplot(
        _ x: any PlotData, _ y: any PlotData, _ u: any PlotData, _ v: any PlotData,
        density: Double = 1, color: Color? = nil, linewidth: Double = 1.2
    ) -> Drawn {
        draw { try $0.addStream(x, y, u, v, density: density, color: color, linewidth: linewidth) }
    }
}
