struct Vec: Equatable {
    var x, y: Double
    static func + (a: Vec, b: Vec) -> Vec { Vec(x: a.x + b.x, y: a.y + b.y) }
    static func - (a: Vec, b: Vec) -> Vec { a + -b }
    static prefix func - (a: Vec) -> Vec { Vec(x: -a.x, y: -a.y) }
    static func * (a: Vec, k: Double) -> Vec { Vec(x: a.x * k, y: a.y * k) }
    static func * (k: Double, a: Vec) -> Vec { a * k }
    static func / (a: Vec, k: Double) -> Vec { a * (1 / k) }
    static func += (a: inout Vec, b: Vec) { a = a + b }
    static func -= (a: inout Vec, b: Vec) { a = a - b }
    var length: Double { (x * x + y * y).squareRoot() }
    static let zero = Vec(x: 0, y: 0)
}
protocol Force { func apply(to b: Body, at t: Double) -> Vec }
struct Gravity: Force {
    var g = 9.81
    func apply(to b: Body, at _: Double) -> Vec { Vec(x: 0, y: -g * b.mass) }
}
struct Drag: Force {
    let k: Double
    func apply(to b: Body, at t: Double) -> Vec { -k * b.vel }
}
struct Kick: Force {
    let time: ClosedRange<Double>
    let f: Vec
    func apply(to _: Body, at t: Double) -> Vec { time ~= t ? f : .zero }
}
struct Body {
    let name: String
    var pos: Vec, vel: Vec = .zero
    let mass: Double
    private(set) var trail: [Vec] = []
    init(_ name: String, at pos: Vec, mass: Double = 1) {
        self.name = name
        self.pos = pos
        self.mass = mass
    }
    mutating func step(_ dt: Double, _ f: Vec) {
        vel += dt * f / mass
        pos += dt * vel
        trail.append(pos)
        if trail.count > 3 { trail.removeFirst() }
    }
}
struct World {
    var bodies: [Body]
    var forces: [any Force]
    var t = 0.0
    var watchers: [(World) -> Void] = []
    mutating func run(_ n: Int, dt: Double = 0.01) {
        for i in 1...n {
            for j in bodies.indices {
                let f = forces.map { $0.apply(to: bodies[j], at: t) }.reduce(.zero, +)
                bodies[j].step(dt, f)
                if bodies[j].pos.y < 0 {
                    bodies[j].pos.y = 0
                    bodies[j].vel.y *= -0.5
                }
            }
            t += dt
            if i % (n / 2) == 0 { for w in watchers { w(self) } }
        }
    }
    subscript(name: String) -> Body? {
        get { bodies.first { $0.name == name } }
        set {
            if let i = bodies.firstIndex(where: { $0.name == name }) {
                if let b = newValue { bodies[i] = b } else { bodies.remove(at: i) }
            } else if let b = newValue {
                bodies.append(b)
            }
        }
    }
}
var w = World(
    bodies: [Body("a", at: Vec(x: 0, y: 10)), Body("b", at: Vec(x: 1, y: 2), mass: 3)],
    forces: [Gravity(), Drag(k: 0.1), Kick(time: 0.1...0.3, f: Vec(x: 50, y: 0))])
var log: [String] = []
w.watchers.append { s in log.append("t=\((s.t * 100).rounded() / 100) n=\(s.bodies.count)") }
w.run(100)
print(
    w.bodies.map {
        "\($0.name) \(Int($0.pos.x * 1000)) \(Int($0.pos.y * 1000)) \(Int($0.vel.length * 1000))"
    }, log, w["a"]!.trail.count)
w["a"]?.vel = .zero
w["c"] = Body("c", at: .zero)
w["b"] = nil
print(w.bodies.map(\.name), w["b"] == nil, w["a"]!.vel == .zero)
enum Cell: Character {
    case dead = "."
    case alive = "#"
    mutating func toggle() { self = self == .dead ? .alive : .dead }
}
struct Life: CustomStringConvertible, Hashable {
    var g: [[Cell]]
    init(_ s: String) { g = s.split(separator: "\n").map { $0.map { Cell(rawValue: $0)! } } }
    var description: String { g.map { String($0.map(\.rawValue)) }.joined(separator: "\n") }
    func at(_ r: Int, _ c: Int) -> Cell {
        let h = g.count
        let w = g[0].count
        return g[(r + h) % h][(c + w) % w]
    }
    func next() -> Life {
        var n = self
        for (r, row) in g.enumerated() {
            for c in row.indices {
                let k = [-1, 0, 1].flatMap { dr in [-1, 0, 1].map { dc in (dr, dc) } }.filter {
                    $0 != (0, 0) && at(r + $0.0, c + $0.1) == .alive
                }.count
                n.g[r][c] = k == 3 || (k == 2 && at(r, c) == .alive) ? .alive : .dead
            }
        }
        return n
    }
}
var life = Life(".....\n..#..\n..#..\n..#..\n.....")
var seen: Set<Life> = []
var gens = 0
while seen.insert(life).inserted {
    life = life.next()
    gens += 1
}
print(gens, seen.count)
life.g[0][0].toggle()
print(life)
struct LCG: RandomNumberGenerator {
    var s: UInt64
    mutating func next() -> UInt64 {
        s = s &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return s
    }
}
var rng = LCG(s: 42)
let xs = (0..<5).map { _ in rng.next() >> 33 }
print(xs)
func monte(_ n: Int, using g: inout some RandomNumberGenerator) -> Double {
    var h = 0
    for _ in 0..<n {
        let x = Double(g.next() >> 11) / 9_007_199_254_740_992
        let y = Double(g.next() >> 11) / 9_007_199_254_740_992
        if x * x + y * y < 1 { h += 1 }
    }
    return 4 * Double(h) / Double(n)
}
print(monte(2000, using: &rng))
struct Queue<T> {
    private var i: [T] = [], o: [T] = []
    mutating func push(_ x: T...) { i += x }
    mutating func pop() -> T? {
        if o.isEmpty { (o, i) = (i.reversed(), []) }
        return o.popLast()
    }
    var count: Int { i.count + o.count }
}
let maze = ["S.#.", "..#.", "#...", "#.#E"].map(Array.init)
typealias P = (r: Int, c: Int)
func find(_ ch: Character) -> P {
    for (r, row) in maze.enumerated() { if let c = row.firstIndex(of: ch) { return (r, c) } }
    fatalError()
}
var q = Queue<(P, Int)>()
q.push((find("S"), 0))
var vis = Array(repeating: Array(repeating: false, count: 4), count: 4)
let goal = find("E")
search: while let ((r, c), d) = q.pop() {
    if (r, c) == goal {
        print("dist", d)
        break search
    }
    if vis[r][c] { continue }
    vis[r][c] = true
    for (dr, dc) in [(0, 1), (1, 0), (0, -1), (-1, 0)] {
        let (a, b) = (r + dr, c + dc)
        guard maze.indices ~= a, maze[a].indices ~= b, maze[a][b] != "#" else { continue }
        q.push(((a, b), d + 1))
    }
}
class Emp {
    let n: String
    weak var boss: Emp?
    var reps: [Emp] = [] { didSet { reps.last?.boss = self } }
    init(_ n: String) { self.n = n }
    var chain: String { sequence(first: self, next: \.boss).map(\.n).joined(separator: "<") }
    func all() -> [Emp] { [self] + reps.flatMap { $0.all() } }
}
let ceo = Emp("ceo")
let vp = Emp("vp")
let dev = Emp("dev")
ceo.reps.append(vp)
vp.reps.append(dev)
print(
    dev.chain, ceo.all().map(\.n),
    ceo.all().reduce(into: [:]) { $0[$1.n] = $1.reps.count }.sorted { $0.key < $1.key })
func lcs(_ a: String, _ b: String) -> String {
    let a = Array(a)
    let b = Array(b)
    var t = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices {
        for j in b.indices {
            t[i + 1][j + 1] = a[i] == b[j] ? t[i][j] + 1 : max(t[i][j + 1], t[i + 1][j])
        }
    }
    var (i, j, out) = (a.count, b.count, [Character]())
    while i > 0 && j > 0 {
        if a[i - 1] == b[j - 1] {
            out.append(a[i - 1])
            i -= 1
            j -= 1
        } else if t[i - 1][j] >= t[i][j - 1] {
            i -= 1
        } else {
            j -= 1
        }
    }
    return String(out.reversed())
}
print(lcs("AGGTAB", "GXTXAYB"), lcs("", "x").isEmpty)
func primes(upTo n: Int) -> [Int] {
    var s = [Bool](repeating: true, count: n + 1)
    s[0] = false
    s[1] = false
    var i = 2
    while i * i <= n {
        if s[i] { for j in stride(from: i * i, through: n, by: i) { s[j] = false } }
        i += 1
    }
    return s.enumerated().filter(\.element).map(\.offset)
}
print(primes(upTo: 40), primes(upTo: 40).reversed().prefix { $0 > 20 }.map { $0 })
func perms<T>(_ a: [T]) -> [[T]] {
    a.isEmpty
        ? [[]]
        : a.indices.flatMap { i -> [[T]] in
            var r = a
            let x = r.remove(at: i)
            return perms(r).map { [x] + $0 }
        }
}
print(perms([1, 2, 3]).map { $0.map(String.init).joined() }, perms("ab".map(String.init)).count)
func subsets<T>(_ a: [T]) -> [[T]] { a.reduce([[]]) { acc, x in acc + acc.map { $0 + [x] } } }
print(subsets([1, 2, 3]).filter { $0.reduce(0, +) % 2 == 0 })
let roman = { (n: Int) -> String in
    var n = n
    return [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
        (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ].reduce(into: "") { s, p in
        while n >= p.0 {
            s += p.1
            n -= p.0
        }
    }
}
print([1994, 2024, 4].map(roman))
