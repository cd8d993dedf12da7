// generic bodies with closures, nested generics, overloads seen once
protocol Metric { associatedtype P; static func distance(_ a: P, _ b: P) -> Double }
extension Metric { static func nearest(_ p: P, in all: [P]) -> Int? { all.indices.min { distance(all[$0], p) < distance(all[$1], p) } }; static var label: String { "metric" } }
extension Metric where P == Double { static var label: String { "line" } }
enum Line: Metric { static func distance(_ a: Double, _ b: Double) -> Double { abs(a - b) } }
enum Words: Metric { static func distance(_ a: String, _ b: String) -> Double { Double(levenshtein(Array(a), Array(b))) } }
func levenshtein<T: Equatable>(_ a: [T], _ b: [T]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() { var last = row[0]; row[0] = i + 1; for (j, y) in b.enumerated() { (last, row[j + 1]) = (row[j + 1], x == y ? last : 1 + min(last, row[j], row[j + 1])) } }
    return row[b.count]
}
func describe<M: Metric>(_: M.Type) -> String { M.label }
print(Line.nearest(2.2, in: [1, 2, 3])!, Words.nearest("kitten", in: ["sitting", "mitten", "bitten"])!, describe(Line.self), Line.label, Words.label)
struct KNN<M: Metric, Label: Hashable> {
    private(set) var data: [(M.P, Label)] = []
    mutating func add(_ p: M.P, _ l: Label) { data.append((p, l)) }
    func predict(_ p: M.P, k: Int = 3) -> Label? {
        let near = data.sorted { M.distance($0.0, p) < M.distance($1.0, p) }.prefix(k)
        return Dictionary(grouping: near, by: \.1).max { a, b in a.value.count < b.value.count }?.key
    }
}
var knn = KNN<Line, String>(); for (x, l) in [(1.0, "lo"), (1.2, "lo"), (5, "hi"), (5.5, "hi"), (6, "hi")] { knn.add(x, l) }
print(knn.predict(1.1)!, knn.predict(5.2)!, knn.predict(3.5, k: 1)!)
final class Memo<In: Hashable, Out> { private var store: [In: Out] = [:]; let f: (Memo, In) -> Out; private(set) var misses = 0
    init(_ f: @escaping (Memo, In) -> Out) { self.f = f }
    subscript(_ x: In) -> Out { if let y = store[x] { return y }; misses += 1; let y = f(self, x); store[x] = y; return y } }
let ways = Memo<[Int], Int> { m, v in v[0] == 0 ? 1 : v[0] < 0 || v[1] == 0 ? 0 : m[[v[0] - v[1], v[1]]] + m[[v[0], v[1] - 1]] }
print(ways[[10, 10]], ways.misses)
struct Parser<Out> { let run: (Substring) -> (Out, Substring)?
    func map<T>(_ f: @escaping (Out) -> T) -> Parser<T> { .init { s in run(s).map { (f($0.0), $0.1) } } }
    func then<T>(_ p: @escaping @autoclosure () -> Parser<T>) -> Parser<(Out, T)> { .init { s in guard let (a, r) = run(s), let (b, q) = p().run(r) else { return nil }; return ((a, b), q) } }
    func or(_ p: @escaping @autoclosure () -> Parser) -> Parser { .init { s in run(s) ?? p().run(s) } }
    var many: Parser<[Out]> { .init { s in var s = s, out: [Out] = []; while let (x, r) = run(s) { out.append(x); s = r }; return (out, s) } }
    static func char(_ p: @escaping (Character) -> Bool) -> Parser<Character> { Parser<Character> { s in guard let c = s.first, p(c) else { return nil }; return (c, s.dropFirst()) } } }
extension Parser where Out == [Character] { var string: Parser<String> { map { String($0) } } }
let digit = Parser<Character>.char(\.isNumber), plus = Parser<Character>.char { $0 == "+" }
let number = digit.then(digit.many).map { String([$0] + $1) }.map { Int($0)! }
func sum() -> Parser<Int> { number.then(plus.then(sum()).map(\.1)).map { $0 + $1 }.or(number) }
print(sum().run("12+30+8rest")!, Parser<Character>.char(\.isLetter).many.string.run("abc1")!, number.run("x") == nil)
func fold<S: Sequence, R>(_ s: S, _ r: R, _ f: (R, S.Element) -> R) -> R { func go(_ it: inout S.Iterator, _ acc: R) -> R { guard let x = it.next() else { return acc }; return go(&it, f(acc, x)) }; var it = s.makeIterator(); return go(&it, r) }
print(fold([1, 2, 3], "", { $0 + "\($1)" }), fold("abc", 0) { n, _ in n + 1 }, fold(["a": 1], 0) { $0 + $1.value })
protocol Visitor { associatedtype R; func num(_ n: Int) -> R; func add(_ a: R, _ b: R) -> R }
indirect enum Ex { case n(Int), add(Ex, Ex); func accept<V: Visitor>(_ v: V) -> V.R { switch self { case .n(let n): v.num(n); case let .add(a, b): v.add(a.accept(v), b.accept(v)) } } }
struct Eval: Visitor { func num(_ n: Int) -> Int { n }; func add(_ a: Int, _ b: Int) -> Int { a + b } }
struct Show: Visitor { func num(_ n: Int) -> String { "\(n)" }; func add(_ a: String, _ b: String) -> String { "(\(a)+\(b))" } }
let ex = Ex.add(.n(1), .add(.n(2), .n(3))); print(ex.accept(Eval()), ex.accept(Show()))
