indirect enum J: Equatable { case bool(Bool), num(Int), null }
struct Parser<T> { let run: (Substring) -> (T, Substring)?
  func map<U>(_ f: @escaping (T) -> U) -> Parser<U> { Parser<U> { s in self.run(s).map { (f($0.0), $0.1) } } }
  static func | (a: Parser, b: Parser) -> Parser { Parser { a.run($0) ?? b.run($0) } } }
func lit(_ t: String) -> Parser<Void> { Parser { s in s.hasPrefix(t) ? ((), s.dropFirst(t.count)) : nil } }
let value: Parser<J> = lit("true").map { .bool(true) } | lit("false").map { .bool(false) } | lit("null").map { .null }
print(value.run("false!")!.0, value.run("null")!.0, value.run("x") as Any)
let v2: Parser<J> = lit("t").map { _ in .bool(true) } | lit("f").map { _ in .bool(false) }
print(v2.run("f")!.0)
