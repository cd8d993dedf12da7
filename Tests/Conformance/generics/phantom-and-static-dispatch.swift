struct Quantity<Unit>: Comparable { var value: Double; static func + (a: Self, b: Self) -> Self { .init(value: a.value + b.value) }; static func < (a: Self, b: Self) -> Bool { a.value < b.value } }
enum Metre {}; enum Second {}
typealias Length = Quantity<Metre>; typealias Duration2 = Quantity<Second>
let l = Length(value: 3) + Length(value: 4), d = Duration2(value: 2)
print(l.value, d.value, max(l, Length(value: 1)).value, l.value / d.value)
protocol Shape { static var corners: Int { get } }
enum Triangle: Shape { static let corners = 3 }; enum Square: Shape { static let corners = 4 }
struct Tile<S: Shape> { let n: Int; var total: Int { n * S.corners }; static var name: String { "\(S.self) tile" } }
print(Tile<Triangle>(n: 2).total, Tile<Square>(n: 2).total, Tile<Square>.name)
struct Identity<T: Hashable>: Hashable { let raw: T }
print(Set([Identity(raw: 1), Identity(raw: 1), Identity(raw: 2)]).count, [Identity(raw: "a"): 1][Identity(raw: "a")]!)
struct Grid<T> { let width: Int; var cells: [T]; init(_ w: Int, _ h: Int, _ make: @autoclosure () -> T) { width = w; cells = (0..<w * h).map { _ in make() } ; _ = h }
    subscript(x: Int, y: Int) -> T { get { cells[y * width + x] } set { cells[y * width + x] = newValue } }
    func map<U>(_ f: (T) -> U) -> Grid<U> { var g = Grid<U>(0, 0, f(cells[0])); g = Grid<U>(width: width, cells: cells.map(f)); return g }
    init(width: Int, cells: [T]) { self.width = width; self.cells = cells } }
var n = 0
func next() -> Int { n += 1; return n }
var g = Grid(3, 2, next())
g[1, 1] *= 10
print(g.cells, g.map { "\($0)" }[2, 0], n)
struct Zip3<A, B, C>: CustomStringConvertible { let a: A, b: B, c: C; var description: String { "\(a)/\(b)/\(c)" } }
print(Zip3(a: 1, b: "x", c: [true]), type(of: Zip3(a: 1, b: "x", c: 2.5)))
