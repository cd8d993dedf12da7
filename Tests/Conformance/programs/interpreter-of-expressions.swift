// Expressions that literals and operators make, evaluated with closures and errors of one type.
indirect enum Expr: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, CustomStringConvertible {
    case num(Int), name(String), bin(Op, Expr, Expr), fn([String], Expr), call(Expr, [Expr]), cond(Expr, then: Expr, else: Expr), bind(String, Expr, in: Expr)
    enum Op: Character, CaseIterable { case plus = "+", minus = "-", times = "*", less = "<" 
        var apply: (Int, Int) -> Int { switch self { case .plus: (+); case .minus: (-); case .times: (*); case .less: { $0 < $1 ? 1 : 0 } } } }
    init(integerLiteral n: Int) { self = .num(n) }
    init(stringLiteral s: String) { self = .name(s) }
    static func + (a: Expr, b: Expr) -> Expr { .bin(.plus, a, b) }
    static func - (a: Expr, b: Expr) -> Expr { .bin(.minus, a, b) }
    static func * (a: Expr, b: Expr) -> Expr { .bin(.times, a, b) }
    static func < (a: Expr, b: Expr) -> Expr { .bin(.less, a, b) }
    func callAsFunction(_ args: Expr...) -> Expr { .call(self, args) }
    var description: String { switch self {
        case .num(let n): "\(n)"
        case .name(let s): s
        case let .bin(op, a, b): "(\(a) \(op.rawValue) \(b))"
        case .fn(let ps, let body): "{\(ps.joined(separator: ",")) in \(body)}"
        case .call(let f, let args): "\(f)(\(args.map(\.description).joined(separator: ", ")))"
        case .cond(let c, then: let t, else: let e): "\(c) ? \(t) : \(e)"
        case .bind(let n, let v, in: let body): "let \(n) = \(v); \(body)" } }
}
enum Value: CustomStringConvertible { case int(Int), closure([String], Expr, Env)
    var description: String { if case .int(let n) = self { "\(n)" } else { "<closure>" } } }
final class Env { var vars: [String: Value]; let parent: Env?
    init(_ vars: [String: Value] = [:], parent: Env? = nil) { self.vars = vars; self.parent = parent }
    subscript(n: String) -> Value? { vars[n] ?? parent?[n] } }
enum Fault: Error, Equatable { case unbound(String), notFunction(String), arity(Int, Int), deep }
struct Machine { var depth = 0; var steps = 0; let limit: Int
    mutating func eval(_ e: Expr, _ env: Env) throws(Fault) -> Value {
        steps += 1; depth += 1; defer { depth -= 1 }
        guard depth < limit else { throw .deep }
        switch e {
        case .num(let n): return .int(n)
        case .name(let s): guard let v = env[s] else { throw .unbound(s) }; return v
        case .bin(let op, let a, let b):
            guard case .int(let x) = try eval(a, env), case .int(let y) = try eval(b, env) else { throw .notFunction("\(op)") }
            return .int(op.apply(x, y))
        case .fn(let ps, let body): return .closure(ps, body, env)
        case .call(let f, let args):
            guard case let .closure(ps, body, captured) = try eval(f, env) else { throw .notFunction(f.description) }
            guard ps.count == args.count else { throw .arity(ps.count, args.count) }
            var frame: [String: Value] = [:]
            for (p, a) in zip(ps, args) { frame[p] = try eval(a, env) }
            return try eval(body, Env(frame, parent: captured))
        case .cond(let c, let t, let f):
            if case .int(0) = try eval(c, env) { return try eval(f, env) }
            return try eval(t, env)
        case .bind(let n, let v, in: let body):
            let inner = Env(parent: env)
            inner.vars[n] = try eval(v, inner)
            return try eval(body, inner)
        } } }
let fact: Expr = .bind("f", .fn(["n"], .cond("n" < 1, then: 1, else: "n" * Expr.name("f")("n" - 1))), in: Expr.name("f")(10))
let adder: Expr = .bind("add", .fn(["a"], .fn(["b"], "a" + "b")), in: Expr.name("add")(3)(4))
print(fact); print(adder)
for e in [fact, adder, Expr.num(3)(1), "zz" + 1, Expr.fn(["x"], "x")(1, 2), .bind("l", .fn([], Expr.name("l")()), in: Expr.name("l")()), .fn([], 1)] {
    var m = Machine(limit: 200)
    do { print(try m.eval(e, Env()), m.steps) } catch { switch error { case .unbound(let n): print("unbound", n); case .arity(let a, let b) where a < b: print("too many", b - a); case .deep: print("deep at", m.steps); default: print(error) } }
}
print(Expr.Op.allCases.map { String($0.rawValue) }.joined(), Expr.Op(rawValue: "*")!.apply(6, 7))
