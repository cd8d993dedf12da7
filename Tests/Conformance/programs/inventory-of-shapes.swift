import Foundation
protocol Shape: CustomStringConvertible { var area: Double { get }; var perimeter: Double { get }; static var kind: String { get } }
extension Shape { var description: String { String(format: "%@ (area %.2f, perimeter %.2f)", Self.kind, area, perimeter) }; var compactness: Double { 4 * .pi * area / (perimeter * perimeter) } }
struct Circle: Shape { let r: Double; var area: Double { .pi * r * r }; var perimeter: Double { 2 * .pi * r }; static let kind = "circle" }
struct Polygon: Shape { let points: [(x: Double, y: Double)]; static let kind = "polygon"
    private var edges: [((x: Double, y: Double), (x: Double, y: Double))] { points.indices.map { (points[$0], points[($0 + 1) % points.count]) } }
    var area: Double { abs(edges.reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2 }
    var perimeter: Double { edges.map { hypot($0.x - $1.x, $0.y - $1.y) }.reduce(0, +) }
    static func regular(_ n: Int, radius: Double) -> Polygon { Polygon(points: (0..<n).map { let a = 2 * .pi * Double($0) / Double(n); return (radius * cos(a), radius * sin(a)) }) } }
final class Group: Shape { var members: [any Shape]; init(_ m: any Shape...) { members = m }; var area: Double { members.reduce(0) { $0 + $1.area } }; var perimeter: Double { members.map(\.perimeter).reduce(0, +) }; static let kind = "group" }
let square = Polygon(points: [(0, 0), (2, 0), (2, 2), (0, 2)]), shapes: [any Shape] = [Circle(r: 1), square, Polygon.regular(6, radius: 1), Group(Circle(r: 2), square)]
for s in shapes { print(s, String(format: "%.3f", s.compactness)) }
let sorted = shapes.sorted { $0.compactness > $1.compactness }.map { type(of: $0).kind }
print(sorted, shapes.compactMap { ($0 as? Group)?.members.count }, shapes.filter { $0 is Polygon }.count)
(shapes[3] as? Group)?.members.append(Circle(r: 10))
print(shapes[3])
