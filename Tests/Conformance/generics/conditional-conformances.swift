protocol Monoid { static var empty: Self { get }; func combine(_ other: Self) -> Self }
extension Int: Monoid { static var empty: Int { 0 }; func combine(_ o: Int) -> Int { self + o } }
extension String: Monoid { static let empty = ""; func combine(_ o: String) -> String { self + o } }
extension Array: Monoid { static var empty: [Element] { [] }; func combine(_ o: [Element]) -> [Element] { self + o } }
extension Optional: Monoid where Wrapped: Monoid {
    static var empty: Wrapped? { nil }
    func combine(_ o: Wrapped?) -> Wrapped? {
        switch (self, o) {
        case let (a?, b?): return a.combine(b)
        case let (a?, nil): return a
        case let (nil, b): return b
        }
    }
}
extension Sequence where Element: Monoid { func fold() -> Element { reduce(.empty) { $0.combine($1) } } }
print([1, 2, 3].fold(), ["a", "b"].fold(), [[1], [2, 3]].fold(), [1, nil, 4].fold() as Any, [Int?]().fold() as Any)
struct Pair<A, B> { var first: A; var second: B; init(_ a: A, _ b: B) { first = a; second = b }; func swapped() -> Pair<B, A> { .init(second, first) } }
extension Pair: Equatable where A: Equatable, B: Equatable {}
extension Pair: Hashable where A: Hashable, B: Hashable {}
extension Pair: Comparable where A: Comparable, B: Comparable { static func < (l: Self, r: Self) -> Bool { (l.first, l.second) < (r.first, r.second) } }
extension Pair: CustomStringConvertible where A: CustomStringConvertible { var description: String { "<\(first.description), \(second)>" } }
extension Pair where A == B { var both: [A] { [first, second] }; mutating func flip() { swap(&first, &second) } }
var p = Pair(1, 2)
p.flip()
print(p, p.both, p.swapped() == Pair(1, 2), [Pair(2, "b"), Pair(1, "z"), Pair(1, "a")].sorted(), Set([Pair(1, 1), Pair(1, 1)]).count)
print(Pair([1], 2), Pair(2.5, "x").swapped())
enum Meter {}
enum Foot {}
struct Length<Unit>: Comparable, AdditiveArithmetic {
    var value: Double
    static var zero: Self { Length(value: 0) }
    static func < (a: Self, b: Self) -> Bool { a.value < b.value }
    static func + (a: Self, b: Self) -> Self { Length(value: a.value + b.value) }
    static func - (a: Self, b: Self) -> Self { Length(value: a.value - b.value) }
}
extension Length where Unit == Foot { var meters: Length<Meter> { .init(value: value * 0.3048) } }
print([Length<Meter>(value: 2), Length<Foot>(value: 10).meters].max()!.value, (Length<Meter>(value: 1) + .zero).value, [1, 2].map { Length<Meter>(value: $0) }.sum().value)
extension Sequence where Element: AdditiveArithmetic { func sum() -> Element { reduce(.zero, +) } }
print([1, 2, 3].sum(), [0.5, 0.25].sum(), (1...4).sum())
struct Stack<Element> {
    private var items: [Element] = []
    var isEmpty: Bool { items.isEmpty }
    mutating func push(_ e: Element...) { items += e }
    @discardableResult mutating func pop() -> Element? { items.popLast() }
    func map<T>(_ f: (Element) -> T) -> Stack<T> { var s = Stack<T>(); for i in items { s.push(f(i)) }; return s }
    struct Snapshot { let items: [Element]; var count: Int { items.count } }
    var snapshot: Snapshot { Snapshot(items: items) }
    enum Op { case push(Element), pop }
    mutating func perform(_ ops: [Op]) { for op in ops { switch op { case .push(let e): push(e); case .pop: pop() } } }
}
extension Stack: ExpressibleByArrayLiteral { init(arrayLiteral e: Element...) { items = e } }
extension Stack where Element: Numeric { mutating func add() { guard let a = pop(), let b = pop() else { return }; push(a + b) } }
var s: Stack = [1, 2, 3]
s.add(); s.perform([.push(10), .pop, .push(7)])
print(s, s.map { "\($0)" }, s.snapshot.count, s.snapshot, Stack<String>().isEmpty)
class Box<T> { var value: T; init(_ v: T) { value = v } ; func mapped<U>(_ f: (T) -> U) -> Box<U> { Box<U>(f(value)) } }
class Labeled<T: CustomStringConvertible>: Box<T> { let label: String; init(_ l: String, _ v: T) { label = l; super.init(v) }; var text: String { "\(label): \(value.description)" } }
print(Labeled("n", 5).text, Labeled("s", "v").mapped(\.count).value, (Labeled("q", 1.5) as Box<Double>).value, type(of: Labeled("n", 5)))
func largest<T>(_ xs: T...) -> T? where T: Comparable { xs.max() }
func same<T: Equatable>(_ a: T, _ b: T) -> Bool { a == b }
func firstMatch<C: Collection>(_ c: C, _ x: C.Element) -> C.Index? where C.Element: Equatable { c.firstIndex(of: x) }
print(largest(3, 9, 2)!, largest("a", "b")!, largest() as Int? as Any, same([1], [1]), firstMatch("hello", "l")!.utf16Offset(in: "hello"), firstMatch([5, 6], 6)!)
protocol Animal { static var sound: String { get }; var name: String { get }; init(name: String) }
extension Animal { func speak() -> String { "\(name) says \(Self.sound)" } }
struct Dog: Animal { static let sound = "woof"; var name: String }
struct Cat: Animal { static var sound: String { "meow" }; var name: String }
func adopt<A: Animal>(_ type: A.Type, _ names: String...) -> [A] { names.map { type.init(name: $0) } }
print(adopt(Dog.self, "Rex", "Bo").map { $0.speak() }, adopt(Cat.self, "Tom")[0].speak())
let kinds: [any Animal.Type] = [Dog.self, Cat.self]
print(kinds.map { $0.sound }, kinds.map { $0.init(name: "X").speak() })
