// The drawing functions of `Axes` on the current axes, with matplotlib's labels.

extension Pyplot {
    /// Draws a line through the points: `axes.plot(x, y, "r--o", label: "train")`.
    ///
    /// y of shape [n, k] draws k lines. NaN leaves a gap.
    @discardableResult
    public func plot(
        _ x: any PlotData, _ y: any PlotData, _ format: String = "", label: String? = nil,
        color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil,
        marker: Marker? = nil, markersize: Double? = nil, alpha: Double = 1
    ) -> Axes {
        axes.plot(
            x, y, format, label: label, color: color, linestyle: linestyle, linewidth: linewidth,
            marker: marker, markersize: markersize, alpha: alpha)
    }

    /// Draws a line through values at 0, 1, 2, ….
    @discardableResult
    public func plot(
        _ y: any PlotData, _ format: String = "", label: String? = nil, color: Color? = nil,
        linestyle: LineStyle? = nil, linewidth: Double? = nil, marker: Marker? = nil,
        markersize: Double? = nil, alpha: Double = 1
    ) -> Axes {
        axes.plot(
            y, format, label: label, color: color, linestyle: linestyle, linewidth: linewidth,
            marker: marker, markersize: markersize, alpha: alpha)
    }

    /// Draws a line in steps; `where` is `"pre"`, `"mid"` or `"post"`.
    @discardableResult
    public func step(
        _ x: any PlotData, _ y: any PlotData, where position: String = "pre",
        label: String? = nil, color: Color? = nil, linestyle: LineStyle? = nil,
        linewidth: Double? = nil, alpha: Double = 1
    ) -> Axes {
        axes.step(
            x, y, where: position, label: label, color: color, linestyle: linestyle,
            linewidth: linewidth, alpha: alpha)
    }

    /// Draws points; `c` colours them by class (text, few whole numbers) or by value, `s` is their area.
    @discardableResult
    public func scatter(
        _ x: any PlotData, _ y: any PlotData, c: (any PlotData)? = nil, s: (any PlotData)? = nil,
        label: String? = nil, labels: [String]? = nil, color: Color? = nil,
        marker: Marker = .circle, cmap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil,
        alpha: Double? = nil, edgecolor: Color? = nil, linewidth: Double? = nil,
        rasterize: Rasterize = .automatic
    ) -> Axes {
        axes.scatter(
            x, y, c: c, s: s, label: label, labels: labels, color: color, marker: marker,
            colormap: cmap, vmin: vmin, vmax: vmax, alpha: alpha, edgecolor: edgecolor,
            linewidth: linewidth, rasterize: rasterize)
    }

    /// Draws points of one colour: `plt.scatter(x, y, c: "red")`.
    @discardableResult
    public func scatter(
        _ x: any PlotData, _ y: any PlotData, c: Color, s: (any PlotData)? = nil,
        label: String? = nil, marker: Marker = .circle, alpha: Double? = nil
    ) -> Axes {
        axes.scatter(x, y, c: c, s: s, label: label, marker: marker, alpha: alpha)
    }

    /// Draws upright bars over numbers or names; `values: true` writes each height above its bar.
    @discardableResult
    public func bar(
        _ x: any PlotData, _ height: any PlotData, width: Double = 0.8,
        bottom: (any PlotData)? = nil, label: String? = nil, color: Color? = nil,
        yerr: (any PlotData)? = nil, capsize: Double = 3, values: Bool = false, alpha: Double = 1,
        edgecolor: Color? = nil
    ) -> Axes {
        axes.bar(
            x, height, width: width, bottom: bottom, label: label, color: color, yerr: yerr,
            capsize: capsize, values: values, alpha: alpha, edgecolor: edgecolor)
    }

    /// Draws lying bars beside numbers or names.
    @discardableResult
    public func barh(
        _ y: any PlotData, _ width: any PlotData, height: Double = 0.8,
        left: (any PlotData)? = nil, label: String? = nil, color: Color? = nil,
        xerr: (any PlotData)? = nil, capsize: Double = 3, values: Bool = false, alpha: Double = 1,
        edgecolor: Color? = nil
    ) -> Axes {
        axes.barh(
            y, width, height: height, left: left, label: label, color: color, xerr: xerr,
            capsize: capsize, values: values, alpha: alpha, edgecolor: edgecolor)
    }

    /// Draws the histogram of values; without `bins` their number is chosen from the data.
    @discardableResult
    public func hist(
        _ x: any PlotData, bins: Int? = nil, edges: [Double]? = nil,
        range: (Double, Double)? = nil, density: Bool = false, cumulative: Bool = false,
        label: String? = nil, color: Color? = nil, alpha: Double? = nil, horizontal: Bool = false
    ) -> Axes {
        axes.hist(
            x, bins: bins, edges: edges, range: range, density: density, cumulative: cumulative,
            label: label, color: color, alpha: alpha, horizontal: horizontal)
    }

    /// Fills the area between two lines over the same x; each may be one number.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    @discardableResult
    public func fill_between(
        _ x: any PlotData, _ y1: any PlotData, _ y2: any PlotData, label: String? = nil,
        color: Color? = nil, alpha: Double? = nil
    ) -> Axes {
        axes.fill_between(x, y1, y2, label: label, color: color, alpha: alpha)
    }

    /// Draws points with bars of error: one number, one a point, or [2, n] for below and above.
    @discardableResult
    public func errorbar(
        _ x: any PlotData, _ y: any PlotData, yerr: (any PlotData)? = nil,
        xerr: (any PlotData)? = nil, fmt: String = "", capsize: Double = 3, label: String? = nil,
        color: Color? = nil, linewidth: Double? = nil
    ) -> Axes {
        axes.errorbar(
            x, y, yerr: yerr, xerr: xerr, fmt: fmt, capsize: capsize, label: label, color: color,
            linewidth: linewidth)
    }

    /// Draws a line across the axes at a y.
    @discardableResult
    public func axhline(
        _ y: Double, label: String? = nil, color: Color? = nil, linestyle: LineStyle = .dashed,
        linewidth: Double? = nil, alpha: Double = 1
    ) -> Axes {
        axes.axhline(
            y, label: label, color: color, linestyle: linestyle, linewidth: linewidth,
            alpha: alpha)
    }

    /// Draws a line across the axes at an x.
    @discardableResult
    public func axvline(
        _ x: Double, label: String? = nil, color: Color? = nil, linestyle: LineStyle = .dashed,
        linewidth: Double? = nil, alpha: Double = 1
    ) -> Axes {
        axes.axvline(
            x, label: label, color: color, linestyle: linestyle, linewidth: linewidth,
            alpha: alpha)
    }

    /// Shades the axes between two y.
    @discardableResult
    public func axhspan(
        _ low: Double, _ high: Double, label: String? = nil, color: Color? = nil,
        alpha: Double = 0.2
    ) -> Axes {
        axes.axhspan(low, high, label: label, color: color, alpha: alpha)
    }

    /// Shades the axes between two x.
    @discardableResult
    public func axvspan(
        _ low: Double, _ high: Double, label: String? = nil, color: Color? = nil,
        alpha: Double = 0.2
    ) -> Axes {
        axes.axvspan(low, high, label: label, color: color, alpha: alpha)
    }

    /// Shows a picture: [rows, columns] through a colour map, or [rows, columns, 3 or 4] of colours.
    @discardableResult
    public func imshow(
        _ x: any PlotData, cmap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil,
        extent: [Double]? = nil, origin: String = "upper", aspect: String? = nil,
        alpha: Double = 1, interpolation: String = "nearest"
    ) -> Axes {
        axes.imshow(
            x, colormap: cmap, vmin: vmin, vmax: vmax, extent: extent, origin: origin,
            aspect: aspect, alpha: alpha, interpolation: interpolation)
    }

    /// Draws lines of equal value over a grid.
    @discardableResult
    public func contour(
        _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil,
        cmap: Colormap = .viridis, colors: [Color] = [], linewidth: Double? = nil,
        linestyle: LineStyle = .solid, alpha: Double = 1
    ) -> Axes {
        axes.contour(
            x, y, z, levels: levels, colormap: cmap, colors: colors, linewidth: linewidth,
            linestyle: linestyle, alpha: alpha)
    }

    /// Fills the areas between values over a grid.
    @discardableResult
    public func contourf(
        _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil,
        cmap: Colormap = .viridis, alpha: Double = 1
    ) -> Axes {
        axes.contourf(x, y, z, levels: levels, colormap: cmap, alpha: alpha)
    }

    /// Writes text at a place in data coordinates; `ha` is left, center or right, `va` top, center,
    /// bottom or baseline.
    @discardableResult
    public func text(
        _ x: Double, _ y: Double, _ text: String, fontsize: Double? = nil, color: Color? = nil,
        ha: String = "left", va: String = "baseline", rotation: Double = 0
    ) -> Axes {
        axes.text(x, y, text, fontsize: fontsize, color: color, ha: ha, va: va, rotation: rotation)
    }

    /// Writes text with an arrow from it to a point.
    @discardableResult
    public func annotate(
        _ text: String, xy: (Double, Double), xytext: (Double, Double)? = nil,
        fontsize: Double? = nil, color: Color? = nil
    ) -> Axes {
        axes.annotate(text, xy: xy, xytext: xytext, fontsize: fontsize, color: color)
    }
}
