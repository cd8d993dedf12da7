protocol P { func a() -> String }
extension P { func a() -> String { "ext a" }; func b() -> String { "ext b" }; func c() -> String { a() + b() + d }; var d: String { "ext d" } }
struct S: P { func a() -> String { "own a" }; func b() -> String { "own b" }; var d: String { "own d" } }
func g<T: P>(_ t: T) -> String { t.a() + t.b() + t.d + t.c() }
func h(_ t: some P) -> String { t.b() }
struct W<T: P> { let t: T; func r() -> String { t.a() + t.b() + t.d } }
extension Array where Element: P { func all() -> String { map { $0.b() }.joined() + (first?.d ?? "") } }
print(S().a(), S().b(), S().c(), S().d); print(g(S()), h(S()), W(t: S()).r(), [S()].all())
let p: any P = S(); print(p.a(), p.b(), p.c(), p.d, g(p))
