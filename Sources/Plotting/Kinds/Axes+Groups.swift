extension Axes {
    /// Adds bars of one series or of several, whichever the heights are.
    @discardableResult
    package func addAnyBars(
        _ x: any PlotData, _ heights: any PlotData, width: Double, base: (any PlotData)?,
        horizontal: Bool,
        label: String?, color: Color?, errors: (any PlotData)?, capsize: Double, values: Bool,
        alpha: Double, edgecolor: Color?, labels: [String], stacked: Bool
    ) throws(PlotError) -> Axes {
        if try heights.plotGroups().count > 1 {
            return try addGroupedBars(
                x, heights, labels: labels, stacked: stacked, width: width, horizontal: horizontal,
                values: values, colors: color.map { [$0] } ?? [], alpha: alpha)
        }
        return try addBars(
            x, heights, width: width, bottom: base, horizontal: horizontal,
            label: label ?? labels.first,
            color: color, yerr: errors, capsize: capsize, values: values, alpha: alpha,
            edgecolor: edgecolor)
    }

    /// Adds bars of several series over the same places: side by side, or on each other.
    ///
    /// - Parameter heights: [places, series], or an array of series.
    @discardableResult
    package func addGroupedBars(
        _ x: any PlotData, _ heights: any PlotData, labels: [String] = [], stacked: Bool = false,
        width: Double = 0.8, horizontal: Bool = false, values showValues: Bool = false,
        colors: [Color] = [], alpha: Double = 1
    ) throws(PlotError) -> Axes {
        let kind = horizontal ? "barh" : "bar"
        let centers = try values(
            x, on: horizontal ? \.y : \.x, horizontal ? "y" : "x", dates: false)
        var series = try heights.plotGroups()
        // One row a place is as good as one row a series, where only that fits.
        if series.allSatisfy({ $0.count != centers.count }), series.count == centers.count,
            let count = series.first?.count, series.allSatisfy({ $0.count == count })
        {
            let given = series
            series = (0..<count).map { index in given.map { $0[index] } }
        }
        if !labels.isEmpty, labels.count != series.count {
            throw .lengthMismatch(
                what: kind, first: "the series", count: series.count, second: "labels",
                otherCount: labels.count)
        }
        guard width.isFinite, width > 0 else {
            throw .badValue(what: "width", given: "\(width)", expected: "a positive number")
        }
        if horizontal { self.x.wholeNumbers = false } else { y.wholeNumbers = false }
        let thickness = stacked ? width : width / Double(max(1, series.count))
        var above = [Double](repeating: 0, count: centers.count)
        var below = above
        for (index, lengths) in series.enumerated() {
            try Axes.check(kind, centers, lengths, "the places", "series \(index)")
            let shift = stacked ? 0 : (Double(index) - Double(series.count - 1) / 2) * thickness
            var bases = [Double](repeating: 0, count: centers.count)
            if stacked {
                for place in bases.indices where lengths[place].isFinite {
                    bases[place] = lengths[place] < 0 ? below[place] : above[place]
                    if lengths[place] < 0 {
                        below[place] += lengths[place]
                    } else {
                        above[place] += lengths[place]
                    }
                }
            }
            var bars = BarsArtist(
                starts: centers.map { $0 + shift - thickness / 2 },
                ends: centers.map { $0 + shift + thickness / 2 }, bases: bases,
                tops: zip(bases, lengths).map { $0 + $1 })
            bars.horizontal = horizontal
            bars.label = labels.isEmpty ? nil : labels[index]
            if !colors.isEmpty { bars.color = try colors[index % colors.count].validated() }
            if bars.color == nil { bars.series = nextSeries() }
            bars.opacity = try Validate.opacity(alpha)
            // A hair of the page between neighbours, so that colour is not alone in telling them apart.
            bars.edge = series.count > 1 ? .white : nil
            if showValues { bars.valueLabels = Self.valueLabels(lengths) }
            bars.valuesInside = stacked
            artists.append(.bars(bars))
        }
        if !labels.isEmpty, legendSpec == nil { legendSpec = LegendSpec() }
        return self
    }

    /// Adds the histograms of several groups with the same bins: over each other, or stacked.
    @discardableResult
    package func addHistograms(
        _ data: any PlotData, bins: Int? = nil, edges: [Double]? = nil,
        range: (Double, Double)? = nil, density: Bool = false, cumulative: Bool = false,
        stacked: Bool = false, labels: [String] = [], label: String? = nil, color: Color? = nil,
        alpha: Double? = nil, horizontal: Bool = false
    ) throws(PlotError) -> Axes {
        let array = try? data.plotArray()
        let groups = try data.plotGroups()
        guard groups.count > 1 else {
            return try addHistogram(
                data, bins: bins, edges: edges, range: range, density: density,
                cumulative: cumulative, label: label ?? labels.first, color: color, alpha: alpha,
                horizontal: horizontal)
        }
        if !labels.isEmpty, labels.count != groups.count {
            throw .lengthMismatch(
                what: "hist", first: "the groups", count: groups.count, second: "labels",
                otherCount: labels.count)
        }
        let finite = try finiteGroups(data, "histogram")
        let whole =
            array?.isInteger ?? groups.allSatisfy { $0.allSatisfy { Numerics.integer($0) != nil } }
        let borders =
            edges
            ?? HistogramBins.borders(
                finite.flatMap { $0 }, bins: bins, range: range, integer: whole)
        let first = artists.count
        for (index, group) in finite.enumerated() {
            try addHistogram(
                group, edges: borders, density: density && !stacked, cumulative: cumulative,
                label: labels.isEmpty ? nil : labels[index], color: color,
                alpha: alpha ?? (stacked ? 1 : 0.55), horizontal: horizontal)
        }
        if stacked {
            let total = density ? Double(max(1, finite.reduce(0) { $0 + $1.count })) : 0
            var heights = [Double](repeating: 0, count: borders.count - 1)
            for place in artists.indices.dropFirst(first) {
                guard case .bars(var bars) = artists[place] else { continue }
                for bin in heights.indices {
                    let height = bars.tops[bin]
                    bars.bases[bin] = heights[bin]
                    heights[bin] +=
                        density ? height / (total * (borders[bin + 1] - borders[bin])) : height
                    bars.tops[bin] = heights[bin]
                }
                artists[place] = .bars(bars)
            }
            if density { if horizontal { x.wholeNumbers = false } else { y.wholeNumbers = false } }
        }
        if !labels.isEmpty, legendSpec == nil { legendSpec = LegendSpec() }
        return self
    }

    /// Adds areas stacked on each other over the same x.
    @discardableResult
    package func addStack(
        _ x: any PlotData, _ ys: any PlotData, labels: [String] = [], alpha: Double = 0.85
    ) throws(PlotError) -> Axes {
        let along = try values(x, on: \.x, "x")
        let series = try ys.plotGroups()
        var low = [Double](repeating: 0, count: along.count)
        for (index, heights) in series.enumerated() {
            try Axes.check("stackplot", along, heights, "x", "series \(index)")
            let high = zip(low, heights).map { $0 + $1 }
            var band = BandArtist(
                along: along, low: low, high: high, opacity: try Validate.opacity(alpha))
            band.series = nextSeries()
            band.label = labels.indices.contains(index) ? labels[index] : nil
            artists.append(.band(band))
            low = high
        }
        y.wholeNumbers = false
        if !labels.isEmpty, legendSpec == nil { legendSpec = LegendSpec() }
        return self
    }

    /// Adds a pie of shares, largest names outside; bars are easier to read for more than a few parts.
    @discardableResult
    package func addPie(
        _ values: any PlotData, labels: [String] = [], percentages: Bool = true,
        colors: [Color] = []
    ) throws(PlotError) -> Axes {
        let parts = try values.plotArray().numbers("pie's values")
        if let bad = parts.first(where: { !($0 >= 0 && $0.isFinite) }) {
            throw .badValue(
                what: "a part of a pie", given: NumberText.short(bad),
                expected: "a finite number, 0 or more")
        }
        if !labels.isEmpty, labels.count != parts.count {
            throw .lengthMismatch(
                what: "pie", first: "values", count: parts.count, second: "labels",
                otherCount: labels.count)
        }
        let total = parts.reduce(0, +)
        guard total > 0 else {
            throw .badValue(
                what: "the sum of a pie's values", given: "0", expected: "a positive number")
        }
        var pie = ShapesArtist(kind: "pie chart")
        pie.count = parts.count
        pie.stickyX = [-1.6, 1.6]
        pie.stickyY = [-1.2, 1.2]
        var turned = 0.0
        // Names of thin parts stand below each other on the right and above each other on the left, all
        // of them outside the circle.
        var (lastRight, lastLeft) = (Double.infinity, -Double.infinity)
        func besideOthers(_ at: Point) -> Point {
            var y = at.y
            if at.x >= 0 {
                y = max(-1.07, min(at.y, lastRight - 0.16))
                lastRight = y
            } else {
                y = min(1.07, max(at.y, lastLeft + 0.16))
                lastLeft = y
            }
            guard y != at.y else { return at }
            let reach = max(0, 1.1449 - y * y).squareRoot()
            return Point(at.x < 0 ? -reach : reach, y)
        }
        for (index, part) in parts.enumerated() where part > 0 {
            func place(_ share: Double, _ radius: Double) -> Point {
                let angle = share * 2 * .pi
                return Point(radius * Numerics.sine(angle), radius * Numerics.cosine(angle))
            }
            let share = part / total
            let steps = max(2, Int(share * 120))
            let arc = (0...steps).map { place(turned + share * Double($0) / Double(steps), 1) }
            let shade: ShapePaint =
                colors.isEmpty
                ? .series(nextSeries()) : .color(try colors[index % colors.count].validated())
            var group = ShapesArtist.Group(runs: [part == total ? arc : [Point(0, 0)] + arc])
            group.closed = true
            group.fill = shade
            group.stroke = .background
            group.width = 1.2
            pie.groups.append(group)
            let middle = turned + share / 2
            let percent = NumberText.fixed(share * 100, decimals: 0) + " %"
            if percentages, share >= 0.06 {
                var inside = ShapesArtist.Label(text: percent, at: place(middle, 0.68))
                inside.anchor = .middle
                inside.dy = 4
                inside.onShape = shade
                pie.labels.append(inside)
            }
            if !labels.isEmpty {
                let at = besideOthers(place(middle, 1.07))
                var outside = ShapesArtist.Label(text: labels[index], at: at)
                outside.anchor = abs(at.x) < 0.12 ? .middle : at.x > 0 ? .start : .end
                outside.dy = at.y > 0.9 ? 0 : at.y < -0.9 ? 9 : 4
                pie.labels.append(outside)
            }
            turned += share
        }
        artists.append(.shapes(pie))
        equalAspect = true
        x.hidden = true
        return self
    }

    /// Adds stems: a line from 0 to each value with a point at its end.
    @discardableResult
    package func addStems(
        _ x: any PlotData, _ y: any PlotData, label: String? = nil, color: Color? = nil
    ) throws(PlotError) -> Axes {
        let xs = try values(x, on: \.x, "x")
        let ys = try values(y, on: \.y, "y")
        try Axes.check("stem", xs, ys)
        let shade = try color?.validated()
        let series = shade == nil ? nextSeries() : 0
        var stems = ShapesArtist(kind: "stem plot")
        stems.count = xs.count
        var group = ShapesArtist.Group(stroke: shade.map { .color($0) } ?? .series(series))
        group.width = 1.2
        for (a, b) in zip(xs, ys) where a.isFinite && b.isFinite {
            group.runs.append([Point(a, 0), Point(a, b)])
        }
        stems.groups = [group]
        artists.append(.shapes(stems))
        var points = ScatterArtist(x: xs, y: ys, label: label, color: shade, sizes: [30])
        points.series = series
        artists.append(.scatter(points))
        return self
    }

    /// Adds lines of their own ends, all of one look: `hlines` at heights, `vlines` at places.
    @discardableResult
    package func addSegments(
        vertical: Bool, at places: any PlotData, from low: any PlotData, to high: any PlotData,
        label: String? = nil, color: Color? = nil, linestyle: LineStyle = .solid,
        linewidth: Double? = nil
    ) throws(PlotError) -> Axes {
        let name = vertical ? "vlines" : "hlines"
        let at = try places.plotArray().numbers(name)
        func ends(_ data: any PlotData, _ what: String) throws(PlotError) -> [Double] {
            let given = try data.plotArray().numbers(what)
            let all = given.count == 1 ? Array(repeating: given[0], count: at.count) : given
            try Axes.check(name, at, all, "the places", what)
            return all
        }
        let (lows, highs) = (try ends(low, "the lower ends"), try ends(high, "the upper ends"))
        let shade = try color?.validated()
        var group = ShapesArtist.Group(stroke: shade.map { .color($0) } ?? .series(nextSeries()))
        group.width = try Validate.size(linewidth, "linewidth") ?? 1.5
        group.style = try linestyle.validated()
        for index in at.indices {
            let (a, b) = (Point(at[index], lows[index]), Point(at[index], highs[index]))
            group.runs.append(vertical ? [a, b] : [Point(a.y, a.x), Point(b.y, b.x)])
        }
        var lines = ShapesArtist(kind: "lines")
        lines.groups = [group]
        lines.label = label
        lines.count = at.count
        artists.append(.shapes(lines))
        x.wholeNumbers = false
        y.wholeNumbers = false
        return self
    }

    /// Adds how many points fall into each cell of a grid, as colours.
    @discardableResult
    package func addHistogram2D(
        _ x: any PlotData, _ y: any PlotData, bins: Int = 30, colormap: Colormap = .viridis
    ) throws(PlotError) -> Axes {
        let xs = try x.plotArray().numbers("x")
        let ys = try y.plotArray().numbers("y")
        try Axes.check("hist2d", xs, ys)
        guard (1...1000).contains(bins) else {
            throw .badValue(what: "bins", given: "\(bins)", expected: "a number from 1 to 1000")
        }
        func borders(_ values: [Double]) -> [Double] {
            HistogramBins.borders(values.filter(\.isFinite), bins: bins, range: nil, integer: false)
        }
        let (bx, by) = (borders(xs), borders(ys))
        var cells = [Double](repeating: 0, count: bins * bins)
        for (a, b) in zip(xs, ys) where a.isFinite && b.isFinite {
            let column = min(bins - 1, max(0, Int((a - bx[0]) / (bx[bins] - bx[0]) * Double(bins))))
            let row = min(bins - 1, max(0, Int((b - by[0]) / (by[bins] - by[0]) * Double(bins))))
            cells[row * bins + column] += 1
        }
        self.x.wholeNumbers = false
        self.y.wholeNumbers = false
        try addImage(
            PlotArray(values: cells, shape: [bins, bins]), colormap: colormap,
            extent: [bx[0], bx[bins], by[0], by[bins]], origin: "lower", aspect: "auto")
        return self
    }
}
