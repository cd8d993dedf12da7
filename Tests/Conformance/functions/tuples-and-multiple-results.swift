func split(_ n: Int) -> (tens: Int, units: Int) { (n / 10, n % 10) }
let s = split(42)
print(s.tens, s.units, s, split(7).units)
let (t, u) = split(99)
print(t + u)
func stats(_ a: [Double]) -> (mean: Double, min: Double, max: Double)? {
    guard let first = a.first else { return nil }
    return (a.reduce(0, +) / Double(a.count), a.reduce(first, min), a.reduce(first, max))
}
if let (mean, low, high) = stats([3, 1, 2]) { print(mean, low, high) }
print(stats([])?.mean as Any, stats([5])!.max)
func divide(_ a: Int, by b: Int) -> (Int, remainder: Int) { a.quotientAndRemainder(dividingBy: b) }
print(divide(17, by: 5).remainder, divide(17, by: 5).0)
var corners = (topLeft: (x: 0, y: 0), bottomRight: (x: 3, y: 4))
corners.bottomRight.x += 10
print(corners, corners.bottomRight == (13, 4))
let table = [("a", 3), ("b", 1)].sorted { $0.1 < $1.1 }
for case let (name, n) in table where n < 2 { print(name) }
let (names, counts) = (table.map(\.0), table.map(\.1))
print(names, counts)
func swapPair<A, B>(_ p: (A, B)) -> (B, A) { let (a, b) = p; return (b, a) }
print(swapPair((1, "x")), swapPair(swapPair((true, 2.5))))
let void: Void = ()
print(void == ())
var (p, q) = (1, 1)
for _ in 0..<8 { (p, q) = (q, p + q) }
print(p, q)
