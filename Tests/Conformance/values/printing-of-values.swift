struct Point { var x = 1.0; var y = 2.0 }
struct Wrapper { let name: String; let inner: Point; let list: [Int]; let maybe: Int?; let none: String? }
enum Kind { case plain, payload(Int, label: String) }
class Thing {}
print(Point())
print([Point()], ["key": Point()], (Point(), 1))
print(Wrapper(name: "w", inner: Point(), list: [1, 2], maybe: 3, none: nil))
print(Kind.plain, Kind.payload(3, label: "x"), [Kind.plain, .payload(1, label: "y")])
print([1.0, 2.5], ["a", "b\n\"c\""], ["a"] as Any, Character("c"), ["c" as Character])
print(["one": 1], [1: "one"], [:] as [String: Int], [] as [Int])
print((1, "two"), (a: 1, b: "two"), ("x", (1, 2)))
print(Optional(3) as Any, Optional("s") as Any, [Optional(1), nil])
print(1, 2, 3, separator: "-", terminator: "|\n")
print("a", "b", separator: "")
print()
print("no newline", terminator: "")
print(" then this")
print([[1, 2], [3]], [["a"]], [(1, "x")])
print(1...3, 0..<2, stride(from: 0, to: 4, by: 2).map { $0 })
print(true, false, nil as Int? as Any)
print("tab\tquote\"backslash\\ unicode\u{1F600}")
debugPrint("debug", 1, [1.5])
print(String(describing: Point()), String(reflecting: "q"), "\(Kind.payload(1, label: "z"))")
print(type(of: Point()), type(of: Kind.plain), type(of: Thing()), Int.self, [String].self, Point.self)
print(Set([5]), Float(0.1), Int8(3), UInt.max)
print("abc".dropFirst(), ["a": [1, 2]], [1, 2, 3].prefix(2), [3, 4].enumerated().map { $0 })
var text = ""
print("into", "text", to: &text)
print(text.count, text, terminator: "")
