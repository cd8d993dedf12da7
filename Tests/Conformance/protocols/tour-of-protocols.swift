protocol Drawable { func draw() -> String }
extension Drawable { func draw() -> String { "default" }; func twice() -> String { draw() + draw() } }
struct A: Drawable {}
struct B: Drawable { func draw() -> String { "B" } }
class C: Drawable { func draw() -> String { "C" } }
class D: C { override func draw() -> String { "D" + super.draw() } }
let all: [any Drawable] = [A(), B(), C(), D()]
print(all.map { $0.draw() }, all.map { $0.twice() })
func show(_ d: some Drawable) -> String { d.draw() }
print(show(A()), show(D()))
func make(_ n: Int) -> any Drawable { n == 0 ? A() : B() }
print(make(0).draw(), make(1).twice())
func opaque() -> some Drawable { B() }
print(opaque().draw())
protocol Named { var name: String { get } }
protocol Aged { var age: Int { get set } }
struct P: Named, Aged, Equatable { let name: String; var age: Int }
func greet(_ x: Named & Aged) -> String { "\(x.name) \(x.age)" }
var p = P(name: "Z", age: 3); p.age += 1
print(greet(p), p)
var arr: [any Aged] = [p]; arr[0].age = 10; print(arr[0].age, p.age)
if let n = arr[0] as? any Named { print(n.name) }
protocol Vehicle { static var wheels: Int { get }; init() }
struct Bike: Vehicle { static let wheels = 2 }
struct Car: Vehicle { static let wheels = 4 }
func build<V: Vehicle>(_ t: V.Type) -> (V, Int) { (t.init(), V.wheels) }
print(build(Bike.self).1, build(Car.self).0)
let ts: [any Vehicle.Type] = [Bike.self, Car.self]
print(ts.map { $0.wheels }, ts)
protocol Shape { func area() -> Double }
extension Array where Element: Shape { func total() -> Double { reduce(0) { $0 + $1.area() } } }
struct Sq: Shape { let s: Double; func area() -> Double { s * s } }
print([Sq(s: 2), Sq(s: 3)].total())
extension Collection where Element == any Shape { var sumArea: Double { map { $0.area() }.reduce(0, +) } }
let sh: [any Shape] = [Sq(s: 1)]; print(sh.sumArea)
protocol Delegate: AnyObject { func done(_ s: String) }
class Worker { weak var delegate: (any Delegate)?; func go() { delegate?.done("ok") } }
class Boss: Delegate { func done(_ s: String) { print("boss got", s) } }
let w = Worker(); do { let b = Boss(); w.delegate = b; w.go() }; w.go(); print(w.delegate == nil)
protocol Comp { static func combine(_ a: Self, _ b: Self) -> Self }
extension Int: Comp { static func combine(_ a: Int, _ b: Int) -> Int { a * 10 + b } }
func fold<T: Comp>(_ xs: [T], _ z: T) -> T { xs.reduce(z, T.combine) }
print(fold([1, 2, 3], 0))
extension Int { var isEven: Bool { self % 2 == 0 }; func times(_ f: (Int) -> Void) { for i in 0..<self { f(i) } }; static let answer = 42; mutating func double() { self *= 2 } }
3.times { print($0, terminator: " ") }; print(4.isEven, Int.answer)
var n = 5; n.double(); print(n)
