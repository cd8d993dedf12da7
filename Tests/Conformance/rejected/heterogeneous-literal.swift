let mixed = [1, "two", 3.0] // rejected: heterogeneous collection literal
print(mixed)
