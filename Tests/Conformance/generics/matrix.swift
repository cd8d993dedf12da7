struct Matrix<T: Numeric>: Equatable {
    let rows: Int, columns: Int
    private(set) var values: [T]
    init(_ rows: [[T]]) { self.rows = rows.count; columns = rows.first?.count ?? 0; values = rows.flatMap { $0 } }
    init(rows: Int, columns: Int, fill: (Int, Int) -> T) {
        self.rows = rows; self.columns = columns
        values = (0..<rows * columns).map { fill($0 / columns, $0 % columns) }
    }
    static func identity(_ n: Int) -> Matrix { Matrix(rows: n, columns: n) { $0 == $1 ? 1 : 0 } }
    subscript(r: Int, c: Int) -> T { get { values[r * columns + c] } set { values[r * columns + c] = newValue } }
    var transposed: Matrix { Matrix(rows: columns, columns: rows) { self[$1, $0] } }
    static func * (a: Matrix, b: Matrix) -> Matrix { Matrix(rows: a.rows, columns: b.columns) { r, c in (0..<a.columns).reduce(0 as T) { $0 + a[r, $1] * b[$1, c] } } }
    static func + (a: Matrix, b: Matrix) -> Matrix { Matrix(rows: a.rows, columns: a.columns) { a[$0, $1] + b[$0, $1] } }
    func map<U: Numeric>(_ f: (T) -> U) -> Matrix<U> { Matrix<U>(rows: rows, columns: columns) { f(self[$0, $1]) } }
}
extension Matrix: CustomStringConvertible { var description: String { (0..<rows).map { r in (0..<columns).map { "\(self[r, $0])" }.joined(separator: " ") }.joined(separator: "\n") } }
let a = Matrix([[1, 2], [3, 4]])
print(a * a)
print(a.transposed, a + a, separator: "\n--\n")
print(a * .identity(2) == a, a.map { Double($0) / 2 }.values)
var b = Matrix([[0.5, 1.5, 2.5]])
b[0, 1] *= 10
print(b, b.transposed.rows)
print((0..<5).reduce(Matrix<Int>.identity(2)) { m, _ in m * Matrix([[1, 1], [1, 0]]) }.values)
