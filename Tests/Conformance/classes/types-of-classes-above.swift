class A { enum F: Error { case x, y(Int) }; struct In { var v = 1 }; typealias Num = Double; class func make() -> In { In() } }
class B: A {
    func f() throws { throw F.x }
    func g() -> In { In(v: 3) }
    var n: Num = 2
    override class func make() -> In { In(v: 9) }
}
class C: B { let k: F = .y(4); func h() -> [In] { [In(), g()] } }
extension C { func e() -> Num { n * 2 + Num(In().v) } }
let c = C()
do { try c.f() } catch A.F.x { print("x") } catch { print("other") }
print(c.g().v, c.k, c.h().count, c.e(), C.make().v, C.F.x, B.In(v: 2).v)
