struct S { init(a: Int) {} }
let s = S(5) // rejected: missing argument label 'a:' in call
