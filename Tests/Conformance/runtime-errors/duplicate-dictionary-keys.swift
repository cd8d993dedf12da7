let pairs = [("a", 1), ("b", 2)]
print(Dictionary(uniqueKeysWithValues: pairs).count)
print(Dictionary(uniqueKeysWithValues: pairs + [("a", 3)]).count) // traps: uplicate
