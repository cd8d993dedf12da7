// operators, precedence, ranges, optionals chains, tuples
struct Vec: Equatable, CustomStringConvertible {
    var x, y: Double
    static let zero = Vec(x: 0, y: 0)
    static func + (a: Vec, b: Vec) -> Vec { Vec(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: Vec, b: Vec) -> Vec { a + -b }
    static prefix func - (a: Vec) -> Vec { Vec(x: -a.x, y: -a.y) }
    static func * (a: Vec, k: Double) -> Vec { Vec(x: a.x * k, y: a.y * k) }
    static func * (k: Double, a: Vec) -> Vec { a * k }
    static func * (a: Vec, b: Vec) -> Double { a.x * b.x + a.y * b.y }
    static func += (a: inout Vec, b: Vec) { a = a + b }
    static func *= (a: inout Vec, k: Double) { a = a * k }
    static func == (a: Vec, b: Vec) -> Bool { abs(a.x - b.x) < 1e-9 && abs(a.y - b.y) < 1e-9 }
    static func ~= (pattern: Vec, value: Vec) -> Bool { pattern == value }
    var description: String { "(\(x), \(y))" }
    subscript(i: Int) -> Double { get { i == 0 ? x : y } set { if i == 0 { x = newValue } else { y = newValue } } }
    func callAsFunction(_ t: Double) -> Vec { t * self }
}
var v = Vec(x: 1, y: 2)
v += Vec(x: 0.5, y: -1) * 2
v *= 3; v[1] -= 0.5
print(v, -v, v - .zero, v * v, 2 * v == v + v, v(0.5), v != .zero)
switch v { case .zero: print("zero"); case Vec(x: 6, y: -0.5): print("match"); default: print("none") }
print(2 + 3 * 4 - 6 / 2 % 2, (2 + 3) * 4, 1 < 2 && 3 > 2 || false, !(1 == 2), 5 > 3 ? "y" : "n", 1 << 2 + 1, 7 & 3 | 8, -2 * -3, 10 - 2 - 3, 2 * 3 % 4)
let a: Int? = 5, b: Int? = nil
print(a ?? 0 + 1, (a ?? 0) + 1, b ?? a ?? 9, a.map { $0 * 2 } as Any, b.map { $0 * 2 } as Any, a.flatMap { $0 > 3 ? $0 : nil } as Any, a == 5, b == nil, a != b, [a, b].compactMap { $0 })
struct Address { var street: String?; var zip: [Int]? }
struct User { var name: String; var address: Address?; var friends: [User]? ; func greet() -> String? { name.isEmpty ? nil : "hi \(name)" } }
var u = User(name: "Ann", address: Address(street: "Main", zip: [1, 2]), friends: [User(name: "", address: nil, friends: nil)])
print(u.address?.street?.count ?? -1, u.address?.zip?[1] ?? -1, u.friends?.first?.address?.street as Any, u.friends?[0].greet() as Any, u.greet()!.uppercased(), u.friends?.first?.name.isEmpty as Any)
u.address?.street? += " St"; u.address?.zip?.append(3); u.friends?[0].name = "Bob"; u.friends?[0].address?.street = "never"
print(u.address!.street!, u.address?.zip ?? [], u.friends![0].name, u.friends?[0].address == nil)
if let s = u.address?.street, let z = u.address?.zip, z.count > 2, s.hasSuffix("St") { print(s, z) }
func f(_ o: Int?) -> Int { guard let o, o > 0 else { return -1 }; return o }
print(f(nil), f(-3), f(8), Int("5").map(f) ?? 0, Int("z").map(f) ?? 0)
let oo: Int?? = 3; print(oo as Any, oo! as Any, oo!!, (oo ?? nil) ?? 0)
let r = 1...5, h = 0..<10, from = 3..., upTo = ..<4
print(r, h, from, upTo, ...2, r.count, h.contains(10), from.contains(100), r.lowerBound, h.upperBound, r.clamped(to: 3...9), h.overlaps(9..<12), (5..<5).isEmpty, r ~= 3, r.reversed().first!, (1...9).filter { $0 % 4 == 0 }, stride(from: 9, through: 0, by: -4).map { $0 })
print(("a"..."e").contains("c"), (0.0...1.0).contains(0.5), r == 1...5, Array(h.dropFirst(7)), Range(1...3), ClosedRange(0..<3), (1..<4).map { $0 * $0 }.reduce(0, +), r.min()!, r.sum)
extension ClosedRange where Bound == Int { var sum: Int { reduce(0, +) } }
let t = (name: "n", age: 3, (1, 2.5))
print(t, t.name, t.1, t.2.1, (1, 2) == (1, 2), (1, "b") < (1, "c"), (1, 2, 3) > (1, 2, 2), type(of: t))
var (m, n) = (1, 2); (m, n) = (n, m + n); print(m, n)
let (first, _, last) = ("x", "y", "z"); print(first + last)
func minMax(_ xs: [Int]) -> (min: Int, max: Int)? { xs.isEmpty ? nil : (xs.min()!, xs.max()!) }
if let (lo, hi) = minMax([3, 1, 2]) { print(lo, hi) }
print(minMax([])?.max as Any, minMax([4])!.min, minMax([1, 9])!)
outer: for i in 1... { for j in 1...i { if i * j > 20 { print("found", i, j); break outer }; if j == 3 { continue outer } } }
var k = 0; repeat { k += 3; if k == 6 { continue }; if k > 12 { break } } while k < 100; print(k)
let desc = switch k { case 0: "zero"; case let x where x % 2 == 0: "even \(x)"; default: "odd" }; print(desc)
var i = 10; while i > 0 { i /= 2; if i == 2 { break } } ; print(i)
for x in stride(from: 0, to: 1, by: 0.3) where x > 0 { print(x, terminator: " ") }
for (x, y) in zip([1, 2, 3], ["a", "b", "c"]) where x != 2 { print(x, y, terminator: " ") }
for case let x? in [1, nil, 3] { print(x, terminator: " ") }
print()
print(UInt8.max, Int.bitWidth, MemoryLayout<Int>.size, Bool.random() || true, Bool("true")!, true && !false, [true, false].filter { $0 }.count)
