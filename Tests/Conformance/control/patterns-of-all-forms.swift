// patterns of all forms
enum Shape { case circle(radius: Double), rect(w: Double, h: Double), polygon([(Double, Double)]), empty }
func describe(_ s: Shape) -> String {
    switch s {
    case .circle(let r) where r <= 0: return "degenerate"
    case .circle(radius: 1): return "unit"
    case let .circle(r): return "circle \(r)"
    case .rect(let w, let h) where w == h: return "square \(w)"
    case .rect(w: 0..<1, h: _), .rect(w: _, h: 0..<1): return "thin"
    case let .rect(w: w, h: h): return "rect \(w)x\(h)"
    case .polygon(let p) where p.count < 3: return "line"
    case .polygon(let points): return "polygon of \(points.count) at \(points[0].0)"
    case .empty: return "empty"
    }
}
for s in [Shape.circle(radius: -1), .circle(radius: 1), .circle(radius: 2), .rect(w: 2, h: 2), .rect(w: 0.5, h: 9), .rect(w: 3, h: 0.25), .rect(w: 3, h: 4), .polygon([]), .polygon([(0, 1), (1, 2), (2, 3)]), .empty] { print(describe(s)) }
func classify(_ x: Any) -> String {
    switch x {
    case 0 as Int: "zero"
    case let n as Int where n < 0: "negative \(n)"
    case let n as Int: "int \(n)"
    case is Double: "double"
    case let s as String where s.isEmpty: "empty string"
    case let s as String: "string of \(s.count)"
    case let (a, b) as (Int, Int): "pair \(a + b)"
    case let xs as [Int]: "ints \(xs.count)"
    case let f as (Int) -> Int: "function \(f(2))"
    default: "something"
    }
}
for x: Any in [0, -3, 4, 2.5, "", "abc", (1, 2), [1, 2, 3], { (n: Int) in n * 2 }, ["a"], Character("c"), Optional<Int>.none as Any] { print(classify(x), terminator: " | ") }
print()
let pairs: [(Int?, String)] = [(1, "a"), (nil, "b"), (3, "c"), (12, "d")]
for case (let n?, let s) in pairs where n != 3 { print(n, s, terminator: " ") }
for case let (.some(n), s) in pairs { print(n, s, terminator: " ") }
let point = (3, -3)
switch point {
case (0, 0): print("origin")
case (let x, 0), (0, let x): print("axis", x)
case (-2...2, -2...2): print("near")
case let (x, y) where x == -y: print("anti-diagonal", x, y)
case (_, _): print("far")
}
func bucket(_ n: Int) -> String {
    switch n { case Int.min ..< 0: "neg"; case 0, 1: "tiny"; case 2...9: "small"; case 10..<100: "medium"; case 100...: "large"; default: "?" }
}
print([-5, 0, 5, 50, 500].map(bucket))
let opt: Int?? = .some(nil)
switch opt { case .some(.some(let v)): print(v); case .some(.none): print("inner nil"); case .none: print("outer nil") }
if case .rect(let w, _)? = Optional(Shape.rect(w: 1, h: 2)), w > 0 { print("rect w", w) }
guard case let .circle(radius) = Shape.circle(radius: 9), radius > 3 else { fatalError() }
print(radius)
var stack = [1, 2, 3]
while case let top? = stack.popLast(), top > 1 { print("pop", top) }
print(stack)
switch "hello" { case let s where s.hasPrefix("he"): print("prefix \(s)"); fallthrough; case "x": print("fell"); default: print("no") }
let ch: Character = "k"
switch ch { case "a", "e", "i", "o", "u": print("vowel"); case "a"..."z": print("consonant"); default: print("other") }
indirect enum Tree { case leaf, node(Tree, Int, Tree) }
func sum(_ t: Tree) -> Int {
    switch t {
    case .leaf: 0
    case .node(.leaf, let v, .leaf): v
    case .node(let l, let v, .leaf), .node(.leaf, let v, let l): v + sum(l)
    case let .node(l, v, r): sum(l) + v + sum(r)
    }
}
print(sum(.node(.node(.leaf, 1, .leaf), 2, .node(.leaf, 3, .node(.leaf, 4, .leaf)))))
let (q, (r, s)) = (1, (2, "x")), arr = [(1, 2)]
for (a, b) in arr { print(q + r + a + b, s) }
let result = if case .empty = Shape.empty { "is empty" } else { "full" }
print(result)
