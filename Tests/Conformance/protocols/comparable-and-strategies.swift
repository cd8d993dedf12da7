protocol Strategy { func score(_ x: Int) -> Int }
struct Linear: Strategy { var k = 2; func score(_ x: Int) -> Int { k * x } }
struct Table: Strategy { let values: [Int: Int]; func score(_ x: Int) -> Int { values[x, default: -1] } }
final class Counting: Strategy { var calls = 0; let inner: any Strategy; init(_ i: any Strategy) { inner = i }; func score(_ x: Int) -> Int { calls += 1; return inner.score(x) } }
struct Player { let name: String; var strategy: any Strategy; func play(_ xs: [Int]) -> Int { xs.map(strategy.score).reduce(0, +) } }
let counting = Counting(Table(values: [1: 10, 3: 30]))
var players = [Player(name: "lin", strategy: Linear()), Player(name: "tab", strategy: counting)]
for p in players { print(p.name, p.play([1, 2, 3])) }
players[0].strategy = counting
players[1].strategy = Linear(k: 5)
print(players.map { $0.play([1]) }, counting.calls, players.max { $0.play([3]) < $1.play([3]) }!.name)
protocol Ordered { func precedes(_ o: Self) -> Bool }
extension Ordered { static func sort(_ a: [Self]) -> [Self] { a.sorted { $0.precedes($1) } } }
struct Money: Ordered, Comparable { let cents: Int; func precedes(_ o: Money) -> Bool { cents < o.cents }; static func < (a: Money, b: Money) -> Bool { a.precedes(b) } }
extension String: Ordered { func precedes(_ o: String) -> Bool { count < o.count } }
print(Money.sort([Money(cents: 5), Money(cents: 1)]).map(\.cents), String.sort(["ccc", "a", "bb"]), Money(cents: 1) < Money(cents: 2), (Money(cents: 1)...Money(cents: 9)).contains(Money(cents: 5)))
func pick<S: Strategy>(_ s: S, from xs: [Int]) -> Int? { xs.max { s.score($0) < s.score($1) } }
print(pick(Linear(k: -1), from: [4, 2, 9])!, pick(Table(values: [:]), from: []) as Any)
