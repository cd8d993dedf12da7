class Grid {
    private var cells: [[Int]]
    var changes = 0
    init(_ n: Int) { cells = Array(repeating: Array(repeating: 0, count: n), count: n) }
    subscript(r: Int, c: Int) -> Int {
        get { cells[r][c] }
        set { cells[r][c] = newValue; changes += 1 }
    }
    var diagonal: [Int] { get { cells.indices.map { cells[$0][$0] } } set { for (i, v) in newValue.enumerated() { cells[i][i] = v } } }
    static let small = Grid(2)
}
let g = Grid(3)
g[0, 1] = 5
g[0, 1] += 2
g.diagonal = [1, 2, 3]
print(g[0, 1], g.diagonal, g.changes)
Grid.small[1, 1] = 9
print(Grid.small.diagonal)
class Temperature {
    var celsius = 0.0
    var fahrenheit: Double { get { celsius * 1.8 + 32 } set { celsius = (newValue - 32) / 1.8 } }
}
class Room { let temperature = Temperature(); var tags = ["a"]; var size = (width: 2, height: 3) }
let room = Room()
room.temperature.fahrenheit = 212
room.tags[0] += "b"
room.tags.append("c")
room.size.width *= 10
print(room.temperature.celsius, room.tags, room.size)
class Base { var value: Int { get { 1 } set { print("base set", newValue) } } }
class Derived: Base { var stored = 5; override var value: Int { get { super.value + stored } set { stored = newValue; super.value = newValue } } }
let d: Base = Derived()
d.value = 10
d.value += 1
print(d.value)
class Outer { class Inner { var x = 1 }; var inner = Inner() }
let o = Outer()
o.inner.x = 8
let i = o.inner
o.inner = Outer.Inner()
print(i.x, o.inner.x)
