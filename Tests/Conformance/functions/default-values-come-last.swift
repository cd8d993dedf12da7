var c = 0
func n(_ s: String = "d") -> Int {
    c += 1
    print(s, c, terminator: " ")
    return c
}
func g(_ a: Int = n("A"), b: Int, c: Int = n("C"), d: Int) -> [Int] { [a, b, c, d] }
print(g(b: n("b"), d: n("d")))
print(g(n("a"), b: n("b"), d: n("d")))
print(g(b: n("b"), c: n("c"), d: n("d")))
struct S { var x = n("x"); var y: Int; var z = n("z") }
print(S(y: n("y")))
print(S(x: n("1"), y: n("2")))
struct T { func m(_ a: Int = n("A"), _ b: Int..., k: Int) -> [Int] { [a, k] + b } }
let t = T()
print(t.m(k: n("k")), t.m(n("1"), n("2"), k: n("k")))
