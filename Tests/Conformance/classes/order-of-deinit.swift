class F { let n: String; init(_ n: String) { self.n = n }; deinit { print("field", n) } }
class A { let f = F("A.f"); let g = F("A.g"); deinit { print("A") } }
class B: A { let h = F("B.h"); deinit { print("B") } }
func t() { let a = F("local1"); let b = F("local2"); print("in"); _ = (a, b) }
t()
if true { let b = B(); print("made"); _ = b }
struct S { let x = F("S.x"); let y = F("S.y") }
func u() { let s = S(); _ = s; print("u") }
u()
func v(_ n: F) { print("v", n.n) }
v(F("arg"))
var arr: [F]? = [F("e1"), F("e2")]
arr = nil
class Node { var next: Node?; let i: Int; init(_ i: Int, _ n: Node?) { self.i = i; next = n }; deinit { print("node", i) } }
var l: Node? = Node(1, Node(2, Node(3, nil)))
l = nil

class Fl { let f = F("Fl.f"); init?(_ ok: Bool) { if !ok { return nil } }; deinit { print("Fl") } }
_ = Fl(false)
_ = Fl(true)
var w: F? = F("w"); 
weak var ww = w
w = nil
print(ww == nil)
