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
            var bands = ContourBands(contour.z, xs, ys, levels: contour.levels)
            for (index, color) in colors.enumerated() {
                var path = PathMark(
                    fill: Fill(.color(color), opacity: contour.opacity), closed: true)
                bands.rings(of: index) { path.add($0) }
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
