// Which of several declarations is meant where values, optionals and generic parameters are taken.
func g<T>(_: T) { print("T") }
func g<T>(_: T?) { print("T?") }
func g(_: Int?) { print("Int?") }
g(Optional(1)); g(1); g(Optional("s")); g("s"); let o: Int? = 2; g(o); g(nil as Int?); g(Optional(Optional(1)))
func h<T>(_: T) { print("T") }
func h<T>(_: T?) { print("T?") }
h(Optional(1)); h(1); h(o); h(Optional(o))
func k<T>(_: T) { print("T") }
func k(_: Int?) { print("Int?") }
k(1); k(o); k("s"); k(nil)
func m<T>(_: T?) { print("T?") }
func m(_: Int?) { print("Int?") }
m(1); m(o); m(nil); m("x")
func n(_: Int) { print("Int") }
func n(_: Int?) { print("Int?") }
n(1); n(o); n(Optional(1)); n(nil)
func p(_: Any) { print("Any") }
func p<T>(_: T) { print("T") }
p(1); p(o as Any); p(o)
func q(_: Any?) { print("Any?") }
func q(_: Int) { print("Int") }
q(1); q(o); q("s"); q(nil)
func r<T: Collection>(_: T) { print("coll") }
func r<T>(_: T) { print("T") }
func r<T>(_: [T]) { print("[T]") }
r([1]); r("s"); r(1); r(1...2); r(Set([1]))
func s(_: Double) { print("Double") }
func s(_: Int) { print("Int") }
func s<T: Numeric>(_: T) { print("Numeric") }
s(1); s(1.5); s(Float(2)); s(UInt8(1))
func t(_: [Int]) { print("[Int]") }
func t(_: Int...) { print("Int...") }
t(1); t([1]); t()
func u<T: Equatable>(_ a: T, _ b: T) { print("same") }
func u<A, B>(_ a: A, _ b: B) { print("two") }
u(1, 2); u(1, "s"); u(1, 2.5); u(o, 1)
struct W { func f<T>(_: T) { print("T") }; func f(_: Int?) { print("Int?") }; func f<T>(_: T?) { print("T?") }
 init<T>(_: T) { print("iT") }; init(_: Int?) { print("iInt?") } ; init() {} 
 static func + <T>(a: W, b: T) -> W { print("+T"); return a }
 static func + (a: W, b: Int?) -> W { print("+Int?"); return a } }
W().f(Optional(1)); W().f(1); W().f(o); W().f("a"); _ = W(1); _ = W(o); _ = W("s"); _ = W() + 1; _ = W() + o; _ = W() + "s"
