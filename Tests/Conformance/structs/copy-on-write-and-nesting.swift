struct Cell { var value = 0; var marks: Set<Int> = [] }
struct Board { var cells = [[Cell]](repeating: [Cell](repeating: Cell(), count: 2), count: 2)
    subscript(r: Int, c: Int) -> Cell { get { cells[r][c] } set { cells[r][c] = newValue } }
    mutating func each(_ f: (inout Cell, Int, Int) -> Void) { for r in cells.indices { for c in cells[r].indices { f(&cells[r][c], r, c) } } } }
var a = Board()
let empty = a
a[0, 1].value = 5
a[1, 1].marks.insert(3)
a.cells[1][0].marks = [1, 2]
a.each { cell, r, c in cell.value += r * 10 + c }
print(a.cells.map { $0.map(\.value) }, empty.cells.flatMap { $0 }.allSatisfy { $0.value == 0 && $0.marks.isEmpty }, a[1, 1].marks, a[1, 0].marks.sorted())
struct Team { var players: [String: [Int]] = [:]; var captain: String?
    mutating func score(_ name: String, _ points: Int) { players[name, default: []].append(points); if captain == nil || total(name) > total(captain!) { captain = name } }
    func total(_ name: String) -> Int { players[name]?.reduce(0, +) ?? 0 } }
var t = Team()
for (n, p) in [("a", 3), ("b", 5), ("a", 4)] { t.score(n, p) }
var u = t
u.players["b"]![0] = 50
u.captain?.append("!")
print(t.captain!, t.players["b"]!, u.captain!, u.players["b"]!, t.total("zz"))
var teams = ["x": t, "y": u]
teams["x"]!.players["a"]![1] += 100
teams["y"]?.captain = nil
print(teams["x"]!.total("a"), t.total("a"), teams["y"]!.captain as Any)
var list = [t, u].map { ($0, 0) }
list[0].0.captain = "new"
list[1].1 += 7
print(list.map { "\($0.0.captain ?? "-")\($0.1)" })
