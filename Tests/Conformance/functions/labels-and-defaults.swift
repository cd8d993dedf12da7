func greet(_ name: String, from city: String = "Madrid", times: Int = 1) -> String {
    var lines: [String] = []
    for _ in 0..<times { lines.append("Hello \(name) from \(city)") }
    return lines.joined(separator: "; ")
}
print(greet("Ada"))
print(greet("Ada", from: "London"))
print(greet("Ada", times: 2))
print(greet("Ada", from: "Paris", times: 2))
func move(from start: Int, to end: Int) -> Int { end - start }
print(move(from: 3, to: 10))
func power(base: Double, exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<exponent { result *= base }
    return result
}
print(power(base: 2, exponent: 10))
func noResult(_ text: String) { print("text:", text) }
noResult("x")
func explicitVoid() -> Void { print("void") }
explicitVoid()
let result: Void = explicitVoid()
print(result)
func many(_ a: Int, _ b: Int = 2, c: Int = 3, _ d: Int = 4) -> [Int] { [a, b, c, d] }
print(many(1), many(1, 20), many(1, c: 30), many(1, 20, c: 30, 40))
var calls = 0
func next() -> Int { calls += 1; return calls }
func stamp(_ n: Int = next()) -> Int { n * 100 }
print(stamp(), stamp(), stamp(9), calls)
func `repeat`(_ text: String, in count: Int) -> String { String(repeating: text, count: count) }
print(`repeat`("ab", in: 3))
