let value = 5
print(value[0]) // rejected: value of type 'Int' has no subscripts
