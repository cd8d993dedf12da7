// Tokenizer + Pratt parser + evaluator with indirect enum and errors
enum Token: Equatable, CustomStringConvertible {
    case number(Double), name(String), op(Character), open, close, end
    var description: String {
        switch self {
        case .number(let v): return "num(\(v))"
        case .name(let n): return "name(\(n))"
        case .op(let c): return "op(\(c))"
        case .open: return "("
        case .close: return ")"
        case .end: return "end"
        }
    }
}
enum ParseError: Error, Equatable {
    case unexpected(Token, at: Int)
    case badCharacter(Character, at: Int)
    case unknown(name: String)
}
indirect enum Expr {
    case number(Double)
    case variable(String)
    case unary(Character, Expr)
    case binary(Expr, Character, Expr)
    case call(String, [Expr])
}
struct Lexer {
    private let chars: [Character]
    private var i = 0
    init(_ s: String) { chars = Array(s) }
    mutating func tokens() throws(ParseError) -> [Token] {
        var out = [Token]()
        while i < chars.count {
            let c = chars[i]
            switch c {
            case " ", "\t": i += 1
            case "(": out.append(.open); i += 1
            case ")": out.append(.close); i += 1
            case "+", "-", "*", "/", "^", ",": out.append(.op(c)); i += 1
            case _ where c.isNumber:
                var text = ""
                while i < chars.count, chars[i].isNumber || chars[i] == "." { text.append(chars[i]); i += 1 }
                out.append(.number(Double(text)!))
            case let l where l.isLetter:
                let start = i
                while i < chars.count && (chars[i].isLetter || chars[i].isNumber) { i += 1 }
                out.append(.name(String(chars[start..<i])))
            default: throw .badCharacter(c, at: i)
            }
        }
        out.append(.end)
        return out
    }
}
struct Parser {
    let tokens: [Token]
    var p = 0
    static let power: [Character: (Int, Int)] = ["+": (1, 2), "-": (1, 2), "*": (3, 4), "/": (3, 4), "^": (6, 5)]
    mutating func next() -> Token { defer { p += 1 }; return tokens[p] }
    mutating func primary() throws -> Expr {
        switch next() {
        case .number(let v): return .number(v)
        case .name(let n):
            guard tokens[p] == .open else { return .variable(n) }
            p += 1
            var args: [Expr] = []
            while tokens[p] != .close {
                args.append(try expr(0))
                if tokens[p] == .op(",") { p += 1 }
            }
            p += 1
            return .call(n, args)
        case .open:
            let e = try expr(0)
            guard case .close = next() else { throw ParseError.unexpected(tokens[p - 1], at: p - 1) }
            return e
        case .op("-"): return .unary("-", try expr(5))
        case let t: throw ParseError.unexpected(t, at: p - 1)
        }
    }
    mutating func expr(_ min: Int) throws -> Expr {
        var left = try primary()
        while case .op(let c) = tokens[p], let (l, r) = Parser.power[c], l >= min {
            p += 1
            left = .binary(left, c, try expr(r))
        }
        return left
    }
}
func evaluate(_ e: Expr, _ env: [String: Double]) throws -> Double {
    switch e {
    case .number(let v): v
    case .variable(let n): try env[n] ?? { throw ParseError.unknown(name: n) }()
    case .unary(_, let x): -(try evaluate(x, env))
    case let .binary(a, op, b):
        switch (op, try evaluate(a, env), try evaluate(b, env)) {
        case ("+", let x, let y): x + y
        case ("-", let x, let y): x - y
        case ("*", let x, let y): x * y
        case ("/", let x, let y): x / y
        case (_, let x, let y): { var r = 1.0; for _ in 0..<Int(y) { r *= x }; return r }()
        }
    case .call("max", let args): try args.map { try evaluate($0, env) }.max()!
    case .call("sum", let args): try args.reduce(0) { try $0 + evaluate($1, env) }
    case .call(let n, _): throw ParseError.unknown(name: n)
    }
}
for source in ["1 + 2 * 3", "-(2 ^ 3 ^ 2) / 4", "max(1, x, 3) * sum(1,2,3)", "2 $ 3", "(1 + 2", "foo(1)", "y", "1 +"] {
    do {
        var lexer = Lexer(source)
        let tokens = try lexer.tokens()
        var parser = Parser(tokens: tokens)
        let e = try parser.expr(0)
        print(source, "=", try evaluate(e, ["x": 7.5]))
        if tokens.count < 5 { print(e, tokens) }
    } catch let ParseError.badCharacter(c, at: i) {
        print("bad", c, i)
    } catch ParseError.unexpected(let t, let i) where t == .end {
        print("unexpected end at", i)
    } catch let e as ParseError {
        print("error:", e)
    } catch { print("other", error) }
}
