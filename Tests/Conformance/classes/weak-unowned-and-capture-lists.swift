class Person { var name: String; var apartment: Apartment?; init(name: String) { self.name = name; print("\(name) init") }; deinit { print("\(name) deinit") } }
class Apartment { let unit: String; weak var tenant: Person?; init(unit: String) { self.unit = unit }; deinit { print("Apartment \(unit) deinit") } }
if true {
  var john: Person? = Person(name: "John")
  var unit: Apartment? = Apartment(unit: "4A")
  john!.apartment = unit
  unit!.tenant = john
  print(unit!.tenant?.name ?? "none")
  john = nil
  print(unit!.tenant?.name ?? "none")
  unit = nil
}
class Customer { let name: String; var card: CreditCard?; init(name: String) { self.name = name }; deinit { print("\(name) gone") } }
class CreditCard { let number: Int; unowned let customer: Customer; init(number: Int, customer: Customer) { self.number = number; self.customer = customer }; deinit { print("card \(number) gone") } }
var c: Customer? = Customer(name: "Ann")
c!.card = CreditCard(number: 1234, customer: c!)
print(c!.card!.customer.name)
c = nil
class HTML { let name: String; lazy var asHTML: () -> String = { [unowned self] in "<\(self.name)>" }; init(_ n: String) { name = n }; deinit { print("html", name) } }
var h: HTML? = HTML("p")
print(h!.asHTML())
h = nil
class Timer { var tick: (() -> Void)?; func fire() { tick?() } }
class Owner { let t = Timer(); var n = 0; func start() { t.tick = { [weak self] in guard let self = self else { print("gone"); return }; self.n += 1; print("tick", self.n) } }; deinit { print("owner deinit") } }
var o: Owner? = Owner()
let t = o!.t
o!.start(); t.fire(); t.fire()
o = nil
t.fire()
class Sub { weak var d: Owner?; var f: (() -> Void)? ; func go() { f = { [weak d = self.d, k = 5] in print(d == nil, k) } } }
let s = Sub(); s.go(); s.f!()
weak var w: Owner?
if true { let o2 = Owner(); w = o2; print(w != nil) }
print(w == nil)
class Parent { var children: [Child] = []; func add(_ c: Child) { children.append(c); c.parent = self }; deinit { print("parent gone") } }
class Child { weak var parent: Parent?; let n: Int; init(_ n: Int) { self.n = n }; deinit { print("child", n) } }
if true { let p = Parent(); p.add(Child(1)); p.add(Child(2)); print(p.children[0].parent === p) }
let x = { [weak o] in o?.n ?? -1 }
print(x())
