class Resource {
    let name: String
    init(_ name: String) { self.name = name; print("open", name) }
    deinit { print("close", name) }
}
func scope() {
    let r = Resource("local")
    print("using", r.name)
}
scope()
print("after scope")
var held: Resource? = Resource("held")
held = nil
print("released")
held = Resource("second")
held = Resource("third")
print("replaced")
held = nil
var list = [Resource("a"), Resource("b")]
list.remove(at: 0)
print("removed one")
list.removeAll()
print("removed all")
class Parent { let name: String; var child: Child?; init(_ n: String) { name = n }; deinit { print("parent", name, "gone") } }
class Child { weak var parent: Parent?; deinit { print("child gone") } }
do {
    let p = Parent("p")
    p.child = Child()
    p.child!.parent = p
    print(p.child!.parent!.name)
}
weak var nobody: Resource?
do {
    let r = Resource("weakly")
    nobody = r
    print(nobody?.name as Any)
}
print(nobody == nil)
class Base { deinit { print("base") } }
class Derived: Base { deinit { print("derived") } }
do { _ = Derived() }
struct Owner { let r = Resource("owned") }
do { let o = Owner(); let p = o; print(p.r.name) }
var closure: (() -> Void)? = { let r = Resource("captured"); return { print("inside", r.name) } }()
closure?()
closure = nil
print("end")
