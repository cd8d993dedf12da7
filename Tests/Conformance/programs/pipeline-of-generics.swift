protocol Stage { associatedtype In; associatedtype Out; func run(_ x: In) throws -> Out }
struct Map<A, B>: Stage { let f: (A) throws -> B; func run(_ x: A) throws -> B { try f(x) } }
struct Chain<F: Stage, G: Stage>: Stage where F.Out == G.In { let f: F, g: G; func run(_ x: F.In) throws -> G.Out { try g.run(f.run(x)) } }
extension Stage {
    func then<G: Stage>(_ g: G) -> Chain<Self, G> where G.In == Out { Chain(f: self, g: g) }
    func then<B>(_ f: @escaping (Out) throws -> B) -> Chain<Self, Map<Out, B>> { then(Map(f: f)) }
    func runAll<S: Sequence>(_ s: S) -> [Result<Out, any Error>] where S.Element == In { s.map { x in Result { try run(x) } } }
}
enum Bad: Error { case number(String), negative }
let parse = Map { (s: String) throws -> Int in guard let n = Int(s) else { throw Bad.number(s) }; return n }
let root = parse.then { n -> Double in guard n >= 0 else { throw Bad.negative }; return Double(n).squareRoot() }.then { "root \($0)" }
for r in root.runAll(["16", "x", "-4", "2"]) { switch r { case .success(let t): print(t); case .failure(let e): print("failed", e) } }
struct Pair<A, B> { let a: A, b: B }
extension Pair: CustomStringConvertible { var description: String { "<\(a)|\(b)>" } }
func zipped<X, Y>(_ x: [X], _ y: [Y]) -> [Pair<X, Y>] { zip(x, y).map { Pair(a: $0, b: $1) } }
print(zipped([1, 2], ["a", "b"]), zipped([Pair(a: 1, b: 2)], [nil as Int?]))
final class Lazy<T> { private var make: (() -> T)?; private lazy var made: T = { defer { make = nil }; return make!() }(); init(_ m: @escaping () -> T) { make = m }; var value: T { made } }
var runs = 0
let lazy = Lazy { () -> Int in runs += 1; return 7 }
print(runs, lazy.value, lazy.value, runs)
