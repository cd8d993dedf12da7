extension AxesHolder {
    /// Shows a picture: [rows, columns] through a colour map, or [rows, columns, 3 or 4] of colours.
    @discardableResult
    public func imshow(
        _ x: any PlotData, colormap: Colormap? = nil, cmap: Colormap? = nil, vmin: Double? = nil,
        vmax: Double? = nil, extent: [Double]? = nil, origin: String = "upper",
        aspect: String? = nil, alpha: Double = 1, interpolation: String = "nearest"
    ) -> Drawn {
        draw {
            try $0.addImage(
                x, colormap: colormap ?? cmap, vmin: vmin, vmax: vmax, extent: extent,
                origin: origin, aspect: aspect, alpha: alpha, interpolation: interpolation)
        }
    }

    /// Shows a matrix as colours with the value in each cell and a colour bar; data on both sides of zero with a
    /// diverging map centred on 0.
    @discardableResult
    public func heatmap(
        _ x: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil,
        rowLabels: [String]? = nil, columnLabels: [String]? = nil, annotate: Bool? = nil,
        decimals: Int? = nil, colorbar: Bool = true
    ) -> Drawn {
        draw {
            try $0.addHeatmap(
                x, colormap: colormap, vmin: vmin, vmax: vmax, rowLabels: rowLabels,
                columnLabels: columnLabels, annotate: annotate, decimals: decimals,
                colorbar: colorbar)
        }
    }

    /// Draws lines of equal value over a grid.
    @discardableResult
    public func contour(
        _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil,
        colormap: Colormap? = nil, cmap: Colormap? = nil, colors: [Color] = [],
        linewidth: Double? = nil, linestyle: LineStyle = .solid, alpha: Double = 1
    ) -> Drawn {
        draw {
            try $0.addContour(
                x, y, z, levels: levels, filled: false, colormap: colormap ?? cmap ?? .viridis,
                colors: colors, linewidth: linewidth, linestyle: linestyle, alpha: alpha)
        }
    }

    /// Fills the areas between values over a grid.
    @discardableResult
    public func contourf(
        _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil,
        colormap: Colormap? = nil, cmap: Colormap? = nil, alpha: Double = 1
    ) -> Drawn {
        draw {
            try $0.addContour(
                x, y, z, levels: levels, filled: true, colormap: colormap ?? cmap ?? .viridis,
                alpha: alpha)
        }
    }

    /// Draws lines of about so many equal values over a grid, at round ones.
    @discardableResult
    public func contour(
        _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: Int,
        colormap: Colormap? = nil, cmap: Colormap? = nil, colors: [Color] = [],
        linewidth: Double? = nil, linestyle: LineStyle = .solid, alpha: Double = 1
    ) -> Drawn {
        draw {
            try $0.addContour(
                x, y, z, count: levels, filled: false, colormap: colormap ?? cmap ?? .viridis,
                colors: colors, linewidth: linewidth, linestyle: linestyle, alpha: alpha)
        }
    }

    /// Fills the areas between about so many values over a grid, at round ones.
    @discardableResult
    public func contourf(
        _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: Int,
        colormap: Colormap? = nil, cmap: Colormap? = nil, alpha: Double = 1
    ) -> Drawn {
        draw {
            try $0.addContour(
                x, y, z, count: levels, filled: true, colormap: colormap ?? cmap ?? .viridis,
                alpha: alpha)
        }
    }

    /// Draws a surface over a grid, shaded, seen from a corner; angles are in degrees.
    @discardableResult
    public func surface(
        _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, colormap: Colormap = .viridis,
        azimuth: Double = -60, elevation: Double = 30
    ) -> Drawn {
        draw {
            try $0.addSurface(
                x, y, z, colormap: colormap, azimuth: azimuth, elevation: elevation)
        }
    }
}
