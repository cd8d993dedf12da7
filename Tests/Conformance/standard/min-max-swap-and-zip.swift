print(max(1, 2), min("a", "b"), max(1.5, 2, 0.5), min(3, 1, 2), max([1, 2], [1, 3]) { $0.lexicographicallyPrecedes($1) } )
func max(_ a: [Int], _ b: [Int], by less: ([Int], [Int]) -> Bool) -> [Int] { less(a, b) ? b : a }
var a = 1, b = 2
swap(&a, &b)
print(a, b)
for (x, y) in zip(1...3, "abc") { print(x, y, terminator: " ") }
print()
print(zip([1, 2], [3, 4]).map(+), zip([1], [2, 3]).map { $0 }, Dictionary(uniqueKeysWithValues: zip(["a"], [1])))
print(abs(-3), abs(2.5), (-7).magnitude, type(of: abs(-1)))
print(Array(repeating: 0, count: 3), String(repeating: "-", count: 10), Array(stride(from: 3, to: 0, by: -1)))
print([3, 1, 2].sorted(), ["b", "a"].sorted(by: >), [2, 1].min()!, [true, false].map { !$0 })
print(type(of: 1...2), type(of: [1: "a"]), type(of: (1, "a")), type(of: { (x: Int) in x }), type(of: "s".first))
precondition(a == 2, "swap works")
assert(b == 1)
print(numericCast(UInt8(3)) + 4, unsafeBitCastFree(5))
func unsafeBitCastFree(_ n: Int) -> Int { n }
print(Int.random(in: 1...1), Double.random(in: 2...2), Bool.random() || true, [7].randomElement()!, [1].shuffled())
print(readLine() as Any)
print(String(describing: Int.self), "\(Double.self)", Int?.self, [Int].self, (Int, String).self, ((Int) -> Bool).self)
let items: [Any] = [1, "a"]; print(items.count, items.map { "\($0)" })
print(ObjectIdentifier(Int.self) == ObjectIdentifier(Int.self), Int.self == Int.self, type(of: 1) == Int.self)
