// which member a generic body, a protocol extension or an existential may see
protocol Sized { var base: Int { get } }
extension Sized { var size: Int { base } }
extension Sized where Self: Equatable { var size: Int { base * 100 } }
extension Sized where Self: Equatable { func both() -> Int { size } }
extension Sized { func plain() -> Int { size } }
struct E: Sized, Equatable { let base = 1 }
struct N: Sized { let base = 2 }
func g<T: Sized>(_ t: T) -> Int { t.size }
func ge<T: Sized & Equatable>(_ t: T) -> Int { t.size }
print(E().size, N().size, g(E()), ge(E()), E().both(), E().plain(), (E() as any Sized).size)
protocol Box { associatedtype V; var v: V { get } }
extension Box { var kind: String { "any" } ; func show() -> String { kind } }
extension Box where V == Int { var kind: String { "int" } }
extension Box where V: Collection { var kind: String { "collection \(v.count)" } }
struct B<V>: Box { let v: V }
func k<T: Box>(_ t: T) -> String { t.kind }
func ki<T: Box>(_ t: T) -> String where T.V == Int { t.kind }
print(B(v: 1).kind, B(v: "ab").kind, B(v: 1.5).kind, k(B(v: 1)), ki(B(v: 1)), B(v: 1).show(), B(v: [1]).show())
struct W<T> { let t: T }
extension W { var name: String { "W" }; func viaName() -> String { name } }
extension W where T == Int { var name: String { "WInt" } }
extension W where T: Comparable { func cmp() -> String { name } }
func wn<T>(_ w: W<T>) -> String { w.name }
print(W(t: 1).name, W(t: "a").name, wn(W(t: 1)), W(t: 1).viaName(), W(t: 1).cmp())
protocol Loud { }
extension Loud { static var sound: String { "quiet" }; func speak() -> String { Self.sound }; func selfName() -> String { "\(Self.self) \(type(of: self))" } }
class Cat: Loud { static var sound: String { "meow" } }
class Lion: Cat {}
print(Cat().speak(), (Lion() as Cat).speak(), (Lion() as Cat).selfName(), Lion().selfName(), (Lion() as any Loud).selfName())
func nm<T: Loud>(_ t: T) -> String { t.selfName() + " \(T.self)" }
print(nm(Lion()), nm(Lion() as Cat))
extension Array { func what() -> String { "array" }; func call() -> String { what() } }
extension Array where Element == Int { func what() -> String { "ints" } }
func w2<T>(_ x: [T]) -> String { x.what() }
print([1].what(), ["a"].what(), w2([1]), [1].call())
extension Collection { var head: String { "c" }; func h2() -> String { head } }
extension Collection where Element: Hashable { var head: String { "hashable" } }
extension BidirectionalCollection { var head: String { "bidi" } }
func hc<C: Collection>(_ c: C) -> String { c.head }
func hb<C: BidirectionalCollection>(_ c: C) -> String where C.Element == Int { "x" }
print(Set([1]).head, hc([1]), Set([1]).h2(), hb([1]))
func eq<T>(_ a: T, _ b: T) -> String { "any" }
func eq<T: Equatable>(_ a: T, _ b: T) -> String { a == b ? "same" : "differ" }
func callEq<T>(_ a: T) -> String { eq(a, a) }
print(eq(1, 1), callEq(1), eq({ 1 }, { 1 }))
