func double(_ n: inout Int) { n *= 2 }
let value = 3
double(&value) // rejected: cannot pass immutable value as inout argument; 'value' is a 'let' constant
print(value)
