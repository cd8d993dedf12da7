struct S { var x = 1 }
var s = S(), t = S()
s.x = t.x
s.x = s.x // rejected: assigning a property to itself
