// tokenizer, parser, evaluator
enum Token: Equatable, CustomStringConvertible { case number(Double), plus, minus, star, slash, lparen, rparen, name(String)
  var description: String { switch self { case .number(let n): return "\(n)"; case .plus: return "+"; case .minus: return "-"; case .star: return "*"; case .slash: return "/"; case .lparen: return "("; case .rparen: return ")"; case .name(let s): return s } } }
enum ParseError: Error, CustomStringConvertible { case unexpected(Character, position: Int), unexpectedEnd, unexpectedToken(Token), unknownName(String), divisionByZero
  var description: String { switch self { case .unexpected(let c, let p): return "unexpected '\(c)' at \(p)"; case .unexpectedEnd: return "unexpected end"; case .unexpectedToken(let t): return "unexpected token \(t)"; case .unknownName(let n): return "unknown name \(n)"; case .divisionByZero: return "division by zero" } } }
struct Lexer { let chars: [Character]; var pos = 0
  init(_ s: String) { chars = Array(s) }
  mutating func tokens() throws -> [Token] { var out: [Token] = []
    while pos < chars.count { let c = chars[pos]
      switch c { case " ": pos += 1
      case "+": out.append(.plus); pos += 1
      case "-": out.append(.minus); pos += 1
      case "*": out.append(.star); pos += 1
      case "/": out.append(.slash); pos += 1
      case "(": out.append(.lparen); pos += 1
      case ")": out.append(.rparen); pos += 1
      case _ where c.isNumber: var t = ""; while pos < chars.count, chars[pos].isNumber || chars[pos] == "." { t.append(chars[pos]); pos += 1 }; out.append(.number(Double(t)!))
      case _ where c.isLetter: var t = ""; while pos < chars.count, chars[pos].isLetter { t.append(chars[pos]); pos += 1 }; out.append(.name(t))
      default: throw ParseError.unexpected(c, position: pos) } }
    return out } }
indirect enum Expr { case number(Double), variable(String), negate(Expr), binary(Op, Expr, Expr)
  enum Op: Character { case add = "+", sub = "-", mul = "*", div = "/" 
    func apply(_ a: Double, _ b: Double) throws -> Double { switch self { case .add: return a + b; case .sub: return a - b; case .mul: return a * b; case .div: guard b != 0 else { throw ParseError.divisionByZero }; return a / b } } }
  func eval(_ env: [String: Double]) throws -> Double { switch self { case .number(let n): return n
    case .variable(let v): guard let x = env[v] else { throw ParseError.unknownName(v) }; return x
    case .negate(let e): return -(try e.eval(env))
    case let .binary(op, l, r): return try op.apply(l.eval(env), r.eval(env)) } }
  var text: String { switch self { case .number(let n): return n == n.rounded() ? String(Int(n)) : "\(n)"; case .variable(let v): return v; case .negate(let e): return "-\(e.text)"; case .binary(let op, let l, let r): return "(\(l.text) \(op.rawValue) \(r.text))" } } }
struct Parser { let tokens: [Token]; var i = 0
  init(_ t: [Token]) { tokens = t }
  var peek: Token? { i < tokens.count ? tokens[i] : nil }
  mutating func advance() -> Token? { defer { i += 1 }; return peek }
  mutating func parse() throws -> Expr { let e = try sum(); if let t = peek { throw ParseError.unexpectedToken(t) }; return e }
  mutating func sum() throws -> Expr { var l = try product(); while let t = peek, t == .plus || t == .minus { i += 1; l = .binary(t == .plus ? .add : .sub, l, try product()) }; return l }
  mutating func product() throws -> Expr { var l = try unary(); while let t = peek { guard t == .star || t == .slash else { break }; i += 1; let r = try unary(); l = .binary(t == .star ? .mul : .div, l, r) }; return l }
  mutating func unary() throws -> Expr { if peek == .minus { i += 1; return .negate(try unary()) }; return try primary() }
  mutating func primary() throws -> Expr { guard let t = advance() else { throw ParseError.unexpectedEnd }
    switch t { case .number(let n): return .number(n); case .name(let s): return .variable(s)
    case .lparen: let e = try sum(); guard advance() == .rparen else { throw ParseError.unexpectedEnd }; return e
    default: throw ParseError.unexpectedToken(t) } } }
let env = ["x": 3.0, "y": 4.0]
for src in ["1 + 2 * 3", "(1 + 2) * 3", "x * x + y * y", "-(x - 10) / 2", "2 * (3 + ", "4 / (2 - 2)", "a + 1", "3 $ 4", "1 2"] {
  do { var lexer = Lexer(src); let toks = try lexer.tokens(); var p = Parser(toks); let e = try p.parse(); print(src, "=>", e.text, "=", try e.eval(env)) }
  catch let error as ParseError { print(src, "=> error:", error) }
  catch { print("other", error) }
}
