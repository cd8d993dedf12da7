extension Axes {
    /// Adds lines; a y of shape [n, k] is k lines, as in matplotlib.
    @discardableResult
    package func addLine(
        _ x: (any PlotData)?, _ y: any PlotData, format: String = "", label: String? = nil,
        color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil,
        marker: Marker? = nil, markersize: Double? = nil, alpha: Double = 1,
        smooth: Double? = nil
    ) throws(PlotError) -> Axes {
        if let smooth, !(smooth >= 0 && smooth < 1) {
            throw .badValue(
                what: "smooth", given: "\(smooth)",
                expected: "a weight from 0 to below 1, such as 0.9")
        }
        return try addLines(
            "plot", x, y, format: format, label: label, color: color, linestyle: linestyle,
            linewidth: linewidth, marker: marker, markersize: markersize, alpha: alpha,
            drawStyle: .direct, smooth: smooth ?? 0)
    }

    /// The exponential mean, mₜ = w mₜ₋₁ + (1 − w) yₜ, divided by 1 − wᵗ so that its start is not drawn to 0.
    static func smoothed(_ values: [Double], _ weight: Double) -> [Double] {
        var (mean, share) = (0.0, 0.0)
        return values.map { value in
            guard value.isFinite else { return value }
            mean = weight * mean + (1 - weight) * value
            share = weight * share + (1 - weight)
            return mean / share
        }
    }

    /// Adds a line that goes in steps: the value holds before (`pre`), after (`post`) or around
    /// (`mid`) its x.
    @discardableResult
    package func addStep(
        _ x: any PlotData, _ y: any PlotData, where position: String = "pre",
        label: String? = nil, color: Color? = nil, linestyle: LineStyle? = nil,
        linewidth: Double? = nil, alpha: Double = 1
    ) throws(PlotError) -> Axes {
        let styles: [String: DrawStyle] = [
            "pre": .stepsBefore, "mid": .stepsMiddle, "post": .stepsAfter,
        ]
        guard let style = styles[position] else {
            throw .unknownName(what: "where", given: position, known: ["pre", "mid", "post"])
        }
        return try addLines(
            "step", x, y, format: "", label: label, color: color, linestyle: linestyle,
            linewidth: linewidth, marker: nil, markersize: nil, alpha: alpha, drawStyle: style)
    }

    private func addLines(
        _ kind: String, _ x: (any PlotData)?, _ y: any PlotData, format: String, label: String?,
        color: Color?, linestyle: LineStyle?, linewidth: Double?, marker: Marker?,
        markersize: Double?, alpha: Double, drawStyle: DrawStyle, smooth: Double = 0
    ) throws(PlotError) -> Axes {
        let short = try LineFormat(format)
        let given = try y.plotArray()
        var columns: [[Double]] = []
        if given.categories == nil, given.shape.count == 2, given.shape[1] > 1 {
            let matrix = try given.matrix("y")
            for column in 0..<matrix.columns {
                columns.append((0..<matrix.rows).map { matrix[$0, column] })
            }
            self.y.wholeNumbers = self.y.wholeNumbers && given.isInteger
        } else {
            columns = [try values(given, on: \.y, "y")]
        }
        let count = columns.first?.count ?? 0
        let xValues: [Double]
        if let x {
            xValues = try values(x, on: \.x, "x")
        } else {
            xValues = (0..<count).map(Double.init)
        }
        for (index, column) in columns.enumerated() {
            try Axes.check(kind, xValues, column)
            var line = LineArtist(x: xValues, y: column)
            line.label = columns.count > 1 ? label.map { "\($0) \(index)" } : label
            line.color = try (color ?? short.color)?.validated()
            line.style = try (linestyle ?? short.line)?.validated()
            line.width = try Validate.size(linewidth, "linewidth")
            line.marker = try (marker ?? short.marker)?.validated()
            line.markerSize = try Validate.size(markersize, "markersize")
            line.opacity = try Validate.opacity(alpha)
            line.drawStyle = drawStyle
            line.series = line.color == nil ? nextSeries() : 0
            if smooth > 0 {
                var raw = line
                raw.label = nil
                raw.style = .solid
                raw.marker = nil
                raw.opacity *= 0.28
                raw.width = min(line.width ?? 1, 1)
                artists.append(.line(raw))
                line.y = Self.smoothed(column, smooth)
            }
            artists.append(.line(line))
        }
        return self
    }

    /// Adds the area between two lines over the same x.
    @discardableResult
    package func addBand(
        _ x: any PlotData, _ low: any PlotData, _ high: any PlotData, label: String? = nil,
        color: Color? = nil, alpha: Double? = nil
    ) throws(PlotError) -> Axes {
        let along = try values(x, on: \.x, "x")
        func border(_ data: any PlotData, _ name: String) throws(PlotError) -> [Double] {
            let array = try data.plotArray()
            let numbers = try array.numbers(name)
            if numbers.count == 1, along.count != 1 {
                return Array(repeating: numbers[0], count: along.count)
            }
            return numbers
        }
        let lowValues = try border(low, "y1")
        let highValues = try border(high, "y2")
        try Axes.check("fill_between", along, lowValues, "x", "y1")
        try Axes.check("fill_between", along, highValues, "x", "y2")
        y.wholeNumbers = false
        var band = BandArtist(
            along: along, low: lowValues, high: highValues, label: label,
            opacity: try Validate.opacity(alpha ?? 0.25))
        band.color = try color?.validated()
        // A band belongs to the line drawn before it and shares its colour.
        band.series = max(0, seriesCount - 1)
        if band.color == nil, case .line(let line)? = artists.last(where: { $0.isLine }) {
            band.color = line.color
            band.series = line.series
        }
        artists.append(.band(band))
        return self
    }

    /// Adds points with bars of error; an error is one number or one for each point.
    @discardableResult
    package func addErrorBars(
        _ x: any PlotData, _ y: any PlotData, yerr: (any PlotData)? = nil,
        xerr: (any PlotData)? = nil, format: String = "", capsize: Double = 3,
        label: String? = nil, color: Color? = nil, linewidth: Double? = nil
    ) throws(PlotError) -> Axes {
        let xs = try values(x, on: \.x, "x")
        let ys = try values(y, on: \.y, "y")
        try Axes.check("errorbar", xs, ys)
        let short = try LineFormat(format)
        let (yLow, yHigh) = try Axes.errors(yerr, count: xs.count, "yerr")
        let (xLow, xHigh) = try Axes.errors(xerr, count: xs.count, "xerr")
        let shade = try (color ?? short.color)?.validated()
        let series = shade == nil ? nextSeries() : 0
        var line = LineArtist(x: xs, y: ys, label: label)
        line.color = shade
        line.style = short.line
        line.marker = short.marker
        line.series = series
        artists.append(.line(line))
        artists.append(
            .errors(
                ErrorArtist(
                    x: xs, y: ys, yLow: yLow, yHigh: yHigh, xLow: xLow, xHigh: xHigh,
                    capSize: try Validate.size(capsize, "capsize") ?? 3, label: nil, color: shade,
                    width: try Validate.size(linewidth, "linewidth") ?? 1.4, series: series)))
        return self
    }

    /// Errors as lengths below and above: one number, one a point, or [2, n].
    static func errors(
        _ data: (any PlotData)?, count: Int, _ what: String
    ) throws(PlotError) -> (low: [Double], high: [Double]) {
        guard let data else { return ([], []) }
        let array = try data.plotArray()
        if array.shape == [2, count], count != 1 {
            return (Array(array.values[..<count]), Array(array.values[count...]))
        }
        var values = try array.numbers(what)
        if values.count == 1 { values = Array(repeating: values[0], count: count) }
        guard values.count == count else {
            throw .lengthMismatch(
                what: "errorbar", first: "x", count: count, second: what, otherCount: values.count)
        }
        return (values, values)
    }

    /// Adds a line across the whole axes, at a y (`vertical` false) or an x.
    @discardableResult
    package func addRule(
        vertical: Bool, at position: Double, label: String? = nil, color: Color? = nil,
        linestyle: LineStyle = .dashed, linewidth: Double? = nil, alpha: Double = 1
    ) throws(PlotError) -> Axes {
        let name = vertical ? "axvline's x" : "axhline's y"
        artists.append(
            .rule(
                RuleArtist(
                    vertical: vertical, position: try Validate.finite(position, name),
                    label: label, color: try color?.validated(),
                    style: try linestyle.validated(),
                    width: try Validate.size(linewidth, "linewidth") ?? 1.2,
                    opacity: try Validate.opacity(alpha))))
        return self
    }

    /// Adds a stripe across the whole axes between two values.
    @discardableResult
    package func addSpan(
        vertical: Bool, from low: Double, to high: Double, label: String? = nil,
        color: Color? = nil, alpha: Double = 0.2
    ) throws(PlotError) -> Axes {
        let name = vertical ? "axvspan" : "axhspan"
        artists.append(
            .rule(
                RuleArtist(
                    vertical: vertical, position: try Validate.finite(low, name),
                    end: try Validate.finite(high, name), label: label,
                    color: try color?.validated(), style: .solid, width: 0,
                    opacity: try Validate.opacity(alpha))))
        return self
    }
}

extension Artist {
    var isLine: Bool {
        if case .line = self { return true }
        return false
    }
}
