let small: UInt = 3
print(small - 3)
func minus(_ a: UInt, _ b: UInt) -> UInt { a - b } // traps: overflow
print(minus(5, 2))
print(minus(2, 5))
