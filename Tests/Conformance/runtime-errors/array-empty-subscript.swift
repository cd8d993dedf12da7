let none: [String] = []
print(none.count, none.first ?? "no first")
print(none[0]) // traps: out of range; empty
