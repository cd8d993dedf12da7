let s = "hello", t = "world"
let u: String = s.dropLast(3) + "," + t
print(u)
print(s.dropLast(3) + "," + t)
func f(_ x: String) -> String { x.dropFirst() + "-" + x.prefix(1) }
print(f("abc"))
let w = s.prefix(1).uppercased() + s.dropFirst()
print(w)
var acc = ""
acc += s.prefix(2)
acc += s.dropLast() + "x"
print(acc)
