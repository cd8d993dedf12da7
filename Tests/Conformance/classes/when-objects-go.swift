// ARC visible behaviour
class Person {
    let name: String
    var friend: Person?
    weak var boss: Person?
    unowned let city: City
    init(_ n: String, _ c: City) { name = n; city = c; print("+\(n)") }
    deinit { print("-\(name)") }
}
class City { let name: String; init(_ n: String) { name = n }; deinit { print("-city \(name)") } }
func scope() {
    let c = City("Rome")
    let a = Person("a", c), b = Person("b", c)
    a.friend = b
    b.boss = a
    print(b.boss?.name ?? "nobody", a.city.name)
}
scope()
print("--")
let city = City("Oslo")
var x: Person? = Person("x", city)
weak var w = x
var y = x
x = nil
print(w?.name ?? "gone")
y = nil
print(w?.name ?? "gone")
class Node { var children: [Node] = []; weak var parent: Node?; let id: Int; init(_ id: Int) { self.id = id }; func add(_ n: Node) { children.append(n); n.parent = self }; deinit { print("node \(id)") } }
do {
    let root = Node(1)
    let child = Node(2)
    root.add(child)
    child.add(Node(3))
    print(child.parent!.id, child.children[0].parent!.id)
}
print("closures")
class Timer { var action: (() -> Void)?; let n: Int; init(_ n: Int) { self.n = n }; func start() { action = { [unowned self] in print("tick", self.n) } }; func leak() { action = { print(self.n) } }; deinit { print("timer \(n)") } }
do { let t = Timer(1); t.start(); t.action?() }
do { let t = Timer(2); t.leak(); t.action?(); t.action = nil }
var held: (() -> String)?
do { let n = Node(7); held = { "node held \(n.id)" } }
print(held!())
held = nil
print("arrays")
var nodes = [Node(10), Node(11), Node(12)]
nodes.removeFirst()
nodes[0] = Node(20)
var dict = ["k": Node(30)]
dict["k"] = nil
nodes = []
struct Holder { var n: Node; let tag = "h" }
var h1 = Holder(n: Node(40))
var h2 = h1
h2.n = Node(41)
print(h1.n.id, h2.n.id, h1.n === h2.n)
h1 = h2
print("after copy")
func pass(_ n: Node) -> Node { n }
_ = pass(Node(50))
let kept = pass(Node(51))
print("kept", kept.id)
enum E { case none, some(Node) }
var e = E.some(Node(60))
e = .none
func early(_ f: Bool) -> Int { let n = Node(70); defer { print("defer", n.id) }; if f { return 1 }; return n.id }
print(early(true))
final class Cow<T> { var v: T; init(_ v: T) { self.v = v } }
struct Buffer { private var storage = Cow([Int]()); var values: [Int] { storage.v }
    mutating func append(_ n: Int) { if !isKnownUniquelyReferenced(&storage) { print("copying"); storage = Cow(storage.v) }; storage.v.append(n) } }
var b1 = Buffer(); b1.append(1); var b2 = b1; b2.append(2); b2.append(3); b1.append(9)
print(b1.values, b2.values)
let opt: Node? = Node(80)
if let opt { print("opt", opt.id) }
print(ObjectIdentifier(kept) == ObjectIdentifier(kept), kept === opt)
do { var t: Node? = Node(90); t = nil; print("t is", t as Any) }
class Base { init() { setup() }; func setup() { print("base setup") }; deinit { print("base deinit") } }
class Derived: Base { var items = [1]; override func setup() { items.append(2); print("derived setup", items) }; deinit { print("derived deinit") } }
_ = Derived()
func swapIt() { var a = Node(100), b = Node(101); swap(&a, &b); print(a.id, b.id); a = b; print("same") }
swapIt()
