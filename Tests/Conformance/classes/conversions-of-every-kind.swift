class A {
    var n: Int
    init(_ n: Int) { self.n = n }
    func id() -> String { "A\(n)" }
}
class B: A {
    var extra = "b"
    override func id() -> String { "B\(n)\(extra)" }
}
final class C: B { override func id() -> String { super.id() + "C" } }
let make: (Int) -> A = B.init
let take: (B) -> String = { (a: A) in a.id() }
let both: (C) -> A = { (b: B) -> B in b }
print(make(1).id(), take(B(2)), both(C(3)).id())
func apply(_ f: (B) -> A, _ b: B) -> A { f(b) }
print(apply({ $0 }, C(4)).id(), apply({ (a: A) in B(a.n + 1) }, B(5)).id())
var handlers: [(C) -> A?] = [{ $0 }, { (a: A) -> B? in nil }, { (b: B) in A(b.n) }]
print(handlers.map { $0(C(6))?.id() ?? "nil" })
let opt: ((A) -> String)? = { $0.id() }
print(opt?(C(7)) ?? "-", opt.map { $0(B(8)) }!)
let objs: [A] = [A(1), B(2), C(3)]
print(
    objs.compactMap { $0 as? B }.map(\.extra), objs.map { ($0 as? C)?.id() ?? "x" },
    objs.filter { type(of: $0) == B.self }.count, objs.sorted { $0.n > $1.n }.map { $0.id() },
    objs.first { $0 is C }!.id(), objs.map { $0 as Any }.filter { $0 is B }.count)
var byName: [String: A] = ["b": B(1)]
byName["c"] = C(2)
byName["b"]?.n += 5
(byName["c"] as? B)?.extra = "!"
print(byName.sorted { $0.key < $1.key }.map { $0.value.id() })
let pairs: [(String, A)] = [("x", B(1)), ("y", C(2))]
for case (let k, let v as C) in pairs { print(k, v.id()) }
let dict: [String: B] = ["q": C(1)]
let up: [String: A] = dict
print(up["q"]!.id(), (up as? [String: C])?["q"]?.n as Any)
func pick<T: A>(_ xs: [T], _ f: (T) -> Bool) -> T? { xs.first(where: f) }
print(pick([B(1), C(2)]) { $0.n > 1 }!.extra, pick(objs) { $0.n == 9 } as Any)
func most<T>(_ xs: [T], by f: (T, T) -> Bool) -> T? {
    xs.reduce(nil) { acc, x in acc.map { f($0, x) ? x : $0 } ?? x }
}
print(most(objs) { $0.n < $1.n }!.id())
class Box<T> {
    var v: T
    init(_ v: T) { self.v = v }
    func map<U>(_ f: (T) -> U) -> Box<U> { Box<U>(f(v)) }
    func set(_ t: T) -> Self {
        v = t
        return self
    }
}
final class NBox: Box<Int> {
    var log: [Int] = []
    override func set(_ t: Int) -> Self {
        log.append(t)
        return super.set(t)
    }
    static func + (a: NBox, b: NBox) -> NBox { NBox(a.v + b.v) }
}
let nb = NBox(1).set(2).set(3)
print(
    nb.v, nb.log, (nb + nb).v, nb.map { "\($0)" }.v, (nb as Box<Int>).set(9) is NBox, nb.log.count)
let boxes: [Box<Int>] = [nb, Box(4)]
print(boxes.map(\.v), boxes.compactMap { $0 as? NBox }.count)
let bb: Box<A> = Box(C(1))
bb.v = B(2)
print(bb.v.id(), Box<A?>(nil).v == nil, Box<[A]>([C(5)]).v[0].id())
protocol Shape: AnyObject {
    var area: Double { get }
    init(side: Double)
    static var sides: Int { get }
}
extension Shape {
    static func unit() -> Self { Self(side: 1) }
    func bigger() -> Self { Self(side: area.squareRoot() * 2) }
    static func batch(_ n: Int) -> [Self] { (1...n).map { Self(side: Double($0)) } }
}
class Sq: Shape {
    let s: Double
    required init(side: Double) { s = side }
    var area: Double { s * s }
    class var sides: Int { 4 }
}
final class Big: Sq {
    required init(side: Double) { super.init(side: side * 10) }
    override class var sides: Int { super.sides * 10 }
}
let types: [any Shape.Type] = [Sq.self, Big.self]
print(
    types.map { $0.init(side: 2).area }, types.map { $0.sides }, types.map { $0.unit().area },
    Sq.batch(2).map(\.area), Big.unit().bigger().area, (Big(side: 1) as Sq).bigger() is Big,
    type(of: Sq.unit()), types.map { "\($0)" }, types.map { $0.batch(1)[0].area })
func build<S: Shape>(_ t: S.Type, _ n: Int) -> [S] { t.batch(n) + [t.unit(), S(side: 3)] }
print(build(Big.self, 1).map(\.area), build(Sq.self, 0 + 1).count)
func total(_ xs: [any Shape]) -> Double { xs.map(\.area).reduce(0, +) }
print(total([Sq(side: 1), Big(side: 1)]))
func same(_ a: some Shape, _ b: some Shape) -> Bool { ObjectIdentifier(a) == ObjectIdentifier(b) }
let s1 = Sq(side: 1)
print(same(s1, s1), same(s1, Big(side: 1)))
class Emitter {
    private var subs: [Int: (Any) -> Void] = [:]
    private var next = 0
    func on<T>(_ f: @escaping (T) -> Void) -> () -> Void {
        let k = next
        next += 1
        subs[k] = { if let t = $0 as? T { f(t) } }
        return { [weak self] in self?.subs[k] = nil }
    }
    func emit(_ x: Any) { for k in subs.keys.sorted() { subs[k]!(x) } }
}
let em = Emitter()
var got: [String] = []
let off = em.on { (b: B) in got.append("B:" + b.id()) }
_ = em.on { (a: A) in got.append("A:" + a.id()) }
_ = em.on { (n: Int?) in got.append("n\(n ?? -1)") }
em.emit(C(1))
em.emit(A(2))
em.emit(5)
off()
em.emit(B(3))
print(got)
indirect enum Tree<T> {
    case leaf
    case node(Tree, T, Tree)
    init(_ xs: [T]) where T: Comparable { self = xs.reduce(.leaf) { $0.adding($1) } }
    func adding(_ x: T) -> Tree where T: Comparable {
        switch self {
        case .leaf: .node(.leaf, x, .leaf)
        case .node(let l, let v, let r): x < v ? .node(l.adding(x), v, r) : .node(l, v, r.adding(x))
        }
    }
    func walk(_ f: (T) throws -> Void) rethrows {
        if case .node(let l, let v, let r) = self {
            try l.walk(f)
            try f(v)
            try r.walk(f)
        }
    }
    func map<U>(_ f: (T) -> U) -> Tree<U> {
        switch self {
        case .leaf: .leaf
        case .node(let l, let v, let r): .node(l.map(f), f(v), r.map(f))
        }
    }
    var values: [T] {
        var o: [T] = []
        walk { o.append($0) }
        return o
    }
}
print(
    Tree([3, 1, 2]).values, Tree(["b", "a"]).map { $0 + "!" }.values, Tree([1.5]).adding(0.5).values
)
struct Stop: Error { let at: Int }
do {
    try Tree([5, 2, 8]).walk {
        if $0 > 4 { throw Stop(at: $0) }
        print("visit", $0)
    }
} catch let s as Stop { print("stopped at", s.at) }
