struct S { var x = 1, y = 2 }
var p = (x: 1, y: 2)
var s = S()
func add(_ a: inout Int, _ b: inout Int) { a += b }
func local() {
    var p = (x: 1, y: 2)
    add(&p.x, &p.y)
    print(p)
}
local()
if s.x > 1 { add(&s.x, &s.y) }
print(s)
add(&p.x, &p.y) // traps: overlapping accesses
print(p)
