let n = 3
print(n)
return n // rejected: return invalid outside of a func
