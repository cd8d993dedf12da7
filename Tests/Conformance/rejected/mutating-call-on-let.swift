struct S { var v = 1; mutating func m() {} }
let s = S()
s.m() // rejected: cannot use mutating member on immutable value: 's' is a 'let' constant
