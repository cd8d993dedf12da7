let n = Int("5")
print(n * 2) // rejected: value of optional type 'Int?' must be unwrapped to a value of type 'Int'
