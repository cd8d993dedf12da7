struct Logger {
    var prefix = ">"
    var lines: [String] = []
    mutating func log(_ items: Any..., separator: String = " ", prefix: String? = nil) { lines.append((prefix ?? self.prefix) + items.map { "\($0)" }.joined(separator: separator)) }
}
var l = Logger()
l.log("a", 1, 2.5)
l.log("b", "c", separator: "-")
l.log(prefix: "!")
l.log([1, 2], nil as Int? as Any, prefix: "* ")
print(l.lines)
func range(_ start: Int = 0, to end: Int, step: Int = 1) -> [Int] { Array(stride(from: start, to: end, by: step)) }
print(range(to: 3), range(1, to: 4), range(0, to: 10, step: 5))
func make(_ n: Int, using f: (Int) -> Int = { $0 * $0 }, then g: ((Int) -> Int)? = nil) -> Int { let x = f(n); return g?(x) ?? x }
print(make(3), make(3, using: { $0 + 1 }), make(3) { $0 - 1 }, make(3, then: { -$0 }))
func tagged<T>(_ v: T, _ name: String = "\(T.self)") -> String { "\(name): \(v)" }
print(tagged(1), tagged("x"), tagged([1.5], "list"))
func nested(_ n: Int, depth: Int = 0) -> String { n == 0 ? "\(depth)" : nested(n - 1, depth: depth + 2) }
print(nested(4))
