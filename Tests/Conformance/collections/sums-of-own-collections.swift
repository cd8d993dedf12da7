struct R<T>: RangeReplaceableCollection, ExpressibleByArrayLiteral { var a: [T] = []
 init() {}
 init(arrayLiteral e: T...) { a = e }
 var startIndex: Int { 0 }
 var endIndex: Int { a.count }
 func index(after i: Int) -> Int { i + 1 }
 subscript(i: Int) -> T { a[i] }
 mutating func replaceSubrange<C: Collection>(_ r: Range<Int>, with c: C) where C.Element == T { a.replaceSubrange(r, with: c) } }
var r: R<Int> = [1, 2]
print((r + [3, 4]).a)
print(([0] + r).a)
print((r + r).a)
r += [5, 6]
r += r
print(r.a, r.count)
var s = R<String>()
s.append("x")
s += ["y"]
s.append(contentsOf: ["z"])
print(s.a, (s + ["w"]).joined())
s.insert("q", at: 1); s.remove(at: 0); s.removeAll { $0 == "z" }
print(s.a, Array(s.reversed()))
var made = R([1, 2])
made += [5, 6]
print(made.a, made.count)
made += made
let z = made + made
print(z.a)
