let t = (1, (2, "x"))
print(t == t) // rejected: binary operator; cannot be applied to two
