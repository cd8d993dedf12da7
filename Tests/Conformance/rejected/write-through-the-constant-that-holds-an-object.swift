class C { var n = 1 }
let c = C()
let w: WritableKeyPath<C, Int> = \C.n
c[keyPath: w] = 6 // rejected: cannot assign through subscript: 'c' is a 'let' constant
