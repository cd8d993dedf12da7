outer: for i in 1...3 { for j in 1...3 { if j == 2 { continue outer }; if i == 3 { break outer }; print(i, j) } }
var n = 0; repeat { n += 1 } while n < 5; print(n); while true { n -= 1; if n == 2 { break } }; print(n)
let grade = { (s: Int) -> String in switch s { case 90...100: "A"; case 80..<90: "B"; case let x where x < 0: "neg \(x)"; default: "F" } }; print(grade(95), grade(85), grade(-1), grade(10))
switch 3 { case 1: print("1"); case 3: print("3"); fallthrough; case 4: print("4"); default: print("d") }
let x = if n > 1 { "big" } else if n == 1 { "one" } else { "small" }; print(x)
let y: Double = switch x { case "big": 1; default: 2.5 }; print(y)
func check(_ a: Int?, _ b: String?) -> String { guard let a, let b, a > 0, !b.isEmpty else { return "bad" }; return "\(a)\(b)" }; print(check(1, "x"), check(nil, "x"), check(0, "x"), check(2, ""))
if let a = Int("5"), let b = Int("6"), a < b { print(a + b) }; if var z = Optional(3) { z += 1; print(z) }
for i in stride(from: 0, to: 10, by: 4) where i != 4 { print(i, terminator: " ") }; for _ in 0..<2 { print("*", terminator: "") }; print()
var stack = [1, 2, 3]; while let t = stack.popLast() { print(t, terminator: " ") }; print()
let t = (name: "A", age: 3); print(t.name, t.1, t); let (nm, _) = t; print(nm); var tt = t; tt.age += 1; print(tt, tt == (name: "A", age: 4))
var a = 1, b = 2; (a, b) = (b, a); print(a, b); let z = a > b ? "gt" : a == b ? "eq" : "lt"; print(z)
do { let inner = 5; print(inner) }; let c = (1...3).contains(2) && !(a < b) || false; print(c)
let s: String? = nil; print(s ?? "none", s?.count ?? -1, s.map { $0 + "!" } ?? "-", s?.first as Any); let o: Int?? = 5; print(o!! + 1, (o ?? nil) ?? 0)
switch (a, b) { case (0, _): print("zero"); case (1...5, let k) where k > 0: print("k", k); default: print("?") }
label: do { if a == 2 { break label }; print("unreached") }
for (i, ch) in "abc".enumerated() where i > 0 { print(i, ch) }; for k in (0..<3).reversed() { print(k, terminator: "") }; print(); for case let (i, v?) in [Optional(1), nil, 3].enumerated() { print(i, v, terminator: ";") }; print()
var arr = [3, 1, 2]; for i in arr.indices { arr[i] *= 2 }; for var q in arr { q += 1; print(q, terminator: " ") }; print(arr)
let bits = [true, false]; for p in bits { for q in bits { print(p && q, p || q, p != q, !p, terminator: ";") } }; print()
func fizz(_ n: Int) -> String { switch (n % 3, n % 5) { case (0, 0): "FizzBuzz"; case (0, _): "Fizz"; case (_, 0): "Buzz"; default: String(n) } }; print((1...15).map(fizz).joined(separator: " "))
let opt: Int? = 3; switch opt { case let v? where v > 2: print("some>2", v); case .some(let v): print("some", v); case nil: print("nil") }; switch opt { case 3: print("three"); case .none: print("n"); default: print("d") }
if case .some(let v) = opt, v == 3 { print("v3") }; if let opt, opt > 1 { print(opt) }; guard let unwrapped = opt else { fatalError() }; print(unwrapped)
var i = 10; while i > 0 { defer { i -= 3 }; if i == 4 { continue }; print(i, terminator: " ") }; print()
let value: Any = 3.5; switch value { case is Int: print("I"); case is Double: print("D"); default: print("?") }; let r = switch value { case let d as Double where d > 3: "big \(d)"; case is Int: "int"; default: "x" }; print(r)
print([1, 2, 3].map { if $0 % 2 == 0 { "even" } else { "odd" } }, (1...3).map { i in switch i { case 1: "one"; case 2: "two"; default: "many" } })
