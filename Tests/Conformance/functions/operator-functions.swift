struct Vector: Equatable {
    var x, y: Double
    static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: Vector, b: Vector) -> Vector { Vector(x: a.x - b.x, y: a.y - b.y) }
    static func * (a: Vector, k: Double) -> Vector { Vector(x: a.x * k, y: a.y * k) }
    static func * (k: Double, a: Vector) -> Vector { a * k }
    static prefix func - (a: Vector) -> Vector { Vector(x: -a.x, y: -a.y) }
    static func += (a: inout Vector, b: Vector) { a = a + b }
    static func *= (a: inout Vector, k: Double) { a = a * k }
}
var v = Vector(x: 1, y: 2)
let w = Vector(x: 0.5, y: -1)
print(v + w, v - w, v * 3, 2 * v, -v)
v += w
v *= 2
print(v, v == Vector(x: 3, y: 2), v != w)
struct Fraction: Comparable, CustomStringConvertible {
    let n: Int, d: Int
    static func < (a: Fraction, b: Fraction) -> Bool { a.n * b.d < b.n * a.d }
    static func == (a: Fraction, b: Fraction) -> Bool { a.n * b.d == b.n * a.d }
    static func / (a: Fraction, b: Fraction) -> Fraction { Fraction(n: a.n * b.d, d: a.d * b.n) }
    var description: String { "\(n)/\(d)" }
}
let half = Fraction(n: 1, d: 2), third = Fraction(n: 1, d: 3)
print(half < third, half > third, half >= Fraction(n: 2, d: 4), half == Fraction(n: 3, d: 6))
print([half, third, Fraction(n: 3, d: 4)].sorted(), max(half, third), half / third)
func * (text: String, count: Int) -> String { String(repeating: text, count: count) }
print("ab" * 3)
func + (list: [Int], n: Int) -> [Int] { list.map { $0 + n } }
print([1, 2, 3] + 10)
prefix func ! (n: Int) -> Bool { n == 0 }
print(!0, !5)
let sum = [v, w, w].reduce(Vector(x: 0, y: 0), +)
print(sum)
struct Set2 { var bits: UInt8; static func | (a: Set2, b: Set2) -> Set2 { Set2(bits: a.bits | b.bits) }; static func << (a: Set2, n: Int) -> Set2 { Set2(bits: a.bits << UInt8(n)) } }
print((Set2(bits: 1) | Set2(bits: 4)).bits, (Set2(bits: 3) << 2).bits)
