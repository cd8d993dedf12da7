// A generic grid with two subscripts and conditional extensions: the game of life, heat, and areas of one letter.
struct Point: Hashable { var x, y: Int
    static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
    static let around = (-1...1).flatMap { y in (-1...1).compactMap { x in x == 0 && y == 0 ? nil : Point(x: x, y: y) } } }
struct Grid<Cell> { let width, height: Int; private var cells: [Cell]
    init(_ w: Int, _ h: Int, _ make: (Point) -> Cell) { (width, height) = (w, h); cells = (0..<w * h).map { make(Point(x: $0 % w, y: $0 / w)) } }
    subscript(p: Point) -> Cell? { get { contains(p) ? cells[p.y * width + p.x] : nil } set { if let v = newValue, contains(p) { cells[p.y * width + p.x] = v } } }
    subscript(x: Int, y: Int) -> Cell { get { cells[y * width + x] } set { cells[y * width + x] = newValue } }
    func contains(_ p: Point) -> Bool { 0..<width ~= p.x && 0..<height ~= p.y }
    var points: [Point] { (0..<height).flatMap { y in (0..<width).map { Point(x: $0, y: y) } } }
    func map<T>(_ f: (Point, Cell) -> T) -> Grid<T> { Grid<T>(width, height) { f($0, self[$0]!) } }
    var rows: [ArraySlice<Cell>] { stride(from: 0, to: cells.count, by: width).map { cells[$0..<$0 + width] } } }
extension Grid where Cell == Bool {
    init(_ text: String) { let lines = text.split(separator: "\n").map(Array.init); self.init(lines[0].count, lines.count) { lines[$0.y][$0.x] == "#" } }
    func stepped() -> Grid { map { p, alive in let n = Point.around.count { self[p + $0] == true }; return alive ? 2...3 ~= n : n == 3 } }
    var drawing: String { rows.map { String($0.map { $0 ? "#" : "." }) }.joined(separator: "\n") } }
extension Grid: Sequence { func makeIterator() -> Array<Cell>.Iterator { cells.makeIterator() } }
extension Grid: Equatable where Cell: Equatable {}
var life = Grid(".....\n..#..\n..#..\n..#..\n.....")
print(life.drawing, terminator: "\n\n")
print(life.stepped().drawing, life.stepped().stepped() == life, life.filter { $0 }.count, life.stepped()[Point(x: 1, y: 2)] as Any, life[Point(x: 9, y: 0)] as Any)
var heat = Grid(4, 3) { Double($0.x * $0.y) }
heat[1, 1] += 10; heat[Point(x: 3, y: 2)]? *= 2; heat[Point(x: 30, y: 2)]? *= 2
print(heat.rows.map(Array.init), heat.reduce(0, +), heat.max()!, heat.map { p, v in p.x > 1 ? v : -v }.min()!)
func flood(_ g: Grid<Character>, from start: Point, _ visit: (Point) -> Void) { var seen: Set = [start], queue = [start]
    while !queue.isEmpty { let p = queue.removeFirst(); visit(p)
        for d in [Point(x: 1, y: 0), Point(x: 0, y: 1), Point(x: -1, y: 0), Point(x: 0, y: -1)] where g[p + d] == g[start] && seen.insert(p + d).inserted { queue.append(p + d) } } }
let text = ["aab", "aba", "bba"].map(Array.init)
let letters = Grid(3, 3) { text[$0.y][$0.x] }
var order: [Point] = []
flood(letters, from: Point(x: 0, y: 0)) { order.append($0) }
print(order.map { "\($0.x),\($0.y)" }, letters.points.count { letters[$0] == "b" })
let sizes = letters.points.reduce(into: (seen: Set<Point>(), sizes: [Character: [Int]]())) { acc, p in
    if acc.seen.contains(p) { return }
    var n = 0; flood(letters, from: p) { acc.seen.insert($0); n += 1 }
    acc.sizes[letters[p]!, default: []].append(n) }.sizes
print(sizes.keys.sorted().map { "\($0)=\(sizes[$0]!.sorted())" }.joined(separator: " "))
