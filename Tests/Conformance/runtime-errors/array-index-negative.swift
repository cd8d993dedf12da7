var list = [1, 2, 3]
list.append(4)
let offset = list.count - 5
print("offset", offset)
print(list[offset]) // traps: out of range; -1
