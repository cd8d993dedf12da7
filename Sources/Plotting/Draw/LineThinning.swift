/// Makes long lines short without a visible change.
enum LineThinning {
    /// Cuts a line at its gaps and at the surroundings of the box, and keeps of each run of many
    /// points the first, the lowest, the highest and the last in each pixel column.
    static func runs(
        _ points: [Point], in box: Rect, clips: Bool = true, _ emit: ([Point]) -> Void
    ) {
        var run: [Point] = []
        let many = Double(points.count) > box.width * 3
        let near = Rect(
            x: box.x - 50, y: box.y - 50, width: box.width + 100, height: box.height + 100)
        func close() {
            guard !run.isEmpty else { return }
            emit(many ? thinned(run) : run)
            run = []
        }
        var previous: Point?
        for point in points {
            guard point.x.isFinite, point.y.isFinite else {
                close()
                previous = nil
                continue
            }
            guard clips else {
                run.append(point)
                continue
            }
            let inside = near.contains(point)
            guard let last = previous else {
                previous = point
                if inside { run.append(point) }
                continue
            }
            previous = point
            if inside, near.contains(last) {
                run.append(point)
                continue
            }
            guard let (a, b) = clipped(last, point, near) else {
                close()
                continue
            }
            if run.isEmpty { run.append(a) }
            run.append(b)
            if !inside { close() }
        }
        close()
    }

    /// The part of a stretch inside a rectangle (Liang and Barsky).
    private static func clipped(_ a: Point, _ b: Point, _ rect: Rect) -> (Point, Point)? {
        let dx = b.x - a.x
        let dy = b.y - a.y
        var first = 0.0
        var last = 1.0
        for (p, q) in [
            (-dx, a.x - rect.x), (dx, rect.right - a.x), (-dy, a.y - rect.y),
            (dy, rect.bottom - a.y),
        ] {
            if p == 0 {
                if q < 0 { return nil }
                continue
            }
            let r = q / p
            if p < 0 { first = max(first, r) } else { last = min(last, r) }
        }
        guard first <= last else { return nil }
        return (Point(a.x + first * dx, a.y + first * dy), Point(a.x + last * dx, a.y + last * dy))
    }

    /// First, lowest, highest and last of each pixel column, in the order of the line.
    private static func thinned(_ points: [Point]) -> [Point] {
        guard points.count > 8 else { return points }
        var result: [Point] = []
        var start = 0
        while start < points.count {
            let column = points[start].x.rounded(.down)
            var end = start + 1
            while end < points.count, points[end].x.rounded(.down) == column { end += 1 }
            var low = start
            var high = start
            for index in start..<end {
                if points[index].y < points[low].y { low = index }
                if points[index].y > points[high].y { high = index }
            }
            var last = -1
            for index in [start, min(low, high), max(low, high), end - 1] where index > last {
                result.append(points[index])
                last = index
            }
            start = end
        }
        return result
    }
}
