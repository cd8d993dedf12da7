let point = (3, 0)
switch point {
case (0, 0): print("origin")
case (_, 0): print("x axis")
case (0, _): print("y axis")
default: print("somewhere")
}
switch (2, -2) {
case let (x, y) where x == y: print("diag", x, y)
case let (x, y) where x == -y: print("anti", x, y)
case (let x, let y): print(x, y)
}
enum Shape { case circle(radius: Double), rect(w: Double, h: Double), empty }
let shapes: [Shape] = [.circle(radius: 1), .rect(w: 2, h: 3), .empty, .circle(radius: 5)]
for case .circle(let r) in shapes where r > 2 { print("big", r) }
for case let .rect(w, h) in shapes { print(w * h) }
for s in shapes { if case .circle(radius: let r) = s { print("c", r) } else if case .empty = s { print("e") } }
let opt: [Int?] = [1, nil, 3]
for case let x? in opt { print(x, terminator: " ") }
print()
for case .some(let x) in opt { print(x, terminator: " ") }
print()
func f(_ x: Any) -> String {
    switch x {
    case 0 as Int: return "zero"
    case let i as Int where i < 0: return "neg \(i)"
    case let i as Int: return "int \(i)"
    case let d as Double: return "double \(d)"
    case let s as String: return "string \(s)"
    case let (a, b) as (Int, Int): return "pair \(a) \(b)"
    case is [Int]: return "array"
    case let f as (Int) -> Int: return "func \(f(2))"
    default: return "other"
    }
}
print(f(0), f(-5), f(7), f(1.5), f("x"), f((1, 2)), f([1]), f({ (a: Int) -> Int in a * 3 }), f(Character("c")))
let age = 25
switch age { case ..<13: print("child"); case 13..<20: print("teen"); case 20...: print("adult"); default: break }
switch "b" as Character { case "a"..."m": print("first"); case "n"..."z": print("second"); default: print("none") }
let nested: Int?? = .some(nil)
switch nested { case .none: print("none"); case .some(.none): print("some none"); case .some(.some(let v)): print(v) }
if case 1...5 = 3 { print("in range") }
if case let (a?, b?) = (Optional(1), Optional("s")) { print(a, b) }
guard case let .rect(w, _) = shapes[1] else { fatalError() }
print(w)
let t = ((1, 2), "z")
let ((a, b), c) = t
print(a, b, c)
switch 5 { case let n where n % 2 == 0: print("even"); case let n: print("odd", n) }
switch (1, "a") { case (1, "a"), (2, "b"): print("match"); default: print("no") }
switch shapes[0] { case .circle(let v), .rect(let v, _): print("v", v); case .empty: print("-") }
