// Static members that a protocol's extension gives, asked of a type that is known at run time only.
protocol P { static var name: String { get }; static func make() -> Self; init() ; var id: Int { get } }
extension P { var typeName: String { type(of: self).name }
  static var twice: String { name + name }
  func fresh() -> Self { type(of: self).make() } 
  func again() -> Self { Self() } }
struct A: P { static let name = "A"; static func make() -> A { A() }; var id = 1 }
class B: P { class var name: String { "B" }; class func make() -> Self { self.init() }; required init() {}; var id: Int { 2 } }
class C: B { override class var name: String { "C" }; override class func make() -> Self { self.init() }; override var id: Int { 3 } }
let xs: [any P] = [A(), B(), C()]
for x in xs { print(type(of: x).name, x.typeName, type(of: x).twice, type(of: x).make().id, x.fresh().id, x.again().id) }
for x in xs { let t = type(of: x); print(t.name, t.twice, t.init().id, t) }
let ts: [any P.Type] = [A.self, B.self, C.self]
for t in ts { print(t.name, t.twice, t.make().id, t.init().id, t.init().typeName) }
func names<T: P>(_ t: T.Type) -> String { t.name + t.twice + t.init().typeName }
print(names(A.self), names(C.self))
protocol Q { static var count: Int { get set } }
extension Q { static func bump() { count += 1 }
 func mine() -> Int { type(of: self).bump(); return type(of: self).count } }
struct S: Q { static var count = 0 }
struct T: Q { static var count = 10 }
let qs: [any Q] = [S(), T(), S()]
for q in qs { print(q.mine(), type(of: q).count) ; type(of: q).bump(); print(type(of: q).count) }
extension Array where Element == any P { func all() -> [String] { map { type(of: $0).name } } }
print(xs.all())
print(xs.map { type(of: $0).twice })
extension P { func box() -> any P { self } }
print(type(of: A().box()).name, type(of: C().box()).twice)
struct Holder { var p: any P; var n: String { type(of: p).name } ; func t() -> any P.Type { type(of: p) } }
extension Holder { var m: String { type(of: p).twice } }
print(Holder(p: C()).n, Holder(p: A()).m, Holder(p: C()).t().name)
enum Kind: P { case one; static let name = "Kind"; static func make() -> Kind { .one }; init() { self = .one }; var id: Int { 9 } }
let k: any P = Kind.one
print(type(of: k).name, type(of: k).make().id, type(of: k) == Kind.self, type(of: k) is A.Type)
if let x = k as? Kind { print(type(of: x).name) }
