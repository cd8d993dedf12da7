protocol Named { var name: String { get } }
class Base { var n = 1 }
class D: Base, Named { var name = "d" }
class E: Base, Named { let name: String; init(_ s: String) { name = s; super.init(); n = 7 } }
struct Holder { var item: any Base & Named; let list: [any Base & Named]; var opt: (Base & Named)? = nil }
var h = Holder(item: D(), list: [D(), E("e")])
print(h.item.n, h.item.name, h.list.map { $0.name + "\($0.n)" })
h.item = E("q")
h.opt = D()
h.item.n += 4
print(h.item.n, h.item.name, h.opt?.name ?? "-", h.opt!.n)
func show(_ x: Base & Named) -> String { "\(x.name)/\(x.n)" }
print(show(h.item), show(E("z")))
class Owner { weak var d: (Base & Named)?; init(_ d: Base & Named) { self.d = d } }
let keep = D()
print(Owner(keep).d?.name ?? "-")
let b: Base = h.item
print(b.n, h.list.first!.n)
if let x = b as? (Base & Named) { print(x.name) }
typealias Both = Base & Named
let both: [Both] = [D()]
for x in both { print(x.name, x.n) }
