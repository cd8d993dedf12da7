protocol Shape {
    var area: Double { get }
    var name: String { get }
    func scaled(by k: Double) -> Self
}
struct Square: Shape {
    var side: Double
    var area: Double { side * side }
    let name = "square"
    func scaled(by k: Double) -> Square { Square(side: side * k) }
}
struct Circle: Shape {
    var radius: Double
    var area: Double { 3 * radius * radius }
    var name: String { "circle" }
    func scaled(by k: Double) -> Circle { Circle(radius: radius * k) }
}
let shapes: [any Shape] = [Square(side: 2), Circle(radius: 1)]
for s in shapes { print(s.name, s.area, s.scaled(by: 2).area) }
func largest(_ shapes: [any Shape]) -> any Shape { shapes.max { $0.area < $1.area }! }
print(largest(shapes).name)
func describe(_ s: some Shape) -> String { "\(s.name): \(s.area)" }
func describeGeneric<S: Shape>(_ s: S) -> String { "\(s.scaled(by: 3).area)" }
print(describe(Square(side: 3)), describeGeneric(Circle(radius: 1)))
protocol Named { var name: String { get set } }
protocol Aged { var age: Int { get }; mutating func birthday() }
struct Person: Named, Aged { var name: String; var age: Int; mutating func birthday() { age += 1 } }
func greet(_ p: any Named & Aged) -> String { "\(p.name), \(p.age)" }
var p = Person(name: "Ada", age: 36)
p.birthday()
print(greet(p))
func rename<T: Named>(_ t: inout T, to name: String) { t.name = name }
rename(&p, to: "Bob")
print(p)
var named: any Named = p
named.name = "Eve"
print(named.name, p.name)
for s in shapes { if let square = s as? Square { print("side", square.side) } }
print(shapes[0] is Circle, (shapes[1] as! Circle).radius, type(of: shapes[0]))
func make(_ round: Bool) -> any Shape { round ? Circle(radius: 2) : Square(side: 1) }
print(make(true).area, make(false).area)
func opaque() -> some Shape { Square(side: 9) }
print(opaque().area)
