extension Axes {
    /// The places and names of groups along an axis: their labels, or 1, 2, 3, ….
    private func groupPlaces(
        _ count: Int, _ labels: [String]?, _ axis: ReferenceWritableKeyPath<Axes, AxisSpec>,
        _ what: String
    ) throws(PlotError) -> [Double] {
        if let labels, labels.count != count {
            throw .lengthMismatch(
                what: what, first: "the groups", count: count, second: "labels",
                otherCount: labels.count)
        }
        let places = (0..<count).map { Double($0 + 1) }
        self[keyPath: axis].ticks = places
        self[keyPath: axis].tickLabels = labels ?? (0..<count).map { String($0 + 1) }
        return places
    }

    /// A place along the values and one across them, as a point of axes that stand or lie.
    private static func point(_ across: Double, _ along: Double, _ horizontal: Bool) -> Point {
        horizontal ? Point(along, across) : Point(across, along)
    }

    /// Adds a box for each group: quartiles and median, whiskers to the farthest value within 1.5
    /// interquartile ranges, circles for what lies beyond (Tukey 1977).
    @discardableResult
    package func addBoxes(
        _ data: any PlotData, labels: [String]? = nil, horizontal: Bool = false,
        width: Double = 0.5, means: Bool = false, outliers showsOutliers: Bool = true,
        color: Color? = nil
    ) throws(PlotError) -> Axes {
        let groups = try finiteGroups(data, "box plot")
        let places = try groupPlaces(groups.count, labels, horizontal ? \.y : \.x, "boxplot")
        let shade = try color?.validated()
        let paint = shade.map { ShapePaint.color($0) } ?? .series(nextSeries())
        var artist = ShapesArtist(kind: "box plot")
        artist.count = groups.count
        var boxes = ShapesArtist.Group(closed: true, fill: paint, fillOpacity: 0.25, stroke: paint)
        boxes.width = 1.2
        var whiskers = ShapesArtist.Group(stroke: paint)
        whiskers.width = 1.2
        var medians = ShapesArtist.Group(stroke: .text)
        medians.width = 1.8
        var (farX, farY): ([Double], [Double]) = ([], [])
        var (meanX, meanY): ([Double], [Double]) = ([], [])
        var words: [String] = []
        for (place, group) in zip(places, groups) where !group.isEmpty {
            let sorted = group.sorted()
            let low = Statistics.quantile(sorted, 0.25)
            let middle = Statistics.quantile(sorted, 0.5)
            let high = Statistics.quantile(sorted, 0.75)
            let reach = 1.5 * (high - low)
            let bottom = sorted.first { $0 >= low - reach } ?? low
            let top = sorted.last { $0 <= high + reach } ?? high
            func at(_ across: Double, _ along: Double) -> Point {
                Self.point(place + across * width, along, horizontal)
            }
            boxes.runs.append([at(-0.5, low), at(0.5, low), at(0.5, high), at(-0.5, high)])
            medians.runs.append([at(-0.5, middle), at(0.5, middle)])
            whiskers.runs += [
                [at(0, low), at(0, bottom)], [at(0, high), at(0, top)],
                [at(-0.25, bottom), at(0.25, bottom)], [at(-0.25, top), at(0.25, top)],
            ]
            for value in sorted where value < bottom || value > top {
                let point = at(0, value)
                farX.append(point.x)
                farY.append(point.y)
            }
            let mean = at(0, Statistics.mean(group))
            meanX.append(mean.x)
            meanY.append(mean.y)
            words.append(NumberText.short(middle))
        }
        artist.groups = [boxes, whiskers, medians]
        artist.summary = "medians " + words.prefix(8).joined(separator: ", ")
        finishGroups(&artist, places, horizontal)
        if showsOutliers, !farX.isEmpty {
            artists.append(
                .scatter(points(farX, farY, shade, paint, area: 16, marker: .circle, opacity: 0.7)))
        }
        if means {
            artists.append(
                .scatter(points(meanX, meanY, shade, paint, area: 26, marker: .diamond, opacity: 1))
            )
        }
        return self
    }

    private func finishGroups(_ artist: inout ShapesArtist, _ places: [Double], _ horizontal: Bool)
    {
        let ends = [0.4, Double(places.count) + 0.6]
        if horizontal { artist.stickyY = ends } else { artist.stickyX = ends }
        if horizontal { x.wholeNumbers = false } else { y.wholeNumbers = false }
        artists.append(.shapes(artist))
    }

    private func points(
        _ x: [Double], _ y: [Double], _ color: Color?, _ paint: ShapePaint, area: Double,
        marker: Marker, opacity: Double
    ) -> ScatterArtist {
        var series = 0
        if case .series(let index) = paint { series = index }
        return ScatterArtist(
            x: x, y: y, color: color, sizes: [area], marker: marker, opacity: opacity,
            series: series)
    }

    /// Adds a violin for each group: its density on both sides (bells of Scott's width), a thin box of
    /// the quartiles and a point at the median.
    @discardableResult
    package func addViolins(
        _ data: any PlotData, labels: [String]? = nil, horizontal: Bool = false,
        width: Double = 0.8, medians showsMedians: Bool = true, color: Color? = nil
    ) throws(PlotError) -> Axes {
        let groups = try finiteGroups(data, "violin plot")
        let places = try groupPlaces(groups.count, labels, horizontal ? \.y : \.x, "violinplot")
        let shade = try color?.validated()
        let paint = shade.map { ShapePaint.color($0) } ?? .series(nextSeries())
        var artist = ShapesArtist(kind: "violin plot")
        artist.count = groups.count
        var areas = ShapesArtist.Group(closed: true, fill: paint, fillOpacity: 0.35, stroke: paint)
        areas.width = 1
        var ranges = ShapesArtist.Group(stroke: .text)
        ranges.width = 3
        var ends = ShapesArtist.Group(stroke: .text)
        ends.width = 1
        var (middleX, middleY): ([Double], [Double]) = ([], [])
        var words: [String] = []
        for (place, group) in zip(places, groups) {
            guard let extent = Numerics.extent(group) else { continue }
            let sorted = group.sorted()
            let reach = extent.high - extent.low
            let steps = 80
            let along = (0...steps).map { extent.low + reach * Double($0) / Double(steps) }
            let density = Statistics.density(group, at: along)
            let most = density.max() ?? 0
            func at(_ across: Double, _ value: Double) -> Point {
                Self.point(place + across, value, horizontal)
            }
            if most > 0 {
                let halves = density.map { $0 / most * width / 2 }
                areas.runs.append(
                    zip(along, halves).map { at(-$1, $0) }
                        + zip(along, halves).reversed().map { at($1, $0) })
            } else {
                areas.runs.append([at(-width / 4, extent.low), at(width / 4, extent.low)])
            }
            let (low, high) = (Statistics.quantile(sorted, 0.25), Statistics.quantile(sorted, 0.75))
            ranges.runs.append([at(0, low), at(0, high)])
            ends.runs.append([at(0, extent.low), at(0, extent.high)])
            let middle = Statistics.quantile(sorted, 0.5)
            let point = at(0, middle)
            middleX.append(point.x)
            middleY.append(point.y)
            words.append(NumberText.short(middle))
        }
        artist.groups = showsMedians ? [areas, ends, ranges] : [areas]
        artist.summary = "medians " + words.prefix(8).joined(separator: ", ")
        finishGroups(&artist, places, horizontal)
        if showsMedians {
            var middle = points(
                middleX, middleY, nil, paint, area: 22, marker: .circle, opacity: 1)
            middle.hollow = true
            middle.edge = .black
            artists.append(.scatter(middle))
        }
        return self
    }

    /// Adds a strip of points for each group, spread sideways where they crowd, so that none hides another.
    @discardableResult
    package func addStrips(
        _ data: any PlotData, labels: [String]? = nil, horizontal: Bool = false,
        width: Double = 0.6, color: Color? = nil, alpha: Double = 0.7
    ) throws(PlotError) -> Axes {
        let groups = try finiteGroups(data, "strip plot")
        let places = try groupPlaces(groups.count, labels, horizontal ? \.y : \.x, "stripplot")
        let shade = try color?.validated()
        let all = Numerics.extent(groups.flatMap { $0 }) ?? (0, 1)
        let slice = max((all.high - all.low) / 40, .leastNormalMagnitude)
        for (place, group) in zip(places, groups) {
            // Values of one slice go right and left of the middle in turn.
            var filled: [Int: Int] = [:]
            var counts: [Int: Int] = [:]
            for value in group { counts[Int((value - all.low) / slice), default: 0] += 1 }
            let most = Double(max(8, counts.values.max() ?? 1))
            var (xs, ys): ([Double], [Double]) = ([], [])
            for value in group.sorted() {
                let number = filled[Int((value - all.low) / slice), default: 0]
                filled[Int((value - all.low) / slice)] = number + 1
                let side = number % 2 == 0 ? 1.0 : -1
                let offset = side * Double((number + 1) / 2) / most * width
                let point = Self.point(place + offset, value, horizontal)
                xs.append(point.x)
                ys.append(point.y)
            }
            var strip = ScatterArtist(
                x: xs, y: ys, color: shade, sizes: [group.count > 200 ? 9 : 20],
                opacity: try Validate.opacity(alpha))
            if shade == nil { strip.series = nextSeries() }
            artists.append(.scatter(strip))
        }
        var frame = ShapesArtist(kind: "strip plot")
        frame.count = groups.count
        finishGroups(&frame, places, horizontal)
        return self
    }

    /// Adds the density of each group as a line with the area under it (bells of Scott's width).
    @discardableResult
    package func addDensity(
        _ data: any PlotData, labels: [String] = [], fill: Bool = true, color: Color? = nil
    ) throws(PlotError) -> Axes {
        let groups = try finiteGroups(data, "density")
        for (index, group) in groups.enumerated() {
            guard let extent = Numerics.extent(group) else { continue }
            let width =
                Statistics.deviation(group) * Numerics.power(Double(group.count), -0.2)
            let reach = width > 0 ? 3 * width : max(abs(extent.low) * 0.1, 0.5)
            let (low, high) = (extent.low - reach, extent.high + reach)
            let places = (0...200).map { low + (high - low) * Double($0) / 200 }
            let heights = Statistics.density(group, at: places)
            let name = labels.indices.contains(index) ? labels[index] : nil
            try addLine(places, heights, label: name, color: color)
            if fill {
                try addBand(places, places.map { _ in 0.0 }, heights, color: color, alpha: 0.2)
            }
        }
        y.wholeNumbers = false
        x.wholeNumbers = false
        return self
    }
}
