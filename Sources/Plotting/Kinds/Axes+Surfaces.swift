extension Axes {
    /// Adds a surface over a grid, z [rows of y, columns of x], shaded, seen from `azimuth` degrees around
    /// and `elevation` above.
    @discardableResult
    package func addSurface(
        _ x: any PlotData, _ y: any PlotData, _ z: any PlotData, colormap: Colormap = .viridis,
        azimuth: Double = -60, elevation: Double = 30, path: [(Double, Double, Double)] = []
    ) throws(PlotError) -> Axes {
        let array = try z.plotArray()
        let matrix = try array.matrix("surface")
        guard matrix.rows > 1, matrix.columns > 1 else {
            throw .shape(
                what: "surface", expected: "at least two rows and two columns", given: array.shape)
        }
        guard elevation.isFinite, abs(elevation) <= 90, azimuth.isFinite else {
            throw .badValue(
                what: "elevation", given: "\(elevation)",
                expected: "degrees from −90 to 90, and a finite azimuth")
        }
        _ = try colormap.colors()
        let xs = try Self.gridAxis(x, matrix, "x", along: true)
        let ys = try Self.gridAxis(y, matrix, "y", along: false)
        artists.append(
            .surface(
                SurfaceArtist(
                    x: xs, y: ys, z: matrix, colormap: colormap, azimuth: azimuth,
                    elevation: elevation,
                    path: path.map { (x: $0.0, y: $0.1, z: $0.2) })))
        return self
    }

    /// Adds the losses of a function of two numbers as bands of equal share of the range of their
    /// logarithms, and the way that an optimizer went through them.
    @discardableResult
    package func addLossSurface(
        x: (Double, Double), y: (Double, Double), path: (any PlotData)? = nil, resolution: Int = 60,
        levels count: Int = 12, colormap: Colormap = .viridis,
        loss: (Double, Double) throws -> Double
    ) throws(PlotError) -> Axes {
        let sampled = try LossGrid(x: x, y: y, resolution: resolution, loss: loss)
        let places = try Self.pathPoints(path, columns: 2)
        let z = PlotArray(values: sampled.values, shape: [resolution, resolution])
        try addContour(
            sampled.xs, sampled.ys, z, levels: sampled.levels(count), filled: true,
            colormap: colormap)
        try addContour(
            sampled.xs, sampled.ys, z, levels: sampled.levels(count), filled: false,
            colors: ["white"],
            linewidth: 0.4, alpha: 0.5)
        if places.count > 0 {
            try addLine(
                places.map { $0[0] }, places.map { $0[1] }, label: "path", color: "#d1242f",
                linewidth: 1.6, marker: places.count <= 60 ? .point : nil, markersize: 6)
            if let first = places.first, let last = places.last {
                try addScatter(
                    [first[0]], [first[1]], s: 50, label: "start", color: .white, edgecolor: .black)
                try addScatter(
                    [last[0]], [last[1]], s: 110, label: "end", color: "#d1242f", marker: .star,
                    edgecolor: .white)
            }
            if legendSpec == nil { legendSpec = LegendSpec(location: .outside) }
        }
        if self.x.label == nil { self.x.label = "w₁" }
        if self.y.label == nil { self.y.label = "w₂" }
        (self.x.low, self.x.high) = (x.0, x.1)
        (self.y.low, self.y.high) = (y.0, y.1)
        // The bar explains the filled bands, which were added first.
        if let filled = artists.firstIndex(where: {
            if case .contour(let c) = $0 { return c.filled } else { return false }
        }) {
            colorbarSpec = ColorbarSpec(label: "loss", artist: filled)
        }
        return self
    }

    /// The same as a surface in space, the path on it.
    @discardableResult
    package func addLossLandscape(
        x: (Double, Double), y: (Double, Double), path: (any PlotData)? = nil, resolution: Int = 60,
        colormap: Colormap = .viridis, azimuth: Double = -60, elevation: Double = 35,
        loss: (Double, Double) throws -> Double
    ) throws(PlotError) -> Axes {
        let sampled = try LossGrid(x: x, y: y, resolution: resolution, loss: loss)
        var places: [(Double, Double, Double)] = []
        for place in try Self.pathPoints(path, columns: 2) {
            do { places.append((place[0], place[1], try loss(place[0], place[1]))) } catch {
                throw .closureFailed(what: "lossSurface's function", error: ClosureError(error))
            }
        }
        try addSurface(
            sampled.xs, sampled.ys,
            PlotArray(values: sampled.values, shape: [resolution, resolution]),
            colormap: colormap, azimuth: azimuth, elevation: elevation, path: places)
        if self.x.label == nil { self.x.label = "w₁" }
        if self.y.label == nil { self.y.label = "w₂" }
        return self
    }

    /// The places of a path, [steps, columns].
    private static func pathPoints(_ path: (any PlotData)?, columns: Int) throws(PlotError)
        -> [[Double]]
    {
        guard let path else { return [] }
        let array = try path.plotArray()
        guard array.shape.count == 2, array.shape[1] == columns, array.categories == nil else {
            throw .shape(
                what: "a path", expected: "places of \(columns) numbers, [steps, \(columns)]",
                given: array.shape)
        }
        return (0..<array.shape[0]).map { row in
            (0..<columns).map { array.values[row * columns + $0] }
        }
    }
}

/// A function of two numbers on a grid.
private struct LossGrid {
    var xs: [Double] = []
    var ys: [Double] = []
    var values: [Double] = []

    init(
        x: (Double, Double), y: (Double, Double), resolution: Int,
        loss: (Double, Double) throws -> Double
    ) throws(PlotError) {
        guard (3...500).contains(resolution) else {
            throw .badValue(
                what: "resolution", given: "\(resolution)", expected: "a number from 3 to 500")
        }
        for (low, high) in [x, y] where !(low < high && low.isFinite && high.isFinite) {
            throw .badValue(
                what: "lossSurface's range", given: "(\(low), \(high))",
                expected: "two finite numbers, low < high")
        }
        let share = (0..<resolution).map { Double($0) / Double(resolution - 1) }
        xs = share.map { x.0 + (x.1 - x.0) * $0 }
        ys = share.map { y.0 + (y.1 - y.0) * $0 }
        values.reserveCapacity(resolution * resolution)
        do {
            for b in ys { for a in xs { values.append(try loss(a, b)) } }
        } catch {
            throw .closureFailed(what: "lossSurface's function", error: ClosureError(error))
        }
    }

    /// Levels that get denser towards the lowest: equal steps of log(z − lowest + a hundredth of the range).
    func levels(_ count: Int) -> [Double] {
        guard let extent = Numerics.extent(values), extent.high > extent.low else { return [0, 1] }
        let range = extent.high - extent.low
        let shift = range * 0.01
        let (low, high) = (Numerics.log(shift), Numerics.log(range + shift))
        let steps = max(2, min(60, count))
        var result = (0...steps).map {
            Numerics.exp(low + (high - low) * Double($0) / Double(steps)) - shift + extent.low
        }
        result[0] = extent.low
        result[steps] = extent.high
        return result
    }
}
