var letters = ["a", "b", "c"]
print(letters.remove(at: 1), letters)
print(letters.remove(at: 2)) // traps: out of range; 2
