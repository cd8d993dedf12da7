func exchange(_ a: inout Int, _ b: inout Int) { (a, b) = (b, a) }
var x = 1
exchange(&x, &x) // rejected: inout arguments are not allowed to alias each other
