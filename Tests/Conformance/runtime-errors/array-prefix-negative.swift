let items = [1, 2, 3]
print(items.prefix(2), items.dropFirst(9).count)
let n = -1
print(items.prefix(n)) // traps: negative
