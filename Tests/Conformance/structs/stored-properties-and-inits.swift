struct Point { var x = 0.0, y = 0.0 }
print(Point(), Point(x: 1), Point(y: 2), Point(x: 3, y: 4))
struct Rectangle {
    var origin: Point
    var width: Double
    let height: Double
    init(origin: Point, width: Double, height: Double) {
        self.origin = origin
        self.width = width
        self.height = height
    }
    init(side: Double) { self.init(origin: Point(), width: side, height: side) }
    init?(text: String) {
        let parts = text.split(separator: "x").compactMap { Double($0) }
        guard parts.count == 2 else { return nil }
        self.init(origin: Point(), width: parts[0], height: parts[1])
    }
}
print(Rectangle(side: 3))
print(Rectangle(text: "2x5").map { $0.width * $0.height } as Any, Rectangle(text: "2by5") == nil)
extension Rectangle { static func == (a: Rectangle, b: Rectangle?) -> Bool { b.map { a.width == $0.width } ?? false } }
struct Settings {
    let name: String
    var level = 1
    var tags: [String] = []
    var note: String?
    private(set) var changes = 0
    init(_ name: String) { self.name = name }
    mutating func raise(by amount: Int = 1) { level += amount; changes += 1 }
}
var s = Settings("low")
s.raise(); s.raise(by: 5)
s.tags.append("x")
s.note = "noted"
print(s, s.level, s.changes)
struct Temperature {
    let celsius: Double
    init(celsius: Double) { self.celsius = celsius }
    init(fahrenheit f: Double) { celsius = (f - 32) / 1.8 }
    init(_ kelvin: Double) { celsius = kelvin - 273.15 }
}
print(Temperature(fahrenheit: 212).celsius, Temperature(0).celsius, Temperature(celsius: 5))
struct Empty {}
print(Empty())
struct Late { let a: Int; let b: Int; init(sum: Int) { a = sum / 2; b = sum - a } }
print(Late(sum: 7))
