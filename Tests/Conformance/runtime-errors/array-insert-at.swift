var letters = ["a", "b"]
letters.insert("z", at: 2)
print(letters)
letters.insert("y", at: 4) // traps: out of range; 4
