class Shape {
    let name: String
    init(name: String) { self.name = name }
    func area() -> Double { 0 }
    func describe() -> String { "\(name) with area \(area())" }
    var sides: Int { 0 }
}
class Circle: Shape {
    var radius: Double
    init(radius: Double) { self.radius = radius; super.init(name: "Circle") }
    override func area() -> Double { 3 * radius * radius }
}
class Rect: Shape {
    var w: Double, h: Double
    init(_ w: Double, _ h: Double, name: String = "Rect") { self.w = w; self.h = h; super.init(name: name) }
    override func area() -> Double { w * h }
    override var sides: Int { 4 }
    override func describe() -> String { "[" + super.describe() + "]" }
}
final class Square: Rect {
    convenience init(side: Double) { self.init(side, side, name: "Square") }
}
let shapes: [Shape] = [Circle(radius: 2), Rect(2, 3), Square(side: 4)]
for s in shapes { print(s.describe(), s.sides) }
var total = 0.0
for s in shapes { total += s.area() }
print(total)
if let r = shapes[1] as? Rect { print("rect", r.w) }
print(shapes[0] is Circle, shapes[0] is Rect, shapes[2] is Rect)
let sq = shapes[2] as! Square
sq.w = 10
print(shapes[2].area(), sq === shapes[2], sq !== shapes[1])
let mixed = [Circle(radius: 1), Square(side: 1)]
print(mixed.map { $0.area() })
class Counter { static var count = 0; var id: Int; init() { Counter.count += 1; id = Counter.count }; class func make() -> Counter { Counter() } ; static func reset() { count = 0 } }
let a = Counter(), b = Counter.make()
print(a.id, b.id, Counter.count)
Counter.reset(); print(Counter.count)
print(type(of: shapes[2]) == Square.self, type(of: shapes[0]))
let same = a
same.id = 99
print(a.id)
func change(_ c: Counter) { c.id += 1 }
change(a); print(a.id)
