struct P { var name: String; var age: Int }
var text = ""
dump(P(name: "B", age: 2), to: &text)
print(text)
dump([1, 2], to: &text, name: "n")
print(text)
let mirror = Mirror(reflecting: P(name: "B", age: 2))
let child: Mirror.Child = mirror.children.first!
print(child.label ?? "-", child.value)
let children: Mirror.Children = mirror.children
print(children.count)
for (label, value) in children { print(label ?? "-", value) }
print(mirror.descendant("name") ?? "none")
print(mirror.descendant(1) ?? "none")
let list = Mirror(reflecting: [P(name: "x", age: 4)])
print(list.descendant(0, "age") ?? "none")
print(list.descendant(1, "age") ?? "none")
let way: [any MirrorPath] = ["age", 0]
print(way.count)
