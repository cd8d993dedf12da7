// Generic matrices over an own number type with literals, operators, errors that are typed and a lazy determinant.
struct Rational: Hashable, Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible, SignedNumeric {
    let num: Int, den: Int
    typealias Magnitude = Rational
    init(_ n: Int, _ d: Int = 1) {
        func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }
        let g = max(gcd(n, d), 1), s = d < 0 ? -1 : 1
        (num, den) = (s * n / g, s * d / g)
    }
    init(integerLiteral value: Int) { self.init(value) }
    init?<T: BinaryInteger>(exactly source: T) { guard let n = Int(exactly: source) else { return nil }; self.init(n) }
    var magnitude: Rational { num < 0 ? Rational(-num, den) : self }
    var description: String { den == 1 ? "\(num)" : "\(num)/\(den)" }
    static func + (a: Rational, b: Rational) -> Rational { Rational(a.num * b.den + b.num * a.den, a.den * b.den) }
    static func - (a: Rational, b: Rational) -> Rational { a + Rational(-b.num, b.den) }
    static func * (a: Rational, b: Rational) -> Rational { Rational(a.num * b.num, a.den * b.den) }
    static func / (a: Rational, b: Rational) -> Rational { Rational(a.num * b.den, a.den * b.num) }
    static func *= (a: inout Rational, b: Rational) { a = a * b }
    static func < (a: Rational, b: Rational) -> Bool { a.num * b.den < b.num * a.den }
}
enum MatrixError: Error, Equatable { case shape(Int, Int), singular }
struct Matrix<T: Numeric & Comparable>: Equatable {
    private(set) var rows: [[T]]
    init(_ rows: [[T]]) throws(MatrixError) {
        guard let n = rows.first?.count, rows.allSatisfy({ $0.count == n }) else { throw .shape(rows.count, rows.first?.count ?? 0) }
        self.rows = rows
    }
    init(identity n: Int) { rows = (0..<n).map { i in (0..<n).map { $0 == i ? 1 : 0 } } }
    subscript(r: Int, c: Int) -> T { get { rows[r][c] } set { rows[r][c] = newValue } }
    var transposed: Matrix { var m = self; m.rows = rows[0].indices.map { c in rows.map { $0[c] } }; return m }
    static func * (a: Matrix, b: Matrix) throws(MatrixError) -> Matrix {
        guard a.rows[0].count == b.rows.count else { throw .shape(a.rows[0].count, b.rows.count) }
        return try Matrix(a.rows.map { r in b.transposed.rows.map { c in zip(r, c).reduce(0) { $0 + $1.0 * $1.1 } } })
    }
}
extension Matrix where T == Rational {
    func inverse() throws(MatrixError) -> Matrix {
        let n = rows.count
        var a = zip(rows, Matrix(identity: n).rows).map { $0 + $1 }
        for c in 0..<n {
            guard let p = (c..<n).first(where: { a[$0][c] != 0 }) else { throw .singular }
            a.swapAt(c, p)
            let d = a[c][c]
            a[c] = a[c].map { $0 / d }
            for r in 0..<n where r != c { let f = a[r][c]; a[r] = zip(a[r], a[c]).map { $0 - $1 * f } }
        }
        return try Matrix(a.map { Array($0[n...]) })
    }
}
let m = try! Matrix<Rational>([[2, 1], [1, 3]])
do {
    let i = try m.inverse()
    print(i.rows, try (m * i) == Matrix(identity: 2), i.transposed == i, i[0, 1].magnitude)
    _ = try Matrix<Rational>([[1, 2], [2, 4]]).inverse()
} catch { print("caught", error == .singular, error) }
do { _ = try Matrix([[1, 2], [3]]) } catch { print(error) }
do { _ = try Matrix([[1, 2]]) * Matrix([[1, 2]]) } catch .shape(let a, let b) { print("shape", a, b) } catch { print(error) }
print([Rational(1, 2), Rational(-1, 3), 2].sorted(), [Rational(1, 2), 3].max()!, -Rational(1, 2), Rational(exactly: 7)!, abs(Rational(-3, 4)))
print([Rational(1, 2), Rational(1, 3)].reduce(0, +), Set([Rational(2, 4), Rational(1, 2)]).count)
