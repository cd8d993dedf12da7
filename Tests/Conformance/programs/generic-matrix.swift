struct Matrix<T: Numeric>: Equatable {
    let rows: Int, columns: Int
    var values: [T]
    init(_ rows: Int, _ columns: Int, _ value: T = 0) { self.rows = rows; self.columns = columns; values = Array(repeating: value, count: rows * columns) }
    init(_ data: [[T]]) { rows = data.count; columns = data.first?.count ?? 0; values = data.flatMap { $0 } }
    subscript(r: Int, c: Int) -> T { get { values[r * columns + c] } set { values[r * columns + c] = newValue } }
    subscript(row r: Int) -> ArraySlice<T> { get { values[r * columns..<(r + 1) * columns] } set { values.replaceSubrange(r * columns..<(r + 1) * columns, with: newValue) } }
    var transposed: Matrix { var m = Matrix(columns, rows); for r in 0..<rows { for c in 0..<columns { m[c, r] = self[r, c] } }; return m }
    func map<U: Numeric>(_ f: (T) -> U) -> Matrix<U> { var m = Matrix<U>(rows, columns); m.values = values.map(f); return m }
    static func + (a: Matrix, b: Matrix) -> Matrix { var m = a; for i in m.values.indices { m.values[i] += b.values[i] }; return m }
    static func * (a: Matrix, b: Matrix) -> Matrix? {
        guard a.columns == b.rows else { return nil }
        var m = Matrix(a.rows, b.columns)
        for i in 0..<a.rows { for j in 0..<b.columns { for k in 0..<a.columns { m[i, j] += a[i, k] * b[k, j] } } }
        return m
    }
    static func * (k: T, m: Matrix) -> Matrix { var r = m; r.values = r.values.map { k * $0 }; return r }
    static func *= (m: inout Matrix, k: T) { m = k * m }
}
extension Matrix: CustomStringConvertible { var description: String { (0..<rows).map { r in self[row: r].map { "\($0)" }.joined(separator: " ") }.joined(separator: "\n") } }
extension Matrix where T: Comparable { var largest: T? { values.max() } }
extension Matrix where T == Double { static func identity(_ n: Int) -> Matrix { var m = Matrix(n, n); for i in 0..<n { m[i, i] = 1 }; return m } }
var a = Matrix([[1, 2], [3, 4]])
print(a); print(a.transposed); print((a * a)!); print(a + a == 2 * a, (a * Matrix([[1, 2, 3]])) == nil, a.largest!)
a *= 3; a[row: 0] = [9, 9]; a[1, 1] -= 1; print(a); print(a.map { Double($0) / 2 }); print(Matrix.identity(2) == Matrix([[1, 0], [0, 1]]), Matrix<Double>.identity(1))
