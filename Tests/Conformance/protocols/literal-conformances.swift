struct Vector: ExpressibleByArrayLiteral, Equatable { var values: [Double]; init(arrayLiteral elements: Double...) { values = elements } }
let v: Vector = [1, 2, 3]
print(v, v == [1, 2, 3])
struct Name: ExpressibleByStringLiteral, CustomStringConvertible { let text: String; init(stringLiteral value: String) { text = value.capitalized2 }; var description: String { "<\(text)>" } }
extension String { var capitalized2: String { prefix(1).uppercased() + dropFirst() } }
let n: Name = "ada"
print(n)
func greet(_ name: Name) { print("hello", name) }
greet("bob")
struct Metres: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral { let v: Double; init(integerLiteral n: Int) { v = Double(n) }; init(floatLiteral d: Double) { v = d } }
func run(_ m: Metres) -> Double { m.v * 2 }
print(run(5), run(2.5), [1, 2.5].map { (m: Metres) in m.v })
struct Table: ExpressibleByDictionaryLiteral { var rows: [(String, Int)] = []; init(dictionaryLiteral elements: (String, Int)...) { rows = elements } }
let t: Table = ["x": 1, "y": 2, "x": 3]
print(t.rows)
struct Flag: ExpressibleByBooleanLiteral { let on: Bool; init(booleanLiteral b: Bool) { on = b } }
let f: Flag = true
print(f.on)
struct Maybe: ExpressibleByNilLiteral { var content: Int? = 5; init(nilLiteral: ()) { content = nil } }
let m: Maybe = nil
print(m.content as Any)
let names: [Name] = ["x", "y"]
print(names, names.map(\.text).joined())
enum Json: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    case string(String), number(Int), array([Json]), object([(String, Json)])
    init(stringLiteral s: String) { self = .string(s) }
    init(integerLiteral n: Int) { self = .number(n) }
    init(arrayLiteral e: Json...) { self = .array(e) }
    init(dictionaryLiteral e: (String, Json)...) { self = .object(e) }
    var text: String {
        switch self {
        case .string(let s): "\"\(s)\""
        case .number(let n): "\(n)"
        case .array(let a): "[" + a.map(\.text).joined(separator: ",") + "]"
        case .object(let o): "{" + o.map { "\"\($0)\":\($1.text)" }.joined(separator: ",") + "}"
        }
    }
}
let json: Json = ["name": "Ada", "scores": [1, 2, ["deep"]], "n": 3]
print(json.text)
