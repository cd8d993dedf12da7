class A { init(x: Int) {} }
let a = A() // rejected: missing argument for parameter 'x' in call
