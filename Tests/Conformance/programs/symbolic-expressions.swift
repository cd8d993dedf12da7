indirect enum Expr: CustomStringConvertible, ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, Equatable {
    case number(Int), variable(String), add(Expr, Expr), mul(Expr, Expr), neg(Expr)
    init(integerLiteral v: Int) { self = .number(v) }
    init(stringLiteral s: String) { self = .variable(s) }
    static func + (a: Expr, b: Expr) -> Expr { .add(a, b) }
    static func * (a: Expr, b: Expr) -> Expr { .mul(a, b) }
    static prefix func - (a: Expr) -> Expr { .neg(a) }
    var description: String {
        switch self {
        case .number(let n): "\(n)"
        case .variable(let v): v
        case let .add(a, b): "(\(a) + \(b))"
        case let .mul(a, b): "\(a)*\(b)"
        case .neg(let e): "-\(e)"
        }
    }
    func evaluate(_ env: [String: Int]) throws -> Int {
        switch self {
        case .number(let n): return n
        case .variable(let v): guard let x = env[v] else { throw EvalError.unbound(v) }; return x
        case let .add(a, b): return try a.evaluate(env) + b.evaluate(env)
        case let .mul(a, b): return try a.evaluate(env) * b.evaluate(env)
        case .neg(let e): return try -e.evaluate(env)
        }
    }
    var simplified: Expr {
        switch self {
        case .add(.number(0), let e), .add(let e, .number(0)), .mul(.number(1), let e), .mul(let e, .number(1)): return e.simplified
        case .mul(.number(0), _), .mul(_, .number(0)): return 0
        case .neg(.neg(let e)): return e.simplified
        case let .add(.number(a), .number(b)): return .number(a + b)
        case let .add(a, b): return a.simplified + b.simplified
        case let .mul(a, b): return a.simplified * b.simplified
        case .neg(let e): return -e.simplified
        case .number, .variable: return self
        }
    }
    func derivative(_ v: String) -> Expr {
        switch self {
        case .number: 0
        case .variable(let name): name == v ? 1 : 0
        case let .add(a, b): a.derivative(v) + b.derivative(v)
        case let .mul(a, b): a.derivative(v) * b + a * b.derivative(v)
        case .neg(let e): -e.derivative(v)
        }
    }
    enum EvalError: Error { case unbound(String) }
}
let e: Expr = "x" * "x" + 3 * "x" + -2
print(e, try! e.evaluate(["x": 4]))
print(e.derivative("x"), e.derivative("x").simplified)
do { _ = try e.evaluate([:]) } catch Expr.EvalError.unbound(let name) { print("unbound", name) } catch { print(error) }
print((0 + "y" as Expr).simplified, Expr.neg(.neg("z")).simplified, (1 * 5 as Expr).simplified == 5, Expr.number(3) == 3)
