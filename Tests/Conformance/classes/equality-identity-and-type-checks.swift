class A { var n: Int; init(_ n: Int) { self.n = n } }
class B: A { var m = 1 }
class C: B {}
let a: A = A(1), b: A = B(2), c: A = C(3)
print([a, b, c].map { $0 is B }, [a, b, c].map { type(of: $0) == B.self }, (c as? B)?.m as Any, (a as? B)?.m as Any)
print("\(type(of: c))", c === c, a === b, (b as! B) === b)
func name(_ x: AnyObject) -> String { switch x { case is C: "C"; case is B: "B"; case is A: "A"; default: "?" } }
print([a, b, c].map(name))
let objects: [AnyObject] = [a, b]
print(objects.count, objects[1] === b, objects.contains { $0 === c })
let types: [A.Type] = [A.self, B.self, C.self]
print(types, types.count, types[1] == B.self)
class R { required init() {}; func hi() -> String { "R" } }
class S: R { override func hi() -> String { "S" } }
let makers: [R.Type] = [R.self, S.self]
print(makers.map { $0.init().hi() })
let ids = Set([a, b, a, c].map(ObjectIdentifier.init))
print(ids.count)
var x: A? = a
let y = x
x = nil
print(x === y, y === a, y!.n)
