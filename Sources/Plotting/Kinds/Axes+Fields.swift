extension Axes {
    /// The places and directions of a field; x and y may be the axes of a grid or one place a vector.
    private func field(
        _ kind: String, _ x: any PlotData, _ y: any PlotData, _ u: any PlotData, _ v: any PlotData
    ) throws(PlotError) -> (x: [Double], y: [Double], u: [Double], v: [Double]) {
        let (ua, va) = (try u.plotArray(), try v.plotArray())
        guard ua.shape == va.shape, ua.categories == nil, va.categories == nil else {
            throw .lengthMismatch(
                what: kind, first: "u", count: ua.values.count, second: "v",
                otherCount: va.values.count)
        }
        let (xs, ys) = (try x.plotArray().values, try y.plotArray().values)
        let count = ua.values.count
        if xs.count == count, ys.count == count { return (xs, ys, ua.values, va.values) }
        guard ua.shape.count == 2, xs.count == ua.shape[1], ys.count == ua.shape[0] else {
            throw .shape(
                what: kind,
                expected:
                    "u and v as [\(ys.count), \(xs.count)] for \(xs.count) x and \(ys.count) y, or one x and y a vector",
                given: ua.shape)
        }
        return (
            ys.flatMap { _ in xs }, ys.flatMap { y in xs.map { _ in y } }, ua.values, va.values
        )
    }

    /// Adds an arrow at each place, along (u, v).
    ///
    /// `scale` is how many units of u and v are one unit of the axes; without it the longest arrow is as
    /// long as places are apart.
    @discardableResult
    package func addQuiver(
        _ x: any PlotData, _ y: any PlotData, _ u: any PlotData, _ v: any PlotData,
        scale: Double? = nil, color: Color? = nil, width: Double = 1.3, label: String? = nil
    ) throws(PlotError) -> Axes {
        let field = try field("quiver", x, y, u, v)
        if let scale, !(scale > 0 && scale.isFinite) {
            throw .badValue(what: "scale", given: "\(scale)", expected: "a positive number")
        }
        let lengths = zip(field.u, field.v).map { Numerics.hypot($0, $1) }
        let longest = Numerics.extent(lengths)?.high ?? 0
        let (ex, ey) = (Numerics.extent(field.x) ?? (0, 1), Numerics.extent(field.y) ?? (0, 1))
        let area = max(ex.high - ex.low, 1e-300) * max(ey.high - ey.low, 1e-300)
        let apart = (area / Double(max(1, field.x.count))).squareRoot()
        let unit = scale.map { 1 / $0 } ?? (longest > 0 ? apart / longest : 0)
        var group = ShapesArtist.Group(
            stroke: try color?.validated().asShapePaint ?? .series(nextSeries()))
        group.width = try Validate.size(width, "width") ?? 1.3
        group.heads = 7
        for index in field.x.indices {
            let (a, b) = (field.x[index], field.y[index])
            let (du, dv) = (field.u[index] * unit, field.v[index] * unit)
            guard [a, b, du, dv].allSatisfy(\.isFinite), du != 0 || dv != 0 else { continue }
            group.runs.append([Point(a, b), Point(a + du, b + dv)])
        }
        var arrows = ShapesArtist(kind: "quiver plot", groups: [group], label: label)
        arrows.count = group.runs.count
        arrows.summary = "longest \(NumberText.short(longest))"
        self.x.wholeNumbers = false
        self.y.wholeNumbers = false
        artists.append(.shapes(arrows))
        return self
    }

    /// Adds lines along a field that is given on a grid, evenly spaced, with arrows in its direction.
    @discardableResult
    package func addStream(
        _ x: any PlotData, _ y: any PlotData, _ u: any PlotData, _ v: any PlotData,
        density: Double = 1, color: Color? = nil, linewidth: Double = 1.2
    ) throws(PlotError) -> Axes {
        let (um, vm) = (
            try u.plotArray().matrix("streamplot's u"), try v.plotArray().matrix("streamplot's v")
        )
        let xs = try Self.gridAxis(x, um, "x", along: true)
        let ys = try Self.gridAxis(y, um, "y", along: false)
        guard um.rows == vm.rows, um.columns == vm.columns, um.rows > 1, um.columns > 1 else {
            throw .shape(
                what: "streamplot", expected: "u and v of one shape, at least [2, 2]",
                given: [vm.rows, vm.columns])
        }
        guard density > 0.05, density <= 10 else {
            throw .badValue(
                what: "density", given: "\(density)", expected: "a number from 0.05 to 10")
        }
        let lines = StreamLines(um, vm, density: density).lines
        var group = ShapesArtist.Group(
            stroke: try color?.validated().asShapePaint ?? .series(nextSeries()))
        group.width = try Validate.size(linewidth, "linewidth") ?? 1.2
        var heads = group
        heads.heads = 8
        for line in lines {
            let places = line.map {
                Point(DrawContext.between(xs, $0.x), DrawContext.between(ys, $0.y))
            }
            group.runs.append(places)
            let middle = places.count / 2
            if middle > 0 { heads.runs.append([places[middle - 1], places[middle]]) }
        }
        heads.headsOnly = true
        var stream = ShapesArtist(kind: "stream plot", groups: [group, heads])
        stream.count = lines.count
        stream.stickyX = [xs.min() ?? 0, xs.max() ?? 1]
        stream.stickyY = [ys.min() ?? 0, ys.max() ?? 1]
        self.x.wholeNumbers = false
        self.y.wholeNumbers = false
        artists.append(.shapes(stream))
        return self
    }

    /// The coordinates along one axis of a grid, given in a row or as a mesh.
    static func gridAxis(
        _ data: any PlotData, _ matrix: Matrix, _ name: String, along columns: Bool
    ) throws(PlotError) -> [Double] {
        let array = try data.plotArray()
        let size = columns ? matrix.columns : matrix.rows
        if array.shape == [matrix.rows, matrix.columns], array.shape.count == 2 {
            return (0..<size).map { array.values[columns ? $0 : $0 * matrix.columns] }
        }
        guard array.values.count == size else {
            throw .lengthMismatch(
                what: "the grid", first: "its values along \(name)", count: size, second: name,
                otherCount: array.values.count)
        }
        return array.values
    }
}

extension Color {
    var asShapePaint: ShapePaint { .color(self) }
}

/// Lines along a field on a grid, started where no other line is near (as matplotlib's streamplot: a mask
/// of cells, each crossed by one line, filled from its border inwards).
private struct StreamLines {
    private let u: Matrix
    private let v: Matrix
    private let side: Int
    private var taken: [Bool]
    private(set) var lines: [[Point]] = []

    init(_ u: Matrix, _ v: Matrix, density: Double) {
        self.u = u
        self.v = v
        side = max(4, Int(30 * density))
        taken = [Bool](repeating: false, count: side * side)
        for ring in 0..<((side + 1) / 2) {
            for along in ring..<(side - ring) {
                for (row, column) in [
                    (ring, along), (side - 1 - ring, along), (along, ring),
                    (along, side - 1 - ring),
                ] where !taken[row * side + column] {
                    start(row, column)
                }
            }
        }
    }

    private func cell(_ point: Point) -> Int {
        let column = min(side - 1, Int(point.x / Double(u.columns - 1) * Double(side)))
        let row = min(side - 1, Int(point.y / Double(u.rows - 1) * Double(side)))
        return row * side + column
    }

    /// The direction at a place, of length 1 in cells of the mask; nil where there is none.
    private func direction(_ point: Point) -> Point? {
        guard point.x >= 0, point.y >= 0, point.x <= Double(u.columns - 1),
            point.y <= Double(u.rows - 1)
        else { return nil }
        let (column, row) = (min(u.columns - 2, Int(point.x)), min(u.rows - 2, Int(point.y)))
        let (a, b) = (point.x - Double(column), point.y - Double(row))
        func value(_ m: Matrix) -> Double {
            (m[row, column] * (1 - a) + m[row, column + 1] * a) * (1 - b)
                + (m[row + 1, column] * (1 - a) + m[row + 1, column + 1] * a) * b
        }
        let length = Numerics.hypot(value(u), value(v))
        guard length > 1e-12, length.isFinite else { return nil }
        // Both axes of the mask are as long.
        let (dx, dy) = (value(u) / length, value(v) / length)
        return Point(
            dx * Double(u.columns - 1) / Double(side), dy * Double(u.rows - 1) / Double(side))
    }

    private mutating func start(_ row: Int, _ column: Int) {
        let seed = Point(
            (Double(column) + 0.5) / Double(side) * Double(u.columns - 1),
            (Double(row) + 0.5) / Double(side) * Double(u.rows - 1))
        var own: [Int] = [cell(seed)]
        func walk(_ sign: Double) -> [Point] {
            var points: [Point] = []
            var at = seed
            for _ in 0..<(side * 20) {
                guard let first = direction(at) else { break }
                let half = Point(at.x + sign * first.x * 0.1, at.y + sign * first.y * 0.1)
                guard let slope = direction(half) else { break }
                let next = Point(at.x + sign * slope.x * 0.2, at.y + sign * slope.y * 0.2)
                guard next.x >= 0, next.y >= 0, next.x <= Double(u.columns - 1),
                    next.y <= Double(u.rows - 1)
                else { break }
                let place = cell(next)
                if place != own.last {
                    if taken[place] || own.contains(place) { break }
                    own.append(place)
                }
                at = next
                points.append(at)
            }
            return points
        }
        let backwards = walk(-1)
        own.append(cell(seed))
        let forwards = walk(1)
        let line = backwards.reversed() + [seed] + forwards
        guard Set(own).count >= max(3, side / 8) else { return }
        for place in own { taken[place] = true }
        lines.append(
            line.enumerated().filter { $0.offset % 2 == 0 || $0.offset == line.count - 1 }.map(
                \.element))
    }
}
