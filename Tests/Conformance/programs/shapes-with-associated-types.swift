// Associated types with defaults, boxes that are opened, and containers with a primary associated type.
protocol Shape: CustomStringConvertible { associatedtype Unit: Numeric & Comparable = Double; var area: Unit { get }; static var kind: String { get }; init?(_ text: String) }
extension Shape { var description: String { "\(Self.kind)(\(area))" }; static func largest(_ xs: [Self]) -> Self? { xs.max { $0.area < $1.area } }
    static func parse(_ lines: String...) -> [Self] { lines.compactMap(Self.init) } }
struct Square: Shape { var side: Int; var area: Int { side * side }; static let kind = "sq"; init?(_ t: String) { guard let s = Int(t), s >= 0 else { return nil }; side = s } }
struct Disc: Shape { var r: Double; var area: Double { r * r * 3 }; static var kind: String { "disc" }; init?(_ t: String) { guard let v = Double(t) else { return nil }; r = v } }
print(Square.parse("2", "x", "5"), Square.largest(Square.parse("2", "7"))!, Disc.parse("1", "0.5").map(\.area), Disc("q") == nil)
func report<S: Shape>(_ xs: [S], unit: S.Unit) -> String where S.Unit: CustomStringConvertible { "\(S.kind): \(xs.map { $0.area > unit ? "+" : "-" }.joined()) over \(unit)" }
print(report(Square.parse("1", "3"), unit: 4), report(Disc.parse("2"), unit: 1))
let anyShapes: [any Shape] = [Square("3")!, Disc("2")!]
print(anyShapes.map { type(of: $0).kind }, anyShapes.map(\.description), anyShapes.map { "\($0.area)" })
func double<S: Shape>(_ s: S) -> String { "\(s.area + s.area)" }
for s in anyShapes { print(double(s), terminator: " ") }
print()
protocol Container<Item> { associatedtype Item; var items: [Item] { get set }; mutating func add(_ x: Item); subscript(_ i: Int) -> Item { get } }
extension Container { mutating func add(_ x: Item) { items.append(x) }; subscript(_ i: Int) -> Item { items[i] }; var last: Item? { items.last }
    func mapped<C: Container>(into c: C, _ f: (Item) -> C.Item) -> C { var c = c; for x in items { c.add(f(x)) }; return c } }
extension Container where Item: Hashable { var distinct: Int { Set(items).count } }
extension Container where Item == String { var joined: String { items.joined(separator: "+") } }
struct Bag<T>: Container { var items: [T] = [] }
struct Log: Container { var items: [String] = []; mutating func add(_ x: String) { items.append("[\(x)]") } }
var bag = Bag(items: [1, 2, 2]); bag.add(3)
print(bag.distinct, bag[3], bag.last!, bag.mapped(into: Log()) { "\($0)" }.joined, bag.mapped(into: Bag<Double>()) { Double($0) / 2 }.items)
func fill(_ c: inout some Container<Int>, upTo n: Int) { for i in 0..<n { c.add(i) } }
fill(&bag, upTo: 2)
print(bag.items)
let boxes: [any Container<Int>] = [bag, Bag(items: [9])]
print(boxes.map { $0.items.count }, boxes.flatMap { $0.items }.reduce(0, +), boxes[1][0])
func make(_ n: Int) -> some Container<String> { var l = Log(); l.add("n\(n)"); return l }
print(make(3).joined, make(4).items, make(1).distinct)
struct Pair<A, B> { var a: A, b: B; func swapped() -> Pair<B, A> { .init(a: b, b: a) } }
extension Pair: Equatable where A: Equatable, B: Equatable {}
extension Pair: Comparable where A: Comparable, B: Comparable { static func < (x: Self, y: Self) -> Bool { (x.a, x.b) < (y.a, y.b) } }
extension Pair: CustomStringConvertible where A: CustomStringConvertible { var description: String { "<\(a)|\(b)>" } }
let ps = [Pair(a: 2, b: "x"), Pair(a: 1, b: "z"), Pair(a: 1, b: "y")]
print(ps.sorted(), ps.min()!.swapped().a, ps[0] == Pair(a: 2, b: "x"), ps.map { $0.swapped() }.max { $0.a < $1.a }!.b, ps.contains(Pair(a: 1, b: "q")))
