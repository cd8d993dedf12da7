func f(_ x: Int) -> String { "int" }; func f(_ x: Double) -> String { "double" }; func f(_ x: String) -> String { "string" }; func f<T>(_ x: T) -> String { "generic" }; func f<T: Collection>(_ x: T) -> String { "coll \(x.count)" }
print(f(1), f(1.0), f("a"), f(true), f([1]), f(1 as Any), f(Optional(1)), f("a" as Character), f(1...3))
func g(_ x: Any) -> String { "any" }; func g(_ x: Int?) -> String { "opt" }; print(g(1), g(nil), g("s"), g(2.0))
func h(a: Int = 1, b: Int = 2) -> String { "two \(a) \(b)" }; func h(a: Int = 5) -> String { "one \(a)" }; print(h(), h(a: 3), h(b: 4))
func v(_ xs: Int...) -> String { "var" }; func v(_ x: Int) -> String { "one" }; print(v(1), v(1, 2), v())
func c(_ f: (Int) -> Int) -> String { "i \(f(1))" }; func c(_ f: (String) -> String) -> String { "s \(f("a"))" }; print(c { $0 + 1 }, c { (s: String) in s + "!" }, c { $0.uppercased() })
func r() -> Int { 1 }; func r() -> String { "s" }; let ri: Int = r(), rs: String = r(); print(ri, rs, r() as Int, (r() as String) + "x")
class A {}; class B: A {}; func o(_ a: A) -> String { "A" }; func o(_ b: B) -> String { "B" }; func o(_ x: AnyObject) -> String { "Any" }; let ab: A = B(); print(o(ab), o(B()), o(A()))
struct S { func m(_ x: Int) -> String { "mi" }; func m(_ x: Double) -> String { "md" }; static func m(_ s: S) -> String { "static" }; subscript(i: Int) -> String { "si" }; subscript(s: String) -> String { "ss" }; init() {}; init(_ x: Int) { print("init int") }; init(_ x: Double) { print("init double") }; init(_ s: String...) { print("init strings", s.count) } }
print(S().m(1), S().m(1.5), S.m(S()), S()[0], S()["a"]); _ = S(1); _ = S(2.0); _ = S("a", "b"); let md: (Double) -> String = S().m; print(md(1))
func e<T: Equatable>(_ a: T, _ b: T) -> String { "eq" }; func e<T: Comparable>(_ a: T, _ b: T) -> String { "cmp" }; print(e(1, 2), e(true, false)); func d(_ x: Int8) -> String { "i8" }; func d(_ x: Int) -> String { "i" }; print(d(1), d(Int8(1)))
func ar(_ x: [Int]) -> String { "ints" }; func ar(_ x: [Double]) -> String { "doubles" }; func ar(_ x: [String]) -> String { "strs" }; print(ar([1]), ar([1.0]), ar([1, 2.5]), ar(["a"]))
func nn(_ x: Int, y: Int = 0) -> String { "y" }; func nn(_ x: Int, z: Int = 0) -> String { "z" }; print(nn(1, y: 1), nn(1, z: 1)); func un(_ x: UInt) -> String { "u" }; func un(_ x: Float) -> String { "f" }; print(un(1.5), un(3 as UInt))
