let x = 5
x += 1 // rejected: left side of mutating operator isn't mutable: 'x' is a 'let' constant
