struct Pt { var x = 1; var y = [1.5]; let n: String? = "a" }
class A { var a = 1 }
class B: A { var b = "x" }
enum E { case none, one(Int), two(x: Int, y: String), lab(z: Int) }
func show(_ v: Any) {
    let m = Mirror(reflecting: v)
    print(m, m.displayStyle as Any, m.children.count, m.subjectType)
    for c in m.children { print("  ", c.label ?? "-", c.value) }
    if let s = m.superclassMirror { print("  super", s.children.map { $0.label ?? "?" }) }
}
show(Pt()); show(B()); show(E.none); show(E.one(3)); show(E.two(x: 1, y: "q")); show(E.lab(z: 4)); show((1, b: 2)); show([1, 2]); show(["k": 1]); show(Set([5])); show(Optional(3) as Any); show(4); show("s"); show(1...3)
for case let (label?, value) in Mirror(reflecting: Pt()).children { print(label, value) }
let c = ContiguousArray([1, 2]); print(c, c.map { $0 + 1 })
print(Array(EmptyCollection<Int>()), EmptyCollection<String>().count, CollectionOfOne(3), Array(CollectionOfOne("a")), EmptyCollection<Int>().first as Any)
let e = AnyCollection([3, 1, 2].lazy.map { $0 * 2 }); print(e.count, e.first!, e.sorted(), Array(e.dropFirst()), e[e.startIndex], e.reduce(0, +), e.isEmpty)
let r = AnyBidirectionalCollection("abc"); print(r.reversed().map { String($0) }, r.last!, r[r.index(before: r.endIndex)], AnyRandomAccessCollection(1...4).count)
func evens() -> AnyCollection<Int> { AnyCollection([1, 2, 3, 4].filter { $0 % 2 == 0 }) }
print(evens().map { $0 }, AnySequence(evens()).contains(4))
dump(Pt()); dump(B()); dump(E.two(x: 1, y: "q")); dump(E.lab(z: 2)); dump(E.one(1)); dump(["a": [1, 2]]); dump((1, z: "b"), name: "t"); dump(Optional(4)); dump(1...2)
