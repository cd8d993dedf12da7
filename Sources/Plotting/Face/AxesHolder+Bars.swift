extension AxesHolder {
    /// Draws upright bars over numbers or names; `values: true` writes each height above its bar.
    ///
    /// Several series, [places, series] or an array of them, stand side by side, or on each other with `stacked`.
    @discardableResult
    public func bar(
        _ x: any PlotData, _ height: any PlotData, width: Double = 0.8,
        bottom: (any PlotData)? = nil, label: String? = nil, color: Color? = nil,
        yerr: (any PlotData)? = nil, capsize: Double = 3, values: Bool = false, alpha: Double = 1,
        edgecolor: Color? = nil, labels: [String] = [], stacked: Bool = false
    ) -> Drawn {
        draw {
            try $0.addAnyBars(
                x, height, width: width, base: bottom, horizontal: false, label: label,
                color: color, errors: yerr, capsize: capsize, values: values, alpha: alpha,
                edgecolor: edgecolor, labels: labels, stacked: stacked)
        }
    }

    /// Draws lying bars beside numbers or names, one series or several.
    @discardableResult
    public func barh(
        _ y: any PlotData, _ width: any PlotData, height: Double = 0.8, left: (any PlotData)? = nil,
        label: String? = nil, color: Color? = nil, xerr: (any PlotData)? = nil, capsize: Double = 3,
        values: Bool = false, alpha: Double = 1, edgecolor: Color? = nil, labels: [String] = [],
        stacked: Bool = false
    ) -> Drawn {
        draw {
            try $0.addAnyBars(
                y, width, width: height, base: left, horizontal: true, label: label, color: color,
                errors: xerr, capsize: capsize, values: values, alpha: alpha, edgecolor: edgecolor,
                labels: labels, stacked: stacked)
        }
    }

    /// Draws the histogram of values; without `bins` their number is chosen from the data. Several groups lie
    /// over each other, or on each other with `stacked`.
    @discardableResult
    public func hist(
        _ x: any PlotData, bins: Int? = nil, edges: [Double]? = nil, range: (Double, Double)? = nil,
        density: Bool = false, cumulative: Bool = false, stacked: Bool = false,
        label: String? = nil, labels: [String] = [], color: Color? = nil, alpha: Double? = nil,
        horizontal: Bool = false
    ) -> Drawn {
        draw {
            try $0.addHistograms(
                x, bins: bins, edges: edges, range: range, density: density, cumulative: cumulative,
                stacked: stacked, labels: labels, label: label, color: color, alpha: alpha,
                horizontal: horizontal)
        }
    }

    /// Draws how many points fall into each cell of a grid.
    @discardableResult
    public func hist2d(
        _ x: any PlotData, _ y: any PlotData, bins: Int = 30, colormap: Colormap = .viridis
    ) -> Drawn {
        draw { try $0.addHistogram2D(x, y, bins: bins, colormap: colormap) }
    }

    /// Draws the density of each group (bells of Scott's width).
    @discardableResult
    public func density(
        _ x: any PlotData, labels: [String] = [], fill: Bool = true, color: Color? = nil
    ) -> Drawn {
        draw { try $0.addDensity(x, labels: labels, fill: fill, color: color) }
    }

    /// Draws a box of quartiles for each group, whiskers of 1.5 interquartile ranges and what lies beyond.
    @discardableResult
    public func boxplot(
        _ x: any PlotData, labels: [String]? = nil, horizontal: Bool = false, width: Double = 0.5,
        means: Bool = false, outliers: Bool = true, color: Color? = nil
    ) -> Drawn {
        draw {
            try $0.addBoxes(
                x, labels: labels, horizontal: horizontal, width: width, means: means,
                outliers: outliers, color: color)
        }
    }

    /// Draws the density of each group on both sides of a line.
    @discardableResult
    public func violinplot(
        _ x: any PlotData, labels: [String]? = nil, horizontal: Bool = false, width: Double = 0.8,
        medians: Bool = true, color: Color? = nil
    ) -> Drawn {
        draw {
            try $0.addViolins(
                x, labels: labels, horizontal: horizontal, width: width, medians: medians,
                color: color)
        }
    }

    /// Draws all points of each group, side by side where they crowd.
    @discardableResult
    public func stripplot(
        _ x: any PlotData, labels: [String]? = nil, horizontal: Bool = false, width: Double = 0.6,
        color: Color? = nil, alpha: Double = 0.7
    ) -> Drawn {
        draw {
            try $0.addStrips(
                x, labels: labels, horizontal: horizontal, width: width, color: color, alpha: alpha)
        }
    }

    /// Draws shares of a circle.
    @discardableResult
    public func pie(
        _ values: any PlotData, labels: [String] = [], percentages: Bool = true,
        colors: [Color] = []
    ) -> Drawn {
        draw { try $0.addPie(values, labels: labels, percentages: percentages, colors: colors) }
    }
}
