struct Point: Equatable { var x, y: Double
    static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
    static func / (a: Point, k: Double) -> Point { Point(x: a.x / k, y: a.y / k) }
    func squaredDistance(to p: Point) -> Double { (x - p.x) * (x - p.x) + (y - p.y) * (y - p.y) } }
extension Collection where Element == Point { var centre: Point? { isEmpty ? nil : reduce(Point(x: 0, y: 0), +) / Double(count) } }
func kMeans(_ points: [Point], start: [Point], limit: Int = 20) -> (centres: [Point], labels: [Int], steps: Int) {
    var centres = start, labels = [Int](repeating: -1, count: points.count)
    for step in 1...limit {
        let next = points.map { p in centres.indices.min { centres[$0].squaredDistance(to: p) < centres[$1].squaredDistance(to: p) }! }
        if next == labels { return (centres, labels, step) }
        labels = next
        let groups = Dictionary(grouping: points.indices) { labels[$0] }
        for (k, members) in groups { centres[k] = members.map { points[$0] }.centre! }
    }
    return (centres, labels, limit)
}
let points = [(1, 1), (1.5, 2), (1, 0.5), (8, 8), (9, 8.5), (8.5, 9), (0.5, 1.5)].map { Point(x: $0.0, y: $0.1) }
let (centres, labels, steps) = kMeans(points, start: [points[0], points[1]])
print(labels, steps)
for c in centres { print(c) }
print([Point]().centre as Any, points.map { $0.squaredDistance(to: centres[0]) }.max()! > 100)
