struct Poly<C: SignedNumeric & Comparable>: CustomStringConvertible { var c: [C]; init(_ c: C...) { self.c = c }; subscript(d: Int) -> C { get { d < c.count ? c[d] : 0 } set { while c.count <= d { c.append(0) }; c[d] = newValue } }
 static func + (a: Poly, b: Poly) -> Poly { var r = Poly(); for i in 0..<max(a.c.count, b.c.count) { r[i] = a[i] + b[i] }; return r }
 static func * (a: Poly, b: Poly) -> Poly { var r = Poly(); for (i, x) in a.c.enumerated() { for (j, y) in b.c.enumerated() { r[i + j] += x * y } }; return r }
 func callAsFunction(_ x: C) -> C { c.reversed().reduce(0) { $0 * x + $1 } }
 var description: String { c.enumerated().reversed().filter { $0.element != 0 }.map { "\($0.element < 0 ? "-" : "+")\(abs($0.element))x^\($0.offset)" }.joined() } }
let p = Poly(1, -2, 3), q = Poly(0, 1); print(p, p + q, p * q, p(2), (p * p)[2], Poly(1.5, 2)(0.5))
