func pipeline<T>(_ fs: ((T) -> T)...) -> (T) -> T { { x in fs.reduce(x) { $1($0) } } }
print(pipeline({ $0 + 1 }, { $0 * 2 })(3), pipeline({ (s: String) in s.uppercased() }, { $0 + "!" })("a"))
func retry<T>(_ n: Int, _ f: (Int) throws -> T) rethrows -> T { for i in 1..<n { if let v = try? f(i) { return v } }; return try f(n) }
struct E: Error { let i: Int }
print(try retry(3) { i in if i < 3 { throw E(i: i) }; return "ok\(i)" }); do { try retry(2) { throw E(i: $0) } } catch let e as E { print("failed", e.i) }
func debounce(_ f: @escaping (Int) -> Void) -> (Int) -> Void { var last: Int?; return { x in if x != last { f(x); last = x } } }
let d = debounce { print("got", $0) }; [1, 1, 2, 2, 1].forEach(d)
func partial<A, B, C>(_ f: @escaping (A, B) -> C, _ a: A) -> (B) -> C { { f(a, $0) } }; print(partial(max, 3)(9), [1, 2].map(partial(+, 10)), partial({ (a: String, b: Int) in String(repeating: a, count: b) }, "ab")(2))
func fix<A, B>(_ f: @escaping (@escaping (A) -> B) -> (A) -> B) -> (A) -> B { { a in f(fix(f))(a) } }; print(fix { (rec: @escaping (Int) -> Int) in { n in n <= 1 ? 1 : n * rec(n - 1) } }(5))
let adders = (1...3).map { n in { (x: Int) in x + n } }; print(adders.map { $0(10) }, adders.reduce(0) { $1($0) })
var counter = 0; let inc = { counter += 1 }; inc(); inc(); print(counter); func times(_ n: Int, do f: () -> Void) { for _ in 0..<n { f() } }; times(3) { counter += 10 }; print(counter); let lazyVal = { () -> Int in print("eval"); return 5 }; print(lazyVal() + lazyVal())
let table: [(String, (Double) -> Double)] = [("sq", { $0 * $0 }), ("half", { $0 / 2 }), ("neg", -), ("abs", abs), ("sqrt", { $0.squareRoot() })]; for (n, f) in table { print(n, f(16)) }
func compose<A>(_ fs: [(A) -> A]) -> (A) -> A { fs.reversed().reduce({ $0 }) { acc, f in { acc(f($0)) } } }; print(compose([{ $0 + 1 }, { $0 * 10 }])(1))
let sortedDesc: ([Int]) -> [Int] = { $0.sorted(by: >) }; print(sortedDesc([1, 3, 2])); let opt: ((Int) -> Int)? = { $0 + 1 }; print(opt?(1) ?? 0, opt!(2)); let none: (() -> Void)? = nil; none?(); print(none == nil)
