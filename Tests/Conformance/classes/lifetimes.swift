class Tracker { let n: String; init(_ n: String) { self.n = n; print("init", n) }; deinit { print("deinit", n) } }
func scope() { let a = Tracker("a"); let b = Tracker("b"); print("in scope", a.n, b.n) }
scope()
var t: Tracker? = Tracker("t"); t = Tracker("t2"); t = nil
var list = [Tracker("l1"), Tracker("l2")]; list.removeFirst(); print("removed"); list = []
struct Holder { let t: Tracker }
do { let h = Holder(t: Tracker("h")); let h2 = h; print(h2.t === h.t) }
class Parent { var child: Child?; deinit { print("parent gone") } }
class Child { weak var parent: Parent?; unowned let owner: Parent; init(_ p: Parent) { parent = p; owner = p }; deinit { print("child gone") } }
do { let p = Parent(); p.child = Child(p); print(p.child!.parent === p, p.child!.owner === p) }
class Handler { var cb: (() -> Void)?; let id = 7; func setup() { cb = { [weak self] in guard let self else { print("nil self"); return }; print("self", self.id) } }; func strong() { cb = { [unowned self] in print("unowned", self.id) } }; deinit { print("handler gone") } }
var h: Handler? = Handler(); h!.setup(); let cb = h!.cb!; cb(); h = nil; cb()
do { let k = Handler(); k.strong(); k.cb!() }
class Base { init() { print("base init"); setup() }; func setup() { print("base setup") }; deinit { print("base deinit") } }
class Sub: Base { var x = 5; override init() { super.init(); print("sub init", x) }; override func setup() { print("sub setup", x) }; deinit { print("sub deinit") } }
do { _ = Sub() }
var dict = ["a": Tracker("d")]; dict["a"] = nil; print("after dict")
func make() -> Tracker { Tracker("made") }; _ = make(); print("discarded"); make().n.count == 4 ? print("four") : print("no")
let closure: () -> Void = { let c = Tracker("in closure"); print(c.n) }; closure(); var captured: Tracker? = Tracker("cap"); let keep = { [captured] in print(captured?.n ?? "nil") }; captured = nil; keep()
weak var w: Tracker?; do { let s = Tracker("s"); w = s; print(w?.n ?? "nil") }; print(w?.n ?? "nil")
class Node { var next: Node?; let i: Int; init(_ i: Int) { self.i = i }; deinit { print("node", i) } }
do { let a = Node(1); a.next = Node(2); a.next!.next = Node(3) }
enum Ref { case holds(Tracker), none }; var r = Ref.holds(Tracker("e")); r = .none; if case .none = r { print("none") }
var opt: Tracker? = Tracker("o"); if let o = opt { print("has", o.n) }; opt = nil; print("end")
func throwing() throws { let x = Tracker("x"); defer { print("defer", x.n) }; throw NSErr.e }; enum NSErr: Error { case e }; do { try throwing() } catch { print("caught") }
class Fail { let t = Tracker("field"); init?(_ ok: Bool) { if !ok { return nil } }; deinit { print("fail deinit") } }; print(Fail(false) == nil); _ = Fail(true)
