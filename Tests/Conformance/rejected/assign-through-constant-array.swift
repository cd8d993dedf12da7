let numbers = [1, 2, 3]
numbers[0] = 9 // rejected: cannot assign through subscript; 'numbers' is a 'let' constant
print(numbers)
