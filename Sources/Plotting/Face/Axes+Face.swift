extension Axes {
    /// Draws a line through the points: `axes.plot(x, y, "r--o", label: "train")`.
    ///
    /// y of shape [n, k] draws k lines. NaN leaves a gap.
    @discardableResult
    public func plot(
        _ x: any PlotData, _ y: any PlotData, _ format: String = "", label: String? = nil,
        color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil,
        marker: Marker? = nil, markersize: Double? = nil, alpha: Double = 1
    ) -> Axes {
        plain {
            try addLine(
                x, y, format: format, label: label, color: color, linestyle: linestyle,
                linewidth: linewidth, marker: marker, markersize: markersize, alpha: alpha)
        }
    }

    /// Draws a line through values at 0, 1, 2, ….
    @discardableResult
    public func plot(
        _ y: any PlotData, _ format: String = "", label: String? = nil, color: Color? = nil,
        linestyle: LineStyle? = nil, linewidth: Double? = nil, marker: Marker? = nil,
        markersize: Double? = nil, alpha: Double = 1
    ) -> Axes {
        plain {
            try addLine(
                nil, y, format: format, label: label, color: color, linestyle: linestyle,
                linewidth: linewidth, marker: marker, markersize: markersize, alpha: alpha)
        }
    }

    /// Draws a line in steps; `where` is `"pre"`, `"mid"` or `"post"`.
    @discardableResult
    public func step(
        _ x: any PlotData, _ y: any PlotData, where position: String = "pre", label: String? = nil,
        color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil,
        alpha: Double = 1
    ) -> Axes {
        plain {
            try addStep(
                x, y, where: position, label: label, color: color, linestyle: linestyle,
                linewidth: linewidth, alpha: alpha)
        }
    }

    /// Draws points; `c` colours them by class (text, few whole numbers) or by value, `s` is their area.
    @discardableResult
    public func scatter(
        _ x: any PlotData, _ y: any PlotData, c: (any PlotData)? = nil, s: (any PlotData)? = nil,
        label: String? = nil, labels: [String]? = nil, color: Color? = nil,
        marker: Marker = .circle, colormap: Colormap? = nil, vmin: Double? = nil,
        vmax: Double? = nil, alpha: Double? = nil, edgecolor: Color? = nil,
        linewidth: Double? = nil, rasterize: Rasterize = .automatic
    ) -> Axes {
        plain {
            try addScatter(
                x, y, c: c, s: s, label: label, labels: labels, color: color, marker: marker,
                colormap: colormap, vmin: vmin, vmax: vmax, alpha: alpha, edgecolor: edgecolor,
                linewidth: linewidth, rasterize: rasterize)
        }
    }

    /// Draws points of one colour: `axes.scatter(x, y, c: "red")`.
    @discardableResult
    public func scatter(
        _ x: any PlotData, _ y: any PlotData, c: Color, s: (any PlotData)? = nil,
        label: String? = nil, marker: Marker = .circle, alpha: Double? = nil
    ) -> Axes {
        plain { try addScatter(x, y, s: s, label: label, color: c, marker: marker, alpha: alpha) }
    }

    /// Draws upright bars over numbers or names; `values: true` writes each height above its bar.
    @discardableResult
    public func bar(
        _ x: any PlotData, _ height: any PlotData, width: Double = 0.8,
        bottom: (any PlotData)? = nil, label: String? = nil, color: Color? = nil,
        yerr: (any PlotData)? = nil, capsize: Double = 3, values: Bool = false, alpha: Double = 1,
        edgecolor: Color? = nil
    ) -> Axes {
        plain {
            try addBars(
                x, height, width: width, bottom: bottom, label: label, color: color, yerr: yerr,
                capsize: capsize, values: values, alpha: alpha, edgecolor: edgecolor)
        }
    }

    /// Draws lying bars beside numbers or names.
    @discardableResult
    public func barh(
        _ y: any PlotData, _ width: any PlotData, height: Double = 0.8,
        left: (any PlotData)? = nil, label: String? = nil, color: Color? = nil,
        xerr: (any PlotData)? = nil, capsize: Double = 3, values: Bool = false, alpha: Double = 1,
        edgecolor: Color? = nil
    ) -> Axes {
        plain {
            try addBars(
                y, width, width: height, bottom: left, horizontal: true, label: label,
                color: color, yerr: xerr, capsize: capsize, values: values, alpha: alpha,
                edgecolor: edgecolor)
        }
    }

    /// Draws the histogram of values; without `bins` their number is chosen from the data.
    @discardableResult
    public func hist(
        _ x: any PlotData, bins: Int? = nil, edges: [Double]? = nil,
        range: (Double, Double)? = nil, density: Bool = false, cumulative: Bool = false,
        label: String? = nil, color: Color? = nil, alpha: Double? = nil, horizontal: Bool = false
    ) -> Axes {
        plain {
            try addHistogram(
                x, bins: bins, edges: edges, range: range, density: density,
                cumulative: cumulative, label: label, color: color, alpha: alpha,
                horizontal: horizontal)
        }
    }

    /// Fills the area between two lines over the same x; each may be one number.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    @discardableResult
    public func fill_between(
        _ x: any PlotData, _ y1: any PlotData, _ y2: any PlotData, label: String? = nil,
        color: Color? = nil, alpha: Double? = nil
    ) -> Axes {
        plain { try addBand(x, y1, y2, label: label, color: color, alpha: alpha) }
    }

    /// Draws points with bars of error: one number, one a point, or [2, n] for below and above.
    @discardableResult
    public func errorbar(
        _ x: any PlotData, _ y: any PlotData, yerr: (any PlotData)? = nil,
        xerr: (any PlotData)? = nil, fmt: String = "", capsize: Double = 3, label: String? = nil,
        color: Color? = nil, linewidth: Double? = nil
    ) -> Axes {
        plain {
            try addErrorBars(
                x, y, yerr: yerr, xerr: xerr, format: fmt, capsize: capsize, label: label,
                color: color, linewidth: linewidth)
        }
    }

    /// Draws a line across the axes at a y.
    @discardableResult
    public func axhline(
        _ y: Double, label: String? = nil, color: Color? = nil, linestyle: LineStyle = .dashed,
        linewidth: Double? = nil, alpha: Double = 1
    ) -> Axes {
        plain {
            try addRule(
                vertical: false, at: y, label: label, color: color, linestyle: linestyle,
                linewidth: linewidth, alpha: alpha)
        }
    }

    /// Draws a line across the axes at an x.
    @discardableResult
    public func axvline(
        _ x: Double, label: String? = nil, color: Color? = nil, linestyle: LineStyle = .dashed,
        linewidth: Double? = nil, alpha: Double = 1
    ) -> Axes {
        plain {
            try addRule(
                vertical: true, at: x, label: label, color: color, linestyle: linestyle,
                linewidth: linewidth, alpha: alpha)
        }
    }

    /// Shades the axes between two y.
    @discardableResult
    public func axhspan(
        _ low: Double, _ high: Double, label: String? = nil, color: Color? = nil,
        alpha: Double = 0.2
    ) -> Axes {
        plain {
            try addSpan(
                vertical: false, from: low, to: high, label: label, color: color, alpha: alpha)
        }
    }

    /// Shades the axes between two x.
    @discardableResult
    public func axvspan(
        _ low: Double, _ high: Double, label: String? = nil, color: Color? = nil,
        alpha: Double = 0.2
    ) -> Axes {
        plain {
            try addSpan(
                vertical: true, from: low, to: high, label: label, color: color, alpha: alpha)
        }
    }

    /// Shows a picture: [rows, columns] through a colour map, or [rows, columns, 3 or 4] of colours.
    @discardableResult
    public func imshow(
        _ x: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil,
        extent: [Double]? = nil, origin: String = "upper", aspect: String? = nil,
        alpha: Double = 1, interpolation: String = "nearest"
    ) -> Axes {
        plain {
            try addImage(
                x, colormap: colormap, vmin: vmin, vmax: vmax, extent: extent, origin: origin,
                aspect: aspect, alpha: alpha, interpolation: interpolation)
        }
    }

    /// Shows a matrix as colours with the value in each cell and a colour bar.
    @discardableResult
    public func heatmap(
        _ x: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil,
        rowLabels: [String]? = nil, columnLabels: [String]? = nil, annotate: Bool? = nil,
        decimals: Int? = nil, colorbar: Bool = true
    ) -> Axes {
        plain {
            try addHeatmap(
                x, colormap: colormap, vmin: vmin, vmax: vmax, rowLabels: rowLabels,
                columnLabels: columnLabels, annotate: annotate, decimals: decimals,
                colorbar: colorbar)
        }
    }

    /// Draws lines of equal value over a grid.
    @discardableResult
    public func contour(
        _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil,
        colormap: Colormap = .viridis, colors: [Color] = [], linewidth: Double? = nil,
        linestyle: LineStyle = .solid, alpha: Double = 1
    ) -> Axes {
        plain {
            try addContour(
                x, y, z, levels: levels, filled: false, colormap: colormap, colors: colors,
                linewidth: linewidth, linestyle: linestyle, alpha: alpha)
        }
    }

    /// Fills the areas between values over a grid.
    @discardableResult
    public func contourf(
        _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil,
        colormap: Colormap = .viridis, alpha: Double = 1
    ) -> Axes {
        plain {
            try addContour(
                x, y, z, levels: levels, filled: true, colormap: colormap, alpha: alpha)
        }
    }

    /// Writes text at a place in data coordinates; `ha` is left, center or right, `va` top, center,
    /// bottom or baseline.
    @discardableResult
    public func text(
        _ x: Double, _ y: Double, _ text: String, fontsize: Double? = nil, color: Color? = nil,
        ha: String = "left", va: String = "baseline", rotation: Double = 0
    ) -> Axes {
        plain {
            try addText(
                x, y, text, fontsize: fontsize, color: color, ha: ha, va: va, rotation: rotation)
        }
    }

    /// Writes text with an arrow from it to a point.
    @discardableResult
    public func annotate(
        _ text: String, xy: (Double, Double), xytext: (Double, Double)? = nil,
        fontsize: Double? = nil, color: Color? = nil
    ) -> Axes {
        plain {
            try addAnnotation(text, xy: xy, xytext: xytext, fontsize: fontsize, color: color)
        }
    }
}
