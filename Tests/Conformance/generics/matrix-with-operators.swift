// Matrix with generics, subscripts, operators, ExpressibleByArrayLiteral
struct Matrix<T: Numeric & Comparable>: Equatable, ExpressibleByArrayLiteral, CustomStringConvertible {
    private(set) var rows: [[T]]
    var shape: (rows: Int, columns: Int) { (rows.count, rows.first?.count ?? 0) }
    init(_ rows: [[T]]) {
        precondition(rows.allSatisfy { $0.count == rows[0].count }, "ragged")
        self.rows = rows
    }
    init(rows: Int, columns: Int, repeating value: T) {
        self.rows = Array(repeating: Array(repeating: value, count: columns), count: rows)
    }
    init(arrayLiteral elements: [T]...) { self.init(elements) }
    static func identity(_ n: Int) -> Matrix {
        var m = Matrix(rows: n, columns: n, repeating: 0)
        for i in 0..<n { m[i, i] = 1 }
        return m
    }
    subscript(r: Int, c: Int) -> T {
        get { rows[r][c] }
        set { rows[r][c] = newValue }
    }
    subscript(row r: Int) -> [T] {
        get { rows[r] }
        set { rows[r] = newValue }
    }
    var transposed: Matrix {
        guard let first = rows.first else { return self }
        return Matrix(first.indices.map { c in rows.map { $0[c] } })
    }
    var description: String {
        rows.map { $0.map { "\($0)" }.joined(separator: "\t") }.joined(separator: "\n")
    }
    func map<U>(_ f: (T) throws -> U) rethrows -> Matrix<U> where U: Numeric & Comparable {
        Matrix<U>(try rows.map { try $0.map(f) })
    }
    static func + (a: Matrix, b: Matrix) -> Matrix {
        Matrix(zip(a.rows, b.rows).map { zip($0, $1).map(+) })
    }
    static func * (a: Matrix, b: Matrix) -> Matrix {
        let t = b.transposed
        return Matrix(a.rows.map { r in t.rows.map { c in zip(r, c).map(*).reduce(0, +) } })
    }
    static func * (k: T, m: Matrix) -> Matrix { m.map { k * $0 } }
    static func += (a: inout Matrix, b: Matrix) { a = a + b }
    static prefix func - (m: Matrix) -> Matrix { m.map { 0 - $0 } }
}
extension Matrix where T == Double {
    var determinant: Double {
        var m = rows
        var det = 1.0
        for c in m.indices {
            guard let p = (c..<m.count).max(by: { abs(m[$0][c]) < abs(m[$1][c]) }), m[p][c] != 0 else { return 0 }
            if p != c { m.swapAt(p, c); det = -det }
            det *= m[c][c]
            for r in (c + 1)..<max(c + 1, m.count) {
                let f = m[r][c] / m[c][c]
                for k in c..<m.count { m[r][k] -= f * m[c][k] }
            }
        }
        return det
    }
}
func power<T>(_ m: Matrix<T>, _ n: Int) -> Matrix<T> {
    var result = Matrix<T>.identity(m.shape.rows), base = m, n = n
    while n > 0 {
        if n & 1 == 1 { result = result * base }
        base = base * base
        n >>= 1
    }
    return result
}
var a: Matrix<Int> = [[1, 2], [3, 4]]
let b = Matrix([[0, 1], [1, 0]])
print(a + b)
print(a * b == [[2, 1], [4, 3]], -a)
a += .identity(2)
a[row: 0][1] *= 10
a[1, 0] -= 3
print(a, a.shape, a.shape.rows)
print(3 * a)
print(power([[1, 1], [1, 0]] as Matrix<Int>, 50)[0, 1])
let d: Matrix<Double> = [[2, 1, 0], [1, 3, 1], [0, 1, 4]]
print(d.determinant, d.transposed == d)
print(d.map { Int($0) * 2 }.rows)
print(Matrix<Float>(rows: 1, columns: 3, repeating: 0.1))
