func sum(_ numbers: Int...) -> Int { numbers.reduce(0, +) }
let given = [1, 2, 3]
print(sum(given)) // rejected: cannot pass array of type '[Int]' as variadic arguments of type 'Int'
