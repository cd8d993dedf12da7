protocol Store { init(); var n: Int { get } }
struct M: Store { var n = 4 }
final class Counted<Base: Store> { private var base = Base(); var m: Int { base.n } }
struct S<Base: Store> { var base = Base(); var other: Base = .init() }
print(Counted<M>().m, S<M>().base.n)
