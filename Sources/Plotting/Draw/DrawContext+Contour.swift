extension DrawContext {
    func marks(_ contour: ContourArtist) throws(PlotError) -> [Mark] {
        let low = contour.levels.first ?? 0
        let high = contour.levels.last ?? 1
        let scale = try ColorScale(map: contour.colormap, low: low, high: high)
        let xs = contour.x.map { x($0) }
        let ys = contour.y.map { y($0) }
        var marks: [Mark] = []
        if contour.filled {
            let colors = contour.bandColors(scale)
            for (index, color) in colors.enumerated() {
                var path = PathMark(
                    fill: Fill(.color(color), opacity: contour.opacity), closed: true)
                ContourBands.areas(
                    contour.z, xs, ys, low: contour.levels[index], high: contour.levels[index + 1],
                    last: index == colors.count - 1
                ) { path.add($0) }
                // A hair of its own colour closes the seams that viewers leave between areas.
                path.keepsColor = true
                if contour.opacity > 0.999 { path.stroke = Stroke(.color(color), width: 0.6) }
                if !path.points.isEmpty { marks.append(.path(path)) }
            }
            return marks
        }
        for (index, level) in contour.levels.enumerated() {
            let paint: Paint =
                contour.colors.isEmpty
                ? .color(scale.color(level) ?? scale.colors[0])
                : palette.resolve(contour.colors[index % contour.colors.count], series: 0)
            let width = contour.width * Pixels.perPoint
            var stroke = Stroke(paint, width: width, opacity: contour.opacity)
            stroke.dash = contour.style.pattern.map { $0 * max(width, 1.2) }
            var path = PathMark(stroke: stroke)
            for line in ContourLines.lines(contour.z, level: level) {
                path.add(
                    line.map { place in
                        Point(Self.between(xs, place.x), Self.between(ys, place.y))
                    })
            }
            if !path.points.isEmpty { marks.append(.path(path)) }
        }
        return marks
    }

    /// The value at a broken index.
    static func between(_ values: [Double], _ place: Double) -> Double {
        let below = max(0, min(values.count - 1, Int(place)))
        let above = min(below + 1, values.count - 1)
        return values[below] + (values[above] - values[below]) * (place - Double(below))
    }
}

extension ContourArtist {
    /// The colour of each band, from the middle of its two levels.
    func bandColors(_ scale: ColorScale) -> [RGBA] {
        guard levels.count > 1 else { return [] }
        return (0..<(levels.count - 1)).map { index in
            // The lowest and the highest band get the ends of the map.
            let count = levels.count - 1
            let share = count > 1 ? Double(index) / Double(count - 1) : 0.5
            return scale.colors[
                min(scale.colors.count - 1, Int(share * Double(scale.colors.count - 1) + 0.5))]
        }
    }
}

/// Lines of equal value through a grid: marching squares, joined into long lines.
enum ContourLines {
    /// Lines in broken indices: x along columns, y along rows.
    static func lines(_ z: Matrix, level: Double) -> [[Point]] {
        guard z.rows > 1, z.columns > 1 else { return [] }
        // Each crossing lies on one edge of the grid; an edge is known by its number.
        var next: [Int: [Int]] = [:]
        var order: [Int] = []
        func horizontal(_ row: Int, _ column: Int) -> Int { (row * z.columns + column) * 2 }
        func vertical(_ row: Int, _ column: Int) -> Int { (row * z.columns + column) * 2 + 1 }
        func join(_ a: Int, _ b: Int) {
            if next[a] == nil { order.append(a) }
            if next[b] == nil { order.append(b) }
            next[a, default: []].append(b)
            next[b, default: []].append(a)
        }
        for row in 0..<(z.rows - 1) {
            for column in 0..<(z.columns - 1) {
                let (a, b) = (z[row, column], z[row, column + 1])
                let (d, c) = (z[row + 1, column], z[row + 1, column + 1])
                guard a.isFinite, b.isFinite, c.isFinite, d.isFinite else { continue }
                let code =
                    (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0)
                    | (d >= level ? 8 : 0)
                guard code != 0, code != 15 else { continue }
                let top = horizontal(row, column)
                let bottom = horizontal(row + 1, column)
                let left = vertical(row, column)
                let right = vertical(row, column + 1)
                switch code {
                case 1, 14: join(left, top)
                case 2, 13: join(top, right)
                case 3, 12: join(left, right)
                case 4, 11: join(right, bottom)
                case 6, 9: join(top, bottom)
                case 7, 8: join(left, bottom)
                default:
                    // A saddle: the mean decides which corners belong together.
                    let high = (a + b + c + d) / 4 >= level
                    if (code == 5) == high {
                        join(top, right)
                        join(left, bottom)
                    } else {
                        join(left, top)
                        join(right, bottom)
                    }
                }
            }
        }
        func place(_ edge: Int) -> Point {
            let cell = edge / 2
            let (row, column) = (cell / z.columns, cell % z.columns)
            let a = z[row, column]
            if edge % 2 == 0 {
                let b = z[row, column + 1]
                return Point(Double(column) + share(a, b, level), Double(row))
            }
            let b = z[row + 1, column]
            return Point(Double(column), Double(row) + share(a, b, level))
        }
        var used = Set<Int>()
        func follow(_ start: Int) -> [Point] {
            var line = [place(start)]
            used.insert(start)
            var at = start
            while let onward = next[at]?.first(where: { !used.contains($0) }) {
                used.insert(onward)
                line.append(place(onward))
                at = onward
            }
            if at != start, line.count > 2, next[at]?.contains(start) == true {
                line.append(line[0])
            }
            return line
        }
        var result: [[Point]] = []
        for edge in order where next[edge]?.count == 1 && !used.contains(edge) {
            result.append(follow(edge))
        }
        for edge in order where !used.contains(edge) { result.append(follow(edge)) }
        return result.filter { $0.count > 1 }
    }

    private static func share(_ a: Double, _ b: Double, _ level: Double) -> Double {
        a == b ? 0.5 : max(0, min(1, (level - a) / (b - a)))
    }
}

/// The areas between two values on a grid.
enum ContourBands {
    /// The outlines of the part of the grid between the levels: the parts of its cells without the borders
    /// that two of them share.
    static func areas(
        _ z: Matrix, _ xs: [Double], _ ys: [Double], low: Double, high: Double, last: Bool,
        _ emit: ([Point]) -> Void
    ) {
        guard z.rows > 1, z.columns > 1 else { return }
        let (rows, columns) = (z.rows - 1, z.columns - 1)
        func inside(_ value: Double) -> Bool {
            value >= low && (value < high || last && value <= high)
        }
        // Of each value whether it lies below, in or above the band; −9 where it is no number.
        let side = z.values.map { value -> Int8 in
            guard value.isFinite else { return -9 }
            return inside(value) ? 0 : value < low ? -1 : 1
        }
        var whole = [Bool](repeating: false, count: rows * columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let at = row * z.columns + column
                whole[row * columns + column] =
                    side[at] == 0 && side[at + 1] == 0 && side[at + z.columns] == 0
                    && side[at + z.columns + 1] == 0
            }
        }
        var outline = Outline()
        for row in 0..<rows {
            for column in 0..<columns {
                let at = row * z.columns + column
                let corners = [at, at + 1, at + z.columns + 1, at + z.columns]
                let places = [
                    Point(xs[column], ys[row]), Point(xs[column + 1], ys[row]),
                    Point(xs[column + 1], ys[row + 1]), Point(xs[column], ys[row + 1]),
                ]
                if whole[row * columns + column] {
                    // Borders between two whole cells are none of the outline.
                    let neighbours = [
                        row > 0 && whole[(row - 1) * columns + column],
                        column + 1 < columns && whole[row * columns + column + 1],
                        row + 1 < rows && whole[(row + 1) * columns + column],
                        column > 0 && whole[row * columns + column - 1],
                    ]
                    for edge in 0..<4 where !neighbours[edge] {
                        outline.add(places[edge], places[(edge + 1) % 4])
                    }
                    continue
                }
                let sides = corners.map { side[$0] }
                if sides.contains(-9) || sides.allSatisfy({ $0 < 0 })
                    || sides.allSatisfy({ $0 > 0 })
                {
                    continue
                }
                var polygon = zip(places, corners).map { ($0, z.values[$1]) }
                polygon = cut(polygon, at: low, keepAbove: true)
                polygon = cut(polygon, at: high, keepAbove: false)
                guard polygon.count > 2 else { continue }
                for (index, corner) in polygon.enumerated() {
                    outline.add(corner.0, polygon[(index + 1) % polygon.count].0)
                }
            }
        }
        outline.trace(emit)
    }

    /// Directed borders of areas; two that run against each other take each other away.
    private struct Outline {
        /// Places in hundredths of a pixel, both in one number.
        private var next: [UInt64: [UInt64]] = [:]
        private var order: [UInt64] = []

        private static func key(_ point: Point) -> UInt64 {
            func part(_ value: Double) -> UInt64 {
                let near = max(-1e7, min(1e7, value.isFinite ? value : 0))
                return UInt64(UInt32(bitPattern: Int32((near * 100).rounded())))
            }
            return part(point.x) << 32 | part(point.y)
        }

        private static func place(_ key: UInt64) -> (x: Int, y: Int) {
            (
                Int(Int32(bitPattern: UInt32(key >> 32))),
                Int(Int32(bitPattern: UInt32(truncatingIfNeeded: key)))
            )
        }

        mutating func add(_ a: Point, _ b: Point) {
            let (from, to) = (Self.key(a), Self.key(b))
            guard from != to else { return }
            if let index = next[to]?.firstIndex(of: from) {
                next[to]?.remove(at: index)
                return
            }
            if next[from] == nil { order.append(from) }
            next[from, default: []].append(to)
        }

        /// The borders that are left, joined into rings without corners on straight lines.
        mutating func trace(_ emit: ([Point]) -> Void) {
            for start in order {
                while let first = next[start]?.popLast() {
                    var ring = [start]
                    var at = first
                    while at != start, let onward = next[at]?.popLast() {
                        ring.append(at)
                        at = onward
                    }
                    let places = ring.map(Self.place)
                    var points: [Point] = []
                    for (index, here) in places.enumerated() {
                        let before = places[(index + places.count - 1) % places.count]
                        let after = places[(index + 1) % places.count]
                        let turn =
                            (here.x - before.x) * (after.y - here.y)
                            - (here.y - before.y) * (after.x - here.x)
                        if turn != 0 {
                            points.append(Point(Double(here.x) / 100, Double(here.y) / 100))
                        }
                    }
                    if points.count > 2 { emit(points) }
                }
            }
        }
    }

    /// The part of a polygon on one side of a level (Sutherland and Hodgman).
    private static func cut(
        _ polygon: [(Point, Double)], at level: Double, keepAbove: Bool
    ) -> [(Point, Double)] {
        var result: [(Point, Double)] = []
        for (index, current) in polygon.enumerated() {
            let previous = polygon[(index + polygon.count - 1) % polygon.count]
            let currentIn = keepAbove ? current.1 >= level : current.1 <= level
            let previousIn = keepAbove ? previous.1 >= level : previous.1 <= level
            if currentIn != previousIn, current.1 != previous.1 {
                let share = (level - previous.1) / (current.1 - previous.1)
                result.append(
                    (
                        Point(
                            previous.0.x + (current.0.x - previous.0.x) * share,
                            previous.0.y + (current.0.y - previous.0.y) * share), level
                    ))
            }
            if currentIn { result.append(current) }
        }
        return result
    }
}
