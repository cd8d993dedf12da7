class Counter {
    var n = 0
    func up() { n += 1 }
}
let a = Counter()
let b = a
b.up(); b.up()
print(a.n, b.n, a === b, a !== Counter())
func change(_ c: Counter) { c.n = 100 }
change(a)
print(b.n)
let list = [a, b, Counter()]
list[0].n = 7
print(list.map(\.n))
for c in list { c.up() }
print(list.map(\.n))
struct Holder { let counter: Counter; var name = "h" }
let h1 = Holder(counter: a)
var h2 = h1
h2.name = "copy"
h2.counter.up()
print(h1.counter.n, h1.name, h2.name)
var current: Counter? = Counter()
let kept = current
current?.n = 5
current = nil
print(kept!.n, current?.n as Any)
let dictionary = ["x": a]
dictionary["x"]!.n = -1
print(a.n, dictionary["x"] === a)
func make() -> () -> Int { let c = Counter(); return { c.up(); return c.n } }
let tick = make()
print(tick(), tick())
let same = list.firstIndex { $0 === b }
print(same as Any, ObjectIdentifier(a) == ObjectIdentifier(b))
