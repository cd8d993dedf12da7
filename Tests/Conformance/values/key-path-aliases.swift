class C { var n = 1; var s = "a" }
typealias Path<V> = ReferenceWritableKeyPath<C, V>
typealias IP = ReferenceWritableKeyPath<C, Int>
let c = C(); let p: IP = \.n; c[keyPath: p] = 5
let q: Path<String> = \C.s; c[keyPath: q] += "b"
print(c.n, c.s)
typealias WP<R, V> = WritableKeyPath<R, V>
struct S { var x = 1 }; var s = S(); let w: WP<S, Int> = \.x; s[keyPath: w] = 3; print(s)
func set<V>(_ p: Path<V>, _ v: V) { c[keyPath: p] = v }
set(\.n, 8); print(c.n)
