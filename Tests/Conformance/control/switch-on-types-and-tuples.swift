func kind(_ x: Any) -> String {
    switch x {
    case 0 as Int: "zero"
    case let n as Int where n < 0: "negative"
    case is Int: "integer"
    case let d as Double: d.isNaN ? "nan" : "double \(d)"
    case let s as String where s.isEmpty: "empty text"
    case let s as String: "text of \(s.count)"
    case let (a, b) as (Int, Int): "pair \(a + b)"
    case let f as (Int) -> Int: "function \(f(3))"
    case nil as Any?: "nil"
    default: "something"
    }
}
print([0, -3, 7, 2.5, "", "abc", (1, 2), { (n: Int) in n * n }, [1]].map(kind) as [String])
func quadrant(_ x: Int, _ y: Int) -> String {
    switch (x.signum(), y.signum()) {
    case (0, 0): "origin"
    case (0, _), (_, 0): "axis"
    case (1, 1): "I"
    case (-1, 1): "II"
    case (-1, -1): "III"
    default: "IV"
    }
}
print([(0, 0), (3, 0), (1, 2), (-1, 2), (-4, -4), (5, -1)].map { quadrant($0.0, $0.1) })
let response: (code: Int, body: String?) = (404, nil)
switch response {
case (200..<300, let body?): print("ok", body)
case (200..<300, nil): print("empty")
case (let code, _) where code >= 500: print("server", code)
case (400..., nil): print("client error without a body")
default: print("other")
}
switch ("a", 1, true) { case ("b", _, _): print(1); case (_, 2..., _): print(2); case (let s, let n, true) where s == "a" && n == 1: print("match", s, n); default: print("none") }
