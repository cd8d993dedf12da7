enum Tok: Equatable { case num(Int), op(Character), l, r }
struct Err: Error, CustomStringConvertible { let description: String }
struct Lexer: IteratorProtocol, Sequence { var s: Substring; init(_ s: String) { self.s = s[...] }
 mutating func next() -> Tok? { while let c = s.first, c == " " { s.removeFirst() }; guard let c = s.first else { return nil }
  if c.isNumber { let d = s.prefix(while: \.isNumber); s = s.dropFirst(d.count); return .num(Int(d)!) }
  s.removeFirst(); return c == "(" ? .l : c == ")" ? .r : .op(c) } }
final class Parser { var t: [Tok]; var i = 0; init(_ s: String) { t = Array(Lexer(s)) }
 var peek: Tok? { i < t.count ? t[i] : nil }
 func expr(_ min: Int = 0) throws -> Int { var lhs = try atom(); while case .op(let o)? = peek, let p = ["+": 1, "-": 1, "*": 2, "/": 2, "^": 3][o], p >= min { i += 1; let rhs = try expr(o == "^" ? p : p + 1)
   lhs = switch o { case "+": lhs + rhs; case "-": lhs - rhs; case "*": lhs * rhs; case "/" where rhs == 0: throw Err(description: "div by 0"); case "/": lhs / rhs; default: (0..<rhs).reduce(1) { a, _ in a * lhs } } }; return lhs }
 func atom() throws -> Int { defer { i += 1 }; switch peek { case .num(let n)?: return n; case .l?: i += 1; let v = try expr(); guard peek == .r else { throw Err(description: "expected )") }; return v; case .op("-")?: i += 1; let v = try atom(); i -= 1; return -v; case let t?: throw Err(description: "unexpected \(t)"); case nil: throw Err(description: "end") } } }
for s in ["1 + 2 * 3", "(1+2)*3", "2^3^2", "10/0", "(1", "1 + +", "-4 + 10", ""] { do { print(s, "=", try Parser(s).expr()) } catch { print(s, "!", error) } }
