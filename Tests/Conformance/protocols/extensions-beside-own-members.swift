class A { func a() -> String { "A" } }
protocol P {}
extension P { func n() -> String { "p" } }
extension A: P {}
class B: A { func n() -> String { "b" } ; override func a() -> String { "B" } }
func g<T: P>(_ t: T) -> String { t.n() }
func h<T: A>(_ t: T) -> String { t.a() }
print(B().n(), g(B()), h(B()), (B() as A).n())
