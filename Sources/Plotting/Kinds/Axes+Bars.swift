extension Axes {
    /// Adds bars: `x` numbers or names, one height each, `width` in data units.
    @discardableResult
    package func addBars(
        _ x: any PlotData, _ heights: any PlotData, width: Double = 0.8,
        bottom: (any PlotData)? = nil, horizontal: Bool = false, label: String? = nil,
        color: Color? = nil, colors: [Color] = [], yerr: (any PlotData)? = nil,
        capsize: Double = 3, values showValues: Bool = false, alpha: Double = 1,
        edgecolor: Color? = nil
    ) throws(PlotError) -> Axes {
        let kind = horizontal ? "barh" : "bar"
        let centers = try values(
            x, on: horizontal ? \.y : \.x, horizontal ? "y" : "x", dates: false)
        let array = try heights.plotArray()
        let lengths = try array.numbers(horizontal ? "width" : "height")
        try Axes.check(
            kind, centers, lengths, horizontal ? "y" : "x", horizontal ? "width" : "height")
        guard width.isFinite, width > 0 else {
            throw .badValue(what: "width", given: "\(width)", expected: "a positive number")
        }
        var bases = [Double](repeating: 0, count: centers.count)
        if let bottom {
            let given = try bottom.plotArray().numbers("bottom")
            bases = given.count == 1 ? bases.map { _ in given[0] } : given
            try Axes.check(kind, centers, bases, "x", "bottom")
        }
        if !array.isInteger {
            if horizontal { self.x.wholeNumbers = false } else { y.wholeNumbers = false }
        }
        var bars = BarsArtist(
            starts: centers.map { $0 - width / 2 }, ends: centers.map { $0 + width / 2 },
            bases: bases, tops: zip(bases, lengths).map { $0 + $1 })
        bars.horizontal = horizontal
        bars.label = label
        bars.color = try color?.validated()
        for color in colors { bars.colors.append(try color.validated()) }
        bars.edge = try edgecolor?.validated()
        bars.opacity = try Validate.opacity(alpha)
        if bars.color == nil, bars.colors.isEmpty { bars.series = nextSeries() }
        if showValues { bars.valueLabels = Self.valueLabels(lengths) }
        artists.append(.bars(bars))
        if let yerr {
            let (low, high) = try Axes.errors(yerr, count: centers.count, "yerr")
            let tops = bars.tops
            var errors = ErrorArtist(
                x: horizontal ? tops : centers, y: horizontal ? centers : tops, yLow: low,
                yHigh: high, xLow: [], xHigh: [],
                capSize: try Validate.size(capsize, "capsize") ?? 3, width: 1.3)
            if horizontal {
                (errors.xLow, errors.xHigh) = (low, high)
                (errors.yLow, errors.yHigh) = ([], [])
            }
            errors.onBars = true
            artists.append(.errors(errors))
        }
        return self
    }

    /// Labels with the decimals that tell the values apart, three at most.
    static func valueLabels(_ values: [Double]) -> [String] {
        var decimals = 0
        for value in values where value.isFinite && abs(value) < 1e9 {
            while decimals < 3,
                abs(value - (value * Numerics.tenTo(decimals)).rounded() / Numerics.tenTo(decimals))
                    > 1e-9
            {
                decimals += 1
            }
        }
        return values.map { NumberText.fixed($0, decimals: decimals) }
    }

    /// Adds the histogram of the values; NaN and infinity are left out and noted.
    ///
    /// `bins` is a number of bins; without it the larger of Sturges' and Freedman and Diaconis' rule is
    /// taken, as NumPy's "auto". `range` bounds what is counted; `density` makes the area 1.
    @discardableResult
    package func addHistogram(
        _ data: any PlotData, bins: Int? = nil, edges: [Double]? = nil,
        range: (Double, Double)? = nil, density: Bool = false, cumulative: Bool = false,
        label: String? = nil, color: Color? = nil, alpha: Double? = nil,
        horizontal: Bool = false
    ) throws(PlotError) -> Axes {
        let array = try data.plotArray()
        if let name = array.categories?.first {
            throw .notNumbers(what: "hist's data", example: name)
        }
        let finite = array.values.filter(\.isFinite)
        let dropped = array.values.count - finite.count
        if dropped > 0 { notes.append("\(NumberText.counted(dropped, "NaN or infinite value")) left out of a histogram") }
        let borders: [Double]
        if let edges {
            guard edges.count >= 2, zip(edges, edges.dropFirst()).allSatisfy({ $0 < $1 }) else {
                throw .badValue(
                    what: "bins", given: "\(edges)",
                    expected: "at least two borders, each larger than the one before")
            }
            borders = edges
        } else {
            if let bins, !(1...100_000).contains(bins) {
                throw .badValue(
                    what: "bins", given: "\(bins)", expected: "a number from 1 to 100000")
            }
            if let range, !(range.0 < range.1 && range.0.isFinite && range.1.isFinite) {
                throw .badValue(
                    what: "range", given: "\(range)", expected: "two finite numbers, low < high")
            }
            borders = HistogramBins.borders(
                finite, bins: bins, range: range, integer: array.isInteger)
        }
        var counts = HistogramBins.counts(finite, borders)
        if density {
            let total = max(1, counts.reduce(0, +))
            for index in counts.indices {
                counts[index] /= total * (borders[index + 1] - borders[index])
            }
        }
        if cumulative {
            var sum = 0.0
            for index in counts.indices {
                sum += counts[index] * (density ? borders[index + 1] - borders[index] : 1)
                counts[index] = sum
            }
        }
        if horizontal {
            y.wholeNumbers = y.wholeNumbers && array.isInteger
        } else {
            x.wholeNumbers = x.wholeNumbers && array.isInteger
        }
        if density { if horizontal { x.wholeNumbers = false } else { y.wholeNumbers = false } }
        var bars = BarsArtist(
            starts: Array(borders.dropLast()), ends: Array(borders.dropFirst()),
            bases: counts.map { _ in 0 }, tops: counts)
        bars.horizontal = horizontal
        bars.touching = true
        bars.label = label
        bars.color = try color?.validated()
        bars.opacity = try Validate.opacity(alpha ?? 1)
        if bars.color == nil { bars.series = nextSeries() }
        artists.append(.bars(bars))
        return self
    }
}

/// Where the bins of a histogram lie and what falls into them.
enum HistogramBins {
    /// The borders of equal bins, NumPy's "auto" when no number is asked for.
    static func borders(
        _ values: [Double], bins: Int?, range: (Double, Double)?, integer: Bool
    ) -> [Double] {
        var (low, high) = range ?? Numerics.extent(values).map { ($0.low, $0.high) } ?? (0, 1)
        if low == high {
            low -= 0.5
            high += 0.5
        }
        // Few whole numbers get a bin each, centred on them.
        if bins == nil, range == nil, integer, high - low <= 50 {
            let first = Int(low.rounded(.down))
            let last = Int(high.rounded(.up))
            return (first...(last + 1)).map { Double($0) - 0.5 }
        }
        let count = bins ?? automaticCount(values.filter { $0 >= low && $0 <= high }, low, high)
        return (0...count).map { low + (high - low) * Double($0) / Double(count) }
    }

    private static func automaticCount(_ values: [Double], _ low: Double, _ high: Double) -> Int {
        guard values.count > 1 else { return 10 }
        let sorted = values.sorted()
        func quantile(_ share: Double) -> Double {
            let position = share * Double(sorted.count - 1)
            let below = Int(position)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
        }
        let size = Double(sorted.count)
        let sturges = (high - low) / (Numerics.log10(size) / Numerics.log10(2) + 1)
        let freedman = 2 * (quantile(0.75) - quantile(0.25)) / Numerics.power(size, 1.0 / 3)
        let width = freedman > 0 ? min(sturges, freedman) : sturges
        guard width > 0, width.isFinite else { return 10 }
        return max(1, min(500, Int(((high - low) / width).rounded(.up))))
    }

    /// How many values lie in each bin; the last bin includes its upper border.
    static func counts(_ values: [Double], _ borders: [Double]) -> [Double] {
        let count = borders.count - 1
        var result = [Double](repeating: 0, count: count)
        let low = borders[0]
        let high = borders[count]
        let scale = Double(count) / (high - low)
        for value in values where value >= low && value <= high {
            var index = max(0, min(count - 1, Int((value - low) * scale)))
            while index > 0, value < borders[index] { index -= 1 }
            while index < count - 1, value >= borders[index + 1] { index += 1 }
            result[index] += 1
        }
        return result
    }
}
