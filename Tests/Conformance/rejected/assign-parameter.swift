func f(_ x: Int) { x = 5 } // rejected: cannot assign to value: 'x' is a 'let' constant
