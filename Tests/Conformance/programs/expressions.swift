// A small expression language: indirect enum, parser with errors, evaluation, pretty printing.
indirect enum Expr: Equatable, CustomStringConvertible {
    case num(Double)
    case variable(String)
    case binary(Op, Expr, Expr)
    case call(String, [Expr])
    case neg(Expr)

    enum Op: Character, CaseIterable {
        case add = "+", sub = "-", mul = "*", div = "/", pow = "^"
        var precedence: Int {
            switch self {
            case .add, .sub: 1
            case .mul, .div: 2
            case .pow: 3
            }
        }
        var isRightAssociative: Bool { self == .pow }
    }

    var description: String {
        switch self {
        case .num(let x) where x == x.rounded(): "\(Int(x))"
        case .num(let x): "\(x)"
        case .variable(let name): name
        case .binary(let op, let l, let r): "(\(l) \(op.rawValue) \(r))"
        case .call(let f, let args): "\(f)(\(args.map(\.description).joined(separator: ", ")))"
        case .neg(let e): "-\(e)"
        }
    }
}

enum ParseError: Error, CustomStringConvertible {
    case unexpected(Character, at: Int)
    case end
    case unknown(name: String)
    var description: String {
        switch self {
        case let .unexpected(c, at: position): return "unexpected '\(c)' at \(position)"
        case .end: return "unexpected end"
        case .unknown(let name): return "unknown name \(name)"
        }
    }
}

struct Parser {
    private let text: [Character]
    private var position = 0
    init(_ text: String) { self.text = Array(text.filter { $0 != " " }) }

    private var current: Character? { position < text.count ? text[position] : nil }
    private mutating func advance() -> Character {
        defer { position += 1 }
        return text[position]
    }

    mutating func parse() throws(ParseError) -> Expr {
        let e = try expression(0)
        if let c = current { throw .unexpected(c, at: position) }
        return e
    }

    private mutating func expression(_ least: Int) throws(ParseError) -> Expr {
        var left = try primary()
        while let c = current, let op = Expr.Op(rawValue: c), op.precedence >= least {
            _ = advance()
            let right = try expression(op.isRightAssociative ? op.precedence : op.precedence + 1)
            left = .binary(op, left, right)
        }
        return left
    }

    private mutating func primary() throws(ParseError) -> Expr {
        guard let c = current else { throw .end }
        switch c {
        case "-":
            _ = advance()
            return .neg(try expression(3))
        case "(":
            _ = advance()
            let e = try expression(0)
            guard current == ")" else { if let c = current { throw .unexpected(c, at: position) } else { throw .end } }
            _ = advance()
            return e
        case _ where c.isNumber:
            var digits = ""
            while let d = current, d.isNumber || d == "." { digits.append(advance()) }
            return .num(Double(digits)!)
        case _ where c.isLetter:
            var name = ""
            while let d = current, d.isLetter { name.append(advance()) }
            guard current == "(" else { return .variable(name) }
            _ = advance()
            var arguments: [Expr] = []
            while current != ")" {
                arguments.append(try expression(0))
                if current == "," { _ = advance() }
                if current == nil { throw .end }
            }
            _ = advance()
            return .call(name, arguments)
        default:
            throw .unexpected(c, at: position)
        }
    }
}

struct Environment {
    var values: [String: Double] = [:]
    var functions: [String: ([Double]) -> Double] = ["max": { $0.max() ?? 0 }, "sum": { $0.reduce(0, +) }]

    func evaluate(_ e: Expr) throws -> Double {
        switch e {
        case .num(let x): return x
        case .variable(let name):
            guard let v = values[name] else { throw ParseError.unknown(name: name) }
            return v
        case .neg(let inner): return try -evaluate(inner)
        case .call(let name, let args):
            guard let f = functions[name] else { throw ParseError.unknown(name: name) }
            return f(try args.map(evaluate))
        case .binary(let op, let l, let r):
            let (a, b) = (try evaluate(l), try evaluate(r))
            return switch op {
            case .add: a + b
            case .sub: a - b
            case .mul: a * b
            case .div: a / b
            case .pow: (0..<Int(b)).reduce(1.0) { p, _ in p * a }
            }
        }
    }
}

let environment = Environment(values: ["x": 3, "y": 4])
for source in ["1 + 2 * 3", "2 ^ 3 ^ 2", "-(x + y) * 2", "max(1, x * y, 7) - sum(1,2,3)", "1 +", "2 $ 3", "z + 1", "(1 + 2", "f(1)"] {
    var parser = Parser(source)
    do {
        let e = try parser.parse()
        print(source, "=>", e, "=", try environment.evaluate(e))
    } catch let error as ParseError {
        print(source, "!!", error)
    } catch {
        print("other", error)
    }
}
print(Expr.Op.allCases.map { "\($0)" })
print(Expr.binary(.add, .num(1), .neg(.variable("q"))) == .binary(.add, .num(1), .neg(.variable("q"))))
