let numbers = [1, 2, 3, 4]
let middle = numbers[1...2]
print(middle, middle[1])
print(middle[0]) // traps: out of range; 0
