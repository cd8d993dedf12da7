enum Token: Equatable { case num(Double), op(Character), paren(open: Bool), ident(String) }
func classify(_ t: Token) -> String {
  switch t { case .num(let d) where d < 0: return "neg"; case .num(0): return "zero"; case .num(1...9): return "digit"; case .num: return "num"
  case .op("+"), .op("-"): return "additive"; case .op(let c): return "op \(c)"; case .paren(open: true): return "("; case .paren(let o): return ") \(o)"
  case let .ident(name) where name.hasPrefix("_"): return "private"; case .ident(let n): return n } }
for t in [Token.num(-1), .num(0), .num(5), .num(50), .op("+"), .op("*"), .paren(open: true), .paren(open: false), .ident("_x"), .ident("y")] { print(classify(t)) }
let pts = [(0, 0), (1, 0), (0, 2), (3, 3), (4, 5)]
for p in pts { switch p { case (0, 0): print("origin"); case (_, 0): print("x axis"); case (0, let y): print("y axis \(y)"); case let (x, y) where x == y: print("diag \(x)"); case (let x, let y): print(x, y) } }
enum S { case circle(r: Int), square(side: Int), rect(w: Int, h: Int), empty }
func dim(_ s: S) -> Int { switch s { case .circle(let d), .square(let d): return d; case .rect(let d, _) where d > 10, .rect(_, let d): return d; case .empty: return 0 } }
print(dim(.circle(r: 2)), dim(.square(side: 3)), dim(.rect(w: 20, h: 1)), dim(.rect(w: 2, h: 7)), dim(.empty))
let opts: [Int?] = [1, nil, 3, nil, 5]
for case let x? in opts { print(x, terminator: " ") }
for case .some(let x) in opts where x > 1 { print(x, terminator: " ") }
print()
let shapes: [S] = [.circle(r: 1), .empty, .rect(w: 2, h: 3), .circle(r: 9)]
for case .circle(let r) in shapes { print("circle", r) }
if case .rect(let w, let h) = shapes[2], w < h { print("tall", w, h) }
if case .rect(let both) = shapes[2] { print(both, both.w) }
func area(_ s: S) -> Int? { guard case .rect(let w, let h) = s else { return nil }; return w * h }
print(area(shapes[2]) as Any, area(.empty) as Any)
var stack: [S] = [.square(side: 1), .square(side: 2)]
while case .square(let side)? = stack.last { print("pop", side); stack.removeLast() }
switch 5 { case 1: print("one"); case 5: print("five"); fallthrough; case 6: print("six"); default: print("def") }
func kind(_ x: Any) -> String { switch x { case is Int: return "int"; case let s as String: return "str \(s)"; case let (a, b) as (Int, Int): return "pair \(a) \(b)"; default: return "?" } }
print(kind(1), kind("a"), kind(2.5))
let maybe: S? = .circle(r: 4)
switch maybe { case .circle(let r)?: print("some circle", r); case .some(let s): print(s); case nil: print("nil") }
switch maybe { case .circle: print("c"); case .none: print("n"); default: print("d") }
let word = "hello"; switch word { case "a"..."f": print("a-f"); case "hello": print("hi"); default: print("?") }
let c: Character = "k"; switch c { case "a", "e", "i", "o", "u": print("vowel"); case "a"..."z": print("cons"); default: print("other") }
let age = 15; let group = switch age { case ..<13: "child"; case 13..<20: "teen"; default: "adult" }; print(group)
loop: for i in 0...99 { switch i { case 3: break loop; case let n where n % 2 == 0: continue loop; default: print("odd", i) } }
let (a, (b, d)) = (1, (2, 3)); print(a, b, d)
var t = (x: 1, y: "s"); t.x += 1; print(t, t.y); (t.x, _) = (9, 0); print(t)
print((1, "a") < (1, "b"), (1, 2) == (1, 2))
