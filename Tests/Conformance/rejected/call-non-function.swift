let value = 5
print(value(3)) // rejected: cannot call value of non-function type 'Int'
