class Animal { var name: String; init(name: String) { self.name = name }
  func speak() -> String { "..." }
  var desc: String { "\(name) says \(speak())" }
  class func kind() -> String { "animal" }
  deinit { print("bye \(name)") } }
class Dog: Animal { override func speak() -> String { "Woof" }; override class func kind() -> String { "dog" } }
class Puppy: Dog { override func speak() -> String { super.speak() + "!" }; override var desc: String { "Puppy: " + super.desc } }
do { let a: [Animal] = [Dog(name: "Rex"), Puppy(name: "Bit"), Animal(name: "X")]
  for x in a { print(x.desc, type(of: x).kind(), x is Dog) }
  if let d = a[1] as? Dog { print(d.name) }
  print(a[2] as? Dog as Any, a.compactMap { $0 as? Puppy }.count) }
class Base { var v = 1 { willSet { print("will", newValue) } didSet { print("did", oldValue, v) } }
  func log() { print("base", v) } }
class Derived: Base { override var v: Int { didSet { print("derived did", oldValue) } }
  override func log() { super.log(); print("derived") } }
let d = Derived(); d.v = 5; d.v += 1; d.log()
class Person { let name: String; weak var friend: Person?; init(_ n: String) { name = n }; deinit { print("\(name) gone") } }
var p1: Person? = Person("A"), p2: Person? = Person("B")
p1!.friend = p2; p2!.friend = p1
p1 = nil
print(p2!.friend?.name ?? "nobody")
p2 = nil
class Node { var value: Int; var next: Node?; init(_ v: Int, _ n: Node? = nil) { value = v; next = n } }
let list = Node(1, Node(2, Node(3)))
var cur: Node? = list; var out: [Int] = []
while let n = cur { out.append(n.value); cur = n.next }
print(out)
list.next?.next?.value = 9; print(list.next!.next!.value, list.next?.next?.next?.value as Any)
print(list === list.next, list !== list.next!)
class Shape { let sides: Int; required init(sides: Int) { self.sides = sides }; convenience init() { self.init(sides: 3) }; static func make() -> Self { self.init(sides: 4) } }
final class Square: Shape { var label = "sq" }
print(Shape().sides, Square.make().label, Square.make().sides, Square(sides: 5).sides, Square().sides)
class Counter { static var total = 0; static func inc() { total += 1 }; lazy var big: [Int] = { print("lazy"); return [1, 2, 3] }() }
Counter.inc(); Counter.inc(); print(Counter.total)
let cc = Counter(); print("before"); print(cc.big.count, cc.big)
class Temp { var c: Double = 0; var f: Double { get { c * 9 / 5 + 32 } set { c = (newValue - 32) * 5 / 9 } } }
let tt = Temp(); tt.f = 212; print(tt.c, tt.f)
