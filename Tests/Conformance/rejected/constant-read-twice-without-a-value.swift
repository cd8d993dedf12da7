let n: Int
print(n)
print(n + 1)  // rejected: constant 'n' used before being initialized
n = 2
print(n)
