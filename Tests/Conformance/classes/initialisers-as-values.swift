protocol P {
    init(_ n: Int)
    var v: Int { get }
}
class A: P {
    var v: Int
    required init(_ n: Int) {
        v = n
        note()
    }
    func note() { print("A", v) }
}
class B: A {
    var extra = [1]
    override func note() {
        extra.append(v)
        print("B", extra)
    }
}
struct S: P {
    let v: Int
    init(_ n: Int) { v = n * 10 }
}
func makeAll<T: P>(_ t: T.Type) -> [T] { [1, 2].map(T.init) }
func makeOne<T: P>(_ t: T.Type) -> T {
    let f: (Int) -> T = T.init
    return f(3)
}
func makeVal<T: P>(_ t: T.Type, _ n: Int = 4) -> T {
    let f = T.init
    return f(n)
}
print(makeAll(A.self).map(\.v), makeAll(B.self).map(\.v), makeAll(S.self).map(\.v))
print(makeOne(A.self).v, makeOne(B.self).v, makeOne(S.self).v, makeVal(B.self).v, makeVal(S.self).v)
let mt: A.Type = B.self
print([5].map(mt.init).map { "\(type(of: $0))" })
let pt: any P.Type = B.self
let made = [6].map { pt.init($0) }
print(made.map(\.v), type(of: made[0]))
let g = mt.init
print(type(of: g(7)))
extension P {
    static func twice(_ n: Int) -> [Self] { [n, n + 1].map(Self.init) }
    func again() -> Self { Self(v + 1) }
    static func list(_ k: Int) -> [Self] { (0..<k).map { Self($0) } }
}
print(
    S.twice(1).map(\.v), B.twice(1).map { "\(type(of: $0))" }, B(1).again().extra, A.list(2).count)
class C {
    class func make() -> C { C() }
    static func name() -> String { "C" }
    func id() -> String { "c" }
    func me() -> Self { self }
    required init() {}
    class func build() -> Self { Self() }
    func dup() -> Self { type(of: self).init() }
}
class D: C {
    var t = "d"
    override class func make() -> C { D() }
    override func id() -> String { "d" + t }
    func caller() -> () -> String { super.id }
    func own() -> () -> String { id }
    lazy var later: () -> String = id
}
let ms: [() -> C] = [C.make, D.make, D.build, C.init, D.init, D().dup, D().me]
print(ms.map { $0().id() })
let d = D()
d.t = "x"
let f1 = d.id
let f2 = d.caller()
let f3 = d.own()
d.t = "y"
print(f1(), f2(), f3(), d.later(), C.id(d)(), (d as C).id(), D.id(d)())
let any: [Any] = [C.init, D.make, d.id]
print(any.count, (any[2] as! () -> String)(), any[0] is () -> C)
let objs: [C] = [C(), D()]
print(objs.map { $0.id }.map { $0() }, objs.map { ($0.dup() as? D)?.t ?? "-" })
protocol Q: AnyObject {
    func hi() -> String
    init()
}
extension Q {
    func hi() -> String { "q" }
    static func fresh() -> Self { Self() }
}
final class E: Q { init() {} }
final class F: Q {
    var k = 1
    init() { k = 2 }
    func hi() -> String { "f\(k)" }
}
let qs: [any Q] = [E(), F()]
let his = qs.map { $0.hi }
print(his.map { $0() }, qs.map { type(of: $0).fresh().hi() })
struct Holder<T> {
    var make: () -> T
    init(_ m: @escaping () -> T) { make = m }
}
let hs = [Holder<C>(C.init), Holder<C>(D.init), Holder(D.make)]
print(hs.map { $0.make().id() })
func lazyMake<T>(_ m: @autoclosure () -> T, _ n: Int) -> [T] { (0..<n).map { _ in m() } }
print(lazyMake(D(), 2).map { $0.id() }, lazyMake(D() as C, 1).map { $0.id() })
let dict: [String: (Int) -> any P] = ["a": A.init, "s": S.init, "b": { B($0) }]
for k in dict.keys.sorted() { print(k, dict[k]!(9).v) }
let opt: [(Int) -> A?] = [A.init, B.init, { $0 > 0 ? A($0) : nil }]
print(opt.map { $0(0)?.v as Any })
