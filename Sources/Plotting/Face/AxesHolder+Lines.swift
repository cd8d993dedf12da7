extension AxesHolder {
    /// Draws a line through the points: `plot(x, y, "r--o", label: "train")`.
    ///
    /// y of shape [n, k] draws k lines. NaN leaves a gap. `smooth` (0 to 1) draws the exponential mean over the
    /// faint line.
    @discardableResult
    public func plot(
        _ x: any PlotData, _ y: any PlotData, _ format: String = "", label: String? = nil,
        color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil,
        marker: Marker? = nil, markersize: Double? = nil, alpha: Double = 1, smooth: Double? = nil
    ) -> Drawn {
        draw {
            try $0.addLine(
                x, y, format: format, label: label, color: color, linestyle: linestyle,
                linewidth: linewidth, marker: marker, markersize: markersize, alpha: alpha,
                smooth: smooth)
        }
    }

    /// Draws a line through values at 0, 1, 2, ….
    @discardableResult
    public func plot(
        _ y: any PlotData, _ format: String = "", label: String? = nil, color: Color? = nil,
        linestyle: LineStyle? = nil, linewidth: Double? = nil, marker: Marker? = nil,
        markersize: Double? = nil, alpha: Double = 1, smooth: Double? = nil
    ) -> Drawn {
        draw {
            try $0.addLine(
                nil, y, format: format, label: label, color: color, linestyle: linestyle,
                linewidth: linewidth, marker: marker, markersize: markersize, alpha: alpha,
                smooth: smooth)
        }
    }

    /// Draws a line in steps; `where` is `"pre"`, `"mid"` or `"post"`.
    @discardableResult
    public func step(
        _ x: any PlotData, _ y: any PlotData, where position: String = "pre", label: String? = nil,
        color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil,
        alpha: Double = 1
    ) -> Drawn {
        draw {
            try $0.addStep(
                x, y, where: position, label: label, color: color, linestyle: linestyle,
                linewidth: linewidth, alpha: alpha)
        }
    }

    /// Fills the area between two lines over the same x; each may be one number.
    // swift-format-ignore: AlwaysUseLowerCamelCase
    @discardableResult
    public func fill_between(
        _ x: any PlotData, _ y1: any PlotData, _ y2: any PlotData, label: String? = nil,
        color: Color? = nil, alpha: Double? = nil
    ) -> Drawn {
        draw { try $0.addBand(x, y1, y2, label: label, color: color, alpha: alpha) }
    }

    /// Draws points with bars of error: one number, one a point, or [2, n] for below and above.
    @discardableResult
    public func errorbar(
        _ x: any PlotData, _ y: any PlotData, yerr: (any PlotData)? = nil,
        xerr: (any PlotData)? = nil, fmt: String = "", capsize: Double = 3, label: String? = nil,
        color: Color? = nil, linewidth: Double? = nil
    ) -> Drawn {
        draw {
            try $0.addErrorBars(
                x, y, yerr: yerr, xerr: xerr, format: fmt, capsize: capsize, label: label,
                color: color, linewidth: linewidth)
        }
    }

    /// Draws areas stacked on each other.
    @discardableResult
    public func stackplot(
        _ x: any PlotData, _ ys: any PlotData, labels: [String] = [], alpha: Double = 0.85
    ) -> Drawn {
        draw { try $0.addStack(x, ys, labels: labels, alpha: alpha) }
    }

    /// Draws a line from 0 to each value with a point at its end.
    @discardableResult
    public func stem(
        _ x: any PlotData, _ y: any PlotData, label: String? = nil, color: Color? = nil
    ) -> Drawn {
        draw { try $0.addStems(x, y, label: label, color: color) }
    }

    /// Draws a line across the axes at a y.
    @discardableResult
    public func axhline(
        _ y: Double, label: String? = nil, color: Color? = nil, linestyle: LineStyle = .dashed,
        linewidth: Double? = nil, alpha: Double = 1
    ) -> Drawn {
        draw {
            try $0.addRule(
                vertical: false, at: y, label: label, color: color, linestyle: linestyle,
                linewidth: linewidth, alpha: alpha)
        }
    }

    /// Draws a line across the axes at an x.
    @discardableResult
    public func axvline(
        _ x: Double, label: String? = nil, color: Color? = nil, linestyle: LineStyle = .dashed,
        linewidth: Double? = nil, alpha: Double = 1
    ) -> Drawn {
        draw {
            try $0.addRule(
                vertical: true, at: x, label: label, color: color, linestyle: linestyle,
                linewidth: linewidth, alpha: alpha)
        }
    }

    /// Shades the axes between two y.
    @discardableResult
    public func axhspan(
        _ low: Double, _ high: Double, label: String? = nil, color: Color? = nil,
        alpha: Double = 0.2
    ) -> Drawn {
        draw {
            try $0.addSpan(
                vertical: false, from: low, to: high, label: label, color: color, alpha: alpha)
        }
    }

    /// Shades the axes between two x.
    @discardableResult
    public func axvspan(
        _ low: Double, _ high: Double, label: String? = nil, color: Color? = nil,
        alpha: Double = 0.2
    ) -> Drawn {
        draw {
            try $0.addSpan(
                vertical: true, from: low, to: high, label: label, color: color, alpha: alpha)
        }
    }

    /// Draws level lines of their own ends.
    @discardableResult
    public func hlines(
        _ y: any PlotData, _ xmin: any PlotData, _ xmax: any PlotData, label: String? = nil,
        color: Color? = nil, linestyle: LineStyle = .solid, linewidth: Double? = nil
    ) -> Drawn {
        draw {
            try $0.addSegments(
                vertical: false, at: y, from: xmin, to: xmax, label: label, color: color,
                linestyle: linestyle, linewidth: linewidth)
        }
    }

    /// Draws upright lines of their own ends.
    @discardableResult
    public func vlines(
        _ x: any PlotData, _ ymin: any PlotData, _ ymax: any PlotData, label: String? = nil,
        color: Color? = nil, linestyle: LineStyle = .solid, linewidth: Double? = nil
    ) -> Drawn {
        draw {
            try $0.addSegments(
                vertical: true, at: x, from: ymin, to: ymax, label: label, color: color,
                linestyle: linestyle, linewidth: linewidth)
        }
    }

    /// Writes text at a place in data coordinates; `ha` is left, center or right, `va` top, center, bottom or
    /// baseline.
    @discardableResult
    public func text(
        _ x: Double, _ y: Double, _ text: String, fontsize: Double? = nil, color: Color? = nil,
        ha: String = "left", va: String = "baseline", rotation: Double = 0
    ) -> Drawn {
        draw {
            try $0.addText(
                x, y, text, fontsize: fontsize, color: color, ha: ha, va: va, rotation: rotation)
        }
    }

    /// Writes text with an arrow from it to a point.
    @discardableResult
    public func annotate(
        _ text: String, xy: (Double, Double), xytext: (Double, Double)? = nil,
        fontsize: Double? = nil, color: Color? = nil
    ) -> Drawn {
        draw {
            try $0.addAnnotation(
                text, xy: xy, xytext: xytext, fontsize: fontsize, color: color)
        }
    }
}
