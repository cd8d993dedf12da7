class Base { var v: Int { didSet { print("base didSet", oldValue, v) } }; init(v: Int) { self.v = v }; required init() { v = 0 } ; func hello() { print("base hello") } ; class var kind: String { "base" } ; subscript(i: Int) -> Int { v + i } }
class Derived: Base { override var v: Int { get { super.v * 10 } set { super.v = newValue } } ; required init() { super.init() } ; override init(v: Int) { super.init(v: v) } ; override func hello() { super.hello(); print("derived hello") } ; override class var kind: String { "derived" } ; override subscript(i: Int) -> Int { super[i] * 2 } }
let d = Derived(v: 3)
d.v = 4
print(d.v)
let b: Base = d
b.v += 1
print(b.v, b[1])
b.hello()
print(type(of: b).kind, Base.kind)
let T: Base.Type = Derived.self
let made = T.init()
made.hello()
print(made is Derived)
class Animal { func clone() -> Self { self } ; var sound: String { "..." } }
class Dog: Animal { override var sound: String { "Woof" } ; func bark() { print(sound) } }
Dog().clone().bark()
class Fail { let n: Int; init?(_ n: Int) { if n < 0 { return nil }; self.n = n } ; convenience init?(_ s: String) { guard let k = Int(s) else { return nil }; self.init(k) } }
print(Fail(3)?.n ?? -1, Fail(-3)?.n ?? -1, Fail("12")?.n ?? -1, Fail("x")?.n ?? -1, Fail("-4")?.n ?? -1)
enum E: Error { case bad }
class Thrower { let n: Int; init(_ n: Int) throws { if n == 0 { throw E.bad }; self.n = n } }
do { let t = try Thrower(1); print(t.n); _ = try Thrower(0) } catch { print("caught", error) }
class Stack<T> { var items: [T] = []; func push(_ x: T) { items.append(x) }; func pop() -> T? { items.popLast() } ; var top: T? { items.last } }
class CountedStack<T>: Stack<T> { var pushes = 0; override func push(_ x: T) { pushes += 1; super.push(x) } }
class IntStack: CountedStack<Int> { func sum() -> Int { items.reduce(0, +) } }
let st = IntStack(); st.push(3); st.push(4); print(st.sum(), st.pushes, st.pop()!, st.top!)
let g: Stack<Int> = st; g.push(8); print(st.pushes)
class Node<T> { var value: T; var next: Node<T>?; init(_ v: T) { value = v } }
let n1 = Node(1); n1.next = Node(2); n1.next!.next = Node(3)
var cur: Node<Int>? = n1
while let k = cur { print(k.value, terminator: " "); cur = k.next }
print()
class Temp { var celsius = 0.0 { willSet { print("will", newValue) } didSet { print("did", oldValue) } } ; lazy var expensive: Int = { print("computing"); return 42 }() ; var f: Double { get { celsius * 9 / 5 + 32 } set { celsius = (newValue - 32) * 5 / 9 } } }
let te = Temp(); te.celsius = 100; te.f = 212; print(te.expensive, te.expensive)
class P2: Equatable { let x: Int; init(_ x: Int) { self.x = x }; static func == (l: P2, r: P2) -> Bool { l.x == r.x } }
print(P2(1) == P2(1), P2(1) != P2(2), [P2(1), P2(2)] == [P2(1), P2(2)], [P2(3)].contains(P2(3)))
class Desc: CustomStringConvertible { let x: Int; init(_ x: Int) { self.x = x }; var description: String { "Desc(\(x))" } }
class SubDesc: Desc { override var description: String { "Sub" + super.description } }
print(Desc(1), [Desc(2), SubDesc(3)], "\(SubDesc(4))")
