struct P { var x = 1; var s = "q"; var o: Int? = nil; var arr = [1, 2]; var d: [String: Int] = ["k": 1] }
enum E { case a, b(Int), c(x: Int, y: String), d(P) }
class C { var v = 1 }
print(P(), E.a, E.b(2), E.c(x: 1, y: "z"), [E.a, .b(3)], (1, "a"), (a: 1, b: [2]), Optional(P()) as Any, [Optional("x"), nil])
debugPrint(P(), "str", [1, 2], E.c(x: 1, y: "z"), "a\"b\n", 1.0, Optional("x") as Any)
print("a", 1, true, nil as Int? as Any, separator: "-", terminator: "!\n"); print(); print("x", terminator: ""); print("y")
print([[1, 2], [3]], ["a": [1]], [("x", 1)], Set([1]), 1...3, 0..<2, "abc"[..."abc".startIndex], Character("c"), [Character("c")], UInt8(5), [1.5, 2], Float(1.5), ())
print(String(describing: P()), String(reflecting: "s"), "\(E.b(1))", String(describing: C.self), type(of: P()), type(of: E.a), type(of: [1]), type(of: ["a": 1.0]), type(of: (1, "a")), type(of: Optional(1)), type(of: 1...2), type(of: "a".first), type(of: { (x: Int) -> String in "" }))
struct D: CustomDebugStringConvertible { var debugDescription: String { "D!" } }; print(D(), [D()], Optional(D()) as Any); debugPrint(D())
struct Both: CustomStringConvertible, CustomDebugStringConvertible { var description: String { "desc" }; var debugDescription: String { "debug" } }; print(Both(), [Both()], "\(Both())", (Both(), 1), Optional(Both()) as Any, ["k": Both()]); debugPrint(Both(), [Both()])
struct G<T> { var v: T }; print(G(v: 1), G(v: "s"), G(v: [1]), G(v: G(v: 2)), type(of: G(v: 1.5)), [G(v: nil as Int?)])
dump([1, 2]); dump(P()); dump("s"); dump(3); dump((1, "a")); dump(["k": 1]); dump(E.b(3)); dump(Optional(5)); dump(C())
print(1 as Any, "s" as Any, [1, "a", 2.5] as [Any], Int?.none as Any, Int?.some(3) as Any, Optional<Optional<Int>>.some(nil) as Any)
let big = 1234567.891; print(big, -big, 1e20, 1e-7, 100.0, 1e21, 12345678901234567890.0, Float(16777216), 0.1 as Float, Double(Float(0.1)), 3.0e-10, 2.5e15, 1.0e16, 123456.789e3)
print("tab\there", "nul\0".count, "uni\u{1F600}", "quote\"")
