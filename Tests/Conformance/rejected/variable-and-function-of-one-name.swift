func total() -> Int { 3 }
print(total())
let total = 4 // rejected: invalid redeclaration of 'total'
