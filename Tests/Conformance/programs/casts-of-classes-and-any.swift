class Base { var n = 1 }
class Mid: Base { var m = "m" }
final class Leaf: Mid { var l = [1.5] }
protocol Tag { var tag: String { get } }
extension Mid: Tag { var tag: String { "tag\(n)" } }
extension Int: Tag { var tag: String { "#\(self)" } }
let vals: [Any] = [
    Base(), Mid(), Leaf(), 5, "s", Optional(Mid()) as Any, [Mid(), Leaf()], ["k": Leaf()],
    (1, Leaf()), nil as Mid? as Any,
]
for v in vals {
    var s: [String] = []
    if let t = v as? any Tag { s.append(t.tag) }
    if v is Base { s.append("base") }
    if let m = v as? Mid { s.append(m.m) }
    if let l = v as? Leaf { s.append("\(l.l)") }
    if let a = v as? [Base] { s.append("arr\(a.count)") }
    if let a = v as? [any Tag] { s.append("tags\(a.map(\.tag))") }
    if let d = v as? [String: Base] { s.append("dict\(d["k"]!.n)") }
    if let (i, b) = v as? (Int, Base) { s.append("tup\(i)\(b.n)") }
    if let o = v as? Mid? { s.append("opt\(o == nil)") }
    print(s)
}
let bs: [Base] = [Leaf(), Mid()]
let ms = bs as! [Mid]
print(
    ms.map(\.m), (bs as? [Leaf]) == nil, bs.compactMap { $0 as? Leaf }.count, bs.map { $0 is Mid },
    (bs[0] as! Leaf).l)
let h: [AnyHashable: Any] = [1: "one", "two": 2, 3.5: [3], true: false]
print(
    h[1] as! String, h["two"] as! Int, h[3.5] as! [Int], h[AnyHashable(true)] as! Bool, h.count,
    h["no"] == nil, AnyHashable(1) == AnyHashable(1), AnyHashable("a") == AnyHashable(1))
var json: [String: Any] = [
    "name": "x", "list": [1, 2, 3], "nested": ["deep": ["er": 42]],
    "null": Optional<Int>.none as Any,
]
func dig(_ j: Any, _ path: String...) -> Any? {
    path.reduce(j as Any?) { ($0 as? [String: Any])?[$1] }
}
print(
    dig(json, "nested", "deep", "er") as? Int ?? -1, dig(json, "nested", "x") as Any,
    (json["list"] as? [Int])?.reduce(0, +) ?? 0)
json["list"] = (json["list"] as? [Int] ?? []) + [4]
print((json["list"] as! [Int]).count, json.keys.sorted())
func render(_ x: Any, _ depth: Int = 0) -> String {
    let p = String(repeating: " ", count: depth * 2)
    switch x {
    case let d as [String: Any]:
        return "{\n"
            + d.sorted { $0.key < $1.key }.map { p + "  \($0.key): \(render($0.value, depth + 1))" }
            .joined(separator: "\n") + "\n\(p)}"
    case let a as [Any]: return "[" + a.map { render($0, depth) }.joined(separator: ", ") + "]"
    case let o as Int? where o == nil: return "null"
    case let s as String: return "\"\(s)\""
    default: return "\(x)"
    }
}
print(render(json))
var o: Base? = Leaf()
print(
    o?.n ?? 0, (o as? Leaf)?.l.first as Any, o is Leaf, o.map { type(of: $0) == Leaf.self } ?? false
)
o?.n += 5
(o as? Leaf)?.l.append(9)
print(o!.n, (o as! Leaf).l)
o = nil
print(o?.n as Any, o is Base, (o as? Leaf)?.l.count ?? -1)
let oo: Int?? = 5
let on: Int?? = .some(nil)
let nn: Int?? = nil
print(
    oo as Any, on as Any, nn as Any, oo == 5, on == nil, nn == nil, (oo ?? nil) ?? 0, on! as Any,
    oo!!, oo.flatMap { $0 } as Any)
if let x = on { print("some", x as Any) }
if case .some(.some(let y)) = oo { print(y) }
let arr: [Int?] = [1, nil, 3]
print(
    arr, arr.compactMap { $0 }, arr.map { $0 ?? 0 }, arr.first!!, arr.last as Any,
    arr.contains(nil), arr.firstIndex(of: nil)!, arr[1] == nil, arr == [1, nil, 3],
    arr.filter { $0 != nil }.count, arr.reduce(0) { $0 + ($1 ?? 10) })
print(
    type(of: 5 as Any), type(of: vals[1]), type(of: o), type(of: [1: "a"]), type(of: (1, "x")),
    Mid.self == type(of: bs[1]), "\(type(of: Optional(Leaf())))", [Int].self, [String: [Int?]].self,
    ((Int) -> String).self, Any.self, (any Tag).self, Base.Type.self)
