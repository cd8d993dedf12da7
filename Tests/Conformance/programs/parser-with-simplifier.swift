indirect enum Expr: Equatable {
    case num(Double)
    case v(String)
    case bin(Op, Expr, Expr)
    case neg(Expr)
    case call(String, [Expr])
    enum Op: Character, CaseIterable {
        case add = "+", sub = "-", mul = "*", div = "/", pow = "^"
        var prec: Int {
            switch self {
            case .add, .sub: 1
            case .mul, .div: 2
            case .pow: 3
            }
        }
        var isRight: Bool { self == .pow }
    }
}
enum ParseError: Error, Equatable {
    case unexpected(Character, at: Int)
    case end
    case unknown(String)
}
struct Parser {
    let text: [Character]
    var pos = 0
    init(_ s: String) { text = Array(s) }
    var peek: Character? {
        mutating get {
            while pos < text.count, text[pos].isWhitespace { pos += 1 }
            return pos < text.count ? text[pos] : nil
        }
    }
    mutating func expect(_ c: Character) throws(ParseError) {
        guard let p = peek else { throw .end }
        guard p == c else { throw .unexpected(p, at: pos) }
        pos += 1
    }
    mutating func atom() throws -> Expr {
        guard let c = peek else { throw ParseError.end }
        switch c {
        case "(":
            pos += 1
            let e = try expr(0)
            try expect(")")
            return e
        case "-":
            pos += 1
            return .neg(try expr(2))
        case _ where c.isNumber:
            let start = pos
            while pos < text.count, text[pos].isNumber || text[pos] == "." { pos += 1 }
            return .num(Double(String(text[start..<pos]))!)
        case "a"..."z", "_":
            var name = ""
            while pos < text.count, text[pos].isLetter {
                name.append(text[pos])
                pos += 1
            }
            guard peek == "(" else { return .v(name) }
            pos += 1
            var args: [Expr] = []
            if peek != ")" { repeat { args.append(try expr(0)) } while (try? expect(",")) != nil }
            try expect(")")
            return .call(name, args)
        default: throw ParseError.unexpected(c, at: pos)
        }
    }
    mutating func expr(_ min: Int) throws -> Expr {
        var left = try atom()
        while let c = peek, let op = Expr.Op(rawValue: c), op.prec >= min {
            pos += 1
            left = .bin(op, left, try expr(op.isRight ? op.prec : op.prec + 1))
        }
        return left
    }
}
extension Expr: CustomStringConvertible {
    var description: String {
        switch self {
        case .num(let d): d == d.rounded() ? String(Int(d)) : "\(d)"
        case .v(let n): n
        case .bin(let op, let l, let r): "(\(l) \(op.rawValue) \(r))"
        case .neg(let e): "-\(e)"
        case .call(let f, let a): "\(f)(\(a.map(\.description).joined(separator: ", ")))"
        }
    }
    func eval(_ env: [String: Double] = [:]) throws -> Double {
        switch self {
        case .num(let d): return d
        case .v(let n):
            guard let x = env[n] else { throw ParseError.unknown(n) }
            return x
        case .neg(let e): return -(try e.eval(env))
        case .bin(let op, let l, let r):
            let (a, b) = (try l.eval(env), try r.eval(env))
            let f: (Double, Double) -> Double =
                switch op {
                case .add: (+)
                case .sub: (-)
                case .mul: (*)
                case .div: (/)
                case .pow: { x, n in (0..<Int(n)).reduce(1.0) { a, _ in a * x } }
                }
            return f(a, b)
        case .call("max", let args) where !args.isEmpty:
            return try args.map { try $0.eval(env) }.max()!
        case .call("sq", let args) where args.count == 1:
            let x = try args[0].eval(env)
            return x * x
        case .call(let n, _): throw ParseError.unknown(n)
        }
    }
    var simplified: Expr {
        switch self {
        case .bin(.mul, .num(0), _), .bin(.mul, _, .num(0)): .num(0)
        case .bin(.mul, .num(1), let e), .bin(.mul, let e, .num(1)), .bin(.add, .num(0), let e),
            .bin(.add, let e, .num(0)):
            e.simplified
        case .bin(let op, let l, let r):
            { l, r in (l, r) != (self.l, self.r) ? Expr.bin(op, l, r).simplified : .bin(op, l, r) }(
                l.simplified, r.simplified)
        case .neg(.neg(let e)): e.simplified
        case .neg(let e): .neg(e.simplified)
        default: self
        }
    }
    private var l: Expr? { if case .bin(_, let l, _) = self { l } else { nil } }
    private var r: Expr? {
        guard case .bin(_, _, let r) = self else { return nil }
        return r
    }
}
for s in [
    "1 + 2 * 3", "2 ^ 3 ^ 2", "-(4 - x) * 2", "max(1, sq(x), y)", "(1 + 2", "1 + $", "foo(1)",
    "0 * x + 1 * (y + 0)", "8 / 2 / 2", "",
] {
    var p = Parser(s)
    do {
        let e = try p.expr(0)
        print(s, "=>", e, "=>", e.simplified, "=", try e.eval(["x": 3, "y": 0.5]))
    } catch ParseError.unexpected(let c, at: let i) {
        print(s, "unexpected", c, "at", i)
    } catch let e as ParseError where e == .end {
        print(s, "ended")
    } catch { print(s, error) }
}
print(Expr.Op.allCases.map { "\($0)\($0.rawValue)\($0.prec)" })
