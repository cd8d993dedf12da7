// Functions that make functions: pipelines, currying, memory, counters that keep what they captured.
struct Pipeline<In, Out> { let run: (In) throws -> Out
    init(_ f: @escaping (In) throws -> Out) { run = f }
    func then<Next>(_ f: @escaping (Out) throws -> Next) -> Pipeline<In, Next> { Pipeline<In, Next> { try f(run($0)) } }
    func then<Next>(_ p: Pipeline<Out, Next>) -> Pipeline<In, Next> { then(p.run) }
    func recover(_ f: @escaping (any Error) -> Out) -> Pipeline { Pipeline { do { return try run($0) } catch { return f(error) } } }
    func callAsFunction(_ x: In) throws -> Out { try run(x) } }
extension Pipeline where Out: Collection { func each<T>(_ f: @escaping (Out.Element) throws -> T) -> Pipeline<In, [T]> { then { try $0.map(f) } } }
extension Pipeline where In == Out { static var identity: Pipeline { Pipeline { $0 } }; func times(_ n: Int) -> Pipeline { (0..<n).reduce(.identity) { p, _ in p.then(self) } } }
enum Bad: Error { case number(String) }
let ints = Pipeline<String, [Substring]> { $0.split(separator: ",") }.each { s -> Int in guard let n = Int(s) else { throw Bad.number(String(s)) }; return n }
let total = ints.then { $0.reduce(0, +) }
print(try! total("1,2,3"), try! total.recover { e in if case Bad.number(let s) = e { s.count } else { -1 } }("1,xyz"))
print(try! Pipeline<Int, Int> { $0 * 2 }.times(5)(1), (try? total("q")) as Any)
do { _ = try ints("4,five") } catch Bad.number(let s) { print("bad", s) } catch { print("?") }
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
let shout = compose({ (s: String) in s.uppercased() }) { $0 + "!" }
print(["a", "b"].map(shout), compose(Int.init, { $0 ?? 0 })("12"), compose(\String.count, String.init)("four"))
func memoize<K: Hashable, V>(_ f: @escaping ((K) -> V, K) -> V) -> (K) -> V { var known: [K: V] = [:]; func g(_ k: K) -> V { if let v = known[k] { return v }; let v = f(g, k); known[k] = v; return v }; return g }
let fib = memoize { (f: (Int) -> Int, n: Int) in n < 2 ? n : f(n - 1) + f(n - 2) }
print(fib(60))
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
let add: (Int) -> (Int) -> Int = curry(+)
print([1, 2, 3].map(add(10)), [1, 2, 3].map(curry { max($0, $1) }(2)), zip([1, 2], [3, 4]).map(*))
var counters: [() -> Int] = []
for i in 1...3 { var n = i * 10; counters.append { n += i; return n } }
print(counters.map { $0() }, counters.map { $0() })
let ops: KeyValuePairs<String, (Double, Double) -> Double> = ["+": (+), "*": (*), "hyp": { $0 * $0 + $1 * $1 }]
for (n, f) in ops { print(n, f(3, 4), terminator: n == "hyp" ? "\n" : "; ") }
func retry<T>(_ n: Int, _ body: (Int) throws -> T) rethrows -> T { for i in 1..<n { if let v = try? body(i) { return v } }; return try body(n) }
print(try! retry(3) { i -> String in if i < 3 { throw Bad.number("\(i)") }; return "ok \(i)" }, retry(2) { $0 })
