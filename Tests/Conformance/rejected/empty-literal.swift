let empty = [] // rejected: empty collection literal requires an explicit type
print(empty)
