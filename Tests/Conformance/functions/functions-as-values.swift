func add(_ a: Int, _ b: Int) -> Int { a + b }
func multiply(_ a: Int, _ b: Int) -> Int { a * b }
var operation = add
print(operation(2, 3))
operation = multiply
print(operation(2, 3))
let table: [String: (Int, Int) -> Int] = ["+": add, "*": multiply, "-": { $0 - $1 }, "max": max]
for key in table.keys.sorted() { print(key, table[key]!(7, 3)) }
func apply(_ f: (Int, Int) -> Int, to a: Int, _ b: Int) -> Int { f(a, b) }
print(apply(add, to: 1, 2), apply(*, to: 3, 4), apply({ a, b in a * 10 + b }, to: 5, 6))
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
let lengthThenDouble = compose({ (s: String) in s.count }, { $0 * 2 })
print(lengthThenDouble("hello"))
func curry(_ f: @escaping (Int, Int) -> Int) -> (Int) -> (Int) -> Int { { a in { b in f(a, b) } } }
print(curry(add)(3)(4))
print([1, 2, 3].map(String.init), ["1", "x"].map { Int($0) }, ["3", "4"].compactMap(Int.init))
print([3, 1, 2].sorted(by: >), [1, 2, 3].reduce(0, +), [1, 2, 3].reduce(1, *))
let functions: [(Double) -> Double] = [{ $0 + 1 }, { $0 * $0 }, abs]
print(functions.map { $0(-3) })
func twice(_ f: @escaping (Int) -> Int) -> (Int) -> Int { { f(f($0)) } }
print(twice(twice { $0 + 3 })(0))
struct Counter { var n = 0; func plus(_ k: Int) -> Int { n + k } }
let method = Counter(n: 10).plus
print(method(5))
let unapplied = Counter.plus
print(unapplied(Counter(n: 1))(2))
func optionalCallback(_ f: ((Int) -> Void)?) { f?(9) }
optionalCallback { print("called", $0) }
optionalCallback(nil)
typealias Transform = (Double) -> Double
func pipeline(_ steps: [Transform]) -> Transform { { input in steps.reduce(input) { $1($0) } } }
print(pipeline([{ $0 + 1 }, { $0 * 10 }])(2))
