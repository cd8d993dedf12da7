let numbers = [1, 2, 3]
print(numbers.count)
numbers.append(4) // rejected: cannot use mutating member on immutable value; 'numbers' is a 'let' constant
