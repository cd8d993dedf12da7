func describe(_ x: Any) -> String {
    switch x {
    case 0 as Int: "zero"
    case let i as Int where i > 100: "big \(i)"
    case is Int: "int"
    case let d as Double: "double \(d)"
    case let s as String: "string of \(s.count)"
    case let (a, b) as (Int, Int): "pair \(a + b)"
    case let xs as [Any] where xs.isEmpty: "empty"
    case let xs as [Int]: "ints \(xs.reduce(0, +))"
    case let f as (Int) -> Int: "function \(f(2))"
    case let d as [String: Int]: "dict \(d.count)"
    default: "other \(type(of: x))"
    }
}
let vals: [Any] = [0, 500, 3, 2.5, "abc", (1, 2), [Any](), [1, 2], { (x: Int) in x * 2 } as (Int) -> Int, ["a": 1], Set([1]), 1 as Int8]
for v in vals { print(describe(v)) }
let none: Any = Optional<Int>.none as Any
switch none { case Optional<Any>.none: print("nil"); default: print("other") }
switch none { case let i as Int?: print("int?", i as Any); default: print("other") }
switch (5 as Any) { case Optional<Any>.some(let q): print("some", q); default: print("other") }
