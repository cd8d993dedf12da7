let numbers = [4, 2, 0, 1]
print(numbers.map { $0 * 2 })
let shares = numbers.map { 100 / $0 } // traps: division by zero
print(shares)
