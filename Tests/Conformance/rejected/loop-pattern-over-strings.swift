let names = ["a"]
for (i, n) in names { print(i, n) } // rejected: tuple pattern cannot match values of non-tuple type 'String'
