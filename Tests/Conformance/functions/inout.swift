func swapValues(_ a: inout Int, _ b: inout Int) {
    let kept = a
    a = b
    b = kept
}
var x = 1, y = 2
swapValues(&x, &y)
print(x, y)
swap(&x, &y)
print(x, y)
func append(_ value: Int, to list: inout [Int]) { list.append(value) }
var list = [1]
append(2, to: &list)
append(3, to: &list)
print(list)
func double(_ value: inout Double) { value *= 2 }
var values = [1.0, 2.0, 3.0]
double(&values[1])
print(values)
struct Point { var x = 0.0; var y = 0.0 }
func shift(_ p: inout Point, by amount: Double) { p.x += amount; p.y += amount }
var p = Point()
shift(&p, by: 2.5)
double(&p.x)
print(p)
struct Line { var start = Point(); var end = Point(x: 1, y: 1) }
var line = Line()
shift(&line.end, by: 1)
double(&line.end.y)
print(line)
var table = ["a": [1, 2]]
append(3, to: &table["a"]!)
append(9, to: &table["b", default: []])
print(table["a"]!, table["b"]!)
func mirrored(_ pair: (Int, Int)) -> (Int, Int) {
    var pair = pair
    swapValues(&pair.0, &pair.1)
    return pair
}
print(mirrored((1, 2)))
func fill(_ grid: inout [[Int]], with value: Int) {
    for r in grid.indices { for c in grid[r].indices { grid[r][c] = value * (r + c) } }
}
var grid = [[0, 0], [0, 0]]
fill(&grid, with: 3)
print(grid)
struct Thermometer { var celsius = 0.0; var fahrenheit: Double { get { celsius * 9 / 5 + 32 } set { celsius = (newValue - 32) * 5 / 9 } } }
var t = Thermometer()
double(&t.fahrenheit)
print(t.celsius, t.fahrenheit)
var optional: Int? = 3
func clear(_ o: inout Int?) { o = nil }
clear(&optional)
print(optional as Any)
