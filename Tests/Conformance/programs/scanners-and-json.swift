// labelled loops, nested control, guard-heavy parsing, state, defer, exhaustive switches, ranges, stride, repeat
enum TokenKind { case word, number, symbol(Character), space }
struct Scanner { private let s: [Character]; private(set) var i = 0; init(_ t: String) { s = Array(t) }
    var peek: Character? { i < s.count ? s[i] : nil }
    mutating func advance() -> Character? { guard let c = peek else { return nil }; i += 1; return c }
    mutating func take(while p: (Character) -> Bool) -> String { var out = ""; while let c = peek, p(c) { out.append(c); i += 1 }; return out }
    mutating func next() -> (TokenKind, String)? { guard let c = peek else { return nil }
        switch c { case "a"..."z", "A"..."Z", "_": return (.word, take { $0.isLetter || $0.isNumber || $0 == "_" }); case "0"..."9": return (.number, take { $0.isNumber || $0 == "." })
        case _ where c.isWhitespace: return (.space, take(while: \.isWhitespace)); default: i += 1; return (.symbol(c), String(c)) } } }
var sc = Scanner("let x_1 = 3.14*(y + 2);"); var out: [String] = []
scan: while let (kind, text) = sc.next() { switch kind { case .space: continue scan; case .symbol(";"): break scan; case .symbol(let c) where "()".contains(c): out.append("paren\(text)"); case .word: out.append("w:\(text)"); case .number: out.append("n:\(text)"); case .symbol: out.append(text) } }
print(out, sc.i)
enum JSONError: Error { case eof, unexpected(Character, Int), badNumber(String) }
indirect enum JSON: Equatable, CustomStringConvertible { case null, bool(Bool), num(Double), str(String), arr([JSON]), obj([String: JSON])
    var description: String { switch self { case .null: "null"; case let .bool(b): "\(b)"; case let .num(n): n.truncatingRemainder(dividingBy: 1) == 0 ? "\(Int(n))" : "\(n)"; case let .str(s): "\"\(s)\""; case let .arr(a): "[\(a.map(\.description).joined(separator: ","))]"; case let .obj(o): "{\(o.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ","))}" } } }
struct JSONParser { var s: Substring
    static func parse(_ t: String) throws -> JSON { var p = JSONParser(s: t[...]); let v = try p.value(); p.skip(); if let c = p.s.first { throw JSONError.unexpected(c, t.count - p.s.count) }; return v }
    mutating func skip() { s = s.drop(while: \.isWhitespace) }
    mutating func eat(_ c: Character) -> Bool { skip(); guard s.first == c else { return false }; s.removeFirst(); return true }
    mutating func value() throws -> JSON { skip(); guard let c = s.first else { throw JSONError.eof }
        switch c {
        case "n" where s.hasPrefix("null"): s.removeFirst(4); return .null
        case "t" where s.hasPrefix("true"): s.removeFirst(4); return .bool(true)
        case "f" where s.hasPrefix("false"): s.removeFirst(5); return .bool(false)
        case "\"": return .str(try string())
        case "[": s.removeFirst(); var a: [JSON] = []; if eat("]") { return .arr(a) }; repeat { a.append(try value()) } while eat(","); guard eat("]") else { throw s.first.map { JSONError.unexpected($0, 0) } ?? .eof }; return .arr(a)
        case "{": s.removeFirst(); var o: [String: JSON] = [:]; if eat("}") { return .obj(o) }; repeat { skip(); let k = try string(); guard eat(":") else { throw JSONError.eof }; o[k] = try value() } while eat(","); guard eat("}") else { throw JSONError.eof }; return .obj(o)
        case "-", "0"..."9": let t = s.prefix { "+-.eE".contains($0) || $0.isNumber }; s = s.dropFirst(t.count); guard let d = Double(t) else { throw JSONError.badNumber(String(t)) }; return .num(d)
        default: throw JSONError.unexpected(c, 0) } }
    mutating func string() throws -> String { guard eat("\"") else { throw JSONError.eof }; var r = ""; while let c = s.popFirst() { if c == "\"" { return r }; if c == "\\" { guard let e = s.popFirst() else { break }; r.append((["n": "\n", "t": "\t"] as [Character: Character])[e] ?? e) } else { r.append(c) } }; throw JSONError.eof } }
for t in [#"{"a": [1, 2.5, -3e2], "b": {"c": null, "d": true}, "e": "q\"x\n"}"#, "[1, 2", "[]", "nul", "-", "[1 2]", "{\"k\" 1}", "\"open", "3 x"] { do { print(try JSONParser.parse(t)) } catch JSONError.unexpected(let c, let at) { print("unexpected \(c) at \(at)") } catch { print("error: \(error)") } }
func classify(_ n: Int) -> String { guard n >= 0 else { return "neg" }; guard n > 0 else { return "zero" }; return switch n { case 1: "one"; case 2...9: "few"; case let x where x % 10 == 0: "round"; case 10...: "many"; default: "?" } }
print([-1, 0, 1, 5, 20, 33].map(classify))
outer: for a in 1... { for b in stride(from: a, to: 30, by: 1) { let c2 = a * a + b * b; let c = Int(Double(c2).squareRoot()); if c * c == c2 && a + b + c == 60 { print(a, b, c); break outer }; if b > 28 { continue outer } } }
var n = 6, steps = [n]; repeat { n = n % 2 == 0 ? n / 2 : 3 * n + 1; steps.append(n) } while n != 1; print(steps)
func resource(_ fail: Bool) throws -> String { var log = ""; defer { print("closed:", log) }; log += "open "; defer { log += "flush " }; if fail { log += "fail "; throw JSONError.eof }; log += "work "; return log }
print((try? resource(false)) ?? "nil", (try? resource(true)) ?? "nil")
let grid = ["#..#", "....", ".##."]; var found: [(Int, Int)] = []
for (y, row) in grid.enumerated() { for (x, ch) in row.enumerated() where ch == "#" { if y == 1 { continue }; found.append((x, y)) } }
print(found.map { "\($0.0),\($0.1)" }, found.count, found.contains { $0 == (3, 0) })
var countdown = 3; while true { countdown -= 1; if countdown < 0 { break }; if countdown == 1 { continue }; print(countdown, terminator: " ") }; print("done")
for i in (0...10).reversed() where i % 5 == 0 { print(i, terminator: " ") }; for x in stride(from: 1.0, through: 0, by: -0.5) { print(x, terminator: " ") }; for c in "abc" where c != "b" { print(c, terminator: " ") }; print()
let v: Int; if countdown < -5 { v = 1 } else if countdown == -1 { v = 2 } else { v = 3 }; print(v)
let msg = if v > 1, let f = found.first, f.0 == 0 { "first at origin" } else if v == 1 { "one" } else { "none" }; print(msg)
switch (v, found.count) { case (1, _): print("a"); case (2, let k) where k > 3: print("b", k); case (2, 2...3): print("c"); fallthrough; case (_, 0): print("d"); default: print("e") }
