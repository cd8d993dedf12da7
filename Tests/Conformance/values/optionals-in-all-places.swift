let o: Int? = 5, n: Int? = nil; let oo: Int?? = .some(nil)
print(o.map { $0 * 2 } as Any, o.flatMap { $0 > 9 ? $0 : nil } as Any, n ?? 7, o! + 1, n == nil, oo == nil, oo as Any, oo! as Any, (n ?? o)! , [o, n].compactMap { $0 }, o == 5, n != 3)
if case let x? = o, x > 3 { print("x", x) }; if let o, let q = Optional(o + 1), q == 6 { print(o, q) }
while case .some(let z) = n { print(z) }; for case let x? in [1, nil, 3] { print(x, terminator: ";") }; print()
class P { var c: C?; var f: ((Int) -> Int)? }; class C { var n = "c"; var a = [1, 2]; func m(_ i: Int) -> Int? { i > 0 ? i : nil }; subscript(i: Int) -> P? { i == 0 ? P() : nil } }
let p = P(); print(p.c?.n as Any, p.c?.a.first as Any, (p.c?.n = "z") == nil); p.c = C(); p.c?.a[0] += 5; p.f = { $0 + 1 }
print(p.c?.n.count as Any, p.c?.a as Any, p.c?.m(1)?.description as Any, p.f?(1) as Any, p.c?[0]?.c as Any, p.c?[1]?.c?.n as Any, p.c!.a.map { Double($0) }.first?.rounded() as Any)
let t: (Int, String)? = (1, "a"); print(t?.0 as Any, t!.1); switch oo { case nil: print("nil"); case .some(nil): print("some nil"); case .some(.some(let v)): print(v) }
let any: Any = o as Any; print(any, any is Int, any as? Int as Any, (any as? Int?) as Any); let ar: [Any] = [1, "a", 2.5, [1], ("t", 1), o as Any]; for x in ar { switch x { case let i as Int: print("int", i); case is String: print("str"); case let d as Double where d > 2: print("d"); case let a as [Int]: print(a.count); case let (s, i) as (String, Int): print(s, i); default: print("?") } }
