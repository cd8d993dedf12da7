struct P: Hashable { var name = "a"; var age = 1; let fixed = 3; var tags = ["x", "yy"]; var q: Q = Q() }
struct Q: Hashable { var x = 1.5; var y = 2 }
let a: PartialKeyPath<P> = \P.name
let b: PartialKeyPath<P> = \.age
print(a == b, a == \P.name, a != b)
let p = P()
let values: [PartialKeyPath<P>] = [\.name, \.age, \P.q.x]
for v in values { print(p[keyPath: v]) }
let k1 = \P.name, k2 = \P.name, k3 = \P.q.x
print(k1 == k2, k1.hashValue == k2.hashValue, k3 == \P.q.x)
var labels: [PartialKeyPath<P>: String] = [\P.name: "Name", \P.age: "Age"]
labels[\P.q.y] = "Y"
print(labels[\P.name] ?? "-", labels[\P.age] ?? "-", labels[\P.q.y] ?? "-", labels[\P.q.x] ?? "-", labels.count)
let any: AnyKeyPath = \P.age
if let typed = any as? KeyPath<P, Int> { print("typed", p[keyPath: typed]) }
if let w = any as? WritableKeyPath<P, Int> { var c = p; c[keyPath: w] = 9; print(c.age) }
if any as? KeyPath<P, String> == nil { print("no string") }
let set: Set<KeyPath<P, Int>> = [\P.age, \P.age, \P.q.y]
print(set.count, set.contains(\P.age))
print(any == \P.age)
let el = \P.tags[1]
print(p[keyPath: el], el == \P.tags[1], el == \P.tags[0])
print(type(of: p[keyPath: values[0]]))
