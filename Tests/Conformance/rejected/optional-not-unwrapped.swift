let number = Int("4")
let sum: Int = number // rejected: value of optional type 'Int?' must be unwrapped to a value of type 'Int'
print(sum)
