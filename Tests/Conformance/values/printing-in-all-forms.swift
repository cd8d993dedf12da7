// printing of everything
struct P { var x = 1; var s = "a"; var o: Int? = nil; var arr = [1.5]; var t = (1, "z"); var d: [String: Int] = ["k": 1] }
class C { var v = 1 }
enum E { case a, b(Int), c(x: Int, y: String), d([Int]), e(E2) ; enum E2 { case inner(Double?) } }
struct G<T> { var t: T }
struct D: CustomStringConvertible, CustomDebugStringConvertible { var description: String { "desc" }; var debugDescription: String { "debug" } }
struct D2: CustomDebugStringConvertible { var debugDescription: String { "debug2" } }
struct D3: CustomStringConvertible { var description: String { "desc3" } }
print(P(), [P()], Optional(P()) as Any, ["k": P()])
print(E.a, E.b(1), E.c(x: 1, y: "q"), E.d([1, 2]), E.e(.inner(2)), E.e(.inner(nil)), [E.a, .b(2)], Optional(E.c(x: 0, y: "")) as Any)
print(G(t: 1), G(t: "s"), G(t: [G(t: 1)]), G<Int?>(t: nil), G(t: E.a))
print(D(), [D()], "\(D())", D2(), [D2()], D3(), [D3()], (D(), D3()), Optional(D()) as Any, ["x": D()], G(t: D()))
debugPrint(D(), "str", 1.0, ["a"], Optional(3) as Any, E.b(1), P(), Character("x"), 1...2)
print(String(describing: D()), String(reflecting: D()), String(reflecting: "q\n"), String(describing: E.a), String(reflecting: [1: "x"]))
print("a", 1, 2.0, true, nil as Int? as Any, (1, "x"), (a: 1, b: "y"), [1: "x"], "\t|", separator: "~", terminator: "<end>\n")
print([Optional(1), nil], [[String]](), ["a": nil as Int?], [nil as String?], (nil as Int?, 1), Optional(Optional(1)) as Any, Optional<Int>.none as Any)
print(type(of: 1), type(of: "s"), type(of: [1]), type(of: ["a": 1]), type(of: Optional(1)), type(of: (1, "x")), type(of: E.a), type(of: C()), type(of: G(t: [1])), type(of: { (x: Int) -> Int in x }), Int.self, [String].self, type(of: 1...2), type(of: "abc".first), type(of: Set([1])), type(of: "ab".dropFirst()))
print("multi", """
  line "one"
    two \("in" + "terp")
  """, "\u{e9}\t\\\"\'\0".count, #"\n\#n|"#)
print([1, 2, 3].description, ["a": 1].description, (1...3).description, 5.description, true.description, "s".description, "s".debugDescription, [1.0].description, Optional(1).debugDescription, Set([1]).description, ("x" as Character).description)
var out = ""
print("to", "string", to: &out); print(1, terminator: "", to: &out)
print(out.debugDescription)
struct Logger: TextOutputStream { var lines: [String] = []; mutating func write(_ s: String) { lines.append(s) } }
var lg = Logger(); print("x", 1, to: &lg); print(lg.lines)
dump(P())
dump([1, 2])
dump(E.c(x: 1, y: "z"))
class Sub: C { var name = "n"; var opt: C? = nil }
dump(Sub())
print("\(1)\("nested \("deep")")", "\(["a"])", "\([1: [2]])", "\(Optional("x") as Any)", "\(E.b(3))", "\(1.0)", "\(Float(2))", "\(Character("c"))", "\("q".debugDescription)")
extension String.StringInterpolation { mutating func appendInterpolation(hex n: Int) { appendLiteral("0x" + String(n, radix: 16)) }; mutating func appendInterpolation<T>(_ xs: [T], joinedBy s: String) { appendLiteral(xs.map { "\($0)" }.joined(separator: s)) } }
print("\(hex: 255) \([1, 2], joinedBy: "+")")
