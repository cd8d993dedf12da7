class C { var n = 1
 let k = 2 
 var s = S() }
struct S { var v = 1 }
let c = C()
let r: ReferenceWritableKeyPath<C, Int> = \.n
c[keyPath: r] = 6
let r2: ReferenceWritableKeyPath<C, Int> = \C.s.v
c[keyPath: r2] += 6
print(c.n, c.s.v)
func set<T, V>(_ t: T, _ p: ReferenceWritableKeyPath<T, V>, _ v: V) { t[keyPath: p] = v }
set(c, \.n, 9)
func set2<T, V>(_ t: inout T, _ p: WritableKeyPath<T, V>, _ v: V) { t[keyPath: p] = v }
var s = S()
set2(&s, \.v, 9)
var cc = c
set2(&cc, \.n, 10)
print(c.n, s.v, type(of: \C.n), type(of: \C.k), type(of: \S.v))
