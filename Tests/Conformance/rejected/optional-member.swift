let words = ["a", "b"]
print(words.first.count) // rejected: value of optional type 'String?' must be unwrapped
