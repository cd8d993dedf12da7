struct Matrix {
    let rows: Int, columns: Int
    private var grid: [Double]
    init(rows: Int, columns: Int) { self.rows = rows; self.columns = columns; grid = Array(repeating: 0, count: rows * columns) }
    subscript(row: Int, column: Int) -> Double {
        get { grid[row * columns + column] }
        set { grid[row * columns + column] = newValue }
    }
    subscript(row row: Int) -> [Double] { Array(grid[row * columns..<(row + 1) * columns]) }
}
var m = Matrix(rows: 2, columns: 3)
m[0, 1] = 5
m[1, 2] += 2.5
m[1, 2] *= 2
print(m[0, 1], m[1, 2], m[row: 1])
struct Table {
    var cells: [String: Int] = [:]
    subscript(name: String) -> Int? { get { cells[name] } set { cells[name] = newValue } }
    subscript(name: String, or fallback: Int) -> Int { cells[name] ?? fallback }
    static subscript(n: Int) -> String { "table \(n)" }
}
var table = Table()
table["a"] = 1
table["b"] = 2
table["a"] = nil
print(table["a"] as Any, table["b"] as Any, table["c", or: -1], Table[4])
struct Polynomial {
    var coefficients: [Int]
    subscript(degree: Int) -> Int {
        get { degree < coefficients.count ? coefficients[degree] : 0 }
        set {
            while coefficients.count <= degree { coefficients.append(0) }
            coefficients[degree] = newValue
        }
    }
    subscript(range: Range<Int>) -> [Int] { range.map { self[$0] } }
}
var p = Polynomial(coefficients: [1])
p[3] = 4
p[1] += 7
print(p.coefficients, p[9], p[0..<6])
extension Array { subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil } }
print([1, 2][safe: 1] as Any, [1, 2][safe: 2] as Any)
extension String { subscript(i: Int) -> Character { self[index(startIndex, offsetBy: i)] } }
print("swift"[1], "swift"[4])
