let a = 1 let b = 2 // rejected: consecutive statements on a line must be separated by
print(a + b)
