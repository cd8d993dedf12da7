func here(line: Int = #line, name: String = #function) -> String { "\(line) \(name)" }
func labelled(first: Int, _ second: Int) -> String { #function }
struct Place {
    var property: String { #function }
    var both: String { get { #function } set { print(#function, newValue) } }
    init() { print(#function) }
    func method(x: Int) -> String { here() }
    subscript(index: Int) -> String { #function }
    static func make() -> String { #function }
    static func + (a: Place, b: Place) -> String { #function }
}
print(#line, labelled(first: 1, 2))
var place = Place()
print(place.property, place.method(x: 2), place[1], Place.make(), place.both, place + place)
place.both = "new"
func outer() -> String {
    func inner(z: Int) -> String { #function }
    let closure = { #function }
    return inner(z: 1) + " " + closure()
}
print(outer())
class Object {
    init?(_ number: Int) {
        print(#function)
        if number < 0 { return nil }
    }
    deinit { print(#function) }
}
_ = Object(1)
print(
    #line,
    #column)
