extension Axes {
    /// Adds points.
    ///
    /// `c` colours them: text or whole-number classes (up to 20 of them) give each class a colour and a
    /// line in the legend; other numbers go through the colour map. `s` is matplotlib's area in square
    /// points, one number or one a point.
    @discardableResult
    package func addScatter(
        _ x: any PlotData, _ y: any PlotData, c: (any PlotData)? = nil,
        s: (any PlotData)? = nil, label: String? = nil, labels: [String]? = nil,
        color: Color? = nil, marker: Marker = .circle, colormap: Colormap? = nil,
        vmin: Double? = nil, vmax: Double? = nil, alpha: Double? = nil,
        edgecolor: Color? = nil, linewidth: Double? = nil, rasterize: Rasterize = .automatic
    ) throws(PlotError) -> Axes {
        let xs = try values(x, on: \.x, "x")
        let ys = try values(y, on: \.y, "y")
        try Axes.check("scatter", xs, ys)
        var base = ScatterArtist(
            x: xs, y: ys, label: label, color: try color?.validated(),
            sizes: [Axes.defaultArea(xs.count)], marker: try marker.validated(),
            opacity: try Validate.opacity(
                alpha ?? (xs.count <= 300 || rasterize == .never && xs.count > 5000 ? 1 : 0.8)),
            edge: try edgecolor?.validated(), edgeWidth: try Validate.size(linewidth, "linewidth"))
        guard ["automatic", "always", "never"].contains(rasterize.name) else {
            throw .unknownName(
                what: "rasterize", given: rasterize.name, known: ["automatic", "always", "never"])
        }
        base.rasterize = rasterize
        if let s {
            let array = try s.plotArray()
            let sizes = try array.numbers("s")
            guard sizes.count == 1 || sizes.count == xs.count else {
                throw .lengthMismatch(
                    what: "scatter", first: "x", count: xs.count, second: "s",
                    otherCount: sizes.count)
            }
            base.sizes = sizes.map { $0.isFinite ? max(0, $0) : 0 }
        }
        guard let c else {
            if base.color == nil { base.series = nextSeries() }
            artists.append(.scatter(base))
            return self
        }
        let shades = try c.plotArray()
        let values = try shades.row("c")
        guard values.count == xs.count else {
            throw .lengthMismatch(
                what: "scatter", first: "x", count: xs.count, second: "c",
                otherCount: values.count)
        }
        if colormap == nil, let classes = PointClasses(values, shades, labels) {
            addClasses(base, classes)
            return self
        }
        if let name = shades.categories?.first { throw .notNumbers(what: "c", example: name) }
        base.values = values
        base.colormap = colormap ?? .viridis
        _ = try base.colormap.colors()
        let extent = Numerics.extent(values) ?? (0, 1)
        base.limits = (vmin ?? extent.low, vmax ?? extent.high)
        artists.append(.scatter(base))
        return self
    }

    /// matplotlib's 36 square points, smaller when there are many.
    static func defaultArea(_ count: Int) -> Double {
        count <= 200 ? 36 : count <= 1000 ? 22 : count <= 5000 ? 14 : count <= 50_000 ? 6 : 3
    }

    private func addClasses(_ base: ScatterArtist, _ classes: PointClasses) {
        var parts = [[Int]](repeating: [], count: classes.names.count)
        for (point, index) in classes.indices.enumerated() where index >= 0 {
            parts[index].append(point)
        }
        let missing = classes.indices.count { $0 < 0 }
        if missing > 0 { notes.append("\(NumberText.counted(missing, "point")) without a class left out") }
        for (index, name) in classes.names.enumerated() {
            var part = base
            part.x = parts[index].map { base.x[$0] }
            part.y = parts[index].map { base.y[$0] }
            if base.sizes.count > 1 { part.sizes = parts[index].map { base.sizes[$0] } }
            part.label = name
            part.series = nextSeries()
            // Never colour alone, where points are few enough for their shape to be seen.
            if base.marker == .circle, base.x.count <= 500, classes.names.count <= 6 {
                part.marker = Marker.cycle[index % Marker.cycle.count]
            }
            artists.append(.scatter(part))
        }
        if legendSpec == nil { legendSpec = LegendSpec() }
    }
}

/// The classes that points belong to, when what colours them is text or few whole numbers.
struct PointClasses {
    /// A name for each class, in order.
    var names: [String] = []
    /// The class of each point, −1 for none.
    var indices: [Int] = []

    init?(_ values: [Double], _ array: PlotArray, _ labels: [String]?) {
        if let given = array.categories {
            var known: [String: Int] = [:]
            for name in given {
                if known[name] == nil {
                    known[name] = names.count
                    names.append(name)
                }
                indices.append(known[name] ?? -1)
            }
            if names.count > 20 { return nil }
            return
        }
        var seen = Set<Double>()
        for value in values where !value.isNaN {
            guard Numerics.integer(value) != nil else { return nil }
            seen.insert(value)
            if seen.count > 20 { return nil }
        }
        guard array.isInteger || seen.count <= 10, !seen.isEmpty else { return nil }
        let sorted = seen.sorted()
        var order: [Double: Int] = [:]
        for (index, value) in sorted.enumerated() { order[value] = index }
        names = sorted.map { value in
            let index = Numerics.integer(value) ?? 0
            let name = labels.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            return name ?? NumberText.short(value)
        }
        indices = values.map { order[$0] ?? -1 }
    }
}
