let xs = [1]
print(xs.init()) // rejected: is a member of the type
