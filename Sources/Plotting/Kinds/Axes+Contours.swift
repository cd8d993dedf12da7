extension Axes {
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
        guard (1...1000).contains(count) else {
            throw .badValue(what: "levels", given: "\(count)", expected: "a number from 1 to 1000")
        }
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
