print("abc".count)
print([1].count()) // rejected: cannot call value of non-function type 'Int'
