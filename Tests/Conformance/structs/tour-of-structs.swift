struct Matrix { let rows: Int, cols: Int; private var grid: [Double]
  init(rows: Int, cols: Int) { self.rows = rows; self.cols = cols; grid = Array(repeating: 0, count: rows * cols) }
  subscript(r: Int, c: Int) -> Double { get { precondition(r < rows); return grid[r * cols + c] } set { grid[r * cols + c] = newValue } }
  subscript(row r: Int) -> [Double] { Array(grid[r * cols..<(r + 1) * cols]) }
  static func identity(_ n: Int) -> Matrix { var m = Matrix(rows: n, cols: n); for i in 0..<n { m[i, i] = 1 }; return m }
  static func * (a: Matrix, b: Matrix) -> Matrix { var m = Matrix(rows: a.rows, cols: b.cols); for i in 0..<a.rows { for j in 0..<b.cols { for k in 0..<a.cols { m[i, j] += a[i, k] * b[k, j] } } }; return m }
  static prefix func - (m: Matrix) -> Matrix { var r = m; for i in 0..<m.rows { for j in 0..<m.cols { r[i, j] = -r[i, j] } }; return r }
  static func += (a: inout Matrix, b: Double) { for i in a.grid.indices { a.grid[i] += b } } }
var m = Matrix.identity(2); m[0, 1] = 3; print(m[0, 1], m[row: 0], (m * m)[0, 1], (-m)[row: 0]); m += 1; print(m[row: 1])
struct Temp { static subscript(i: Int) -> String { "T\(i)" }; static var unit = "C" { didSet { print("unit", oldValue, unit) } } }
print(Temp[3]); Temp.unit = "F"
struct Vec: Equatable, Hashable, CustomStringConvertible { var x = 0.0, y = 0.0
  static let zero = Vec(); var length: Double { (x * x + y * y).squareRoot() }
  static func + (a: Vec, b: Vec) -> Vec { Vec(x: a.x + b.x, y: a.y + b.y) }; static func * (k: Double, v: Vec) -> Vec { Vec(x: k * v.x, y: k * v.y) }; static func == (a: Vec, b: Vec) -> Bool { a.x == b.x && a.y == b.y }
  mutating func scale(_ k: Double) { x *= k; y *= k }; func scaled(_ k: Double) -> Vec { var c = self; c.scale(k); return c }; mutating func reset() { self = .zero }
  var description: String { "(\(x), \(y))" } }
var v = Vec(x: 3, y: 4); print(v.length, v + Vec(y: 1), 2 * v, v.scaled(10), v == Vec(x: 3, y: 4), v != .zero); v.scale(2); print(v); v.reset(); print(v, [Vec(), Vec(x: 1)], ["k": Vec()])
struct Account { private(set) var balance = 0 { didSet { if balance < 0 { balance = 0 } } }; var history: [Int] = []; mutating func deposit(_ n: Int) { balance += n; history.append(n) }; var isRich: Bool { balance > 100 } }
var a = Account(); a.deposit(50); a.deposit(-80); print(a.balance, a.history, a.isRich, a)
struct Lazy { var n: Int; lazy var sq: Int = { print("computing"); return n * n }(); init(_ n: Int) { self.n = n } }
var lz = Lazy(4); print(lz.sq, lz.sq)
struct Outer { struct Inner { var v = 1; enum Kind: String { case a, b } }; var inner = Inner(); typealias Pair = (Int, Int); static let shared = Outer() ; func pair() -> Pair { (inner.v, 2) } }
var o = Outer(); o.inner.v = 9; print(o.inner, Outer.Inner.Kind.a.rawValue, Outer.shared.inner.v, o.pair(), o)
struct Celsius { var d: Double; init(d: Double) { self.d = d }; init(fahrenheit f: Double) { self.init(d: (f - 32) / 1.8) }; init?(text: String) { guard let v = Double(text) else { return nil }; d = v } }
print(Celsius(fahrenheit: 212).d, Celsius(text: "x") as Any, Celsius(text: "5")!.d)
struct Wrapper<T> { var value: T { willSet { print("will", newValue) } didSet { print("did", oldValue) } } }
var w = Wrapper(value: 1); w.value = 2; w.value += 1; print(w)
struct Point3 { var x, y, z: Int; init(_ x: Int, _ y: Int = 0, z: Int = 0) { (self.x, self.y, self.z) = (x, y, z) } }; print(Point3(1), Point3(1, 2), Point3(1, z: 5))
let pts = [Point3(3), Point3(1)]; print(pts.sorted { $0.x < $1.x }.map(\.x), pts); var copy = pts; copy[0].x = 100; print(pts[0].x, copy[0].x)
extension Point3: Comparable { static func < (a: Point3, b: Point3) -> Bool { (a.x, a.y, a.z) < (b.x, b.y, b.z) } }; print(Point3(1) < Point3(2), max(Point3(1), Point3(3)).x, pts.min()!.x, Point3(1) == Point3(1), [Point3(2), Point3(1)].sorted()[0].x)
struct Adder { let n: Int; func callAsFunction(_ x: Int) -> Int { x + n }; func callAsFunction(_ s: String) -> String { s + "\(n)" } }; let add5 = Adder(n: 5); print(add5(1), add5("v"), [1, 2].map { add5($0) })
struct Opts: OptionSet { let rawValue: Int; static let a = Opts(rawValue: 1 << 0), b = Opts(rawValue: 1 << 1); static let all: Opts = [.a, .b] }; var op: Opts = [.a]; op.insert(.b); print(op == .all, op.contains(.a), op.rawValue, Opts().isEmpty, op.subtracting(.a).rawValue)
@dynamicMemberLookup struct Dyn { let d: [String: Int]; subscript(dynamicMember k: String) -> Int { d[k] ?? -1 } }; print(Dyn(d: ["q": 3]).q, Dyn(d: [:]).zz)
