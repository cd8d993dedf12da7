extension Axes {
    /// Adds a grid of pictures drawn as one: [n, rows, columns], or [n, rows, columns, 1, 3 or 4].
    ///
    /// All pictures share one range of values. `titles` stand above the pictures; `correct` colours them.
    @discardableResult
    package func addImageGrid(
        _ images: any PlotData, titles: [String] = [], correct: [Bool] = [], columns: Int? = nil,
        colormap: Colormap = .gray, vmin: Double? = nil, vmax: Double? = nil
    ) throws(PlotError) -> Axes {
        let stack = try ImageStack(images, "imageGrid", colormap: colormap, vmin: vmin, vmax: vmax)
        let count = stack.count
        for (name, given) in [("titles", titles.count), ("correct", correct.count)]
        where given > 0 && given != count {
            throw .lengthMismatch(
                what: "imageGrid", first: "images", count: count, second: name, otherCount: given)
        }
        if let columns, columns < 1 {
            throw .badValue(what: "columns", given: "\(columns)", expected: "at least 1")
        }
        let across = min(count, columns ?? Self.gridColumns(count))
        artists.append(
            .grid(
                ImageGridArtist(
                    content: stack.content, count: count, rows: stack.rows, columns: stack.columns,
                    titles: titles, correct: correct, gridColumns: across)))
        equalAspect = true
        return self
    }

    /// Columns for a number of pictures: a whole row up to 10, else nearly square and wide.
    static func gridColumns(_ count: Int) -> Int {
        guard count > 10 else {
            return count > 5 && count % 2 == 0 && count > 6 ? count / 2 : count
        }
        let root = Int(Double(count).squareRoot().rounded(.up))
        // A number near the root that leaves no hole in the last row.
        for columns in root...(root + 3) where count % columns == 0 { return columns }
        return root
    }

    /// Adds the regions that a model decides for, the points it was trained on, and the borders.
    ///
    /// - Parameters:
    ///   - x: points, [n, 2].
    ///   - y: the class of each point, whole numbers or names.
    ///   - classes: from k points, two numbers each, to k classes; −1 and 1, 0 and 1, or scores that
    ///     are rounded.
    @discardableResult
    package func addDecisionRegions(
        _ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil,
        classes decide: (_ points: [Double], _ count: Int) throws -> [Double]
    ) throws(PlotError) -> Axes {
        let array = try x.plotArray()
        guard array.shape.count == 2, array.shape[1] == 2, array.categories == nil else {
            throw .shape(
                what: "decisionRegions", expected: "points of two numbers, [n, 2]",
                given: array.shape)
        }
        guard (2...2000).contains(resolution) else {
            throw .badValue(
                what: "resolution", given: "\(resolution)", expected: "a number from 2 to 2000")
        }
        let points = try x.plotArray().matrix("x")
        let given = try y.plotArray()
        let truth = try given.row("y")
        guard truth.count == points.rows else {
            throw .lengthMismatch(
                what: "decisionRegions", first: "x", count: points.rows, second: "y",
                otherCount: truth.count)
        }
        let px = (0..<points.rows).map { points[$0, 0] }
        let py = (0..<points.rows).map { points[$0, 1] }
        let xEnds = Self.widened(px)
        let yEnds = Self.widened(py)
        var samples: [Double] = []
        samples.reserveCapacity(resolution * resolution * 2)
        // The middle of each cell of the picture, rows from the top.
        for row in 0..<resolution {
            let v = yEnds.high - (Double(row) + 0.5) / Double(resolution) * (yEnds.high - yEnds.low)
            for column in 0..<resolution {
                samples.append(
                    xEnds.low + (Double(column) + 0.5) / Double(resolution)
                        * (xEnds.high - xEnds.low))
                samples.append(v)
            }
        }
        let answers: [Double]
        do {
            answers = try decide(samples, resolution * resolution)
        } catch {
            throw .closureFailed(what: "decisionRegions' predict", error: ClosureError(error))
        }
        guard answers.count == resolution * resolution else {
            throw .lengthMismatch(
                what: "decisionRegions", first: "the points asked for",
                count: resolution * resolution, second: "what predict gave",
                otherCount: answers.count)
        }
        let known = PointClasses(truth, given, labels)
        guard let known else {
            throw .badValue(
                what: "y", given: "numbers that are no classes",
                expected: "at most 20 classes, whole numbers or names")
        }
        addRegions(
            answers, resolution, xEnds, yEnds, known,
            values: given.categories == nil ? Set(truth.filter { !$0.isNaN }).sorted() : [])
        let base = ScatterArtist(
            x: px, y: py, sizes: [px.count > 400 ? 18 : px.count > 20 ? 34 : 64], marker: .circle,
            opacity: 1,
            edge: .white, edgeWidth: 0.7)
        addRegionPoints(base, known)
        self.x.wholeNumbers = false
        self.y.wholeNumbers = false
        return self
    }

    /// The range of the points with a tenth more on either side.
    private static func widened(_ values: [Double]) -> (low: Double, high: Double) {
        let extent = Numerics.extent(values) ?? (0, 1)
        let reach = extent.high > extent.low ? (extent.high - extent.low) * 0.12 : 0.5
        return (extent.low - reach, extent.high + reach)
    }

    private func addRegions(
        _ answers: [Double], _ resolution: Int, _ xEnds: (low: Double, high: Double),
        _ yEnds: (low: Double, high: Double), _ known: PointClasses, values: [Double]
    ) {
        // An answer is the nearest class there is; names are numbered in their order.
        let names = values.isEmpty ? known.names.indices.map(Double.init) : values
        let indices = answers.map { answer -> UInt8 in
            var best = 0
            for (index, value) in names.enumerated()
            where abs(value - answer) < abs(names[best] - answer) {
                best = index
            }
            return UInt8(best)
        }
        let palette = Palette(seriesCount: names.count)
        // Thin paint on whatever the page is, light or dark.
        let colors = names.indices.map { palette.color($0).faded(0.38) }
        let extent = Extent(left: xEnds.low, right: xEnds.high, bottom: yEnds.low, top: yEnds.high)
        var image = ImageArtist(
            content: .classes(rows: resolution, columns: resolution, indices, colors),
            extent: extent)
        image.smooth = false
        artists.append(.image(image))
        // The border of each class against the others, through the middles of the cells and
        // through the borders of the picture at its sides.
        var columns = (0..<resolution).map {
            xEnds.low + (Double($0) + 0.5) / Double(resolution) * (xEnds.high - xEnds.low)
        }
        var rows = (0..<resolution).map {
            yEnds.high - (Double($0) + 0.5) / Double(resolution) * (yEnds.high - yEnds.low)
        }
        (columns[0], columns[resolution - 1]) = (xEnds.low, xEnds.high)
        (rows[0], rows[resolution - 1]) = (yEnds.high, yEnds.low)
        for index in names.indices.dropFirst(names.count == 2 ? 1 : 0) {
            let z = Self.blurred(
                Matrix(
                    rows: resolution, columns: resolution,
                    values: indices.map { $0 == index ? 1 : 0 }))
            artists.append(
                .contour(
                    ContourArtist(
                        x: columns, y: rows, z: z, levels: [0.5], filled: false,
                        colormap: .viridis, colors: ["#57606a"], style: .solid, width: 1,
                        opacity: 1)))
        }
    }

    /// Means over 5 × 5 cells, twice: the border of a region without the steps of its cells.
    private static func blurred(_ matrix: Matrix) -> Matrix {
        var result = matrix
        func pass(_ count: Int, _ lines: Int, _ step: Int, _ next: Int) {
            var line = [Double](repeating: 0, count: count)
            for start in 0..<lines {
                for index in 0..<count { line[index] = result.values[start * next + index * step] }
                for index in 0..<count {
                    var sum = 0.0
                    for offset in -2...2 { sum += line[max(0, min(count - 1, index + offset))] }
                    result.values[start * next + index * step] = sum / 5
                }
            }
        }
        for _ in 0..<2 {
            pass(matrix.columns, matrix.rows, 1, matrix.columns)
            pass(matrix.rows, matrix.columns, matrix.columns, 1)
        }
        return result
    }

    private func addRegionPoints(_ base: ScatterArtist, _ known: PointClasses) {
        for (index, name) in known.names.enumerated() {
            let members = known.indices.indices.filter { known.indices[$0] == index }
            var part = base
            part.x = members.map { base.x[$0] }
            part.y = members.map { base.y[$0] }
            part.label = name
            part.series = nextSeries()
            part.marker = Marker.cycle[index % Marker.cycle.count]
            artists.append(.scatter(part))
        }
        if legendSpec == nil {
            legendSpec = LegendSpec()
            legendSpec?.title = "class"
        }
    }
}
