// Casting & Any & metatypes & type erasure.
let things: [Any] = [1, 2.5, "three", [4, 5], ["k": 6], (7, "x"), { (n: Int) -> Int in n + 1 }, Optional(8) as Any, Character("c"), 1...3, true, Set([9])]
for t in things {
    switch t {
    case let n as Int: print("Int", n)
    case let d as Double where d > 2: print("Double", d)
    case let s as String: print("String", s.count)
    case let a as [Int]: print("[Int]", a.reduce(0, +))
    case let d as [String: Int]: print("dict", d["k"]!)
    case let (n, s) as (Int, String): print("tuple", n, s)
    case let f as (Int) -> Int: print("func", f(1))
    case let c as Character: print("char", c)
    case let r as ClosedRange<Int>: print("range", r.count)
    case is Bool: print("bool")
    case let s as Set<Int>: print("set", s)
    default: print("other", t)
    }
}
class A { func name() -> String { "A" } }; class B: A { override func name() -> String { "B" }; func only() -> Int { 1 } }; class C: B {}
let objects: [A] = [A(), B(), C()]
print(objects.map { ($0 as? B)?.only() ?? 0 }, objects.compactMap { $0 as? C }.count, objects.map { $0 is B }, objects.map { type(of: $0) == B.self }, (objects[2] as! B).name())
let types: [A.Type] = [A.self, B.self, C.self]; print(types.map { "\($0)" }, types.map { $0 is B.Type })
protocol Speaker { func say() -> String }; extension Int: Speaker { func say() -> String { "int \(self)" } }; extension String: Speaker { func say() -> String { "str \(self)" } }
let mixed: [Any] = [1, "a", 2.0]; print(mixed.compactMap { $0 as? any Speaker }.map { $0.say() }, mixed.map { $0 is any Speaker })
func kind<T>(_ x: T) -> String { if T.self == Int.self { "int" } else if x is [Any] { "array" } else if let o = x as? Int? { "optional \(o as Any)" } else { "\(T.self)" } }
print(kind(1), kind([1]), kind("a"), kind(Optional(3)), kind(2.5))
let o: Any = Optional<Int>.none as Any; print(o is Int?, o as? Int as Any, (o as? Int?) == nil ? "nil" : "not")
print((1 as Any) as? Int as Any, (1 as Any) as? Double as Any, ("5" as Any) as? Int ?? -1, [1, 2] as [Any], (["a": 1] as [String: Any])["a"] as! Int)
let ints: [Any] = [1, 2, 3]; print((ints as? [Int])?.reduce(0, +) ?? -1, (ints as? [String]) == nil, ints.map { $0 as! Int * 2 }, (["a", 1] as [Any]).filter { $0 is String }.count)
let opt: Int? = 5; if let x = opt as? Int { print("x", x) }; print(opt as Any is Int, (opt as Any) as! Int)
struct AnyShape { let area: () -> Double; let name: String; init<S: Shape>(_ s: S) { area = { s.area() }; name = "\(type(of: s))" } }
protocol Shape { func area() -> Double }; struct Sq: Shape { let a: Double; func area() -> Double { a * a } }; struct Ci: Shape { let r: Double; func area() -> Double { 3 * r * r } }
print([AnyShape(Sq(a: 2)), AnyShape(Ci(r: 1))].map { "\($0.name) \($0.area())" })
let hashables: [AnyHashable] = [1, "a", 2.5, 1]; print(Set(hashables).count, hashables[0] == hashables[3], hashables.contains("a"))
var dict: [AnyHashable: Int] = [1: 10, "x": 20]; dict[2.5] = 30; print(dict["x"]!, dict[1]!, dict[2.5]!, dict.count)
func make(_ t: any Shape.Type) -> String { "\(t)" }; print(make(Sq.self), Sq.self == Sq.self, type(of: Sq(a: 1) as any Shape))
let f: Any = max as (Int, Int) -> Int; if let g = f as? (Int, Int) -> Int { print(g(3, 9)) }
print(MemoryLayout<Double>.size, Int.self, [Int]?.self, ((Int) -> String).self, (any Shape).self, Any.self, AnyObject.self)
