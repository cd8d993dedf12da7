let names = ["a", "b"]
let pairs = names.enumerated()
print(pairs[0]) // rejected: no exact matches in call to
