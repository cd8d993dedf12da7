extension Axes {
    /// Adds a grid of pictures drawn as one: [n, rows, columns], or [n, rows, columns, 1, 3 or 4].
    ///
    /// All pictures share one range of values. `titles` stand above the pictures; `correct` colours them.
    @discardableResult
    package func addImageGrid(
        _ images: any PlotData, titles: [String] = [], correct: [Bool] = [], columns: Int? = nil,
        colormap: Colormap = .gray, vmin: Double? = nil, vmax: Double? = nil
    ) throws(PlotError) -> Axes {
        let array = try images.plotArray()
        if let name = array.categories?.first {
            throw .notNumbers(what: "imageGrid's images", example: name)
        }
        var shape = array.shape
        if shape.count == 4, shape[3] == 1 { shape.removeLast() }
        if shape.count == 2 { shape = [1] + shape }
        let isColor = shape.count == 4 && (shape[3] == 3 || shape[3] == 4)
        guard shape.count == 3 || isColor, shape.allSatisfy({ $0 > 0 }) else {
            throw .shape(
                what: "imageGrid",
                expected: "[n, rows, columns] or [n, rows, columns, 1, 3 or 4 channels]",
                given: array.shape)
        }
        let count = shape[0]
        for (name, given) in [("titles", titles.count), ("correct", correct.count)]
        where given > 0 && given != count {
            throw .lengthMismatch(
                what: "imageGrid", first: "images", count: count, second: name, otherCount: given)
        }
        if let columns, columns < 1 {
            throw .badValue(what: "columns", given: "\(columns)", expected: "at least 1")
        }
        let content: ImageGridArtist.Content
        if isColor {
            let channels = shape[3]
            let scale = array.isInteger ? 1.0 : 255.0
            content = .pixels(
                array.values.map {
                    UInt8(max(0, min(255, $0.isNaN ? 0 : $0 * scale + 0.5)))
                }, channels: channels)
        } else {
            _ = try colormap.colors()
            let limits = Numerics.extent(array.values) ?? (0, 1)
            content = .values(
                array.values, colormap, low: vmin ?? limits.low, high: vmax ?? limits.high)
        }
        let across = min(count, columns ?? Self.gridColumns(count))
        artists.append(
            .grid(
                ImageGridArtist(
                    content: content, count: count, rows: shape[1], columns: shape[2],
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
            throw .closureFailed(what: "decisionRegions' predict", description: "\(error)")
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
        let colors = names.indices.map {
            palette.color($0).mixed(with: RGBA(0xffffff), 0.62)
        }
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

    /// Adds lines (or filled bands) of equal value over a grid; z is [rows of y, columns of x].
    @discardableResult
    package func addContour(
        _ x: (any PlotData)?, _ y: (any PlotData)?, _ z: any PlotData, levels: [Double]? = nil,
        count: Int = 8, filled: Bool, colormap: Colormap = .viridis, colors: [Color] = [],
        linewidth: Double? = nil, linestyle: LineStyle = .solid, alpha: Double = 1
    ) throws(PlotError) -> Axes {
        let kind = filled ? "contourf" : "contour"
        let array = try z.plotArray()
        let matrix = try array.matrix(kind)
        guard matrix.rows > 1, matrix.columns > 1 else {
            throw .shape(
                what: kind, expected: "at least two rows and two columns", given: array.shape)
        }
        /// Coordinates in a row, or NumPy's mesh of them.
        func coordinates(
            _ data: (any PlotData)?, _ size: Int, _ name: String, _ pick: (Matrix) -> [Double]
        ) throws(PlotError) -> [Double] {
            guard let data else { return (0..<size).map(Double.init) }
            let given = try data.plotArray()
            var values = given.values
            if given.shape == [matrix.rows, matrix.columns], given.shape.count == 2 {
                values = pick(try given.matrix(name))
            }
            guard values.count == size else {
                throw .lengthMismatch(
                    what: kind, first: "z along \(name)", count: size, second: name,
                    otherCount: values.count)
            }
            return values
        }
        let xs = try coordinates(x, matrix.columns, "x") { mesh in
            (0..<mesh.columns).map { mesh[0, $0] }
        }
        let ys = try coordinates(y, matrix.rows, "y") { mesh in
            (0..<mesh.rows).map { mesh[$0, 0] }
        }
        _ = try colormap.colors()
        for color in colors { _ = try color.validated() }
        let extent = Numerics.extent(matrix.values) ?? (0, 1)
        var chosen = levels ?? []
        if levels == nil {
            let ticks = LinearTicks(low: extent.low, high: extent.high, intervals: max(1, count))
            let step = ticks?.step ?? 1
            chosen = ticks?.values ?? [extent.low]
            if filled {
                // Bands cover everything: one level beyond each end.
                if let first = chosen.first, first > extent.low {
                    chosen.insert(first - step, at: 0)
                }
                if let last = chosen.last, last < extent.high { chosen.append(last + step) }
            }
        }
        guard !chosen.isEmpty, zip(chosen, chosen.dropFirst()).allSatisfy({ $0 < $1 }),
            chosen.allSatisfy(\.isFinite)
        else {
            throw .badValue(
                what: "levels", given: "\(chosen)",
                expected: "finite numbers, each larger than the one before")
        }
        self.x.wholeNumbers = false
        self.y.wholeNumbers = false
        artists.append(
            .contour(
                ContourArtist(
                    x: xs, y: ys, z: matrix, levels: chosen, filled: filled, colormap: colormap,
                    colors: colors, style: try linestyle.validated(),
                    width: try Validate.size(linewidth, "linewidth") ?? 1.2,
                    opacity: try Validate.opacity(alpha))))
        return self
    }

    /// Adds text at a place in data coordinates, or in shares of the axes.
    @discardableResult
    package func addText(
        _ x: Double, _ y: Double, _ text: String, fontsize: Double? = nil, color: Color? = nil,
        ha: String = "left", va: String = "baseline", rotation: Double = 0, inAxes: Bool = false,
        bold: Bool = false
    ) throws(PlotError) -> Axes {
        guard ["left", "center", "right"].contains(ha) else {
            throw .unknownName(what: "ha", given: ha, known: ["left", "center", "right"])
        }
        guard ["top", "center", "bottom", "baseline"].contains(va) else {
            throw .unknownName(
                what: "va", given: va, known: ["top", "center", "bottom", "baseline"])
        }
        artists.append(
            .note(
                NoteArtist(
                    text: text, x: try Validate.finite(x, "x"), y: try Validate.finite(y, "y"),
                    size: try Validate.size(fontsize, "fontsize"), color: try color?.validated(),
                    horizontal: ha, vertical: va,
                    rotation: try Validate.finite(rotation, "rotation"),
                    inAxes: inAxes, bold: bold)))
        return self
    }

    /// Adds text with an arrow from it to a point.
    @discardableResult
    package func addAnnotation(
        _ text: String, xy: (Double, Double), xytext: (Double, Double)? = nil,
        fontsize: Double? = nil, color: Color? = nil
    ) throws(PlotError) -> Axes {
        let place = xytext ?? xy
        var note = NoteArtist(
            text: text, x: try Validate.finite(place.0, "xytext"),
            y: try Validate.finite(place.1, "xytext"),
            size: try Validate.size(fontsize, "fontsize"), color: try color?.validated(),
            horizontal: xytext == nil ? "left" : "center",
            vertical: xytext == nil ? "baseline" : "center", rotation: 0)
        if xytext != nil {
            note.target = (try Validate.finite(xy.0, "xy"), try Validate.finite(xy.1, "xy"))
        }
        artists.append(.note(note))
        return self
    }
}
