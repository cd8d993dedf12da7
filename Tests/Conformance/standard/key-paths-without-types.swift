struct P { var name = "a"; var age = 1 }
class C { var n = 1; let m = "m"; var p = P() }
func set<R, V>(_ r: inout R, _ k: WritableKeyPath<R, V>, _ v: V) { r[keyPath: k] = v }
func same<R, V>(_ a: KeyPath<R, V>, _ b: KeyPath<R, V>) -> Bool { a == b }
var p = P()
set(&p, \.age, 4)
print(p.age, same(\P.age, \P.age))
let c = C()
let rk: ReferenceWritableKeyPath<C, Int> = \.n
c[keyPath: rk] = 5
print(c.n)
let chain: ReferenceWritableKeyPath<C, String> = \C.p.name
c[keyPath: chain] = "zz"
print(c.p.name)
let app = (\C.p).appending(path: \.name)
print(app == \C.p.name, c[keyPath: app])
func describe(_ path: PartialKeyPath<P>) -> String {
    switch path {
    case \P.name: return "name"
    case \P.age: return "age"
    default: return "?"
    }
}
print(describe(\.name), describe(\P.age))
let d: [AnyKeyPath: Int] = [\P.name: 1, \C.n: 2]
print(d[\C.n]!, d[\P.age] as Any)
let paths: [KeyPath<P, String>] = [\.name]
print(paths.map { p[keyPath: $0] })
struct Sorter<T> { let keys: [PartialKeyPath<T>]; func show(_ t: T) -> [String] { keys.map { "\(t[keyPath: $0])" } } }
print(Sorter<P>(keys: [\.name, \.age]).show(p))
print(p[keyPath: \.age], p[keyPath: \P.self].age)
if let x = c[keyPath: \C.n as AnyKeyPath] { print(x) }
var i = 1
struct T { var xs = [1, 2, 3]; var d = ["a": 1] }
let kx = \T.xs[i]; i = 2
var t = T(); t[keyPath: kx] = 20; print(t.xs, t[keyPath: kx], t[keyPath: \.d["a"]] as Any)
t[keyPath: \.d["b"]] = 5; print(t.d.count, [t].map(\.xs[i]))
let mixed = [\P.name, \P.age]; print(mixed.count, type(of: mixed), mixed)
let labels = [\P.name: "N", \P.age: "A"]; print(labels[\P.name]!)
print(type(of: \P.name), \P.name)
