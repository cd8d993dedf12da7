struct Email: Hashable, CustomStringConvertible, LosslessStringConvertible {
    let user, host: String
    init?(_ s: String) {
        let p = s.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        guard p.count == 2, !p[0].isEmpty, p[1].contains(".") else { return nil }
        (user, host) = (p[0], p[1])
    }
    init(user: String, host: String = "x.org") {
        self.user = user
        self.host = host
    }
    init(copy e: Email) { self = e }
    init(strict s: String) throws {
        guard let e = Email(s) else { throw Invalid(what: s) }
        self.init(copy: e)
    }
    struct Invalid: Error { let what: String }
    var description: String { user + "@" + host }
}
print(
    ["a@b.c", "bad", "@x.y", "q@z"].map(Email.init(_:)).map { $0?.description ?? "-" },
    ["a@b.c", "bad"].compactMap(Email.init as (String) -> Email?), Email(user: "me"),
    Email(copy: .init(user: "u")))
do { _ = try Email(strict: "no") } catch let e as Email.Invalid { print("invalid", e.what) }
print(
    (try? Email(strict: "a@b.cd"))?.host ?? "none", Set([Email(user: "a"), Email(user: "a")]).count)
class Vehicle {
    var wheels: Int
    let name: String
    private(set) var log: [String] = []
    init(wheels: Int, name: String) {
        self.wheels = wheels
        self.name = name
        note("init \(name)")
    }
    convenience init(name: String) {
        self.init(wheels: 4, name: name)
        note("conv")
    }
    convenience init?(code: Int) {
        guard code > 0 else { return nil }
        self.init(name: "code\(code)")
    }
    func note(_ s: String) { log.append(s) }
    deinit { print("drop \(name)") }
}
class Bike: Vehicle {
    var bell: Bool
    init(bell: Bool) {
        self.bell = bell
        super.init(wheels: 2, name: "bike")
        note("bell")
    }
    override convenience init(wheels: Int, name: String) { self.init(bell: wheels > 2) }
    override func note(_ s: String) { super.note(">" + s) }
}
class Truck: Vehicle {
    var load = 0.0 { didSet { note("load \(oldValue)->\(load)") } }
    lazy var doubled: Double = load * 2
    override init(wheels: Int, name: String) { super.init(wheels: wheels, name: name.uppercased()) }
}
do {
    let v: [Vehicle] = [
        Vehicle(name: "car"), Bike(bell: true), Bike(name: "kid"), Truck(name: "man"),
        Vehicle(code: 7)!,
    ]
    for x in v { print(type(of: x), x.name, x.wheels, x.log) }
    print(Vehicle(code: -1) == nil, Bike(code: 3)?.bell ?? false)
    let t = v[3] as! Truck
    t.load = 5
    t.load += 1
    print(t.doubled, t.log.last!)
    t.load = 0
    print(t.doubled)
}
struct Config {
    var name = "d", size = 10, flags: [String] = [], nested = Nested()
    struct Nested: Equatable { var on = false, level: Double = 0.5 }
    init() {}
    init(_ build: (inout Config) -> Void) {
        self.init()
        build(&self)
    }
    func with<T>(_ k: WritableKeyPath<Config, T>, _ v: T) -> Config {
        var c = self
        c[keyPath: k] = v
        return c
    }
}
let c = Config {
    $0.name = "n"
    $0.flags += ["x"]
    $0.nested.level *= 3
}
print(c, c.with(\.nested.on, true).with(\.size, 3).nested, c.nested == .init(on: false, level: 1.5))
struct Clamped {
    private var v: Int
    let r: ClosedRange<Int>
    init(_ v: Int, _ r: ClosedRange<Int>) {
        self.r = r
        self.v = min(max(v, r.lowerBound), r.upperBound)
    }
    var value: Int {
        get { v }
        set { v = min(max(newValue, r.lowerBound), r.upperBound) }
    }
}
var cl = Clamped(50, 0...9)
print(cl.value)
cl.value -= 20
print(cl.value)
cl.value += 5
print(cl.value)
enum Unit: CaseIterable {
    case m, km, cm
    init?(symbol: String) {
        guard let u = Unit.allCases.first(where: { "\($0)" == symbol }) else { return nil }
        self = u
    }
    var factor: Double {
        switch self {
        case .m: 1
        case .km: 1000
        case .cm: 0.01
        }
    }
}
struct Length: Comparable, AdditiveArithmetic {
    var meters: Double
    init(_ v: Double, _ u: Unit = .m) { meters = v * u.factor }
    static let zero = Length(0)
    static func + (a: Self, b: Self) -> Self { Self(a.meters + b.meters) }
    static func - (a: Self, b: Self) -> Self { Self(a.meters - b.meters) }
    static func < (a: Self, b: Self) -> Bool { a.meters < b.meters }
    subscript(u: Unit) -> Double {
        get { meters / u.factor }
        set { meters = newValue * u.factor }
    }
}
var l = Length(1.5, .km) + Length(20, .cm)
l[.cm] += 80
print(
    l[.m], l[.km], [Length(3), Length(1)].max()!.meters,
    [Length(1), Length(2)].reduce(.zero, +).meters, Unit(symbol: "km")!, Unit(symbol: "q") == nil)
l -= Length(1)
print(l.meters)
struct Matrix {
    let r: Int, c: Int
    var g: [Double]
    init(_ r: Int, _ c: Int, _ f: (Int, Int) -> Double = { _, _ in 0 }) {
        self.r = r
        self.c = c
        g = (0..<r * c).map { f($0 / c, $0 % c) }
    }
    static func identity(_ n: Int) -> Matrix { Matrix(n, n) { $0 == $1 ? 1 : 0 } }
    subscript(i: Int, j: Int) -> Double {
        get {
            precondition(i < r && j < c)
            return g[i * c + j]
        }
        set { g[i * c + j] = newValue }
    }
    subscript(row i: Int) -> [Double] {
        get { Array(g[i * c..<(i + 1) * c]) }
        set { g.replaceSubrange(i * c..<(i + 1) * c, with: newValue) }
    }
    static func * (a: Matrix, b: Matrix) -> Matrix {
        Matrix(a.r, b.c) { i, j in (0..<a.c).reduce(0) { $0 + a[i, $1] * b[$1, j] } }
    }
}
var m = Matrix(2, 3) { Double($0 * 3 + $1) }
m[1, 2] *= 10
m[row: 0] = [1, 1, 1]
m[row: 0][1] = 7
print((m * .identity(3)).g, (Matrix.identity(2) * m)[row: 1], m[row: 0])
