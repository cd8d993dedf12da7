struct Circle {
    var radius: Double
    var diameter: Double {
        get { radius * 2 }
        set { radius = newValue / 2 }
    }
    var area: Double { Double.pi * radius * radius }
    var circumference: Double {
        get { return 2 * .pi * radius }
        set(length) { radius = length / (2 * .pi) }
    }
    static let unit = Circle(radius: 1)
}
var c = Circle(radius: 2)
print(c.diameter, c.area)
c.diameter = 10
print(c.radius)
c.diameter += 2
print(c.radius, Circle.unit.area)
c.circumference = 2 * .pi
print(c.radius)
struct Clock {
    var seconds = 0
    var minutes: Int { get { seconds / 60 } set { seconds = newValue * 60 + seconds % 60 } }
    var text: String {
        let m = minutes, s = seconds % 60
        return (m < 10 ? "0" : "") + "\(m):" + (s < 10 ? "0" : "") + "\(s)"
    }
}
var clock = Clock(seconds: 125)
print(clock.text)
clock.minutes += 10
print(clock.text, clock.seconds)
struct Names { var list = ["a", "b"]; var first: String { get { list[0] } set { list[0] = newValue } }; var joined: String { list.joined(separator: "+") } }
var names = Names()
names.first = "z"
names.first += "y"
names.first.append("x")
print(names.joined)
extension Int { var squared: Int { self * self }; var isEven: Bool { self % 2 == 0 } }
print(5.squared, 4.isEven, (2 + 1).squared)
var global: Int { 40 + 2 }
print(global)
var stored = 1
var doubled: Int { get { stored * 2 } set { stored = newValue / 2 } }
doubled = 50
print(stored, doubled)
