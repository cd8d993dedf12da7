let n: Int
n = 9
print(n)
n = 10  // rejected: immutable value 'n' may only be initialized once
