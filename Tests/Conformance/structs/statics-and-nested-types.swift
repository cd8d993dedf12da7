struct Registry {
    static var items: [String: Int] = [:]
    static subscript(k: String) -> Int {
        get { items[k] ?? 0 }
        set { items[k] = newValue }
    }
    static let shared = Registry()
    private init() {}
    func callAsFunction(_ k: String) -> Int { Self[k] }
    enum Kind: String, CaseIterable {
        case a, b
        static var random: Kind { .b }
        struct Meta {
            static let version = 2
            let k: Kind
            var text: String { "\(k.rawValue)v\(Self.version)" }
        }
        var meta: Meta { Meta(k: self) }
    }
}
Registry["x"] = 3
Registry["x"] += 4
print(
    Registry["x"], Registry.shared("x"), Registry.Kind.allCases.map(\.meta.text),
    Registry.Kind.Meta.version, Registry.Kind.random)
func scopes(_ x: Int) -> [String] {
    var out: [String] = []
    let x = x + 1
    do {
        let x = "s\(x)"
        out.append(x)
        if let x = Int(x.dropFirst()) { out.append("\(x * 2)") }
    }
    for x in [x, x + 1] where x % 2 == 0 { out.append("e\(x)") }
    let f = { (x: String) in out.append(x + "!") }
    f("c")
    switch x {
    case let x where x > 3: out.append("big\(x)")
    case let y: out.append("small\(y)")
    }
    struct Local {
        let x: Int
        static var made = 0
        init(_ x: Int) {
            self.x = x
            Local.made += 1
        }
        func add(_ o: Local) -> Local { Local(x + o.x) }
    }
    enum Mode {
        case on, off
        mutating func flip() { self = self == .on ? .off : .on }
    }
    var m = Mode.on
    m.flip()
    out.append("\(Local(1).add(Local(2)).x) \(Local.made > 0) \(m)")
    func inner(_ n: Int) -> Int { n <= 0 ? x : inner(n - 1) + 1 }
    out.append("\(inner(3))")
    return out
}
print(scopes(1), scopes(4))
class Outer {
    class Inner {
        weak var outer: Outer?
        let id: Int
        init(_ o: Outer, _ id: Int) {
            outer = o
            self.id = id
        }
        var path: String { "\(outer?.name ?? "-")/\(id)" }
    }
    let name: String
    lazy var kids: [Inner] = (0..<2).map { Inner(self, $0) }
    init(_ n: String) { name = n }
    struct Config {
        var depth = 1
        static let deep = Config(depth: 9)
    }
    var config = Config() { didSet { if config.depth > 5 { config = oldValue } } }
}
let o = Outer("o")
print(o.kids.map(\.path))
o.config.depth = 3
o.config = .deep
print(o.config.depth)
enum Planet: Int, Comparable, CaseIterable {
    case mercury = 1
    case venus, earth, mars
    static func < (a: Planet, b: Planet) -> Bool { a.rawValue < b.rawValue }
    static var habitable: [Planet] { [.earth] }
    var next: Planet? { Planet(rawValue: rawValue + 1) }
    static func + (p: Planet, n: Int) -> Planet {
        Planet(rawValue: (p.rawValue - 1 + n) % allCases.count + 1)!
    }
    prefix static func - (p: Planet) -> Planet { allCases[allCases.count - p.rawValue] }
}
print(
    Planet.earth.next!, Planet.mars.next as Any, Planet.allCases.max()!, Planet.venus + 3,
    -Planet.mercury, Planet.habitable.contains(.earth),
    (Planet.venus...Planet.mars).contains(.earth), [Planet.mars, .venus].sorted(),
    Planet.earth.hashValue == Planet.earth.hashValue)
enum Shape {
    case circle(r: Double)
    case rect(w: Double, h: Double)
    case poly([(Double, Double)])
    var area: Double {
        switch self {
        case .circle(let r): 3 * r * r
        case .rect(let w, let h) where w == h: w * w
        case .rect(let w, let h): w * h
        case .poly(let ps):
            abs(
                zip(ps, ps.dropFirst() + ps.prefix(1)).map { $0.0 * $1.1 - $1.0 * $0.1 }.reduce(
                    0, +)) / 2
        }
    }
    mutating func scale(_ k: Double) {
        switch self {
        case .circle(let r): self = .circle(r: r * k)
        case .rect(var w, var h):
            w *= k
            h *= k
            self = .rect(w: w, h: h)
        case .poly(let p): self = .poly(p.map { ($0.0 * k, $0.1 * k) })
        }
    }
}
var shapes: [Shape] = [
    .circle(r: 1), .rect(w: 2, h: 3), .rect(w: 2, h: 2), .poly([(0, 0), (4, 0), (4, 3)]),
]
for i in shapes.indices { shapes[i].scale(2) }
print(shapes.map(\.area), shapes[1])
if case .rect(w: let w, h: _) = shapes[2], w > 3 { print("wide", w) }
protocol Greeter {
    var name: String { get }
    func greet() -> String
}
extension Greeter {
    func greet() -> String { "hi \(name)" }
    func twice() -> String { greet() + greet() }
}
struct A: Greeter { let name = "a" }
struct B: Greeter {
    let name = "b"
    func greet() -> String { "yo \(name)" }
}
class C: Greeter {
    var name: String { "c" }
    func greet() -> String { "c!" }
}
class D: C {
    override var name: String { "d" }
    override func greet() -> String { super.greet() + name }
}
let gs: [any Greeter] = [A(), B(), C(), D()]
print(gs.map { $0.greet() }, gs.map { $0.twice() })
func gen<G: Greeter>(_ g: G) -> String { g.twice() + g.name }
print(gen(A()), gen(D()), gs.map { gen($0) })
extension Array where Element == any Greeter {
    var names: String { map(\.name).joined(separator: ",") }
    func first<T>(_ t: T.Type) -> T? {
        for g in self { if let x = g as? T { return x } }
        return nil
    }
}
print(gs.names, gs.first(B.self)!.name, gs.first(D.self)?.name ?? "-", gs.first(Int.self) == nil)
extension Comparable {
    func clamped(_ a: Self, _ b: Self) -> Self { min(max(self, a), b) }
    static func pick(_ a: Self, _ b: Self) -> Self { a > b ? a : b }
}
print(
    5.clamped(1, 3), 2.5.clamped(0, 9), "m".clamped("a", "f"), Int.pick(3, 8),
    Planet.earth.clamped(.mercury, .venus))
infix()
func infix() {
    let table = [[1, 2, 3], [4, 5, 6]]
    let t = table[0].indices.map { c in table.map { $0[c] } }
    let (evens, odds) = table.joined().reduce(into: ([Int](), [Int]())) {
        $1 % 2 == 0 ? $0.0.append($1) : $0.1.append($1)
    }
    let idx = table.enumerated().flatMap { r, row in
        row.enumerated().filter { $0.element > 3 }.map { (r, $0.offset) }
    }
    print(
        t, evens, odds, idx.map { "\($0.0)\($0.1)" }, table.map { $0.reduce(1, *) }.max()!,
        zip(table[0], table[1]).map(+), table.lazy.map { $0.count }.reduce(0, +),
        table.allSatisfy { $0.count == 3 }, table.contains { $0.contains(5) },
        table.first { $0[0] > 1 }!.last!)
}
var counter = 0
func next() -> Int {
    counter += 1
    return counter
}
let lz = [next(), next()] + [next()]
let cond = false && next() > 0 || next() == 4
let tern = counter > 3 ? next() : -1
print(
    lz, cond, tern, counter, [1, 2, 3].map { $0 + next() }, (next(), next()),
    max(next(), next(), next()), "\(next())\(next())")
defer { print("deferred", counter) }
while true {
    counter -= 1
    guard counter > 3 else { break }
    if counter % 2 == 0 { continue }
    print(counter, terminator: " ")
}
print()
