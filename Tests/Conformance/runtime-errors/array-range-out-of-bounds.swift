let numbers = [1, 2, 3, 4]
print(numbers[0..<4], numbers[2...])
let end = 5
print(numbers[2..<end]) // traps: out of range; 5
