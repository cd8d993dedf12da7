func factorial(_ n: Int) -> Int {
    n <= 1 ? 1 : n * factorial(n - 1) // traps: overflow
}
print(factorial(20))
print(factorial(21))
