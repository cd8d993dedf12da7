let ages = ["Ada": 36]
print(ages.values.last ?? 0) // rejected: has no member 'last'
