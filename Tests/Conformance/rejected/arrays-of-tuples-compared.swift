let a = [(1, 2)]
print(a == [(1, 2)]) // rejected: binary operator; cannot be applied to two
