let (a, b, c) = (1, 2) // rejected: tuple; different number of elements
print(a, b, c)
