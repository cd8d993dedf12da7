// subscripts, static members, nested types, access, mutating self, recursive enums, copy semantics, comparable synth
struct Grid<T>: Sequence {
    private var cells: [T]; let width: Int, height: Int
    init(width: Int, height: Int, _ make: (Int, Int) -> T) { self.width = width; self.height = height; cells = (0..<height).flatMap { y in (0..<width).map { make($0, y) } } }
    init(_ rows: [[T]]) { self.init(width: rows[0].count, height: rows.count) { rows[$1][$0] } }
    subscript(x: Int, y: Int) -> T { get { cells[y * width + x] } set { cells[y * width + x] = newValue } }
    subscript(point p: (x: Int, y: Int)) -> T? { contains(p.x, p.y) ? self[p.x, p.y] : nil }
    subscript(row y: Int) -> ArraySlice<T> { cells[(y * width)..<((y + 1) * width)] }
    subscript(column x: Int) -> [T] { get { (0..<height).map { self[x, $0] } } set { for (y, v) in newValue.enumerated() { self[x, y] = v } } }
    func contains(_ x: Int, _ y: Int) -> Bool { (0..<width) ~= x && 0..<height ~= y }
    func makeIterator() -> IndexingIterator<[T]> { cells.makeIterator() }
    func map<U>(_ f: (T) -> U) -> Grid<U> { Grid<U>(width: width, height: height) { f(self[$0, $1]) } }
    mutating func transpose() { let old = self; self = Grid(width: height, height: width) { old[$1, $0] } }
    var rows: [[T]] { (0..<height).map { Array(self[row: $0]) } }
}
extension Grid: Equatable where T: Equatable {}
extension Grid: CustomStringConvertible { var description: String { rows.map { $0.map { "\($0)" }.joined(separator: " ") }.joined(separator: "\n") } }
var g = Grid([[1, 2, 3], [4, 5, 6]])
g[0, 0] = 10; g[2, 1] += 4; g[column: 1] = [0, 0]
print(g); print(g[point: (1, 1)]!, g[point: (x: 9, y: 0)] as Any, g[row: 1], g[column: 0], g.reduce(0, +), g.max()!, g.contains(10), g.contains(5, 5))
g.transpose(); print(g.width, g.height, g.rows, g.map { $0 > 3 } == Grid([[true, true], [false, false], [false, true]]))
struct Temperature: Comparable, Hashable { var c: Double; static func < (a: Self, b: Self) -> Bool { a.c < b.c }
    static let freezing = Self(c: 0), boiling = Temperature(c: 100)
    enum Scale: String { case c = "°C", f = "°F" }
    func formatted(_ s: Scale = .c) -> String { let v = s == .c ? c : c * 1.8 + 32; return "\(v)\(s.rawValue)" } }
print(Temperature.freezing < .boiling, min(Temperature.boiling, .freezing).formatted(.f), [Temperature(c: 3), .boiling, .freezing].sorted().map { $0.formatted() }, (Temperature.freezing...(.boiling)).contains(Temperature(c: 50)))
enum Direction: Int, CaseIterable { case north, east, south, west
    mutating func turnRight() { self = Direction(rawValue: (rawValue + 1) % Self.allCases.count)! }
    var opposite: Self { Self.allCases[(rawValue + 2) % 4] }
    static func from(_ c: Character) -> Self? { zip("NESW", allCases).first { $0.0 == c }?.1 } }
struct Robot { private(set) var pos = (x: 0, y: 0); var dir = Direction.north { didSet { turns += oldValue == dir ? 0 : 1 } }; private(set) var turns = 0
    mutating func run(_ program: String) -> [(Int, Int)] { var trail: [(Int, Int)] = []
        for c in program { switch (c, dir) { case ("R", _): dir.turnRight(); case ("U", _): dir = dir.opposite; case ("F", .north): pos.y += 1; case ("F", .south): pos.y -= 1; case ("F", .east): pos.x += 1; case ("F", .west): pos.x -= 1
            case (let d, _) where Direction.from(d) != nil: dir = .from(d)!
            default: continue }
            if c == "F" { trail.append((pos.x, pos.y)) } }
        return trail } }
var robot = Robot(); print(robot.run("FFRFFUFSF?F"), robot.pos, robot.dir, robot.turns)
indirect enum List<T> { case empty, cons(T, List<T>)
    init<S: Sequence>(_ s: S) where S.Element == T { self = s.reversed().reduce(.empty) { .cons($1, $0) } }
    var array: [T] { switch self { case .empty: []; case let .cons(h, t): [h] + t.array } }
    func map<U>(_ f: (T) -> U) -> List<U> { if case let .cons(h, t) = self { return .cons(f(h), t.map(f)) }; return .empty }
    static func + (a: List, b: List) -> List { switch a { case .empty: b; case let .cons(h, t): .cons(h, t + b) } } }
extension List: Equatable where T: Equatable {}
extension List: ExpressibleByArrayLiteral { init(arrayLiteral e: T...) { self.init(e) } }
let l: List = [1, 2, 3]
print(l.array, l.map { "\($0)" }.array, (l + [4]).array, l == [1, 2, 3], l)
struct Stack { private var items: [Int] = []; static var created = 0; init(_ xs: Int...) { items = xs; Stack.created += 1 }
    mutating func push(_ x: Int) -> Stack { items.append(x); return self }
    var top: Int? { get { items.last } set { if let newValue { items[items.count - 1] = newValue } else { items.removeLast() } } }
    mutating func swapTop() { guard items.count > 1 else { return }; items.swapAt(items.count - 1, items.count - 2) } }
var a = Stack(1, 2); let b = a.push(3); a.top = nil; a.top! += 10; a.swapTop(); print(a, b, Stack.created, a.top ?? 0)
class Base { class func make() -> Base { Base() }; func name() -> String { "Base" }; static func == (a: Base, b: Base) -> Bool { a.name() == b.name() } ; var desc: String { "<\(name())>" } }
class Derived: Base { override class func make() -> Base { Derived() }; override func name() -> String { "Derived:" + super.name() } }
print(Base.make().desc, Derived.make().desc, Base() == Derived(), (Derived() as Base).desc, type(of: Derived.make()))
protocol Describable { var desc: String { get } }
extension Base: Describable {}
extension Int: Describable { var desc: String { "#\(self)" } }
extension Array: Describable where Element: Describable { var desc: String { "[" + map(\.desc).joined(separator: ";") + "]" } }
let ds: [any Describable] = [1, Base(), [2, 3], [[4]]]
print(ds.map(\.desc), [1, 2].desc)
func f(_ n: inout Int, times: Int, _ body: (inout Int) throws -> Void) rethrows { for _ in 0..<times { try body(&n) } }
var n = 1; f(&n, times: 5) { $0 *= 2 }; print(n)
let fs: [String: (Double, Double) -> Double] = ["+": (+), "max": max, "pow": { (0..<Int($1)).reduce(1.0) { acc, _ in acc * 2 } + $0 * 0 }]
for k in fs.keys.sorted() { print(k, fs[k]!(2, 3), terminator: " ") }
print()
