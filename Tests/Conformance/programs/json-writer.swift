indirect enum JSON: Equatable {
    case null, bool(Bool), number(Double), string(String), array([JSON]), object([String: JSON])
    func text(indent: Int = 0) -> String {
        let pad = String(repeating: "  ", count: indent + 1), end = String(repeating: "  ", count: indent)
        switch self {
        case .null: return "null"
        case .bool(let b): return "\(b)"
        case .number(let n): return n == n.rounded() && abs(n) < 1e15 ? "\(Int(n))" : "\(n)"
        case .string(let s): return "\"" + s.map { $0 == "\"" ? "\\\"" : $0 == "\n" ? "\\n" : String($0) }.joined() + "\""
        case .array(let items) where items.isEmpty: return "[]"
        case .array(let items): return "[\n" + items.map { pad + $0.text(indent: indent + 1) }.joined(separator: ",\n") + "\n\(end)]"
        case .object(let o):
            return "{\n" + o.sorted { $0.key < $1.key }.map { "\(pad)\"\($0.key)\": \($0.value.text(indent: indent + 1))" }.joined(separator: ",\n") + "\n\(end)}"
        }
    }
    subscript(key: String) -> JSON? { if case .object(let o) = self { o[key] } else { nil } }
    subscript(i: Int) -> JSON? { guard case .array(let a) = self, a.indices.contains(i) else { return nil }; return a[i] }
}
protocol JSONConvertible { var json: JSON { get } }
extension Int: JSONConvertible { var json: JSON { .number(Double(self)) } }
extension String: JSONConvertible { var json: JSON { .string(self) } }
extension Array: JSONConvertible where Element: JSONConvertible { var json: JSON { .array(map(\.json)) } }
extension Optional: JSONConvertible where Wrapped: JSONConvertible { var json: JSON { map(\.json) ?? .null } }
struct Student: JSONConvertible { let name: String, grades: [Int], mentor: String?; var json: JSON { .object(["name": name.json, "grades": grades.json, "mentor": mentor.json, "active": .bool(true), "mean": .number(Double(grades.reduce(0, +)) / Double(max(1, grades.count)))]) } }
let doc = [Student(name: "Ada \"A\"", grades: [9, 8], mentor: nil), Student(name: "Bob", grades: [], mentor: "Ada")].json
print(doc.text())
print(doc[0]?["grades"]?[1] as Any, doc[7] as Any, doc[1]?["mentor"] == .string("Ada"))
