// JSON-like value with literals and subscripts
enum JSON: Equatable { case null, bool(Bool), number(Double), string(String), array([JSON]), object([String: JSON]) }
extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(nilLiteral: ()) { self = .null }
    init(booleanLiteral v: Bool) { self = .bool(v) }
    init(integerLiteral v: Int) { self = .number(Double(v)) }
    init(floatLiteral v: Double) { self = .number(v) }
    init(stringLiteral v: String) { self = .string(v) }
    init(arrayLiteral e: JSON...) { self = .array(e) }
    init(dictionaryLiteral e: (String, JSON)...) { self = .object(Dictionary(uniqueKeysWithValues: e)) }
    subscript(k: String) -> JSON { get { if case .object(let o) = self { o[k] ?? .null } else { .null } } set { guard case .object(var o) = self else { return }; o[k] = newValue; self = .object(o) } }
    subscript(i: Int) -> JSON? { guard case .array(let a) = self, a.indices.contains(i) else { return nil }; return a[i] }
    var text: String? { if case .string(let s) = self { s } else { nil } }
    func pretty(_ d: Int = 0) -> String { let pad = String(repeating: "  ", count: d + 1)
        switch self { case .null: return "null"; case .bool(let b): return "\(b)"; case .number(let n): return n == n.rounded() ? "\(Int(n))" : "\(n)"; case .string(let s): return "\"\(s.replacing("\"", with: "\\\""))\""
        case .array(let a): return a.isEmpty ? "[]" : "[" + a.map { $0.pretty(d) }.joined(separator: ", ") + "]"
        case .object(let o): return "{\n" + o.sorted { $0.key < $1.key }.map { pad + "\"\($0.key)\": " + $0.value.pretty(d + 1) }.joined(separator: ",\n") + "\n" + String(repeating: "  ", count: d) + "}" } }
}
var doc: JSON = ["name": "Ann \"A\"", "age": 30, "tags": ["x", 1.5, nil, true, []], "nested": ["k": ["deep": false]]]
print(doc.pretty()); print(doc["nested"]["k"]["deep"] == false, doc["tags"][1] == 1.5, doc["tags"][9] as Any, doc["zip"] == nil, doc["name"].text ?? "-")
doc["age"] = 31; doc["nested"]["k"]["new"] = [1, 2]; doc["gone"] = nil; print(doc["age"], doc["nested"].pretty(), doc["nested"]["k"]["new"][0]!)
struct P { var s: Substring; struct E: Error { let at: String }
    mutating func ws() { s = s.drop(while: \.isWhitespace) }
    mutating func value() throws -> JSON { ws(); guard let c = s.first else { throw E(at: "end") }
        switch c { case "n": return try lit("null", .null); case "t": return try lit("true", .bool(true)); case "f": return try lit("false", .bool(false))
        case "\"": return .string(try str())
        case "[": s.removeFirst(); var a: [JSON] = []; ws(); if s.first == "]" { s.removeFirst(); return .array(a) }; repeat { a.append(try value()); ws() } while eat(","); guard eat("]") else { throw E(at: String(s.prefix(3))) }; return .array(a)
        case "{": s.removeFirst(); var o: [String: JSON] = [:]; ws(); if eat("}") { return .object(o) }; repeat { ws(); let k = try str(); ws(); guard eat(":") else { throw E(at: "colon") }; o[k] = try value(); ws() } while eat(","); guard eat("}") else { throw E(at: "brace") }; return .object(o)
        case "-", "0"..."9": let t = s.prefix { "-+.eE0123456789".contains($0) }; s = s.dropFirst(t.count); guard let d = Double(t) else { throw E(at: String(t)) }; return .number(d)
        default: throw E(at: String(c)) } }
    mutating func eat(_ c: Character) -> Bool { if s.first == c { s.removeFirst(); return true }; return false }
    mutating func lit(_ t: String, _ j: JSON) throws -> JSON { guard s.hasPrefix(t) else { throw E(at: t) }; s = s.dropFirst(t.count); return j }
    mutating func str() throws -> String { guard eat("\"") else { throw E(at: "quote") }; var out = ""; while let c = s.popFirst() { if c == "\"" { return out }; out.append(c == "\\" ? s.popFirst() ?? "\\" : c) }; throw E(at: "string") } }
for t in ["[1, -2.5e1, {\"a\": null}]", "{\"k\": [true, \"q\\\"r\"]}", "[1,", "nul", "{\"a\" 1}", "  \"x\" "] { do { var p = P(s: t[...]); print(try p.value().pretty()) } catch let e as P.E { print("error at", e.at) } }
