struct Parser<T> { let run: (inout Substring) -> T?
  func map<U>(_ f: @escaping (T) -> U) -> Parser<U> { Parser<U> { s in run(&s).map(f) } }
  func flatMap<U>(_ f: @escaping (T) -> Parser<U>) -> Parser<U> { .init { s in let o = s; guard let t = run(&s), let u = f(t).run(&s) else { s = o; return nil }; return u } }
  func or(_ other: Parser) -> Parser { Parser { s in run(&s) ?? other.run(&s) } }
  func many() -> Parser<[T]> { Parser<[T]> { s in var r: [T] = []; while let t = run(&s) { r.append(t) }; return r } }
  func parse(_ s: String) -> (T?, String) { var sub = s[...]; let r = run(&sub); return (r, String(sub)) } }
let digit = Parser<Character> { s in guard let c = s.first, c.isNumber else { return nil }; s.removeFirst(); return c }
func char(_ c: Character) -> Parser<Void> { Parser { s in guard s.first == c else { return nil }; s = s.dropFirst(); return () } }
let number = digit.many().flatMap { ds in Parser<Int> { _ in ds.isEmpty ? nil : Int(String(ds)) } }
func zip2<A, B>(_ a: Parser<A>, _ b: Parser<B>) -> Parser<(A, B)> { a.flatMap { x in b.map { (x, $0) } } }
let sum = zip2(number, zip2(char("+"), number)).map { $0.0 + $0.1.1 }
print(number.parse("12ab"), sum.parse("3+4!"), sum.parse("3-4"), sum.or(number).parse("7"))
let list = zip2(number, zip2(char(","), number).map { $0.1 }.many().flatMap { xs in Parser<[Int]> { _ in xs } }); print(list.parse("1"))
let commaList = number.flatMap { f in char(",").flatMap { _ in number }.many().map { [f] + $0 } }; print(commaList.parse("1,2,3x"))
