struct Matrix {
    let rows: Int, columns: Int
    var values: [Double]
    init(rows: Int, columns: Int) { self.rows = rows; self.columns = columns; values = Array(repeating: 0, count: rows * columns) }
    subscript(r: Int, c: Int) -> Double {
        get { precondition(r < rows && c < columns, "no cell \(r), \(c)"); return values[r * columns + c] } // traps: no cell 2, 0
        set { values[r * columns + c] = newValue }
    }
    mutating func fill() { for r in 0..<rows { for c in 0..<columns { self[r, c] = Double(r * columns + c) } } }
}
var m = Matrix(rows: 2, columns: 2)
m.fill()
print(m[1, 1], m.values)
print(m[2, 0])
