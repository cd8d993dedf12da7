func greet(_ name: String, with greeting: String = "Hello", punctuation: Character = "!") -> String { "\(greeting), \(name)\(punctuation)" }
print(greet("A"), greet("B", with: "Hi"), greet("C", punctuation: "?"))
func sum(_ xs: Int...) -> Int { xs.reduce(0, +) }
print(sum(), sum(1), sum(1, 2, 3))
func fmt(_ items: Any..., separator: String = "-") -> String { items.map { "\($0)" }.joined(separator: separator) }
print(fmt(1, "a", 2.5), fmt(1, 2, separator: "+"))
func inc(_ x: inout Int, by n: Int = 1) { x += n }
var v = 1; inc(&v); inc(&v, by: 5); print(v)
var arr = [1, 2, 3]; inc(&arr[1], by: 10); print(arr)
func minMax(_ a: [Int]) -> (min: Int, max: Int)? { guard let f = a.first else { return nil }; return a.dropFirst().reduce((f, f)) { (Swift.min($0.0, $1), Swift.max($0.1, $1)) } }
if let r = minMax([3, 1, 2]) { print(r.min, r.max, r) }
func makeCounter() -> () -> Int { var n = 0; return { n += 1; return n } }
let c1 = makeCounter(), c2 = makeCounter(); print(c1(), c1(), c2())
func apply(_ f: (Int) -> Int, _ n: Int) -> Int { f(n) }
print(apply({ $0 * $0 }, 4), apply(abs, -3), apply({ x in let y = x + 1; return y }, 1))
let add: (Int, Int) -> Int = (+); print(add(1, 2), [1, 2, 3].reduce(1, *), [3, 1, 2].sorted(by: <))
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
print(compose({ $0 + 1 }, { "n\($0)" })(4), compose(String.init, { (s: String) in s.count })(12345))
func outer(_ n: Int) -> Int { func inner(_ k: Int) -> Int { k == 0 ? n : inner(k - 1) + 1 }; return inner(3) }
print(outer(10))
func overload(_ x: Int) -> String { "int" }; func overload(_ x: Double) -> String { "double" }; func overload(_ x: String) -> String { "string" }; func overload(x: Int) -> String { "labelled" }
print(overload(1), overload(1.0), overload("s"), overload(x: 1))
var handlers: [() -> Void] = []; for i in 0..<3 { handlers.append { print("h\(i)", terminator: " ") } }; handlers.forEach { $0() }; print()
var captured = 10; let show = { print(captured) }; captured = 20; show(); let snap = { [captured] in print(captured) }; captured = 30; snap(); show()
func trailing(_ a: Int, first: () -> Int, second: () -> Int) -> Int { a + first() + second() }
print(trailing(1) { 10 } second: { 100 })
func defers() { defer { print("d1") }; defer { print("d2") }; print("body"); for i in 0..<2 { defer { print("loop", i) }; if i == 1 { break } } }
defers()
func auto(_ c: @autoclosure () -> Bool) -> String { c() ? "T" : "F" }
print(auto(1 > 2), auto(true))
func rec(_ n: Int) -> Int { n < 2 ? n : rec(n - 1) + rec(n - 2) }; print((0..<10).map(rec))
let fact: (Int) -> Int = { n in (1...max(n, 1)).reduce(1, *) }; print(fact(5))
func nothing() {}; print(nothing()); let u: Void = (); print(u, type(of: nothing))
@discardableResult func side() -> Int { print("side"); return 1 }; side(); _ = side()
func opt(_ x: Int? = nil) -> Int { x ?? -1 }; print(opt(), opt(3), opt(nil))
func generic<T>(_ x: T, _ f: (T) -> T = { $0 }) -> T { f(x) }; print(generic(3), generic("a") { $0 + "b" })
let ops: [String: (Double, Double) -> Double] = ["+": (+), "-": (-), "*": { $0 * $1 }, "/": { $0 / $1 }]; print(ops["+"]!(1, 2), ops["/"]!(1, 4), ops["-"].map { $0(5, 3) } as Any)
func curry(_ a: Int) -> (Int) -> (Int) -> Int { { b in { c in a * b + c } } }; print(curry(2)(3)(4))
print({ (a: Int, b: Int) in a + b }(1, 2), { 5 }(), [1, 2].map { n in { n * $0 } }.map { $0(3) })
