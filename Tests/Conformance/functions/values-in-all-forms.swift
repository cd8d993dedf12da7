class Animal {
    let name: String
    required init(name: String) { self.name = name }
    func speak() -> String { "..." }
    func greet(_ o: Animal, loudly: Bool = false) -> String {
        "\(name)>\(o.name)" + (loudly ? "!" : "")
    }
    static func make(_ n: String) -> Self { Self(name: n) }
    class func kind() -> String { "animal" }
}
class Dog: Animal {
    var tricks: [String] = []
    override func speak() -> String { "woof \(tricks.count)" }
    func learn(_ t: String) -> Dog {
        tricks.append(t)
        return self
    }
    override class func kind() -> String { "dog" }
}
class Cat: Animal { override func speak() -> String { super.speak() + "meow" } }
struct P {
    var x = 0, y = 0
    func moved(by d: Int) -> P { P(x: x + d, y: y + d) }
    mutating func shift(_ d: Int) { x += d }
    static func zero() -> P { P() }
    static let unit = P(x: 1, y: 1)
    subscript(i: Int) -> Int { i == 0 ? x : y }
}
enum Shape {
    case circle(Double)
    case rect(w: Double, h: Double)
    case none
    static func square(_ s: Double) -> Shape { .rect(w: s, h: s) }
    func area() -> Double {
        switch self {
        case .circle(let r): return 3 * r * r
        case .rect(let w, let h): return w * h
        case .none: return 0
        }
    }
}
let dogs = ["rex", "fido"].map(Dog.init(name:))
print(dogs.map { $0.speak() }, dogs.map(\.name), type(of: dogs[0]))
let types: [Animal.Type] = [Animal.self, Dog.self, Cat.self]
print(types.map { $0.init(name: "x").speak() }, types.map { $0.kind() }, types.map { "\($0)" })
for t in types where t != Animal.self { print(t.make("m").speak(), t == Dog.self) }
let speak = Animal.speak
print(speak(dogs[0])(), Animal.speak(Cat(name: "c"))(), dogs.map(Dog.speak).map { $0() })
let greet = dogs[0].greet
print(greet(dogs[1], true), dogs[0].greet(_:loudly:)(dogs[1], false))
print(dogs[0].learn("sit").learn("roll").speak())
print(
    [1.0, 2].map(Shape.circle).map { $0.area() }, [(1.0, 2.0)].map(Shape.rect).map { $0.area() },
    [3.0].map(Shape.square).map { $0.area() })
let make: (Double, Double) -> Shape = Shape.rect(w:h:)
print(make(2, 5).area())
let moves = [1, 2].map(P(x: 1).moved(by:))
print(moves)
let moved = P.moved
print(moved(P())(4), P.moved(by:)(.unit)(1), [P.unit, .zero()].map(\.[0]))
var p = P()
p.shift(3)
print(p, p[0], p[1])
var ops: [(String, (Int, Int) -> Int)] = [
    ("+", +), ("-", -), ("*", *), ("max", max), ("min", Swift.min),
    ("pow", { b, e in (0..<e).reduce(1) { a, _ in a * b } }),
]
ops.append(("quot", { $0.quotientAndRemainder(dividingBy: $1).quotient }))
for (n, f) in ops { print(n, f(7, 3), terminator: "; ") }
print()
let table: [Character: (Double) -> (Double) -> Double] = [
    "+": { a in { a + $0 } }, "*": { a in { b in a * b } },
]
print(table["+"]!(2)(3), table["*"].map { $0(4)(5) } ?? 0)
func twice<T>(_ f: @escaping (T) -> T) -> (T) -> T { { f(f($0)) } }
print(twice { $0 + 1 }(5), twice(twice { $0 * 2 })(1))
func counter(from n: Int, by step: @autoclosure @escaping () -> Int) -> () -> Int {
    var n = n
    return {
        defer { n += step() }
        return n
    }
}
var st = 2
let c1 = counter(from: 10, by: st)
_ = c1()
st = 5
print(c1(), c1())
let sorted = ["b", "A", "c"].sorted(by: { $0.lowercased() < $1.lowercased() })
print(sorted, ["10", "9", "x"].compactMap(Int.init).sorted(by: >))
print(
    [3, 1, 2].sorted(by: <).reversed().map(String.init).joined(separator: "<"),
    ["a", "bb"].map(\.count).reduce(0, +), (1...4).reduce(1, *))
let up: (Dog) -> Animal = { $0 }
let anyf: (Animal) -> String = { $0.name }
let df: (Dog) -> String = anyf
print(up(dogs[0]).name, df(dogs[1]))
let opt: ((Int) -> Int)? = { $0 + 1 }
print(opt?(1) ?? 0, (nil as ((Int) -> Int)?)?(1) as Any)
struct Pipeline<In, Out> {
    let run: (In) throws -> Out
    func then<X>(_ n: @escaping (Out) throws -> X) -> Pipeline<In, X> { .init { try n(run($0)) } }
    static func | <X>(l: Pipeline, r: @escaping (Out) throws -> X) -> Pipeline<In, X> { l.then(r) }
}
struct Bad: Error, CustomStringConvertible {
    let s: String
    var description: String { "bad \(s)" }
}
let pipe =
    Pipeline<String, Int> {
        guard let n = Int($0) else { throw Bad(s: $0) }
        return n
    }.then { $0 * 2 } | String.init | { $0 + "!" }
for s in ["21", "q"] { do { print(try pipe.run(s)) } catch { print(error) } }
let r: Result<Int, Bad> = .failure(Bad(s: "r"))
print(
    r.map { $0 + 1 }, (try? r.get()) as Any, r.mapError { Bad(s: $0.s + "2") },
    Result<Int, Bad>.success(1).flatMap { $0 > 0 ? .success("pos") : .failure(Bad(s: "neg")) })
let expensive: Int = {
    print("computing")
    return 7
}()
print(expensive + expensive)
func apply(_ n: Int, _ fs: ((Int) -> Int)...) -> Int { fs.reduce(n) { $1($0) } }
print(apply(1, { $0 + 1 }, { $0 * 10 }, abs, -), apply(5))
func overload(_ x: Int) -> String { "int" }
func overload(_ x: Double) -> String { "double" }
func overload<T>(_ x: T) -> String { "generic" }
func overload(_ x: Any) -> String { "any" }
print(
    overload(1), overload(1.5), overload("s"), overload(1 as Any), [1, 2].map(overload),
    (overload as (Double) -> String)(3))
