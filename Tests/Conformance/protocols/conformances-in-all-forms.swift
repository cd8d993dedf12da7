// What a protocol asks for may come from the type, a superclass, an extension under conditions, a default, or from what
// Swift adds by itself.
struct Countdown: Sequence {
    let start: Int
    func makeIterator() -> some IteratorProtocol<Int> { Steps(n: start) }
    struct Steps: IteratorProtocol {
        var n: Int
        mutating func next() -> Int? { defer { n -= 1 }; return n > 0 ? n : nil }
    }
}
print(Array(Countdown(start: 3)), Countdown(start: 4).reduce(0, +))

struct Both: Sequence, IteratorProtocol {
    typealias Element = String
    var left = 2
    mutating func next() -> String? { if left == 0 { return nil }; left -= 1; return "x\(left)" }
}
print(Both().map { $0 }, Both().joined(separator: "-"))

class Source: Sequence {
    func makeIterator() -> AnyIterator<Int> { var n = 0; return AnyIterator { n += 1; return n < 4 ? n : nil } }
}
final class Doubled: Source {
    override func makeIterator() -> AnyIterator<Int> { var i = super.makeIterator(); _ = i.next(); return i }
}
print(Array(Source()), Array(Doubled()))

struct Box<T> { var items: [T] }
extension Box: Sequence { func makeIterator() -> IndexingIterator<[T]> { items.makeIterator() } }
extension Box: Equatable where T: Equatable {}
extension Box: Hashable where T: Hashable {}
extension Box: Comparable where T: Comparable { static func < (a: Box, b: Box) -> Bool { a.items.lexicographicallyPrecedes(b.items) } }
extension Box: CustomStringConvertible where T: CustomStringConvertible { var description: String { items.map(\.description).joined(separator: "|") } }
extension Box: ExpressibleByArrayLiteral { init(arrayLiteral elements: T...) { items = elements } }
let box: Box = [1, 2, 3]
print(box, box == [1, 2, 3], box < [2], Set([box, box]).count, box.max()!, Box(items: [Both(), Both()]).count { _ in true })

struct Ring: RandomAccessCollection, MutableCollection {
    var a = [1, 2, 3]
    let startIndex = 0
    var endIndex: Int { a.count }
    subscript(i: Int) -> Int { get { a[i] } set { a[i] = newValue } }
}
var ring = Ring()
ring[1] = 9
ring.swapAt(0, 2)
print(ring.count, ring.first!, ring.last!, Array(ring.reversed()), ring.sorted())

struct Letters: Collection {
    enum Position: Int, Comparable { case a, b, end; static func < (x: Position, y: Position) -> Bool { x.rawValue < y.rawValue } }
    var startIndex: Position { .a }
    var endIndex: Position { .end }
    func index(after i: Position) -> Position { Position(rawValue: i.rawValue + 1)! }
    subscript(_ p: Position) -> String { "\(p)" }
}
print(Array(Letters()), Letters().count, Letters().first!, Letters().dropFirst().first!)

protocol Named: CustomStringConvertible, Equatable { var name: String { get } }
extension Named { var description: String { "<\(name)>" }; static func == (a: Self, b: Self) -> Bool { a.name == b.name } }
struct Person: Named { let name: String }
class Dog: Named { let name: String; init(_ n: String) { name = n } }
enum Fruit: String, Named, CaseIterable, Comparable { case apple, pear; var name: String { rawValue }; static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue } }
print(Person(name: "Ada"), Dog("Rex"), Dog("a") == Dog("a"), Person(name: "x") == Person(name: "y"), Fruit.allCases, Fruit.apple < .pear, Fruit.pear == .pear)

class Node: Hashable {
    let id: Int
    init(_ id: Int) { self.id = id }
    static func == (a: Node, b: Node) -> Bool { a.id == b.id }
    func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
class Leaf: Node {}
print(Set([Node(1), Leaf(1), Leaf(2)]).count, Leaf(1) == Node(1))

func == (a: Ticket, b: Ticket) -> Bool { a.number == b.number }
final class Ticket: Equatable { let number: Int; init(_ n: Int) { number = n } }
print(Ticket(1) == Ticket(1), Ticket(2) == Ticket(1), Ticket(1) != Ticket(3))

struct Meters: Strideable, Hashable, ExpressibleByIntegerLiteral, CustomStringConvertible {
    var value: Int
    init(_ v: Int) { value = v }
    init(integerLiteral v: Int) { value = v }
    func distance(to other: Meters) -> Int { other.value - value }
    func advanced(by n: Int) -> Meters { Meters(value + n) }
    var description: String { "\(value)m" }
}
print(Meters(1) < 3, Array(stride(from: Meters(1), to: 7, by: 2)), (Meters(1)...3).map { $0.value })

struct Vector: AdditiveArithmetic {
    var x = 0.0, y = 0.0
    static let zero = Vector()
    static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: Vector, b: Vector) -> Vector { Vector(x: a.x - b.x, y: a.y - b.y) }
}
func total<T: AdditiveArithmetic>(_ xs: [T]) -> T { xs.reduce(.zero, +) }
print(total([Vector(x: 1, y: 2), Vector(x: 3)]), total([1, 2]))

struct Options: OptionSet { let rawValue: Int; static let a = Options(rawValue: 1), b = Options(rawValue: 2) }
print(Options([.a, .b]).contains(.b), ([.a] as Options).union(.b).rawValue)

struct Version: RawRepresentable, Comparable { var rawValue: Int; static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue } }
print(Version(rawValue: 1) < Version(rawValue: 2), Version(rawValue: 3).rawValue)

struct Item: Identifiable { var id = 7; var title = "t" }
class Thing: Identifiable {}
let thing = Thing()
print(Item().id, thing.id == thing.id, [Item(), Item(id: 8)].first { $0.id == 8 }!.title)

struct Celsius: LosslessStringConvertible { var d: Double; init?(_ s: String) { guard let v = Double(s) else { return nil }; d = v }; var description: String { "\(d)°" } }
print(Celsius("3.5")!, Celsius("x") == nil, String(Celsius("1")!))

struct Dice: RandomNumberGenerator { var state: UInt64 = 1; mutating func next() -> UInt64 { state &*= 6364136223846793005; state &+= 1; return state } }
var dice = Dice()
print((1...6).contains(Int.random(in: 1...6, using: &dice)))

struct Log: TextOutputStream { var text = ""; mutating func write(_ s: String) { text += s } }
var log = Log()
print("a", 1, to: &log)
print(log.text.count)

enum Planet: Int, CaseIterable { case mercury = 1, venus }
enum Level: Comparable { case low, mid(Int), high }
enum Shape: CaseIterable { case dot, line(Int); static var allCases: [Shape] { [.dot, .line(1)] } }
print(Planet.allCases.map(\.rawValue), Level.mid(1) < .mid(2), Level.high > .low, Shape.allCases.count)

