// Property features: computed statics, lazy with closures, observers on arrays & nested, static let order, subscript setters, private(set), access from extension, type properties in generics.
struct Config { static var shared = Config(); private(set) var reads = 0; private var store: [String: Any] = [:]
  subscript<T>(key: String, default d: @autoclosure () -> T) -> T { mutating get { reads += 1; return store[key] as? T ?? d() } set { store[key] = newValue } } }
Config.shared["n", default: 0] += 5; Config.shared["s", default: "x"] = "hello"; print(Config.shared["n", default: 1], Config.shared["s", default: ""], Config.shared["n", default: "wrong type"], Config.shared.reads)
class Lazy { var log: [String] = []; lazy var a: Int = { log.append("a"); return b + 1 }(); lazy var b = make("b", 10); func make(_ n: String, _ v: Int) -> Int { log.append(n); return v }; lazy var squares: [Int] = (1...3).map { $0 * self.b } }
let l = Lazy(); print(l.log, l.a, l.a, l.log, l.squares); l.b = 1; print(l.b, l.squares)
struct Thermo { var history: [Double] = []; var c: Double = 0 { didSet { if oldValue != c { history.append(oldValue) } } }; var f: Double { get { c * 1.8 + 32 } set { c = (newValue - 32) / 1.8 } }; static let boiling = Thermo(c: 100); init(c: Double = 0) { self.c = c } }
var th = Thermo(); th.c = 5; th.f = 212; th.c = 100; th.c += 1; print(th.history, th.c, Thermo.boiling.f, Thermo.boiling.history)
struct Tally { var counts: [String: Int] = [:] { didSet { total = counts.values.reduce(0, +) } }; private(set) var total = 0 }
var tally = Tally(); tally.counts["a", default: 0] += 2; tally.counts["b"] = 3; tally.counts["a"] = nil; print(tally.total)
enum Unit: Double { case m = 1, km = 1000; static var all: [Unit] { [.m, .km] }; static func convert(_ x: Double, from a: Unit, to b: Unit) -> Double { x * a.rawValue / b.rawValue } }
print(Unit.convert(5, from: .km, to: .m), Unit.all.map(\.rawValue))
struct Gen<T> { static var name: String { "Gen<\(T.self)>" }; var items: [T] = []; var first: T? { items.first }; mutating func with(_ x: T) -> Self { items.append(x); return self } }
var gen = Gen<Int>(); print(Gen<String>.name, gen.with(1).with2(2).first!, gen.items)
extension Gen { func with2(_ x: T) -> Gen { var c = self; c.items.append(x); return c } }
protocol HasArea { var width: Double { get set }; var height: Double { get }; static var unit: String { get } }
extension HasArea { var area: Double { width * height }; mutating func widen(_ k: Double) { width *= k }; static var unit: String { "m²" }; var label: String { "\(area)\(Self.unit)" } }
struct Rect: HasArea { var width, height: Double }; struct Sq: HasArea { var width: Double; var height: Double { width }; static let unit = "sq" }
var r = Rect(width: 2, height: 3); r.widen(2); var q = Sq(width: 2); q.widen(1.5); print(r.label, q.label, [r as any HasArea, q].map { $0.area })
var any: any HasArea = r; any.width = 1; any.widen(10); print(any.area, r.area, (any as! Rect).width)
func modify<T: HasArea>(_ x: T) -> T { var x = x; x.widen(3); return x }; print(modify(q).area, modify(r).width)
class Obs { var value = 0 { willSet(new) { trail.append("\(value)->\(new)") } }; private(set) var trail: [String] = []; var twice: Int { get { value * 2 } set(v) { value = v / 2 } } }
let obs = Obs(); obs.value += 3; obs.twice = 20; print(obs.trail, obs.twice)
struct Wrapper { private var inner: [Int] = [3, 1, 2]; var sorted: [Int] { get { inner.sorted() } set { inner = newValue.reversed() } }; var raw: [Int] { inner } }
var wr = Wrapper(); wr.sorted.append(9); wr.sorted[0] = 7; print(wr.raw, wr.sorted)
struct Path { var parts: [Substring]; init(_ s: String) { parts = s.split(separator: "/") }; var last: Substring { get { parts.last ?? "" } set { if parts.isEmpty { parts = [newValue] } else { parts[parts.endIndex - 1] = newValue } } }; static func / (a: Path, b: String) -> Path { var c = a; c.parts.append(b[...]); return c } ; var text: String { "/" + parts.joined(separator: "/") } }
var path = Path("/usr/local"); path.last = "share"; path.last += "s"; print((path / "lib" / "x").text, path.text)
let pairs = [("b", 2), ("a", 1)].sorted { $0.0 < $1.0 }; for case let (name, n) in pairs where n > 0 { print(name, n, terminator: " ") }; print()
var x = 0 { didSet { print("x:", oldValue, "->", x) } }; x = 4; x += 1; func inc() { x += 10 }; inc()
var computed: Int { x * 2 }; print(computed); var both: Int { get { x } set { x = newValue } }; both = 1; print(both)
