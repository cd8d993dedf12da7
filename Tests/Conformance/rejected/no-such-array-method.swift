let numbers = [3, 1, 2]
print(numbers.sorted())
print(numbers.sortd()) // rejected: value of type '[Int]' has no member 'sortd'
