protocol Greeter {
    var name: String { get }
    func greet() -> String
    func leave() -> String
}
extension Greeter {
    func greet() -> String { "Hello, I am \(name)" }
    func leave() -> String { "Bye from \(name)" }
    func both() -> String { greet() + " / " + leave() }
    var shortName: String { String(name.prefix(1)) }
}
struct Plain: Greeter { let name: String }
struct Rude: Greeter { let name: String; func greet() -> String { "What?" } }
class Robot: Greeter { let name = "R2"; func leave() -> String { "beep" }; func both() -> String { "not a requirement" } }
let all: [any Greeter] = [Plain(name: "Ada"), Rude(name: "Bob"), Robot()]
for g in all { print(g.both(), g.shortName) }
print(Robot().both(), (Robot() as any Greeter).both())
protocol Identified { var id: Int { get } }
protocol Printable { func text() -> String }
extension Printable where Self: Identified { func text() -> String { "item \(id)" } }
struct Item: Identified, Printable { let id: Int }
print(Item(id: 4).text())
protocol Stackable { associatedtype Element; var items: [Element] { get set } }
extension Stackable {
    mutating func push(_ e: Element) { items.append(e) }
    mutating func pop() -> Element? { items.popLast() }
    var top: Element? { items.last }
    var isEmpty: Bool { items.isEmpty }
}
extension Stackable where Element: Numeric { var sum: Element { items.reduce(0, +) } }
struct Numbers: Stackable { var items: [Int] = [] }
struct Words: Stackable { var items = ["first"] }
var n = Numbers()
n.push(3); n.push(4)
print(n.sum, n.pop() as Any, n.top as Any, n.isEmpty)
var w = Words()
w.push("second")
print(w.top!, w.items)
protocol Countdown { static var start: Int { get }; init(); func run() -> [Int] }
extension Countdown { static var start: Int { 3 }; func run() -> [Int] { Array((0...Self.start).reversed()) } ; static func go() -> [Int] { Self().run() } }
struct A: Countdown {}
struct B: Countdown { static let start = 5 }
print(A.go(), B.go())
