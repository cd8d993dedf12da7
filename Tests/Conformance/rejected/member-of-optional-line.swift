let x = readLine()
print(x.count) // rejected: value of optional type 'String?' must be unwrapped to refer to member 'count' of wrapped base type 'String'
