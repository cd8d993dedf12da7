class A: Equatable, Hashable, CustomDebugStringConvertible { class func f() -> String { "A" }; static func g() -> String { "\(Self.self)" }; var n: Int { 1 }; static func == (a: A, b: A) -> Bool { a.n == b.n }; func hash(into h: inout Hasher) { h.combine(n) }; var debugDescription: String { "dbg\(n) \(Self.self) \(type(of: self))" }; func me() -> Self { self }; func name() -> String { String(describing: Self.self) } }
class B: A { override class func f() -> String { super.f() + "B" }; override var n: Int { super.n + 1 }; override func hash(into h: inout Hasher) { super.hash(into: &h); h.combine(7) }; override func name() -> String { super.name() + "!" } }
class C: B {}
class D: C { override class func f() -> String { super.f() + "D" }; override var n: Int { super.n * 10 } }
print(C.f(), D.f(), B.f(), C.g(), D().n, C().n, C() == B(), Set([C(), B(), D()]).count, [C()].debugDescription, C().name(), D().name(), D().me().n, type(of: C().me()))
debugPrint(C(), D())
struct E1: Error {}
class Err: Error, CustomStringConvertible { var description: String { "err" } }
class Err2: Err { override var description: String { super.description + "2" } }
class Err3: Err2 {}
do { throw Err3() } catch { print(error, "\(error)") }
let any: Any = Err3(); print(any, [any], Optional(Err3()) as Any)
class Vehicle: CustomStringConvertible { let id: Int; init(id: Int) { self.id = id }; var description: String { "\(Self.self)#\(id)" } }
class Truck: Vehicle { override var description: String { super.description + "[T]" } }
final class Semi: Truck { var x = 1 }
let semi = Semi(id: 7), truck: Truck = semi, vehicle: Vehicle = semi
print(semi, [semi], semi.description, truck, truck.description, vehicle, "\(vehicle)", vehicle.description)
let begins = "hello".hasPrefix
print(begins("he"), ["a": 1].debugDescription, (1...2).debugDescription, Set(["x"]).debugDescription)
