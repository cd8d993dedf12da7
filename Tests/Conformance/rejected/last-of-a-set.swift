let numbers: Set = [1, 2, 3]
print(numbers.count)
print(numbers.last ?? 0) // rejected: value of type 'Set<Int>' has no member 'last'
