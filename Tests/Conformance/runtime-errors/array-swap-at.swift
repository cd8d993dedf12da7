var items = [1, 2, 3]
items.swapAt(0, 2)
print(items)
items.swapAt(0, 3) // traps: out of range; 3
