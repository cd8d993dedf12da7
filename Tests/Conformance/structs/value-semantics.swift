struct Inner { var values = [1, 2, 3] }
struct Outer { var inner = Inner(); var name = "outer" }
var a = Outer()
var b = a
b.inner.values[0] = 99
b.name = "copy"
print(a.inner.values, a.name, b.inner.values, b.name)
var list = [a, b]
list[0].inner.values.append(4)
print(a.inner.values.count, list[0].inner.values.count)
for var item in list { item.name = "changed" }
print(list.map(\.name))
for i in list.indices { list[i].name += "!" }
print(list.map(\.name))
func changed(_ o: Outer) -> Outer {
    var o = o
    o.name = "from function"
    return o
}
print(changed(a).name, a.name)
let constant = a
a.name = "after"
print(constant.name)
var dictionary = ["k": a]
dictionary["k"]?.name = "in dictionary"
dictionary["k"]!.inner.values.removeAll()
print(a.name, dictionary["k"]!.name, dictionary["k"]!.inner.values)
let closure = { [a] in a.name }
a.name = "later"
print(closure())
var pair = (a, b)
pair.0.name = "in tuple"
print(a.name, pair.0.name)
var optional: Outer? = a
optional?.name = "optional"
if var o = optional { o.name = "local"; print(o.name) }
print(optional!.name, a.name)
final class Box { var content = Outer() }
let box1 = Box(), box2 = box1
box1.content.name = "shared"
var taken = box2.content
taken.name = "taken"
print(box2.content.name, taken.name)
