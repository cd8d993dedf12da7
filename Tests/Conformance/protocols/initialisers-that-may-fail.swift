protocol Shape { var area: Double { get }; static var unit: String { get }; init?(_ s: String); mutating func scale(by k: Double) }
extension Shape { static var unit: String { "cm" }; func scaled(by k: Double) -> Self { var c = self; c.scale(by: k); return c }; var text: String { "\(area)\(Self.unit)²" } }
struct Sq: Shape { var a: Double; var area: Double { a * a }; init?(_ s: String) { guard let d = Double(s), d > 0 else { return nil }; a = d }; mutating func scale(by k: Double) { a *= k } }
struct Di: Shape { var r = 1.0; static let unit = "mm"; var area: Double { r * r * 3 }; init?(_ s: String) { if s.isEmpty { return nil }; r = Double(s.count) }; mutating func scale(by k: Double) { r *= k } }
func parse<S: Shape>(_ t: [String], as: S.Type = S.self) -> [S] { t.compactMap(S.init) }
print(parse(["1", "x", "2.5"], as: Sq.self).map(\.text), (parse(["ab", ""]) as [Di]).map { $0.scaled(by: 2).text })
let kinds: [any Shape.Type] = [Sq.self, Di.self]; for k in kinds { if var s = k.init("3") { s.scale(by: 2); print(k.unit, s.area, type(of: s)) } }
