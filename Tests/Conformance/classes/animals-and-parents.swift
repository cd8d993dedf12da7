// class hierarchies: super, convenience, required, deinit order, polymorphism, static/class members
class Animal: CustomStringConvertible { private static var made = 0; let id: Int; var name: String; class var kind: String { "animal" }; var sound: String { "..." }
    required init(name: String) { Animal.made += 1; id = Animal.made; self.name = name }
    convenience init() { self.init(name: "anon") }
    func speak(_ times: Int = 1) -> String { Array(repeating: sound, count: times).joined(separator: " ") }
    var description: String { "\(type(of: self).kind) \(name)#\(id)" }
    static func create<T: Animal>(_ t: T.Type, _ n: String) -> T { T(name: n) }
    deinit { print("bye", name) } }
class Dog: Animal { override class var kind: String { "dog" }; override var sound: String { "woof" }; var tricks: [String] = [] { didSet { if tricks.count > oldValue.count { print(name, "learned", tricks.last!) } } }
    override func speak(_ times: Int = 2) -> String { super.speak(times) + "!" } }
final class Puppy: Dog { var age = 0; override var sound: String { super.sound.lowercased().replacing("oo", with: "ee") }; required init(name: String) { super.init(name: name); age = 1; tricks = ["sit"] }; deinit { print("puppy out") } }
func demo() { let zoo: [Animal] = [Animal(), Dog(name: "Rex"), Puppy(name: "Bit")]; for a in zoo { print(a, a.speak(), (a as? Dog)?.tricks ?? []) }
    (zoo[1] as! Dog).tricks.append("roll"); print(zoo.compactMap { $0 as? Dog }.map(\.name), zoo.filter { type(of: $0) == Dog.self }.count, zoo[2] is Puppy, zoo[0] is Dog) 
    let made = Animal.create(Puppy.self, "Zip"); print(made.age, made.speak(1), made === zoo[2]) }
demo()
let types: [Animal.Type] = [Animal.self, Dog.self, Puppy.self]; print(types.map { $0.kind }, types.map { $0.init(name: "t").sound })
class Base { var log: [String] = []; init() { setup(); log.append("base init") }; func setup() { log.append("base setup") } }
class Derived: Base { var x = 5; override init() { super.init(); log.append("derived init \(x)") }; override func setup() { super.setup(); x += 1; log.append("derived setup \(x)") } }
print(Derived().log, (Derived() as Base).log.count)
class Failable { let v: Int; init?(_ s: String) { guard let v = Int(s) else { return nil }; self.v = v } }; class Sub: Failable { override init?(_ s: String) { super.init(s); if v < 0 { return nil } } }
print(["1", "-1", "x"].map { Sub($0)?.v as Any }, [Failable("3"), Failable("y")].compactMap { $0?.v })
protocol Greeter { var n: String { get }; func greet() -> String }; extension Greeter { func greet() -> String { "hi \(n)" }; func shout() -> String { greet().uppercased() } }
class G1: Greeter { var n = "g1" }; class G2: G1 { func greet() -> String { "yo" } }; class G3: G1 { override var n: String { get { "g3" } set {} } }; let gs: [any Greeter] = [G1(), G2(), G3()]; print(gs.map { $0.greet() }, gs.map { $0.shout() }, G2().greet())
class Meta { class func make() -> Self { self.init() }; required init() {}; func me() -> Self { self } }; class Meta2: Meta {}; print(type(of: Meta2.make()), type(of: Meta2().me()), Meta2.make() is Meta2)
weak var w: Dog?; do { let d = Dog(name: "Tmp"); w = d; print(w?.name ?? "-") }; print(w as Any)
class Parent { var kids: [Kid] = []; let name: String; init(_ n: String) { name = n }; func add(_ n: String) { kids.append(Kid(n, self)) }; deinit { print("parent gone") } }; class Kid { unowned let parent: Parent; let n: String; init(_ n: String, _ p: Parent) { self.n = n; parent = p }; var full: String { parent.name + "/" + n }; deinit { print("kid", n, "gone") } }
do { let p = Parent("P"); p.add("a"); p.add("b"); print(p.kids.map(\.full)) }
