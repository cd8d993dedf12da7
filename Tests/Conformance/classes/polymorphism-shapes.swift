class Shape: CustomStringConvertible {
    var area: Double { fatalError("abstract") }
    var name: String { "shape" }
    var description: String { "\(name) with area \(area)" }
    func scaled(by k: Double) -> Shape { self }
}
class Square: Shape {
    var side: Double
    init(side: Double) { self.side = side }
    override var area: Double { side * side }
    override var name: String { "square" }
    override func scaled(by k: Double) -> Shape { Square(side: side * k) }
}
class Disc: Shape {
    private let radius: Double
    init(radius: Double) { self.radius = radius }
    override var area: Double { 3 * radius * radius }
    override var name: String { "disc" }
    override func scaled(by k: Double) -> Disc { Disc(radius: radius * k) }
}
class NamedSquare: Square {
    let label: String
    init(_ label: String, side: Double) { self.label = label; super.init(side: side) }
    override var name: String { label + " " + super.name }
    override var side: Double { didSet { print("side of", label, oldValue, "->", side) } }
}
let shapes: [Shape] = [Square(side: 2), Disc(radius: 1), NamedSquare("red", side: 3)]
for s in shapes { print(s, s.scaled(by: 2).area) }
print(shapes.map(\.area).reduce(0, +), shapes.max { $0.area < $1.area }!.name)
(shapes[2] as! Square).side = 5
print(shapes[2], shapes.filter { $0 is Square }.count)
let groups = Dictionary(grouping: shapes) { $0.area > 5 }
print(groups[true]!.count, groups[false]!.count)
