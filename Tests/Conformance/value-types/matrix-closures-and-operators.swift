struct Matrix { let rows: Int, cols: Int; private var grid: [Double]
  init(rows: Int, cols: Int, fill: Double = 0) { self.rows = rows; self.cols = cols; grid = Array(repeating: fill, count: rows * cols) }
  init?(_ a: [[Double]]) { guard let f = a.first, a.allSatisfy({ $0.count == f.count }) else { return nil }; self.init(rows: a.count, cols: f.count); for (i, r) in a.enumerated() { for (j, v) in r.enumerated() { self[i, j] = v } } }
  subscript(r: Int, c: Int) -> Double { get { precondition(r < rows); return grid[r * cols + c] } set { grid[r * cols + c] = newValue } }
  subscript(row r: Int) -> [Double] { (0..<cols).map { self[r, $0] } }
  static func * (a: Matrix, b: Matrix) -> Matrix { var m = Matrix(rows: a.rows, cols: b.cols); for i in 0..<a.rows { for j in 0..<b.cols { for k in 0..<a.cols { m[i, j] += a[i, k] * b[k, j] } } }; return m }
  static func + (a: Matrix, b: Matrix) -> Matrix { var m = a; for i in 0..<a.rows { for j in 0..<a.cols { m[i, j] = a[i, j] + b[i, j] } }; return m }
  static func += (a: inout Matrix, b: Matrix) { a = a + b }
  static prefix func - (a: Matrix) -> Matrix { var m = a; for i in m.grid.indices { m.grid[i] = -m.grid[i] }; return m }
}
extension Matrix: CustomStringConvertible, Equatable { var description: String { (0..<rows).map { "\(self[row: $0])" }.joined(separator: "\n") } }
var m = Matrix([[1, 2], [3, 4]])!
print(m * m); m += m; print(m); print(-m); print(m == m, Matrix([[1], [2, 3]]) as Any)
m[0, 0] += 5; print(m[0, 0], m[row: 1])
func makeCounter(start: Int = 0, step: Int = 1) -> () -> Int { var n = start; return { n += step; return n } }
let c1 = makeCounter(), c2 = makeCounter(start: 10, step: 5); print(c1(), c1(), c2(), c2())
func sum(_ xs: Int..., scale: Int = 1) -> Int { xs.reduce(0, +) * scale }
print(sum(), sum(1, 2, 3), sum(1, 2, scale: 10))
func mod(_ a: inout [Int], at i: Int, with f: (inout Int) -> Void) { f(&a[i]) }
var arr = [1, 2, 3]; mod(&arr, at: 1) { $0 *= 10 }; print(arr)
func over(_ x: Int) -> String { "int" }; func over(_ x: Double) -> String { "double" }; func over(_ x: String) -> String { "string" }; func over(x: Int) -> String { "labelled" }
print(over(1), over(1.5), over("a"), over(x: 1))
var handlers: [(String) -> String] = []; func register(_ f: @escaping (String) -> String) { handlers.append(f) }
register { $0 + "!" }; register { s in s.uppercased() }; print(handlers.map { $0("hi") })
func lazyOr(_ a: Bool, _ b: @autoclosure () -> Bool) -> Bool { a ? true : b() }
func loud() -> Bool { print("evaluated"); return true }
print(lazyOr(true, loud()), lazyOr(false, loud()))
var x = 1; let cap = { [x] in x }; x = 2; print(cap(), x)
let cap2 = { [y = x * 2] in y + 1 }; print(cap2())
func minMax(_ a: [Int]) -> (min: Int, max: Int)? { guard var lo = a.first else { return nil }; var hi = lo; for v in a { if v < lo { lo = v }; if v > hi { hi = v } }; return (lo, hi) }
if let mm = minMax([3, 1, 2]) { print(mm.min, mm.max, mm) }
let text = """
  Hello
    "World" \(1 + 1)
  end \
  joined
  """
print(text); print(#"raw \n \(x) "q""#, #"interp \#(x)"#)
print(Int.max &+ 1, Int.min &- 1, Int.max &* 2, 1 << 4, -17 >> 2, 0b1010 & 0b0110, 5 | 2, 5 ^ 1, ~5, 1 &<< 3, 16 &>> 2)
func swap2<T>(_ a: inout T, _ b: inout T) { let t = a; a = b; b = t }
var p = "a", q = "b"; swap2(&p, &q); print(p, q)
let compose: (@escaping (Int) -> Int, @escaping (Int) -> Int) -> (Int) -> Int = { f, g in { g(f($0)) } }
print(compose({ $0 + 1 }, { $0 * 2 })(3))
struct V2: Equatable { var x = 0.0, y = 0.0; static let zero = V2(); static func + (l: V2, r: V2) -> V2 { V2(x: l.x + r.x, y: l.y + r.y) }; static func * (l: V2, s: Double) -> V2 { V2(x: l.x * s, y: l.y * s) }; var length: Double { (x * x + y * y).squareRoot() } }
print(V2(x: 3, y: 4).length, V2(x: 1) + V2(y: 2) * 3, V2.zero == V2(), [V2(x: 1), .zero].reduce(.zero, +))
infix: for i in 1...3 { for j in 1...3 where i != j { if i * j == 6 { print(i, j); break infix } } }
struct Celsius { var value: Double { didSet { if value < -273.15 { value = -273.15 } } }; var fahrenheit: Double { get { value * 1.8 + 32 } set { value = (newValue - 32) / 1.8 } } }
var t = Celsius(value: 100); t.fahrenheit = 32; print(t.value, t.fahrenheit); t.value = -500; print(t)
func apply<T, U>(_ x: T, _ f: (T) throws -> U) rethrows -> U { try f(x) }
print(apply(3) { "\($0)" }, apply("abc") { $0.count })
let name: String? = "Ada"; if let name { print("hi \(name)") }; guard let name else { fatalError() }; print(name)
func gcd(_ a: Int, _ b: Int) -> Int { func go(_ x: Int, _ y: Int) -> Int { y == 0 ? x : go(y, x % y) }; return go(a, b) }
print(gcd(48, 18))
typealias Op = (Int, Int) -> Int
let ops: [(String, Op)] = [("+", { $0 + $1 }), ("-", { $0 - $1 }), ("max", { max($0, $1) })]
for (n, op) in ops { print(n, op(3, 4)) }
