protocol P: AnyObject { init(); var n: Int { get set } }
extension P { init(n: Int) { self.init(); self.n = n };  static func make() -> Self { Self(n: 4) } }
final class A: P { var n = 0 }
class B: P { var n: Int; required init() { n = 1 } }
class C: B {}
print(A(n: 3).n, B(n: 5).n, C(n: 6).n, C.make().n, A.make().n, type(of: C.make()))
let t: any P.Type = C.self
print(t.init(n: 9).n, type(of: t.init(n: 2)))
