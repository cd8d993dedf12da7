// closures, captures, escaping, inout, currying, function composition
func makeCounter(step: Int = 1) -> (next: () -> Int, reset: () -> Void) {
    var n = 0
    return ({ n += step; return n }, { n = 0 })
}
let (next, reset) = makeCounter(step: 5)
print(next(), next()); reset(); print(next())
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
let shout = compose({ (s: String) in s.uppercased() }, { $0 + "!" })
print(shout("hey"), [1, 2].map(compose({ $0 + 1 }, { "<\($0)>" })))
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
print(curry { (a: Int, b: Int) in a + b }(3)(4), [1, 2, 3].map(curry { (a: Int, b: Int) in a * b }(10)))
var fs: [() -> Int] = []
for i in 1...3 { fs.append { i * i } }
var shared = 10
fs.append { shared }
fs.append { [shared] in shared }
shared = 99
print(fs.map { $0() })
func apply(_ n: inout Int, _ f: (inout Int) -> Void) { f(&n); f(&n) }
var v = 3
apply(&v) { $0 *= $0 }
print(v)
func swapTwo<T>(_ a: inout T, _ b: inout T) { (a, b) = (b, a) }
var p = "x", q = "y"
swapTwo(&p, &q)
var grid = [[1, 2], [3, 4]]
func bump(_ x: inout Int, by n: Int = 1) -> Int { defer { x += n }; return x }
print(bump(&grid[0][1], by: 5), grid, p, q)
var dict = ["a": [1]]
dict["a"]?.append(2)
dict["b", default: []].append(7)
func modify(_ xs: inout [Int]) { xs.append(xs.count) }
modify(&dict["a"]!)
print(dict["a"]!, dict["b"]!, dict["c"]?.count as Any)
func memoize<K: Hashable, V>(_ f: @escaping ((K) -> V, K) -> V) -> (K) -> V {
    var cache: [K: V] = [:]
    func call(_ k: K) -> V {
        if let hit = cache[k] { return hit }
        let value = f(call, k)
        cache[k] = value
        return value
    }
    return call
}
let fib = memoize { (rec: (Int) -> Int, n: Int) in n < 2 ? n : rec(n - 1) + rec(n - 2) }
print(fib(80), fib(10))
class Button {
    var handlers: [String: [(Button, Int) -> Void]] = [:]
    let name: String
    init(_ name: String) { self.name = name }
    func on(_ event: String, _ handler: @escaping (Button, Int) -> Void) -> Self { handlers[event, default: []].append(handler); return self }
    func fire(_ event: String, _ n: Int) { handlers[event]?.forEach { $0(self, n) } }
    deinit { print("deinit", name) }
}
do {
    var log: [String] = []
    let b = Button("ok").on("tap") { b, n in log.append("\(b.name) \(n)") }.on("tap") { log.append("second \($1)") }
    b.fire("tap", 1); b.fire("swipe", 2); b.fire("tap", 3)
    print(log)
}
let ops: [(String, (Double, Double) -> Double)] = [("+", +), ("-", -), ("*", *), ("/", /), ("max", max), ("pow2", { $0 * $0 + $1 })]
for (name, op) in ops { print(name, op(6, 4), terminator: "; ") }
print()
func outer(_ n: Int) -> Int {
    var total = 0
    func inner(_ k: Int) { if k > 0 { total += k; inner(k - 1) } }
    inner(n)
    return total
}
print(outer(10), { (a: Int, b: Int) -> Int in a - b }(9, 4), ({ $0 + $1 } as (Int, Int) -> Int)(1, 2))
func trailing(_ a: () -> Int, then b: (Int) -> String, finally c: ((String) -> Void)? = nil) { let s = b(a()); c?(s) ?? print("none", s) }
trailing { 4 } then: { "n\($0)" } finally: { print("got", $0) }
trailing({ 5 }, then: { "m\($0)" })
let sortedNames = ["bob", "Al", "christine"].sorted { a, b in
    if a.count != b.count { return a.count < b.count }
    return a < b
}
print(sortedNames)
var actions: [String: () throws -> Int] = ["one": { 1 }]
actions["boom"] = { struct E: Error {}; throw E() }
print((try? actions["one"]?()) as Any, (try? actions["boom"]!()) as Any)
let lazyValue: () -> Int = { print("computed"); return 7 }
func orElse(_ a: Int?, _ b: @autoclosure () -> Int) -> Int { a ?? b() }
print(orElse(1, lazyValue()), orElse(nil, lazyValue()))
let recursive: (Int) -> Int = { n in func go(_ k: Int) -> Int { k <= 1 ? 1 : k * go(k - 1) }; return go(n) }
print(recursive(10), [3, 1, 2].sorted(by: >), (1...3).map(String.init), ["1", "b"].map(Int.init), [1.5, 2.5].map(Int.init), zip([1, 2], [3, 4]).map(*))
