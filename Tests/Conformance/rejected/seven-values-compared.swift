let t = (1, 2, 3, 4, 5, 6, 7)
print(t == t) // rejected: binary operator; cannot be applied to two
