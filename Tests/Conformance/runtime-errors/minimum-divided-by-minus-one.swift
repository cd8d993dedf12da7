func divide(_ a: Int, _ b: Int) -> Int { a / b } // traps: overflow
print(divide(Int.min, 1), divide(-10, -1))
print(divide(Int.min, -1))
