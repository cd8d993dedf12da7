protocol Shape { init(); static func make() -> Self; static var standard: Self { get }; var name: String { get } ; func copy() -> Self }
extension Shape { static func make() -> Self { Self() } ; static var standard: Self { Self.init() } }
struct Sq: Shape { var name = "sq"; func copy() -> Sq { self } }
final class Ci: Shape { var name: String { "ci" }; init() {} ; func copy() -> Ci { self } }
let types: [any Shape.Type] = [Sq.self, Ci.self]
for t in types { let s = t.make(); print(s.name, t.init().name, type(of: s), t.standard.name, s.copy().name) }
func build(_ t: any Shape.Type) -> any Shape { t.make() }
print(build(Ci.self).name)
func build2<T: Shape>(_ t: T.Type) -> T { t.make() }
print(build2(Sq.self))
let made = types.map { $0.make() }
print(made.map(\.name))
