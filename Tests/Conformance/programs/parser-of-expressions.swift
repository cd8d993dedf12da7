indirect enum Expr: CustomStringConvertible, Equatable {
    case num(Double), variable(String)
    case binary(Op, Expr, Expr)
    case call(String, [Expr])
    enum Op: Character, CaseIterable { case add = "+", sub = "-", mul = "*", div = "/"
        var precedence: Int { switch self { case .add, .sub: 1; case .mul, .div: 2 } }
        func callAsFunction(_ a: Double, _ b: Double) -> Double { switch self { case .add: a + b; case .sub: a - b; case .mul: a * b; case .div: a / b } } }
    var description: String {
        switch self {
        case .num(let n): n == n.rounded() ? String(Int(n)) : String(n)
        case .variable(let v): v
        case .binary(let op, let l, let r): "(\(l) \(op.rawValue) \(r))"
        case .call(let f, let args): "\(f)(\(args.map(\.description).joined(separator: ", ")))"
        }
    }
}
enum ParseError: Error { case unexpected(Character?, at: Int), trailing(String) }
struct Parser {
    private let chars: [Character]; private var pos = 0
    init(_ s: String) { chars = Array(s.filter { !$0.isWhitespace }) }
    private var peek: Character? { pos < chars.count ? chars[pos] : nil }
    private mutating func advance() -> Character { defer { pos += 1 }; return chars[pos] }
    mutating func parse() throws -> Expr {
        let e = try expression(0)
        guard pos == chars.count else { throw ParseError.trailing(String(chars[pos...])) }
        return e
    }
    private mutating func expression(_ min: Int) throws -> Expr {
        var left = try atom()
        while let c = peek, let op = Expr.Op(rawValue: c), op.precedence > min {
            _ = advance()
            left = .binary(op, left, try expression(op.precedence))
        }
        return left
    }
    private mutating func atom() throws -> Expr {
        switch peek {
        case "("?:
            _ = advance(); let e = try expression(0)
            guard peek == ")" else { throw ParseError.unexpected(peek, at: pos) }
            _ = advance(); return e
        case let c? where c.isNumber:
            var text = ""
            while let d = peek, d.isNumber || d == "." { text.append(advance()) }
            return .num(Double(text)!)
        case let c? where c.isLetter:
            var name = ""
            while let d = peek, d.isLetter { name.append(advance()) }
            guard peek == "(" else { return .variable(name) }
            _ = advance(); var args: [Expr] = []
            while peek != ")" { args.append(try expression(0)); if peek == "," { _ = advance() } else if peek != ")" { throw ParseError.unexpected(peek, at: pos) } }
            _ = advance(); return .call(name, args)
        case let other: throw ParseError.unexpected(other, at: pos)
        }
    }
}
func eval(_ e: Expr, _ env: [String: Double] = [:]) -> Double? {
    switch e {
    case .num(let n): return n
    case .variable(let v): return env[v]
    case .binary(let op, let l, let r): guard let a = eval(l, env), let b = eval(r, env) else { return nil }; return op(a, b)
    case .call("max", let args) where !args.isEmpty: return args.compactMap { eval($0, env) }.max()
    case .call("sum", let args): return args.compactMap { eval($0, env) }.reduce(0, +)
    case .call: return nil
    }
}
for text in ["1 + 2 * 3", "(1+2)*3 - 4/2", "max(x, 2*y, 3)", "1 +", "2 * (3", "sum(1,2,3.5)*2", "f(1)", "1 2", "8-3-2"] {
    do { var p = Parser(text); let e = try p.parse(); print(e, "=", eval(e, ["x": 1, "y": 4]).map { "\($0)" } ?? "nil") }
    catch ParseError.unexpected(let c, let at) { print("unexpected", c.map(String.init) ?? "end", "at", at) }
    catch { print(error) }
}
print(Expr.Op.allCases.map(\.rawValue), Expr.num(1) == .num(1))
