/// The outlines of markers about their centre.
enum MarkerShape {
    /// Runs of points; open signs are lines, the others closed areas.
    static func outline(_ marker: Marker, size: Double) -> [[Point]] {
        let r = size / 2
        switch marker.sign {
        case "s": return [box(r * 0.9)]
        case "^": return [[Point(0, -r), Point(r, r * 0.8), Point(-r, r * 0.8)]]
        case "v": return [[Point(0, r), Point(r, -r * 0.8), Point(-r, -r * 0.8)]]
        case "<": return [[Point(-r, 0), Point(r * 0.8, r), Point(r * 0.8, -r)]]
        case ">": return [[Point(r, 0), Point(-r * 0.8, r), Point(-r * 0.8, -r)]]
        case "D":
            return [[Point(0, -r * 1.1), Point(r * 1.1, 0), Point(0, r * 1.1), Point(-r * 1.1, 0)]]
        case "x":
            let d = r * 0.8
            return [[Point(-d, -d), Point(d, d)], [Point(-d, d), Point(d, -d)]]
        case "+": return [[Point(-r, 0), Point(r, 0)], [Point(0, -r), Point(0, r)]]
        case "|": return [[Point(0, -r), Point(0, r)]]
        case "_": return [[Point(-r, 0), Point(r, 0)]]
        case "*": return [polygon(10, r * 1.15, inner: 0.42)]
        case "p": return [polygon(5, r, inner: 1)]
        case "h": return [polygon(6, r, inner: 1)]
        case "P": return [cross(r)]
        case "X":
            let turned = cross(r).map {
                Point(($0.x - $0.y) * 0.7071, ($0.x + $0.y) * 0.7071)
            }
            return [turned]
        default: return [polygon(16, r, inner: 1)]
        }
    }

    private static func box(_ r: Double) -> [Point] {
        [Point(-r, -r), Point(r, -r), Point(r, r), Point(-r, r)]
    }

    private static func polygon(_ corners: Int, _ radius: Double, inner: Double) -> [Point] {
        (0..<corners).map { corner in
            let angle = Double(corner) / Double(corners) * 2 * .pi - .pi / 2
            let r = corner % 2 == 1 ? radius * inner : radius
            return Point(r * Numerics.cosine(angle), r * Numerics.sine(angle))
        }
    }

    private static func cross(_ r: Double) -> [Point] {
        let a = r * 0.36
        return [
            Point(-a, -r), Point(a, -r), Point(a, -a), Point(r, -a), Point(r, a), Point(a, a),
            Point(a, r), Point(-a, r), Point(-a, a), Point(-r, a), Point(-r, -a), Point(-a, -a),
        ]
    }
}
