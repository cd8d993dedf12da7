enum Color: String, CaseIterable { case red, green = "GRN", blue
  var isWarm: Bool { switch self { case .red: return true; case .green, .blue: return false } }
  static let favourite = Color.blue
  static func parse(_ s: String) -> Color? { Color(rawValue: s) }
}
print(Color.red, Color.green.rawValue, Color.allCases, Color(rawValue: "blue") as Any, Color.parse("zz") as Any)
print(Color.red.isWarm, Color.favourite, Color.allCases.map { $0.rawValue })
enum Planet: Int { case mercury = 1, venus, earth; mutating func next() { self = Planet(rawValue: rawValue + 1) ?? .mercury } }
var p = Planet.venus
p.next(); print(p, p.rawValue); p.next(); print(p)
enum Shape { case circle(radius: Double), rect(Double, height: Double), none
  var area: Double { switch self { case .circle(let r): return 3 * r * r; case .rect(let w, let h): return w * h; case .none: return 0 } }
  init(side: Double) { self = .rect(side, height: side) }
}
let shapes: [Shape] = [.circle(radius: 2), .rect(2, height: 3), .none, Shape(side: 2)]
for s in shapes { print(s, s.area) }
print(shapes)
indirect enum Expr { case num(Int), add(Expr, Expr), mul(Expr, Expr) 
  func eval() -> Int { switch self { case .num(let n): return n; case let .add(a, b): return a.eval() + b.eval(); case let .mul(a, b): return a.eval() * b.eval() } } }
let e = Expr.add(.num(2), .mul(.num(3), .num(4)))
print(e.eval(), e)
enum Size: Comparable { case small, medium, large(Int) }
print(Size.small < .large(1), Size.large(1) < .large(2), [Size.large(3), .small, .medium].sorted(), Size.small == .small)
print(p == .mercury, p != .earth)
