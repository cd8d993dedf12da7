indirect enum Expr { case num(Double), v(String), bin(Character, Expr, Expr), neg(Expr) }
enum EvalError: Error, Equatable { case unbound(String), div }
extension Expr { func eval(_ env: [String: Double]) throws(EvalError) -> Double {
  switch self {
  case .num(let d): return d
  case .v(let n): guard let x = env[n] else { throw .unbound(n) }; return x
  case .neg(let e): return -(try e.eval(env))
  case .bin("/", _, let r) where try! r.eval(env) == 0: throw .div
  case .bin(let op, let l, let r):
   let a = try l.eval(env), b = try r.eval(env)
   switch op { case "+": return a + b; case "-": return a - b; case "*": return a * b; case "/": return a / b; default: fatalError("op") } } } }
let e = Expr.bin("+", .num(2), .bin("*", .v("x"), .neg(.num(3))))
print(try! e.eval(["x": 4]))
do { _ = try e.eval([:]) } catch { print(error, error == .unbound("x")) }
do throws(EvalError) { _ = try Expr.bin("/", .num(1), .num(0)).eval([:]) } catch .div { print("div") } catch { print("other") }
print(e)
