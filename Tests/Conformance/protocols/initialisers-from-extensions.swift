// Protocol-oriented: associated types, defaults, existentials, some
protocol Shape: CustomStringConvertible {
    var area: Double { get }
    var name: String { get }
    func scaled(by k: Double) -> Self
}
extension Shape {
    var name: String { String(describing: Self.self) }
    var description: String { "\(name)(\(area))" }
    func isLarger(than other: some Shape) -> Bool { area > other.area }
}
struct Circle: Shape {
    var r: Double
    var area: Double { Double.pi * r * r }
    func scaled(by k: Double) -> Circle { Circle(r: r * k) }
}
struct Rect: Shape, Hashable {
    var w = 1.0, h = 1.0
    var area: Double { w * h }
    var name: String { w == h ? "Square" : "Rect" }
    func scaled(by k: Double) -> Self { Rect(w: w * k, h: h * k) }
}
func total(_ shapes: [any Shape]) -> Double { shapes.reduce(0) { $0 + $1.area } }
func biggest<S: Shape>(_ shapes: [S]) -> S? { shapes.max { $0.area < $1.area } }
func make(_ big: Bool) -> some Shape { Rect(w: big ? 10 : 1, h: 2) }
let shapes: [any Shape] = [Circle(r: 1), Rect(), Rect(w: 2, h: 3)]
print(shapes)
print(total(shapes), shapes.map { $0.scaled(by: 2).area })
print(biggest([Rect(w: 1, h: 2), Rect(w: 3, h: 1)])!, make(true), make(false).isLarger(than: Circle(r: 0.5)))
for s in shapes {
    if let r = s as? Rect { print("rect", r.w, r.h, r.hashValue == r.hashValue) } else { print("not a rect:", s.name) }
}
protocol Container {
    associatedtype Item
    var items: [Item] { get set }
    init()
    mutating func add(_ item: Item)
}
extension Container {
    mutating func add(_ item: Item) { items.append(item) }
    var count: Int { items.count }
    subscript(i: Int) -> Item { items[i] }
    init(_ elements: Item...) { self.init(); for e in elements { add(e) } }
}
extension Container where Item: Comparable {
    func sorted() -> [Item] { items.sorted() }
    var extremes: (min: Item, max: Item)? {
        guard let lo = items.min(), let hi = items.max() else { return nil }
        return (lo, hi)
    }
}
struct Bag<T>: Container { var items: [T] = [] }
struct Unique<T: Hashable>: Container {
    var items: [T] = []
    private var seen: Set<T> = []
    init() {}
    mutating func add(_ item: T) { if seen.insert(item).inserted { items.append(item) } }
}
let bag = Bag(3, 1, 2, 1), unique = Unique("b", "a", "b")
print(bag.count, bag.sorted(), bag.extremes!, unique.items, unique.extremes!.min, unique[1])
func merge<A: Container, B: Container>(_ a: A, _ b: B) -> Bag<A.Item> where A.Item == B.Item {
    var out = Bag<A.Item>()
    for x in a.items + b.items { out.add(x) }
    return out
}
print(merge(unique, Bag("z")).items, Bag<Int>().extremes as Any)
