let a: any Equatable = 1
let b: any Equatable = 1
print(a == b) // rejected: binary operator '==' cannot be applied to two 'any Equatable' operands
