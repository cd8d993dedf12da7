let numbers = [1, 2, 3]
print(numbers.map { a, b in a + b }) // rejected: expects 1 argument, but 2 were used in closure body
