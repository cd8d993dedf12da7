struct E: Error {}
struct L { var n = 0; var obs = 0 { didSet { print("obs", obs) } }
  mutating func f() throws { n += 1; throw E() } }
struct W { var l = L(); var d = ["a": L()]; var xs = [L()]; var o: L? = L(); var comp: L { get { l2 } set { print("comp set", newValue.n); l2 = newValue } }; var l2 = L(); subscript(i: Int) -> L { get { l2 } set { print("sub set"); l2 = newValue } } }
class C { var d = ["a": L()]; var l = L(); var xs = [L()] }
var w = W()
try? w.d["a"]?.f(); print(w.d)
try? w.d["a"]!.f(); print(w.d)
try? w.d["b", default: L()].f(); print(w.d.count)
try? w.xs[0].f(); print(w.xs)
try? w.o?.f(); print(w.o as Any)
try? w.comp.f(); print(w.l2)
try? w[0].f(); print(w.l2)
let c = C()
try? c.d["a"]?.f(); print(c.d)
try? c.l.f(); print(c.l)
try? c.xs[0].f(); print(c.xs)
func g(_ x: inout L) throws { x.n += 10; throw E() }
try? g(&w.d["a"]!); print(w.d["a"]!.n, w.d.count)
try? g(&w.xs[0]); print(w.xs)
try? g(&w.l); print(w.l.n)
func h() { var d = ["k": [1, 2]]; func m(_ a: inout [Int]) throws { a.append(3); throw E() }; try? m(&d["k"]!); print(d); try? m(&d["z", default: []]); print(d["z"] ?? [], d.count)
 var t = (a: [1], b: 2); try? m(&t.a); print(t); var m2 = [[1], [2]]; try? m(&m2[1]); print(m2) }
h()
var dd = ["a": L()]
do { try dd["a"]?.f() } catch { print("caught", dd) }
