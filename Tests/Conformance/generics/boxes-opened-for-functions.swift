protocol Shape {
    static var kind: String { get }
    var name: String { get }
    func area() -> Double
    func doubled() -> Self
}
struct Square: Shape {
    static var kind: String { "square kind" }
    var side: Double
    var name: String { "square" }
    func area() -> Double { side * side }
    func doubled() -> Square { Square(side: side * 2) }
}
struct Circle: Shape {
    static var kind: String { "circle kind" }
    var radius: Double
    var name: String { "circle" }
    func area() -> Double { 3 * radius * radius }
    func doubled() -> Circle { Circle(radius: radius * 2) }
}

func report<S: Shape>(_ shape: S, prefix: String = "-", times: Int = 1) -> String {
    String(repeating: prefix, count: times) + "\(S.self) \(S.kind) \(shape.name) \(shape.doubled().area())"
}
func reportSome(_ shape: some Shape) -> String { "\(type(of: shape)): \(shape.area())" }
func pair<S: Shape>(_ shape: S, with text: String) -> (S, String) { (shape, text) }
func twice<S: Shape>(_ shape: S) -> [S] { [shape, shape.doubled()] }
func large<S: Shape>(_ shape: S) -> S? { shape.area() > 5 ? shape : nil }
func grow<S: Shape>(_ shape: inout S) { shape = shape.doubled() }
func failing<S: Shape>(_ shape: S) throws -> String {
    if shape.area() > 100 { throw TooLarge(name: shape.name) }
    return shape.name
}
struct TooLarge: Error { var name: String }

let shapes: [any Shape] = [Square(side: 2), Circle(radius: 1), Square(side: 20)]
for shape in shapes {
    print(report(shape), reportSome(shape))
    print(report(shape, prefix: "*", times: 2))
    print(large(shape)?.name ?? "small", twice(shape).map { $0.area() })
    do { print(try failing(shape)) } catch { print("caught", error) }
}
print(pair(shapes[0], with: "first"))
print(shapes.map { report($0) }.count)
var one = shapes[1]
grow(&one)
print(one.area(), shapes[1].area())

final class Register {
    var lines: [String] = []
    func add<S: Shape>(_ shape: S, count: Int) { lines.append("\(S.self) x \(count)") }
}
let register = Register()
for (index, shape) in shapes.enumerated() { register.add(shape, count: index) }
print(register.lines)
extension Shape {
    func compare<Other: Shape>(to other: Other) -> String { "\(Self.self) and \(Other.self)" }
}
print(shapes[0].compare(to: shapes[1]), Square(side: 1).compare(to: shapes[1]))
func say(_ text: String) -> String { print("said", text); return text }
func make() -> any Shape { print("made"); return Square(side: 1) }
print(report(make(), prefix: say("+"), times: 3))
